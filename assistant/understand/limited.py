"""What is told and limited right behind: "lulus, hasil resminya belum keluar", "rekomendasi ada tapi sudah dicabut".

A fact that is pending, promised, only heard of, told but for an exception, lapsed, taken back or somebody else's is no
plain one: it is left out, so that it is asked for, or is a no where that is certain. The words are in `limited.yaml`,
by sorts; each looks at the clause that tells a fact, and at what follows it and tells no other fact.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.clauses import Clause, pieces
from assistant.understand.text import Text, overlaps
from corpus.data import load_yaml

_BEHIND = 2  # clauses behind that of a fact that may still be about it
_ENDS = frozenset(".?!;\n")
_GAP = 3  # words that a "*" stands for
_VALUE = r"\d|i{1,3} |iv "  # what "*" passes over is no value of its own: "SK III/d belum keluar"
_NUMBER = "N"
_THEN: Mapping[str, Any] = {"no": False, "yes": True, "none": "tidak_ada", "zero": 0}


@dataclass(frozen=True)
class _Sort:
    """One sort of limits with its words made ready."""

    facts: frozenset[str]
    values: frozenset[str]
    own: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    turned: re.Pattern[str] | None
    led: re.Pattern[str] | None
    named: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    assured: frozenset[str]
    not_before: frozenset[str]
    plain: bool
    then: str


@dataclass(frozen=True)
class _Around:
    """The words that tell a fact up to the next fact, and the clauses behind them that tell none."""

    own: str
    lead: str  # the words up to those that tell the fact
    up_to: str  # the same with those
    behind: tuple[str, ...]
    turned: tuple[str, ...]
    whole: str
    supposed: bool
    places: tuple[int, ...]  # of the clauses behind


@dataclass(frozen=True)
class Limited:
    """The facts that stay, and those that were told and are not so."""

    facts: tuple[Fact, ...]
    withdrawn: tuple[Fact, ...]


def without_limited(text: Text, told: Sequence[Fact], wanted: Collection[str]) -> Limited:
    """What is told, each fact that is wanted and limited nearby turned to what is certain, or left out."""
    found: list[Fact] = []
    withdrawn: list[Fact] = []
    dropped: set[int] = set()
    whole, limitable = list(pieces(text)), _limitable() & {*wanted}
    spoken = [fact for fact in told if fact.field in wanted]
    for fact in told:
        around = _around(text, fact, spoken, whole) if fact.field in limitable else None
        sort = around and next((sort for sort in _sorts() if _limits(sort, fact, around)), None)
        if around is None or sort is None:
            found.append(fact)
            continue
        dropped |= {*around.places}
        if sort.then in _THEN:
            found.append(replace(fact, value=_THEN[sort.then]))
        else:
            withdrawn.append(fact)
    beside = {*_table()["beside"]["dropped"]}
    kept = [f for f in found if f.field not in beside or not {*text.places(f.start, f.end)} <= dropped]
    return Limited(tuple(kept), tuple(withdrawn))


def read_again() -> frozenset[str]:
    """The facts of which a value told elsewhere in a message counts instead of one that is limited."""
    return frozenset(_table()["read_again"])


def _limits(sort: _Sort, fact: Fact, around: _Around) -> bool:
    """Whether a sort limits a fact."""
    if fact.field not in sort.facts or (fact.value is False) != (sort.then == "yes"):
        return False
    if (sort.values and str(fact.value) not in sort.values) or (sort.plain and around.supposed):
        return False
    everything = " ".join((around.own, *around.behind))
    if sort.unless and sort.unless.search(everything):
        return False
    if _says(sort.own, around.own, sort.not_before) and not sort.assured & {*around.up_to.split()}:
        return True
    if _says(sort.led, around.lead, sort.not_before) or _says(sort.named, around.whole, sort.not_before):
        return True
    behind = any(_says(sort.behind, each, sort.not_before) for each in around.behind)
    return behind or any(_says(sort.turned, each, sort.not_before) for each in around.turned)


def _says(pattern: re.Pattern[str] | None, words: str, not_before: frozenset[str]) -> bool:
    """Whether a phrase stands in these words, and not before one that it belongs to: "hampir 2 tahun"."""
    for hit in pattern.finditer(words) if pattern else ():
        following = words[hit.end() :].split()[:1]
        if not following or (_plain(following[0]) not in not_before):
            return True
    return False


def _plain(word: str) -> str:
    return _NUMBER if word[:1].isdigit() else word


def _around(text: Text, fact: Fact, told: Sequence[Fact], whole: Sequence[Clause]) -> _Around | None:
    places = text.places(fact.start, fact.end)
    own = [clause for clause in whole if places and clause.first <= places[-1] and places[0] <= clause.last]
    if not own:
        return None
    others = [o for o in told if o.field != fact.field and not overlaps(o.start, o.end, [(fact.start, fact.end)])]
    taken = {at for other in others for at in text.places(other.start, other.end)}
    low, high = places[0], places[-1]
    while low > own[0].first and low - 1 not in taken:
        low -= 1
    while high < own[-1].last and high + 1 not in taken:
        high += 1
    behind = list(_behind(text, own[-1], others, whole)) if high == own[-1].last else []
    turned = [clause for at, clause in enumerate(behind) if any(_turns(text, each) for each in behind[: at + 1])]
    return _Around(
        own=_words(text, low, high),
        lead=_words(text, low, places[0] - 1),
        up_to=_words(text, low, places[-1]),
        behind=tuple(_words(text, clause.first, clause.last) for clause in behind),
        turned=tuple(_words(text, clause.first, clause.last) for clause in turned),
        whole=_words(text, 0, len(text.words) - 1),
        supposed=_supposed(text, own[0].first, places[-1]),
        places=tuple(at for clause in behind for at in range(clause.first, clause.last + 1)),
    )


def _supposed(text: Text, first: int, last: int) -> bool:
    """Whether what ends at the word `last` is only supposed, or joined to what is: "kalau nanti lulus dan lowongan ada"."""
    while first > 0 and not text.words[first - 1].is_mark:
        first -= 1
    return any(text.at(at) in _table()["supposing"] for at in range(first, last + 1))


def _behind(text: Text, own: Clause, others: Sequence[Fact], whole: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses behind that of a fact that tell no other: of another sentence only such as begin with a turn."""
    beside = {name for names in _table()["beside"].values() for name in names}
    taken = {at for o in others if o.field not in beside for at in text.places(o.start, o.end)}
    last = own.last
    for clause in [clause for clause in whole if clause.first > own.last][:_BEHIND]:
        apart = any(text.at(at) in _ENDS for at in range(last + 1, clause.first)) or text.parts_lines(last, last + 1)
        supposed = text.at(clause.first) in _table()["supposing"]
        if (apart and not _turns(text, clause)) or supposed or taken & {*range(clause.first, clause.last + 1)}:
            return
        yield clause
        last = clause.last


def _turns(text: Text, clause: Clause) -> bool:
    return text.at(clause.first) in _table()["turns"]


def _words(text: Text, first: int, last: int) -> str:
    """Plain words as phrases are held against them."""
    return "".join(f" {_bare(text.at(at))}" for at in range(first, last + 1)) + " "


def _bare(word: str) -> str:
    return word.removesuffix("nya") or word


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded


@cache
def _sorts() -> tuple[_Sort, ...]:
    """The sorts of the file beside this module."""
    return tuple(
        _Sort(
            facts=frozenset(name for each in raw["of"] for name in _table()["facts"].get(each, [each])),
            values=frozenset(raw.get("value", ())),
            own=_pattern(raw.get("own", ())),
            behind=_pattern(raw.get("behind", ())),
            turned=_pattern(raw.get("turned", ())),
            led=_pattern([f"{phrase} $" for phrase in raw.get("led", ())]),
            named=_pattern(raw.get("named", ())),
            unless=_pattern(raw.get("unless", ())),
            assured=frozenset(raw.get("assured", ())),
            not_before=frozenset(raw.get("not_before", ())),
            plain=bool(raw.get("plain")),
            then=raw["then"],
        )
        for raw in _table()["sorts"]
    )


@cache
def _limitable() -> frozenset[str]:
    return frozenset(name for sort in _sorts() for name in sort.facts)


def _pattern(phrases: Sequence[str]) -> re.Pattern[str] | None:
    """One pattern for phrases in plain words with a blank before and behind each."""
    made = ["".join(_part(word) for word in phrase.split()) for phrase in phrases]
    return re.compile(f"(?:{'|'.join(made)})(?= |$)") if made else None


def _part(word: str) -> str:
    if word == "*":
        return rf"(?: (?!{_VALUE})\S+){{0,{_GAP}}}"
    if word == "$":
        return r"(?= ?$)"
    return r" \d\S*" if word == _NUMBER else f" {re.escape(_bare(word))}"
