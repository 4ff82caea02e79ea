"""Weighs the classifier's guesses with what else was seen: facts told, words of asking, words nobody in the field uses."""

from dataclasses import dataclass

from assistant.reading import Beyond
from assistant.understand.clues import Clues, Observer

_TOOL = 0.22  # below this a calculator is not meant
_SURE = 0.45  # from here on the guess stands against other signs
_BEYOND = 0.30  # below this a message is not outside the subject
_ASIDE = 0.45  # below this a message is no small talk
_STRANGE = 0.34  # at most this share of known words makes a message foreign to the field
_COMMON = frozenset({"jabatan", "jenjang", "jenjang_tujuan", "golongan", "tanggal"})
_LISTING = (
    "apa saja",
    "apa itu",
    "pengertian",
    "definisi",
    "dimaksud dengan",
    "siapa",
    "sebutkan",
    "jelaskan",
    "bunyi",
    "isi",
    "what is",
    "who",
    "bagaimana tata cara",
    "prosedur",
    "dokumen",
    "apa syarat",
    "syarat apa",
)
_PERSONAL = frozenset({"saya", "i", "my", "am", "kami"})


@dataclass(frozen=True)
class Weighed:
    """What the question is most likely after; at most one of `tool`, `beyond` and `aside` is set."""

    score: float
    tool: str = ""
    beyond: Beyond | None = None
    aside: str = ""
    sure: bool = False


def weigh(clues: Clues, observer: Observer) -> Weighed:
    """The likeliest intent, "" and None for a question to search for."""
    tools = {name: clues.score(f"tool:{name}") + _fact_bonus(clues, observer, name) for name in observer.tools}
    tool = max(tools, key=lambda name: tools[name], default="")
    best_tool = tools.get(tool, 0.0)
    clause = clues.score("clause") + _clause_bonus(clues)
    aside = max((label for label in observer.intents if _is_aside(label)), key=clues.score)
    beyond = max((label for label in observer.intents if label.startswith("out_of_scope:")), key=clues.score)
    inside = max(best_tool, clause)
    if clues.score(aside) >= _ASIDE and clues.score(aside) > inside and len(clues.content) <= 4 and not clues.cites:
        return Weighed(clues.score(aside), aside=aside, sure=True)
    kind = _kind_of(beyond)
    if _is_strange(clues, observer):
        return Weighed(1.0, beyond="unrelated", sure=True)
    if clues.score(beyond) >= _BEYOND and clues.score(beyond) > inside and not clues.cites:
        thin = len(clues.content) <= 2 and not clues.told.facts
        if kind != "underspecified" or thin:
            return Weighed(clues.score(beyond), beyond=kind, sure=clues.score(beyond) >= _SURE)
    if best_tool >= _TOOL and best_tool >= clause:
        return Weighed(best_tool, tool=tool, sure=best_tool >= _SURE)
    if not clues.content and not clues.told.facts and not clues.cites:
        return Weighed(1.0, beyond="underspecified")
    return Weighed(clause, sure=clause >= _SURE)


def _is_aside(label: str) -> bool:
    return label.startswith("smalltalk") or label == "forget"


def _kind_of(label: str) -> Beyond:
    return label.removeprefix("out_of_scope:")  # type: ignore[return-value]


def _fact_bonus(clues: Clues, observer: Observer, tool: str) -> float:
    """Facts that only some calculators take point to those."""
    fields = observer.tools[tool].facts.model_fields
    told = {fact.field for fact in clues.told.facts} & fields.keys()
    cued = (clues.told.cued - told) & fields.keys() - _COMMON
    return min(0.05 * len(told - _COMMON) + 0.02 * len(cued), 0.2) + min(0.01 * len(told & _COMMON), 0.03)


def _clause_bonus(clues: Clues) -> float:
    words = {word.text for word in clues.text.words}
    own = [fact for fact in clues.told.facts if fact.field not in _COMMON]
    bonus = 0.3 if clues.cites else 0.0
    if clues.text.has(*_LISTING) and not own:
        bonus += 0.15
    if own and words & _PERSONAL:
        bonus -= 0.1
    return bonus


def _is_strange(clues: Clues, observer: Observer) -> bool:
    """Whether hardly any word of the question is one of the field's."""
    if clues.told.facts or clues.cites or clues.mentions or not clues.content:
        return False
    known = sum(word in observer.known_words for word in clues.content)
    return known / len(clues.content) < _STRANGE
