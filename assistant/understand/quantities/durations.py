"""Numbers with time units become durations in months: "2 tahun 3 bulan", "hampir setahun", "setahun setengah"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.understand.language.numerals import half_behind
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import ORDINAL, Amount
from assistant.understand.quantities.introduced import is_led_by

_HALF, _MONTH = "setengah", "bulan"
_JOINTS = ("dan", "lebih", "lewat", "and", ",", "plus", "ditambah", "tambah", "sama")
_ADDED = ("ditambah", "tambah", "plus", "lebih", "lewat")
_AGES = frozenset({"usia", "umur", "berusia", "age", "aged"})
_CLOSE = ("-", "/")  # joints that stand without blanks: "1th-8bln", but "1 - 3 bulan"
_AGAIN = (["/"], ["="], ["("])
_MOST_MONTHS = 12  # from so many months on they are a year of their own
_LEAD = 2  # words before a duration in which "hampir" makes it less


def lengthen(text: Text, numbers: Sequence[Amount]) -> list[Amount]:
    """The numbers, those with time units as durations; "2 tahun 3 bulan" becomes one."""
    found: list[Amount] = []
    for amount in sorted(numbers, key=lambda each: each.start):
        duration = _duration(text, _numbered(text, amount))
        if found and _continues(text, found[-1], duration):
            found[-1] = _joined(found[-1], duration)
        elif found and _is_said_again(text, found[-1], duration):
            continue
        else:
            found.append(duration)
    return [_about(text, a) for at, a in enumerate(found) if not at or a.start >= found[at - 1].end]


def _is_said_again(text: Text, before: Amount, duration: Amount) -> bool:
    """Whether one time is told in another unit right behind: "3th/36bln"."""
    both = before.kind == duration.kind == "duration" and before.value == duration.value
    return both and [word.text for word in text.words[before.last + 1 : duration.first]] in _AGAIN


def _numbered(text: Text, amount: Amount) -> Amount:
    """A plain number with the word for months before it that it numbers: "dipindah pada bulan ke-21" is at 21 months."""
    at = amount.first - (2 if text.at(amount.first - 1) == "-" else 1)
    if (
        amount.kind != "number"
        or amount.unit not in ("", ORDINAL)
        or text.at(at) != ORDINAL
        or text.at(at - 1) != _MONTH
    ):
        return amount
    return replace(amount, unit=_MONTH, start=text.words[at - 1].start, first=at - 1)


def _duration(text: Text, amount: Amount) -> Amount:
    each = load_units().months.get(amount.unit)
    if each is None:
        return amount
    months = amount.value * each
    half = 1 if text.at(amount.last + 1) == _HALF else half_behind(text, amount.last)
    if half:
        months += each / 2
        amount = replace(amount, end=text.words[amount.last + half].end, last=amount.last + half)
    whole = months == months.to_integral_value()
    return replace(amount, kind="duration", value=months if not whole else Decimal(int(months)), rough=not whole)


def _continues(text: Text, before: Amount, duration: Amount) -> bool:
    """Whether months follow years right away, or one time is added to another ("sepuluh bulan ditambah setahun")."""
    if _is_age(text, before) and duration.unit == "bulan" and text.at(before.last + 1) in _ADDED:
        return duration.first == before.last + 2
    both = before.kind == duration.kind == "duration"
    added = text.at(duration.first - 1) in _ADDED
    if text.at(duration.first - 1) == "," and text.at(duration.last + 1) in load_units().later:
        return False  # "sudah 2 tahun, 3 bulan lagi pensiun" are two times
    if text.at(duration.first - 1) in (",", *_CLOSE) and duration.kind == "duration" and duration.value >= _MOST_MONTHS:
        return False  # "3 tahun, 14 bulan di antaranya cuti"
    if not both or (not added and (before.unit != "tahun" or duration.unit not in ("bulan", "semester"))):
        return False
    between = [word.text for word in text.words[before.last + 1 : duration.first]]
    if len(between) == 1 and between[0] in _CLOSE:  # "2 tahun / 1 semester" is no sum
        return duration.unit == _MONTH and duration.start - before.end == 1
    return all(word in _JOINTS for word in between) and len(between) <= 1


def _is_age(text: Text, amount: Amount) -> bool:
    """Whether a number alone is an age: "umur 51 lebih 2 bulan"."""
    return amount.kind == "number" and not amount.unit and is_led_by(text, amount.first, _AGES)


def _joined(years: Amount, months: Amount) -> Amount:
    each = load_units().months["tahun"] if years.kind == "number" else Decimal(1)
    value = years.value * (each or 1) + months.value
    return replace(years, kind="duration", value=value, end=months.end, last=months.last, unit="bulan", rough=False)


def _about(text: Text, amount: Amount) -> Amount:
    """ "Hampir 2 tahun" is not yet two years: the last whole month before it; "lebih dari" the first one after."""
    if amount.kind != "duration":
        return amount
    before, units = f" {text.before(amount.first, _LEAD)}", load_units()
    if any(before.endswith(f" {phrase}") for phrase in units.under):
        return replace(amount, value=amount.value - 1, bound="under")
    behind = next((phrase for phrase in units.a_little_over if text.begins(amount.last + 1, phrase)), "")
    little = behind and text.at(amount.last + 1 + len(behind.split())) not in units.than
    if little or any(before.endswith(f" {phrase}") for phrase in units.over):
        return replace(amount, value=amount.value + 1, bound="over")
    return amount
