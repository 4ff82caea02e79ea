"""Which value belongs to which fact: by the words around it, by what was asked, and by what the calculator needs.

Every possible pair of value and fact is a claim with a score; the best claims win, each value and each fact once.
"""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from assistant.understand.amounts import ORDINAL, Amount
from assistant.understand.loose import LooseBook
from assistant.understand.phrasebook import PhraseBook, PhraseHit
from assistant.understand.rows import RowShape
from assistant.understand.text import Text
from assistant.understand.units import load_units
from assistant.understand.vocabulary import Field

_FAR = 6  # words between a value and its cue
_BY_UNIT = 6.0  # what a number's own unit word is worth as a cue
_FOR_ORDINAL = 3.0  # by which "periode ketiga" is less of a count than "dua periode"
_PAIRED = frozenset({"dan", "sama", "atau", "vs", "versus", "or", "and", "dengan"})
_STOP = frozenset(".?!;")
_MANY = frozenset({"orang", "kali", "angka kredit"})
_CREDITS = "angka kredit"
_PAUSE = frozenset(",") | {"dan", "sama", "terus", "and", "dengan", "tapi", "lalu"}


@dataclass(frozen=True)
class Value:
    """A value found in the text, before it is known which fact it is; `fits` are the facts it could be."""

    fits: Mapping[str, Any]  # field -> the value as that fact holds it
    start: int
    end: int
    first: int
    last: int
    guarded: bool = False
    day: bool = False  # a date, which may stand for a duration up to today
    itself: bool = False  # an amount that is a cue itself ("setahun")
    per: bool = False  # an amount that comes back, which is what a yearly fact takes
    bare: bool = False  # an amount whose meaning nothing but a cue can tell
    unit: str = ""


@dataclass(frozen=True)
class Claim:
    """A fact's claim to a value."""

    score: float
    field: str
    value: Value
    cued: bool


@dataclass(frozen=True)
class Context:
    """What leads the reading: the calculator's facts, the facts asked for, and the rows the calculator takes."""

    preferred: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()
    shapes: Mapping[str, RowShape] = field(default_factory=dict)


class Cues:
    """The cue words of all facts."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self.fields = fields
        self._book = PhraseBook((cue, name) for name, field in fields.items() for cue in field.cues)
        self._loose = LooseBook(
            (cue, n) for n, field in fields.items() if field.kind == "ya_tidak" for cue in field.cues
        )

    def find(self, text: Text, wanted: Collection[str]) -> list[PhraseHit[str]]:
        """Where the cues of these facts stand; each hit's payload is the fact."""
        return self._book.find(text, wanted.__contains__)

    def apart(self, text: Text, wanted: Collection[str]) -> list[PhraseHit[str]]:
        """Where the cue words of these yes-or-no facts stand apart."""
        best: dict[str, PhraseHit[str]] = {}
        for hit in self._loose.find(text, wanted):
            other = best.get(hit.payload)
            if other is None or (hit.length, other.last - other.first) > (other.length, hit.last - hit.first):
                best[hit.payload] = hit
        return list(best.values())


def settle(
    text: Text, values: Sequence[Value], cues: Sequence[PhraseHit[str]], fields: Mapping[str, Field], context: Context
) -> list[Claim]:
    """The claims that hold, in the order of the text."""
    claims = [claim for value in values for claim in _claims(text, value, values, cues, fields, context)]
    held: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (-c.score, c.value.start)):
        if all(claim.value != other.value and claim.field != other.field for other in held):
            held.append(claim)
    held = _exchanged(held, claims)
    held += _seconds(held, values, fields, context)
    return sorted(_in_order(held, fields), key=lambda claim: claim.value.start)


def _exchanged(held: list[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The claims, two of them with their values exchanged where both together then fit better ("3 pro 2 kontra")."""
    scored = {(claim.field, claim.value.start): claim for claim in claims}
    for one, other in itertools.combinations(range(len(held)), 2):
        a, b = held[one], held[other]
        c, d = scored.get((a.field, b.value.start)), scored.get((b.field, a.value.start))
        if c and d and c.score + d.score > a.score + b.score:
            held[one], held[other] = c, d
    return held


def _seconds(
    held: Sequence[Claim], values: Sequence[Value], fields: Mapping[str, Field], context: Context
) -> Iterator[Claim]:
    """The amount that follows the first of a pair and that nothing else claims: "beda, 20 dan 24"."""
    taken = {claim.field: claim for claim in held}
    for name in context.preferred & fields.keys() - taken.keys():
        first = taken.get(fields[name].second_of)
        free = (v for v in values if v.bare and name in v.fits and all(v != claim.value for claim in held))
        after = next((v for v in free if first and v.first > first.value.last), None)
        if after is not None:
            yield Claim(1.0, name, after, cued=False)


def _in_order(claims: list[Claim], fields: Mapping[str, Field]) -> list[Claim]:
    """The claims, where of two like amounts the one told first is the first ("25 atau 30 setahun")."""
    by_field = {claim.field: claim for claim in claims}
    ordered = dict(by_field)
    for name, second in by_field.items():
        first = by_field.get(fields[name].second_of)
        if (
            first
            and fields[name].yearly
            and second.value.start < first.value.start
            and {name, first.field} <= second.value.fits.keys()
        ):
            ordered[name] = replace(second, value=first.value)
            ordered[first.field] = replace(first, value=second.value)
    return list(ordered.values())


def _claims(
    text: Text,
    value: Value,
    values: Sequence[Value],
    cues: Sequence[PhraseHit[str]],
    fields: Mapping[str, Field],
    context: Context,
) -> Iterator[Claim]:
    taken = any(name in context.preferred for name in value.fits)
    for name in value.fits:
        if taken and name not in context.preferred and name not in context.asked:
            continue  # what the calculator could take is not told about something else
        field = fields[name]
        if (
            field.yearly
            and not value.per
            and any(other.per for other in values)
            and not _beside_rate(text, value, values)
        ):
            continue  # one amount comes back every year, and it is another
        if (
            value.first
            and text.words[value.first - 1].text in field.unless_after
            and _follows_like(value, name, values)
        ):
            continue
        near = [
            score for cue in cues if cue.payload == name and (score := _nearness(text, value, cue, values, field)) > 0
        ]
        if value.unit and value.unit == field.words.unit and value.unit not in _MANY:
            near = [score + 1.0 for score in near]
        if value.day and field.kind == "lama":
            near = [score - 3.0 for score in near]
        best = max([*near, _BY_UNIT * (_counts(value.unit, field) or (value.per and field.yearly))], default=0.0)
        best -= _FOR_ORDINAL * (value.unit == ORDINAL and best > _FOR_ORDINAL)
        lead = 4.0 * (name in context.preferred) + 6.0 * (name in context.asked) - 0.1 * _asked_rank(name, context)
        if best > 0:
            yield Claim(best + lead, name, value, cued=True)
        elif value.itself:
            continue
        elif name in context.asked:
            yield Claim(3.0 + lead, name, value, cued=False)
        elif value.unit and value.unit == field.words.unit and name in context.preferred:
            yield Claim(2.5 + lead, name, value, cued=False)
        elif value.guarded or field.guarded:
            continue
        elif field.alone and (not value.bare or name in context.preferred):
            yield Claim(2.0 + lead, name, value, cued=False)
        elif name in context.preferred and _only(name, value, context):
            yield Claim(1.0 + lead, name, value, cued=False)


def _beside_rate(text: Text, value: Value, values: Sequence[Value]) -> bool:
    """Whether an amount is the first of a pair of which the second says how often: "14 sama 18 setahun"."""
    joined = value.last + 1 < len(text.words) and text.words[value.last + 1].text in _PAIRED
    return joined and any(other.per and other.first == value.last + 2 for other in values)


def _follows_like(value: Value, name: str, values: Sequence[Value]) -> bool:
    """Whether another value that could be this fact is told before."""
    return any(name in other.fits and other.first < value.first for other in values)


def _counts(unit: str, field: Field) -> bool:
    """Whether a number's unit word is the one this fact counts in; time units and persons serve too many facts."""
    return (
        bool(unit)
        and unit not in _MANY
        and unit not in load_units().months
        and bool(field.words.unit)
        and _same_unit(unit, field.words.unit)
    )


def _asked_rank(name: str, context: Context) -> int:
    return context.asked.index(name) if name in context.asked else 0


def _only(name: str, value: Value, context: Context) -> bool:
    """Whether the calculator has no other fact that this value could be."""
    return [other for other in value.fits if other in context.preferred] == [name]


def _nearness(text: Text, value: Value, cue: PhraseHit[str], values: Sequence[Value], field: Field) -> float:
    """How near a cue stands, 0 when it cannot belong: longer cues count more, words and pauses between count less."""
    if cue.first <= value.last and value.first <= cue.last:
        goes_on = (
            not value.bare and value.first < cue.first and value.last < cue.last
        )  # "tidak pernah" + "pernah kena ..."
        return 9.0 + 1.5 * cue.length if goes_on else 0.0
    behind = cue.first > value.last
    said = " ".join(cue.phrase)
    if said in (field.before if behind else field.behind):
        return 0.0
    low, high = (value.last + 1, cue.first) if behind else (cue.last + 1, value.first)
    between = text.words[low:high]
    if any(word.text in _STOP for word in between):
        return 0.0
    words = sum(not word.is_mark for word in between)
    if words > _FAR:
        return 0.0
    pauses = sum(word.text in _PAUSE for word in between)
    others = sum(low <= other.first < high and other.bare for other in values if other != value)
    return 9.0 + 1.5 * cue.length - words - 2.5 * pauses - 2.5 * others - 0.5 * behind


def amount_values(
    amounts: Sequence[Amount], fields: Mapping[str, Field], wanted: Collection[str], cues: Sequence[PhraseHit[str]]
) -> list[Value]:
    """The amounts of a text as values of the facts they could be; one that is itself a cue ("setahun") needs another."""
    found = []
    for amount in amounts:
        fits = {name: fitted for name in wanted if (fitted := _fit(amount, fields[name])) is not None}
        if fits:
            found.append(
                Value(
                    fits,
                    amount.start,
                    amount.end,
                    amount.first,
                    amount.last,
                    guarded=_must_be_cued(amount),
                    itself=any(cue.first <= amount.first and amount.last <= cue.last for cue in cues),
                    bare=True,
                    day=amount.kind in ("date", "since"),
                    unit=amount.unit,
                    per=bool(amount.per),
                )
            )
    return found


def _must_be_cued(amount: Amount) -> bool:
    return amount.back or amount.short or amount.is_year or amount.unit in ("kali", "orang", "persen", ORDINAL)


def _fit(amount: Amount, field: Field) -> Any:
    """The amount as this fact holds it, None when it cannot be one."""
    unit, kind = field.words.unit, field.kind
    if kind == "tanggal":
        return {"date": amount.value, "since": amount.value[0] if amount.kind == "since" else None}.get(amount.kind)
    if kind == "lama":
        return _months(amount)
    if kind not in ("bilangan", "cacah") or amount.kind not in ("number", "duration"):
        return None
    if amount.per and unit == _CREDITS:
        return amount.value * 12 / amount.per if field.yearly else None
    if amount.kind == "duration":  # "2 tahun terakhir" is no age and no count of years
        return None if amount.back else _in_unit(amount, unit, kind)
    if amount.unit == ORDINAL and kind == "cacah":
        return int(amount.value)
    if amount.unit and unit and amount.unit != unit and not _same_unit(amount.unit, unit):
        return None
    if kind == "cacah" and amount.value != amount.value.to_integral_value():
        return None
    return int(amount.value) if kind == "cacah" else amount.value


def _months(amount: Amount) -> int | None:
    if amount.kind == "since":
        return int(amount.value[1]) or None
    return int(amount.value) if amount.kind == "duration" and not amount.rough else None


def _in_unit(amount: Amount, unit: str, kind: str) -> Any:
    """A duration as a number of the fact's own time unit."""
    months = load_units().months.get(unit)
    if not months:
        return None
    value = Decimal(amount.value) / months
    if kind == "bilangan":
        return value
    return int(value) if value == value.to_integral_value() else None


def _same_unit(said: str, unit: str) -> bool:
    if {said, unit} <= {"persen", "%"}:
        return True
    return load_units().by_word.get(unit.casefold(), unit.casefold()) == said.casefold()
