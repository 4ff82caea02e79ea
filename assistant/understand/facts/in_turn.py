"""Numbers told in the order in which their facts are named: "teknis, manajerial, administrasi saya 80, 76, 90"."""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence

from assistant.understand.facts.claims import Claim
from assistant.understand.facts.seen import Seen
from assistant.understand.facts.shares import table
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.quantities.values import Value

_FEWEST = 2
_KINDS = frozenset({"bilangan", "cacah"})
_STRONG = 20.0

_Names = Sequence[PhraseHit[str]]


def told_in_turn(seen: Seen, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each number of a row of numbers given to the fact that stands at its place in a row of names."""
    found = list(claims)
    names = [*_rows_of_names(seen)]
    for numbers in _rows_of_numbers(seen):
        named = next((row for row in names if _belong(row, numbers, seen)), None)
        if named is None:
            continue
        told = [Claim(_STRONG, cue.payload, value, cued=True) for cue, value in zip(named, numbers, strict=True)]
        fields = {claim.field for claim in told}
        found = [*(c for c in found if c.field not in fields and c.value not in numbers), *told]
    return sorted(_with_votes(found, seen), key=lambda claim: claim.value.start)


def _with_votes(claims: Sequence[Claim], seen: Seen) -> list[Claim]:
    """The claims, of two numbers of a vote the first for, the second against: "voting 5 lawan 2"."""
    votes = table()["votes"]
    if not seen.context.preferred.issuperset(votes["facts"]) or {c.payload for c in seen.cues} & {*votes["facts"]}:
        return [*claims]
    bare = [v for v in seen.values if v.bare and not v.day and not v.year]
    for one, other in itertools.pairwise(bare):
        against = other.first == one.last + 2 and seen.text.at(one.last + 1) in votes["against"]
        if against and _is_led(seen, one.first, votes):
            told = [Claim(_STRONG, f, v, cued=True) for f, v in zip(votes["facts"], (one, other), strict=True)]
            return [*(c for c in claims if c.value not in (one, other)), *told]
    return [*claims]


def _is_led(seen: Seen, first: int, votes: Mapping[str, Sequence[str]]) -> bool:
    """Whether a word of a vote leads to a number, nothing but small words between."""
    at = first - 1
    while seen.text.at(at) in votes["small"]:
        at -= 1
    return any(seen.text.before(at + 1, len(word.split())) == word for word in votes["led"])


def _rows_of_numbers(seen: Seen) -> Iterator[list[Value]]:
    """Numbers of which nothing but joints parts one from the next."""
    row: list[Value] = []
    for value in [v for v in seen.values if v.bare and not v.day and not v.year]:
        if row and not _only(seen, row[-1].last + 1, value.first, table()["joints"]):
            yield row
            row = []
        row.append(value)
    yield row


def _rows_of_names(seen: Seen) -> Iterator[list[PhraseHit[str]]]:
    """Cues of like facts of which nothing but joints and small words parts one from the next."""
    row: list[PhraseHit[str]] = []
    for cue in _names(seen):
        if row and not _goes_on(row, cue, seen):
            yield row
            row = []
        row.append(cue)
    yield row


def _names(seen: Seen) -> list[PhraseHit[str]]:
    """The longest cue of a number at each place, where it is that of one fact alone."""
    wanted = [c for c in seen.cues if c.payload in seen.context.preferred and seen.fields[c.payload].kind in _KINDS]
    wanted = [c for c in wanted if not any(v.bare and v.first < c.first <= v.last for v in seen.values)]  # "9 orang"
    found: list[PhraseHit[str]] = []
    for cue in sorted(wanted, key=lambda cue: (cue.first - cue.last, cue.first)):
        if all(cue.last < other.first or other.last < cue.first for other in found):
            found.append(cue)
    return sorted(found, key=lambda cue: cue.first)


def _goes_on(row: _Names, cue: PhraseHit[str], seen: Seen) -> bool:
    like, other = seen.fields[row[0].payload].words, seen.fields[cue.payload].words
    alike = (like.kind, like.unit) == (other.kind, other.unit)
    new = all(cue.payload != name.payload for name in row)
    return alike and new and _only(seen, row[-1].last + 1, cue.first, (*table()["joints"], *table()["small"]))


def _belong(names: _Names, numbers: Sequence[Value], seen: Seen) -> bool:
    """Whether a row of numbers is told of a row of names: right behind it, right before it, or behind their weights."""
    fit = all(cue.payload in value.fits for cue, value in zip(names, numbers, strict=False))
    if len(names) != len(numbers) or len(names) < _FEWEST or not fit:
        return False
    first, last = numbers[0].first, numbers[-1].last
    if names[-1].last < first:
        weighed = any(_is_number(seen, at) for at in range(names[0].last + 1, names[-1].first))
        listed = weighed or _are_joined(names, seen) or not _are_joined(numbers, seen)
        return listed and _only(seen, names[-1].last + 1, first, table()["scored"] if weighed else table()["small"])
    return last + 1 < names[0].first and _only(seen, last + 1, names[0].first, table()["behind"])


def _are_joined(row: Sequence[PhraseHit[str] | Value], seen: Seen) -> bool:
    """Whether a joint stands in a row: "teknis, manajerial", "80 dan 76"."""
    return any(seen.text.at(at) in table()["joints"] for at in range(row[0].last + 1, row[-1].first))


def _only(seen: Seen, low: int, high: int, words: Collection[str]) -> bool:
    """Whether only these words stand between two places, beside numbers that are weights."""
    if seen.text.parts_lines(max(low - 1, 0), high):
        return False
    return all(seen.text.at(at) in words or _is_weight(seen, at) for at in range(low, high))


def _is_number(seen: Seen, at: int) -> bool:
    return seen.text.at(at)[:1].isdigit()


def _is_weight(seen: Seen, at: int) -> bool:
    """Whether a word is of a number that is no value, as weights are."""
    of_value = any(value.first <= at <= value.last for value in seen.values)
    return not of_value and (_is_number(seen, at) or seen.text.at(at) in ("%", "persen", "percent"))
