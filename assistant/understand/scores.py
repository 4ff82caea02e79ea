"""What speaks for each intent: the classifier's guesses, and what the facts and the wording add to them."""

from dataclasses import dataclass

from assistant.reading import Beyond
from assistant.understand.clues import Clues, Observer
from assistant.understand.signs import is_personal, load_signs
from assistant.understand.vocabulary import FIGURE_KINDS

_LOOKED_INTO = 3  # calculators whose facts are read before one is chosen
_PER_FIGURE = 0.06
_MOST = 0.2
_COMMON = frozenset({"jabatan", "jenjang", "jenjang_tujuan", "golongan", "tanggal"})
_BEYOND = "out_of_scope:"


@dataclass(frozen=True)
class Scores:
    """The likeliest intent of each sort: a calculator, a look-up, small talk, a reason to decline."""

    tool: str
    by_tool: float
    useful: bool  # something was told that the calculator could calculate with
    clause: float
    plainly: float  # what the classifier alone says for a calculator or a look-up
    aside: str
    by_aside: float
    kind: Beyond
    by_beyond: float


def score(clues: Clues, observer: Observer) -> Scores:
    """The scores of one question."""
    tools = {name: clues.score(f"tool:{name}") + _fact_bonus(clues, observer, name) for name in observer.tools}
    for name in sorted(tools, key=lambda name: -tools[name])[:_LOOKED_INTO]:
        tools[name] += _case_bonus(clues, observer, name)
    tool = max(tools, key=lambda name: tools[name], default="")
    useful = _is_useful(clues, observer, tool)
    aside = max(filter(_is_aside, observer.intents), key=clues.score)
    beyond = max((label for label in observer.intents if label.startswith(_BEYOND)), key=clues.score)
    return Scores(
        tool=tool,
        by_tool=tools.get(tool, 0.0),
        useful=useful,
        clause=clues.score("clause") + _clause_bonus(clues, useful=useful),
        plainly=max(clues.score("clause"), clues.score(f"tool:{tool}")),
        aside=aside,
        by_aside=clues.score(aside),
        kind=beyond.removeprefix(_BEYOND),  # type: ignore[arg-type]
        by_beyond=clues.score(beyond),
    )


def _is_aside(label: str) -> bool:
    return label.startswith("smalltalk") or label == "forget"


def _is_useful(clues: Clues, observer: Observer, tool: str) -> bool:
    """Whether facts were told that the calculator could calculate with."""
    if not tool:
        return False
    told = {fact.field for fact in observer.facts_for(clues, tool).facts} | clues.conversation.facts.keys()
    return bool(told & observer.inputs[tool] - {"jabatan"})


def _fact_bonus(clues: Clues, observer: Observer, tool: str) -> float:
    """Facts that only some calculators take point to those."""
    fields = observer.inputs[tool]
    told = {fact.field for fact in clues.told.facts} & fields
    cued = (clues.told.cued - told) & fields - _COMMON
    return min(0.05 * len(told - _COMMON) + 0.02 * len(cued), 0.2) + min(0.01 * len(told & _COMMON), 0.03)


def _case_bonus(clues: Clues, observer: Observer, name: str) -> float:
    """Amounts, dates and rows that the calculator takes as its own make a case of the question, not a look-up."""
    told = observer.facts_for(clues, name).facts
    own = [f for f in told if f.field not in _COMMON and f.field in observer.inputs[name]]
    figures = [f for f in own if f.field in observer.fields and observer.fields[f.field].kind in FIGURE_KINDS]
    return min(_PER_FIGURE * len(figures), _MOST)


def _clause_bonus(clues: Clues, *, useful: bool) -> float:
    """What the wording adds to or takes from a look-up."""
    own = [fact for fact in clues.told.facts if fact.field not in _COMMON]
    bonus = 0.3 if clues.cites else 0.0
    if clues.text.has(*load_signs()["listing"]) and not useful:
        bonus += 0.1
    if own and is_personal(clues.text.words):
        bonus -= 0.1
    return bonus
