"""How often in a year: "tiap semester sekali" and "setiap enam bulan" are twice, "dua kali per triwulan" eight times."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount

_TIMES = "kali"
_YEAR = Decimal(12)
_ONCE = Decimal(1)
_LOOKED_BACK = 3  # words before "tiap semester" among which it is said what comes back


def yearly(text: Text, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts, each number of times in a stretch of the year as what that comes to in a year."""
    found = list(amounts)
    for times in [a for a in amounts if a.unit == _TIMES and a.kind == "number"]:
        stretch = _beside(text, times, amounts)
        if stretch is not None:
            found.remove(times)
            found += [*_in_a_year(text, times, stretch)] or [replace(times, per=int(stretch.value))]
    found += _without_times(text, found)
    return sorted((a for a in found if not _is_stretch_of(a, found)), key=lambda amount: amount.start)


def _in_a_year(text: Text, times: Amount, stretch: Amount) -> Iterator[Amount]:
    """What so many times in a stretch come to; nothing where that is no whole number ("dua tahun sekali")."""
    value = times.value * _YEAR / stretch.value
    if value == value.to_integral_value():
        first, last = min(times.first, stretch.first), max(times.last, stretch.last)
        start, end = text.span(first, last)
        whole = Decimal(int(value))
        yield replace(times, value=whole, start=start, end=end, first=first, last=last, reckoned=whole != times.value)


def _beside(text: Text, times: Amount, amounts: Sequence[Amount]) -> Amount | None:
    """The stretch of time beside a number of times: "6 bulan sekali", "sekali dalam enam bulan", "tiap semester sekali"."""
    units = load_units()
    before = _stretch_at(text, times.first - 1, amounts, ending=True)
    if before is not None and (before.unit != _TIMES or text.at(before.first - 1) in units.each):
        return _with_lead(text, before)
    at = times.last + 1
    led = text.at(at) in units.each or text.at(at) in units.within
    after = _stretch_at(text, at + led, amounts, ending=False)
    return _with_lead(text, after) if after is not None and (led or after.unit != _TIMES) else None


def _with_lead(text: Text, stretch: Amount) -> Amount:
    lead = text.at(stretch.first - 1)
    return replace(stretch, first=stretch.first - 1) if lead in load_units().each | load_units().within else stretch


def _stretch_at(text: Text, at: int, amounts: Sequence[Amount], *, ending: bool) -> Amount | None:
    """A time that ends or begins at a word: one that is counted, or a bare "semester", marked by the unit of times."""
    for amount in amounts:
        if amount.kind == "duration" and (amount.last if ending else amount.first) == at and not amount.rough:
            return amount
    units = load_units()
    fused = units.one.get(text.at(at), "")
    months = units.months.get(fused or units.by_word.get(text.at(at), ""))
    if not months or months > _YEAR:
        return None
    start, end = text.span(at, at)
    return Amount("duration", months, start, end, at, at, unit="" if fused else _TIMES)


def _without_times(text: Text, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """ "Dinilai tiap semester", with no number of times: once in each."""
    units = load_units()
    for at, word in enumerate(text.words):
        before = {text.at(place) for place in range(max(0, at - _LOOKED_BACK), at)}
        if word.text not in units.leading or before.isdisjoint(units.coming_back):
            continue
        stretch = _stretch_at(text, at + 1, amounts, ending=False)
        free = stretch is not None and not any(_near(stretch, a) for a in amounts if a.unit == _TIMES)
        if stretch is not None and free and stretch.value < _YEAR:
            yield from _in_a_year(
                text, replace(_with_lead(text, stretch), kind="number", unit=_TIMES, value=_ONCE), stretch
            )


def _near(stretch: Amount, amount: Amount) -> bool:
    return amount.last >= stretch.first - _LOOKED_BACK and amount.first <= stretch.last + _LOOKED_BACK


def _covers(stretch: Amount, amount: Amount) -> bool:
    return stretch.first <= amount.first and amount.last <= stretch.last


def _is_stretch_of(amount: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether a time stands within the words that tell how often."""
    return amount.kind == "duration" and any(a.unit == _TIMES and _covers(a, amount) for a in amounts)
