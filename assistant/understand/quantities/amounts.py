"""Numbers, durations and dates in a message, each with the words and characters it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.understand.language.text import Spans, Text, Word
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount, Marking
from assistant.understand.quantities.asides import without_asides
from assistant.understand.quantities.dates import read_dates
from assistant.understand.quantities.durations import lengthen
from assistant.understand.quantities.lacking import without_missing
from assistant.understand.quantities.numbers import read_numbers
from assistant.understand.quantities.often import yearly
from assistant.understand.quantities.rates import rate

_PASSED = frozenset({"-", "an", "lah", "ya", "sih", "lebih"})  # between an amount and the exact one behind it
_VERY = frozenset({"sangat", "very"})
_ENDS = frozenset(".?!;")
_FAR = 9  # words between an amount and the exact one further on
_LEAST, _MOST = Decimal("0.6"), Decimal(2)  # what an exact amount may be of the rough one
_DENYING = frozenset({"tidak", "belum", "bukan", "tanpa"})


def read_amounts(text: Text, today: date, hidden: Spans = (), year: int = 0) -> tuple[Amount, ...]:
    """Every amount of a message, none twice; `hidden` characters (citations, ranks) are passed over.

    A day without a year is of the `year` spoken of before where the message names none.
    """
    marking = Marking(text, hidden)
    found = [*read_dates(marking, today, year)]
    found += lengthen(text, rate(text, [_not_one(text, number) for number in read_numbers(marking)]))
    told = sorted((_turned(text, _signed(text, a)) for a in found), key=lambda amount: amount.start)
    told = without_asides(text, yearly(text, without_missing(text, told, today)))
    return tuple(_exact(text, told))


def _exact(text: Text, told: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts without those put exactly behind them; right behind it, the exact one stands for both."""
    rough: Amount | None = None
    for at, amount in enumerate(told):
        both = rough if rough and amount.kind == "duration" else None
        if at + 1 < len(told) and _puts_exactly(text, amount, told[at + 1]):
            rough = amount if _is_right_behind(text, amount, told[at + 1]) else None
            continue
        rough = None
        yield replace(amount, start=both.start, first=both.first) if both else amount


def _is_right_behind(text: Text, rough: Amount, exact: Amount) -> bool:
    """Whether nothing but words that put it exactly stands between two amounts: "2 tahun, lebih tepatnya 20 bulan"."""
    said = {word for phrase in load_units().exactly for word in phrase.split()}
    between = text.words[rough.last + 1 : exact.first]
    return all(word.is_mark or word.text in said | _PASSED for word in between)


def _puts_exactly(text: Text, rough: Amount, exact: Amount) -> bool:
    """Whether an amount says exactly what the one before it only came near: "hampir 2 tahun, tepatnya 23 bulan"."""
    if rough.kind != exact.kind and not _is_in_month(rough, exact):
        return False
    if text.parts_lines(rough.last, exact.first):
        return False
    between = [word.text for word in text.words[rough.last + 1 : exact.first] if word.text not in _PASSED]
    marks = [word for word in between if word not in (",", "(")]
    if " ".join(marks) in load_units().exactly or _is_told_exactly(text, rough, exact):
        return True
    if _is_in_month(rough, exact):
        return marks == [] and "(" in between
    return bool(rough.bound) and marks in (["baru"], []) and "," in between


def _is_told_exactly(text: Text, rough: Amount, exact: Amount) -> bool:
    """Whether an amount is put exactly further on in its sentence: "setahun lebih di jenjang ini, tepatnya 15 bulan"."""
    between = text.said[rough.last + 1 : exact.first]
    told = any(text.before(exact.first, p.count(" ") + 1) == p for p in load_units().put_exactly)
    if not told or len(between) > _FAR or _ENDS & {*between} or rough.kind not in ("number", "duration"):
        return False
    alike = rough.kind == exact.kind and (rough.unit == exact.unit or rough.kind == "duration")
    return alike and bool(rough.value) and _LEAST <= Decimal(exact.value) / Decimal(rough.value) <= _MOST


def _is_in_month(rough: Amount, exact: Amount) -> bool:
    """Whether a day is one of the month that was told before it: "akhir Desember 2026 (31 Desember)"."""
    if not rough.rough or rough.kind not in ("date", "since") or exact.rough or exact.kind not in ("date", "since"):
        return False
    month, day = (amount.value if amount.kind == "date" else amount.value[0] for amount in (rough, exact))
    return bool((month.year, month.month) == (day.year, day.month))


def _not_one(text: Text, number: Amount) -> Amount:
    """ "Tidak ada satu pun" is none, and so is "sekali pun belum"."""
    around = {text.at(number.first - 1), text.at(number.first - 2), text.at(number.last + 2)}
    denied = text.at(number.last + 1) == "pun" and around & _DENYING
    return replace(number, value=Decimal(0), last=number.last + 1) if denied and number.value == 1 else number


def _turned(text: Text, amount: Amount) -> Amount:
    """The amount, marked where it only looks back ("2 tahun terakhir") or says what is missing ("kurang satu")."""
    units = load_units()
    before, after = text.at(amount.first - 1), text.at(amount.last + 1)
    back = amount.kind == "duration" and (after in units.looking_back or before in units.looking_back)
    ago = amount.kind == "duration" and _is_ago(text, amount, before)
    row = amount.kind == "duration" and after in units.in_a_row
    later = amount.kind == "duration" and after in units.later
    beyond = amount.kind == "number" and any(text.before(amount.first, len(p.split())) == p for p in units.beyond)
    rated = row or (amount.kind == "duration" and text.at(amount.first - 2) in _VERY)  # "sangat kurang dua tahun ini"
    short = before in units.short and not rated
    return replace(amount, later=later, back=back, ago=ago, in_a_row=row, short=short, beyond=beyond)


def _is_ago(text: Text, amount: Amount, before: str) -> bool:
    """Whether a time says when something was; "sejak 2 tahun lalu" says how long it has lasted."""
    units = load_units()
    behind = amount.last + (2 if text.at(amount.last + 1) == "yang" else 1)
    goes_on = text.at(behind) == "lalu" and text.at(behind + 1) in units.going_on  # "3 tahun lalu diperpanjang"
    return text.at(behind) in units.ago and before not in units.since and not goes_on


def _signed(text: Text, amount: Amount) -> Amount:
    """The number with the minus before it."""
    if amount.kind != "number" or not amount.first:
        return amount
    before = text.words[amount.first - 1]
    minus = before.text in ("minus", "negatif") or (before.text in "-−" and _is_sign(text, before))
    return replace(amount, value=-amount.value, start=before.start, first=amount.first - 1) if minus else amount


def _is_sign(text: Text, mark: Word) -> bool:
    """Whether a dash is a sign, not a hyphen or a range."""
    lead = text.raw[mark.start - 1 : mark.start]
    return mark.end < len(text.raw) and (not lead or lead.isspace()) and not text.raw[mark.end].isspace()
