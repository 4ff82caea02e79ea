"""Weighs the classifier's guesses with what else was seen: facts told, words of asking, words nobody in the field uses."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.reading import Beyond
from assistant.understand.clues import Clues, Observer
from assistant.understand.split import load_split_words

_TOOL = 0.25  # below this a calculator is not meant
_JUDGED = 0.6  # from here on a calculator is meant although an opinion is asked for
_PERSONAL = 0.30  # the same for the person's own case told without a fact
_SURE = 0.45  # from here on the guess stands against other signs
_BEYOND = 0.33  # below this a message is not outside the subject
_ASIDE = 0.35  # below this a message is no small talk
_NEARLY = 0.1  # small talk this close to "too little said" is small talk
_PLAIN = frozenset({"smalltalk:greeting", "smalltalk:thanks", "smalltalk:bye"})  # these have hardly a word of content
_FIRM = 0.4  # the same where a position is named
_CERTAIN = 0.6  # the same where a regulation of ours is named
_MARGIN = 0.1  # by which a reason to decline must lead
_PLAINLY = 0.4  # from here on strange words do not matter
_STRANGE = 0.34  # at most this share of known words makes a message foreign to the field
_LOOKED_INTO = 3  # calculators whose facts are read before one is chosen
_PER_FIGURE = 0.06
_MOST = 0.2
FIGURES = frozenset({"bilangan", "cacah", "lama", "tanggal", "daftar", "baris"})
_COMMON = frozenset({"jabatan", "jenjang", "jenjang_tujuan", "golongan", "tanggal"})


@dataclass(frozen=True)
class Weighed:
    """What the question is most likely after; at most one of `tool`, `beyond` and `aside` is set."""

    score: float
    tool: str = ""
    beyond: Beyond | None = None
    aside: str = ""
    sure: bool = False
    near: str = ""  # the calculator whose facts a look-up is also about


def weigh(clues: Clues, observer: Observer) -> Weighed:
    """The likeliest intent, "" and None for a question to search for."""
    tools = {name: clues.score(f"tool:{name}") + _fact_bonus(clues, observer, name) for name in observer.tools}
    for name in sorted(tools, key=lambda name: -tools[name])[:_LOOKED_INTO]:
        tools[name] += _case_bonus(clues, observer, name)
    tool = max(tools, key=lambda name: tools[name], default="")
    best_tool = tools.get(tool, 0.0)
    useful = _useful(clues, observer, tool)
    clause = clues.score("clause") + _clause_bonus(clues, useful=bool(useful))
    aside = max((label for label in observer.intents if _is_aside(label)), key=clues.score)
    beyond = max((label for label in observer.intents if label.startswith("out_of_scope:")), key=clues.score)
    inside = max(best_tool, clause)
    kind = _kind_of(beyond)
    rival = max(inside, clues.score(beyond) - _NEARLY * (kind == "underspecified"))
    most = 2 if aside in _PLAIN else 4
    words = sum(not word.is_mark for word in clues.text.words)
    if words > 1 and clues.score(aside) >= max(_ASIDE, rival) and len(clues.content) <= most and not clues.cites:
        return Weighed(clues.score(aside), aside=aside, sure=True)
    plainly = max(clues.score("clause"), clues.score(f"tool:{tool}"))
    if plainly < _PLAINLY and _is_strange(clues, observer):
        return Weighed(1.0, beyond="unrelated", sure=True)
    ours = any(mention.regulation for mention in clues.mentions)
    least = _CERTAIN if ours else (_FIRM if clues.positions or clues.mentions else _BEYOND)
    if clues.text.has(*load_signs()["judgement"]) and best_tool < _JUDGED and not clues.cites:
        return Weighed(1.0, beyond="official_judgement", sure=True)
    if clues.text.has(*load_signs()["current"]) and best_tool < _JUDGED and not clues.cites:
        return Weighed(1.0, beyond="current_law", sure=True)
    if kind == "unrelated" and any(map(observer.tells_field, clues.content)):
        least = _SURE
    if clues.score(beyond) >= least and clues.score(beyond) > plainly + _MARGIN and not clues.cites:
        thin = len(clues.content) <= 1 and not clues.told.facts
        if kind != "underspecified" or thin:
            return Weighed(clues.score(beyond), beyond=kind, sure=clues.score(beyond) >= _SURE)
    thin = not clues.content and not clues.cites
    only_told = len(clues.content) <= 1 and bool(clues.told.facts) and not _asks(clues) and not clues.cites
    alone = not clues.conversation.tool and not clues.conversation.cited
    if alone and ((only_told and max(best_tool, clause) < _SURE) or (thin and not clues.told.facts)):
        return Weighed(1.0, beyond="underspecified")
    if best_tool >= _least(clues, useful=bool(useful)) and best_tool >= clause:
        return Weighed(best_tool, tool=tool, sure=best_tool >= _SURE)
    if thin and not clues.told.facts:
        return Weighed(1.0, beyond="underspecified")
    return Weighed(clause, sure=clause >= _SURE and bool(clues.content), near=tool if best_tool >= _TOOL else "")


def _asks(clues: Clues) -> bool:
    asking = load_split_words().asking
    return any(word.text in asking or word.text == "?" for word in clues.text.words)


def _useful(clues: Clues, observer: Observer, tool: str) -> set[str]:
    """The facts told that the calculator could calculate with."""
    if not tool:
        return set()
    told = {fact.field for fact in observer.facts_for(clues, tool).facts} | clues.conversation.facts.keys()
    return told & observer.inputs[tool] - {"jabatan"}


def _least(clues: Clues, *, useful: bool) -> float:
    """How sure a calculator must be: where nothing was told that it could calculate with, quite sure."""
    if useful:
        return _TOOL
    return _PERSONAL if {word.text for word in clues.text.words} & load_signs()["personal"] else _SURE


def _is_aside(label: str) -> bool:
    return label.startswith("smalltalk") or label == "forget"


def _kind_of(label: str) -> Beyond:
    return label.removeprefix("out_of_scope:")  # type: ignore[return-value]


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
    figures = [f for f in own if f.field in observer.fields and observer.fields[f.field].kind in FIGURES]
    return min(_PER_FIGURE * len(figures), _MOST)


def _clause_bonus(clues: Clues, *, useful: bool) -> float:
    """What the wording adds to or takes from a look-up."""
    signs = load_signs()
    own = [fact for fact in clues.told.facts if fact.field not in _COMMON]
    personal = bool({word.text for word in clues.text.words} & signs["personal"])
    bonus = 0.3 if clues.cites else 0.0
    if clues.text.has(*signs["listing"]) and not useful:
        bonus += 0.1
    if own and personal:
        bonus -= 0.1
    return bonus


@cache
def load_signs() -> dict[str, frozenset[str]]:
    """The signs of the file beside this module."""
    raw: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "signs.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


def _is_strange(clues: Clues, observer: Observer) -> bool:
    """Whether a question is a sum to do, or hardly any of its words is one of the field's."""
    if clues.told.facts or clues.cites or clues.mentions:
        return False
    if len(clues.content) <= 1 and len(clues.amounts) > 1:
        return not clues.conversation.tool
    if not clues.content:
        return False
    least = _STRANGE / 2 if observer.domain.language(clues.text, "id") == "en" else _STRANGE
    return sum(map(observer.knows, clues.content)) / len(clues.content) < least
