"""Which value belongs to which fact: the best claims win, each value and each fact once."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.understand.facts.claims import Claim, claims_to
from assistant.understand.facts.objections import lead_of
from assistant.understand.facts.pairs import is_rather
from assistant.understand.facts.seen import Seen
from assistant.understand.language.text import Text
from assistant.understand.quantities.values import Value

_STAYING = frozenset({"tetap", "sesama", "antar", "antara", "same", "still", "remain", "remaining", "stay", "staying"})
_ABOUT = 1.0  # by which two claims to one number are about as strong


def all_claims(seen: Seen) -> list[Claim]:
    """The claims of all facts to all values of a message."""
    return [claim for value in seen.values for claim in claims_to(value, seen)]


def settle(seen: Seen, claims: Sequence[Claim]) -> list[Claim]:
    """Of all claims those that hold, in the order of the text."""
    held: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (-c.score, c.value.start)):
        free = all(claim.value != other.value and claim.field != other.field for other in held)
        if free and not (seen.fields[claim.field].last and _told_already(claim, held)):
            held.append(claim)
    held = _exchanged(_freed(_shifted(held, claims), claims), claims)
    held = [*_onward(held, claims, seen), *_seconds(held, seen)]
    return sorted(_in_order(held, seen), key=lambda claim: claim.value.start)


def _told_already(claim: Claim, held: Sequence[Claim]) -> bool:
    """Whether nothing but being left over speaks for a choice that another fact has already."""
    choice = None if claim.cued or claim.value.bare else claim.value.fits[claim.field]
    return choice is not None and any(other.value.fits.get(claim.field) == choice for other in held)


def _shifted(held: list[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The claims, a fact moved on to a value held by a weaker one where another fact then gets its own.

    "Tim penilai voting, 4 setuju 3 menolak": who agree are the 4, not the 3, and the 4 are no team.
    """
    cued = {(claim.field, claim.value.start): claim for claim in claims if claim.cued and claim.value.bare}
    for at, weak in itertools.product(range(len(held)), [claim for claim in held if claim.value.bare]):
        moved, fields = cued.get((held[at].field, weak.value.start)), {claim.field for claim in held}
        if weak not in held or moved is None or weak is held[at]:
            continue
        own = [c for c in cued.values() if c.value == held[at].value and c.field not in fields]
        best = max(own, key=lambda claim: claim.score, default=None)
        if best and best.score + moved.score > held[at].score + weak.score:
            held[at], held[held.index(weak)] = moved, best
    return held


def _freed(held: list[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The claims, a fact moved on to a number that nobody holds where another fact claims its own about as much.

    "Tim 7 orang, anggotanya 3 pengawas": the 3 are who supervise, for the team has the 7.
    """
    cued = [claim for claim in claims if claim.cued]
    for at, claim in enumerate(held):
        fields, values = {other.field for other in held}, [other.value for other in held]
        moved = [c for c in cued if c.field == claim.field and c.value not in values and _may_move(claim, c)]
        others = [c for c in cued if c.value == claim.value and c.field not in fields]
        best = max(others, key=lambda other: other.score, default=None)
        if moved and best and (not claim.value.bare or best.score > claim.score - _ABOUT):
            held[at] = max(moved, key=lambda other: other.score)
            held.append(best)
    return held


def _may_move(claim: Claim, other: Claim) -> bool:
    """Whether a fact may be moved on to another number, or to the same choice told once more."""
    if claim.value.bare or other.value.bare:
        return claim.value.bare and other.value.bare
    return bool(claim.value.fits[claim.field] == other.value.fits[claim.field])


def _exchanged(held: list[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The claims, two of them with their values exchanged where both together then fit better ("3 pro 2 kontra")."""
    scored = {(claim.field, claim.value.start): claim for claim in claims}
    for one, other in itertools.combinations(range(len(held)), 2):
        a, b = held[one], held[other]
        c, d = scored.get((a.field, b.value.start)), scored.get((b.field, a.value.start))
        if c and d and c.score + d.score > a.score + b.score:
            held[one], held[other] = c, d
    return held


def _seconds(held: Sequence[Claim], seen: Seen) -> Iterator[Claim]:
    """The amount that follows the first of a pair and that nothing else claims: "beda, 20 dan 24"."""
    taken = {claim.field: claim for claim in held}
    for name in seen.context.preferred & seen.fields.keys() - taken.keys():
        first = taken.get(seen.fields[name].second_of)
        free = (v for v in seen.values if v.bare and name in v.fits and all(v != claim.value for claim in held))
        after = next((v for v in free if first and v.first > first.value.last), None)
        if after is not None:
            yield Claim(1.0, name, after, cued=False)


def _onward(held: Sequence[Claim], claims: Sequence[Claim], seen: Seen) -> list[Claim]:
    """The claims, where of two posts the one told first is left for the other ("kabid KDEI balik sebagai kabag").

    Whoever stays what they are leaves and reaches the same: "tetap ahli muda, hanya ganti unit".
    """
    found = {claim.field: claim for claim in held}
    for goal in seen.context.preferred & seen.fields.keys():
        left = seen.fields[goal].goal_of
        if left not in seen.context.preferred or {goal, left} <= found.keys():
            continue
        if goal in found:
            first = found[goal].value
            mine = next((c for c in claims if c.field == left and c.value == first), None)
            later = next((c for c in claims if c.field == goal and _reached_behind(c.value, first, left, seen)), None)
            found |= {left: mine, goal: later} if mine and later else {}
        elif left in found and goal in found[left].value.fits and _stays(found[left].value, seen.text):
            found[goal] = replace(found[left], field=goal)
    return list(found.values())


def _stays(value: Value, text: Text) -> bool:
    """Whether a choice is told as one that stays: "tetap ahli muda"."""
    return text.at(lead_of(text, value.first)) in _STAYING


def _reached_behind(value: Value, first: Value, left: str, seen: Seen) -> bool:
    """Whether a value stands behind another one and behind a word that it is reached by: "jadi", "ke"."""
    lead = seen.text.at(lead_of(seen.text, value.first))
    return value.first > first.last and lead in seen.fields[left].unless_after


def _in_order(claims: Sequence[Claim], seen: Seen) -> list[Claim]:
    """The claims, where of two like amounts the one told first is the first ("25 atau 30 setahun")."""
    fields = seen.fields
    by_field = {claim.field: claim for claim in claims}
    ordered = dict(by_field)
    for name, second in by_field.items():
        first = by_field.get(fields[name].second_of)
        if (
            first
            and fields[name].yearly
            and _turned_round(first, second)
            and not is_rather(second.value, fields[name], seen)
        ):
            ordered[name] = replace(second, value=first.value)
            ordered[first.field] = replace(first, value=second.value)
    return list(ordered.values())


def _turned_round(first: Claim, second: Claim) -> bool:
    """Whether the second of two like amounts is told before the first."""
    like = {second.field, first.field} <= second.value.fits.keys()
    return like and second.value.start < first.value.start
