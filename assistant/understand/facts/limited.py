"""What is told and limited right behind: "lulus, hasil resminya belum keluar", "rekomendasi ada tapi sudah dicabut".

A fact that is pending, promised, only heard of, told but for an exception, lapsed, taken back or somebody else's is no
plain one: it is left out, so that it is asked for, or is a no where that is certain. The words are in `limited.yaml`,
by sorts; each looks at the clause that tells a fact, and at what follows it and tells no other fact.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.reading import Fact
from assistant.understand.facts.limits import Sort, another, limitable, sorts, table, words_of
from assistant.understand.language.clauses import Clause, pieces
from assistant.understand.language.text import Text, overlaps

_BEHIND = 2  # clauses behind that of a fact that may still be about it
_ENDS = frozenset(".?!;")
_THEN: Mapping[str, Any] = {"no": False, "yes": True, "none": "tidak_ada", "zero": 0}


@dataclass(frozen=True)
class _Around:
    """The words that tell a fact up to the next fact, and the clauses behind them that tell none."""

    own: str
    itself: str
    lead: str  # the words up to those that tell the fact
    behind: tuple[str, ...]
    turned: tuple[str, ...]
    after: str  # all that follows
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
    nowhere: list[Fact] = []
    dropped: set[int] = set()
    spoken, whole = [fact for fact in told if fact.field in wanted], list(pieces(text))
    for fact in told:
        around = _around(text, fact, spoken, whole) if fact.field in limitable() and fact in spoken else None
        sort = next((sort for sort in sorts() if _limits(sort, fact, around)), None) if around else None
        if around is None or sort is None:
            found.append(fact)
            continue
        dropped |= {*around.places}
        if sort.then in _THEN:
            found.append(replace(fact, value=_THEN[sort.then]))
        else:
            withdrawn.append(fact)
            nowhere += [fact] if sort.nowhere else []
    beside = {*table()["beside"]["dropped"]}
    found = [f for f in found if f.field not in beside or not {*text.places(f.start, f.end)} <= dropped]
    if nowhere:  # nothing tells them, so that they keep no limit from the fact before
        rest = without_limited(text, [fact for fact in told if fact not in nowhere], wanted)
        return Limited(rest.facts, (*nowhere, *rest.withdrawn))
    return Limited(tuple(found), tuple(withdrawn))


def read_again() -> frozenset[str]:
    """The facts of which a value told elsewhere in a message counts instead of one that is limited."""
    return frozenset(table()["read_again"])


def _limits(sort: Sort, fact: Fact, around: _Around) -> bool:
    """Whether a sort limits a fact."""
    value = str(fact.value)
    if fact.value == _THEN.get(sort.then):
        return False
    if fact.field not in sort.facts or (fact.value is False or fact.value == ()) != (sort.then == "yes"):
        return False
    if (sort.values and value not in sort.values) or value in sort.not_values or (sort.plain and around.supposed):
        return False
    behind = [each for each in around.behind if sort.beside or not _names_another(fact, each, around)]
    if sort.unless.stand_in(" ".join((around.own, *behind))):
        return False
    if sort.own.stand_in(around.own) and not sort.assured & {*around.lead.split(), *around.itself.split()}:
        return True
    if sort.led.stand_in(around.lead) or sort.named.stand_in(around.after):
        return True
    turned = [each for each in around.turned if each in behind]
    return any(map(sort.behind.stand_in, behind)) or any(map(sort.turned.stand_in, turned))


def _names_another(fact: Fact, clause: str, around: _Around) -> bool:
    """Whether a clause names another value of a fact: "D3, S1-nya belum lulus"."""
    return another(fact.field).stand_in(clause) and around.itself not in clause


def _around(text: Text, fact: Fact, told: Sequence[Fact], whole: Sequence[Clause]) -> _Around | None:
    """What stands around the words of a fact; none where it has none."""
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
        own=words_of(text, low, high),
        itself=words_of(text, places[0], places[-1]),
        lead=words_of(text, low, places[0] - 1),
        behind=tuple(words_of(text, clause.first, clause.last) for clause in behind),
        turned=tuple(words_of(text, clause.first, clause.last) for clause in turned),
        after=words_of(text, places[-1] + 1, len(text.words) - 1),
        supposed=_supposed(text, own[0].first, places[-1]),
        places=tuple(at for clause in behind for at in range(clause.first, clause.last + 1)),
    )


def _supposed(text: Text, first: int, last: int) -> bool:
    """Whether what ends at the word `last` is only supposed, or joined to what is: "kalau nanti lulus dan lowongan ada"."""
    while first > 0 and not text.words[first - 1].is_mark:
        first -= 1
    return any(text.at(at) in table()["supposing"] for at in range(first, last + 1))


def _behind(text: Text, own: Clause, others: Sequence[Fact], whole: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses behind that of a fact that tell no other: of another sentence only such as begin with a turn."""
    beside = {name for names in table()["beside"].values() for name in names}
    taken = {at for o in others if o.field not in beside for at in text.places(o.start, o.end)}
    last = own.last
    for clause in [clause for clause in whole if clause.first > own.last][:_BEHIND]:
        apart = any(text.at(at) in _ENDS for at in range(last + 1, clause.first)) or text.parts_lines(last, last + 1)
        supposed = text.at(clause.first) in table()["supposing"]
        if (apart and not _turns(text, clause)) or supposed or taken & {*range(clause.first, clause.last + 1)}:
            return
        yield clause
        last = clause.last


def _turns(text: Text, clause: Clause) -> bool:
    return text.at(clause.first) in table()["turns"]
