"""Values found in a message before it is known which fact each of them is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.amount import ORDINAL, Amount

CREDITS = "angka kredit"
_TIMES = "kali"
_NEED_CUES = (_TIMES, "orang", "persen", ORDINAL)  # units of too many facts
_DAYS = frozenset({"hari", "minggu"})  # times that are no whole months
_MONTHS_PER_YEAR = 12
_WHOLE = 100  # percent


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
    year: bool = False  # the name of a year
    since: bool = False  # a date told as a beginning
    long_ago: bool = False  # one more than a year ago
    itself: bool = False  # an amount that is a cue itself ("setahun")
    back: bool = False  # only says how far back something looks
    per: bool = False  # an amount that comes back, which is what a yearly fact takes
    bare: bool = False  # an amount whose meaning nothing but a cue can tell
    ago: bool = False  # says when something was, which needs a cue to tell how long it has lasted
    unit: str = ""
    bound: str = ""  # a time told by what it stays under or exceeds
    more: bool = False  # tells what is added: "six more months"
    reckoned: bool = False  # what two amounts come to
    counts_noun: bool = False  # a number of the things that the word behind it names: "dua rencana"


def amount_values(
    amounts: Sequence[Amount], fields: Mapping[str, Field], wanted: Collection[str], cues: Sequence[PhraseHit[str]]
) -> list[Value]:
    """The amounts of a text as values of the facts they could be; one that is itself a cue ("setahun") needs another."""
    found = []
    for amount in amounts:
        fits = {name: fitted for name in wanted if (fitted := _fit(amount, fields[name])) is not None}
        if fits:
            found.append(_value(amount, fits, cues))
    return found


def same_unit(said: str, unit: str) -> bool:
    """Whether a unit word counts what a fact's own unit counts."""
    if {said, unit} <= {"persen", "%"} or (said, unit.casefold()) == ("jam", "jp"):  # lessons are told in hours
        return True
    return load_units().by_word.get(unit.casefold(), unit.casefold()) == said.casefold()


def _value(amount: Amount, fits: Mapping[str, Any], cues: Sequence[PhraseHit[str]]) -> Value:
    return Value(
        fits,
        amount.start,
        amount.end,
        amount.first,
        amount.last,
        guarded=amount.back or amount.short or amount.span or amount.is_year or amount.unit in _NEED_CUES,
        itself=any(cue.first <= amount.first and amount.last <= cue.last for cue in cues),
        bare=True,
        day=amount.kind in ("date", "since"),
        year=amount.is_year,
        since=amount.kind == "since",
        long_ago=amount.kind == "since" and amount.value[1] > _MONTHS_PER_YEAR,
        ago=amount.ago,
        back=amount.back,
        unit=amount.unit,
        bound=amount.bound,
        per=bool(amount.per),
        more=amount.more,
        counts_noun=amount.counts_noun,
        reckoned=amount.reckoned,
    )


def _fit(amount: Amount, field: Field) -> Any:
    """The amount as this fact holds it, None when it cannot be one."""
    unit, kind = field.words.unit, field.kind
    if kind == "tanggal":
        return {"date": amount.value, "since": amount.value[0] if amount.kind == "since" else None}.get(amount.kind)
    if kind == "lama":
        if (amount.in_a_row and field.held_in) or (amount.later and (field.up_to_now or field.past)):
            return None
        months = None if amount.short or (amount.ago and not field.up_to_now) else _months(amount)
        return None if months and field.most and months > field.most else months
    if kind not in ("bilangan", "cacah") or amount.kind not in ("number", "duration"):
        return None
    if amount.unit == _TIMES and amount.per > _MONTHS_PER_YEAR:  # "dua tahun sekali" is no number of times a year
        return None
    if amount.short and kind == "bilangan":  # "AK kurang 12" tells what is missing, not what there is
        return None
    if amount.beyond and same_unit("persen", unit):  # "di bawah 25 persen" are not 25
        return None
    if amount.per and unit == CREDITS:
        return amount.value * _MONTHS_PER_YEAR / amount.per if field.yearly else None
    if amount.kind == "duration":  # "2 tahun terakhir" is no age and no count of years
        apart = amount.back or amount.ago or field.year or (amount.later and field.least)
        return None if apart else _in_unit(amount, unit, kind)
    if kind == "cacah" and amount.is_year != field.year:
        return None
    counted = _counted(amount, unit, kind)
    return None if field.least and counted == 0 else counted  # "tidak satu pun" counts no team


def _counted(amount: Amount, unit: str, kind: str) -> Decimal | int | None:
    """A number as a fact of this unit and kind holds it."""
    if amount.unit == ORDINAL:  # the second day has no score of two
        return int(amount.value) if kind == "cacah" else None
    if amount.unit and unit and amount.unit != unit and not same_unit(amount.unit, unit):
        return None
    if amount.is_year and unit == CREDITS:
        return None
    if amount.unit in _DAYS and amount.unit != unit:  # "3 hari sebelum" counts no assessments
        return None
    if kind == "cacah" and amount.value != amount.value.to_integral_value():
        return None
    part = not amount.unit and 0 < amount.value < 1 and same_unit("persen", unit)  # "seperempat target"
    return int(amount.value) if kind == "cacah" else Decimal(amount.value) * (_WHOLE if part else 1)


def _months(amount: Amount) -> int | None:
    if amount.kind == "since":
        return int(amount.value[1]) or None
    if amount.kind == "number" and not amount.value and not amount.unit:
        return 0
    return int(amount.value) if amount.kind == "duration" and not amount.rough else None


def _in_unit(amount: Amount, unit: str, kind: str) -> Decimal | int | None:
    """A duration as a number of the fact's own time unit."""
    months = load_units().months.get(unit)
    if not months:
        return None
    value = Decimal(amount.value) / months
    if kind == "bilangan":
        return value
    return int(value) if value == value.to_integral_value() else None
