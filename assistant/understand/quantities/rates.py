"""Numbers reached once in a stretch of time: "2,5 per bulan", "tiap semester 14", "25 AK setahun"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.understand.language.numerals import goes_on, half_behind
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount

_HALF = "setengah"  # behind a time it makes it longer
_ARTICLES = frozenset({"a", "an"})
_ONE = frozenset({"satu", "1", "one"})
_AHEAD = 4  # words between "tiap semester" and its number
_BEHIND = 2  # words between a number and "per bulan"
_CLAUSE_ENDS = frozenset(".,;?!") | {"dan", "and", "tapi"}
_COUNTED = frozenset({"kali", "orang", "jp", "jam"})  # these are asked for by the year as they are told
_LOOKED_BACK = 3  # words before a stretch among which its number is looked for


@dataclass(frozen=True)
class _Stretch:
    """The words that name a time in which something comes back, and how many months it has."""

    first: int
    last: int
    months: int


def rate(text: Text, numbers: Sequence[Amount]) -> list[Amount]:
    """The numbers, each that comes back with the months in which it does; those of the stretch itself are gone."""
    stretches = list(_stretches(text, numbers))
    rated = list(numbers)
    for stretch in stretches:
        target = _number_of(text, stretch, rated)
        if target is not None and _comes_back(target):
            rated[rated.index(target)] = replace(target, per=stretch.months)
    inside = [range(stretch.first, stretch.last + 1) for stretch in stretches]
    months = load_units().months
    taken = {a.first for a in rated if a.unit in months and any(a.first in span for span in inside)}
    return [amount for amount in rated if amount.first not in taken]


def _number_of(text: Text, stretch: _Stretch, numbers: Sequence[Amount]) -> Amount | None:
    """The number that comes back in a stretch: the one before it, unless it leads on to the one behind."""
    after = [a for a in numbers if a.first > stretch.last and _near(text, stretch.last + 1, a.first, _AHEAD)]
    before = [a for a in numbers if a.last < stretch.first and _near(text, a.last + 1, stretch.first, _BEHIND)]
    behind = max(before, key=lambda a: a.first, default=None)
    ahead = min(after, key=lambda a: a.first, default=None)
    return ahead if behind is None or (ahead and _gains(text, stretch, ahead.first)) else behind


def _comes_back(amount: Amount) -> bool:
    return not amount.per and amount.unit not in load_units().months and amount.unit not in _COUNTED


def _gains(text: Text, stretch: _Stretch, high: int) -> bool:
    """Whether "tiap tahun dapat" leads on to the number behind it rather than closes the one before it."""
    units, low = load_units(), stretch.last + 1
    leads = text.at(stretch.first) in units.leading or low < high
    return leads and all(word.text in units.gains for word in text.words[low:high])


def _stretches(text: Text, numbers: Sequence[Amount]) -> Iterator[_Stretch]:
    """Where a stretch of time is named that something comes back in."""
    units = load_units()
    for at, word in enumerate(text.words):
        fused = units.one.get(word.text)
        fused = fused if fused in units.months else None
        months = units.months.get(fused or units.by_word.get(word.text.removesuffix("nya"), ""))
        numbered = text.at(at + 1).isdigit() and text.at(at - 1) not in units.each  # "triwulan 4"
        if not months or numbered or text.at(at + 1) == _HALF or half_behind(text, at) or _is_longer(text, at):
            continue
        if (fused is None and text.at(at - 1) in units.each) or (
            fused is None and text.at(at - 1) in _ONE and _leads_on(text, at, numbers, gaining=True)
        ):
            yield _Stretch(at - 1, at, int(months))
        elif fused is not None and (
            _leads_on(text, at, numbers) or _near(text, _number_before(text, at, numbers), at, _BEHIND)
        ):
            yield _Stretch(at, at, int(months))


def _is_longer(text: Text, at: int) -> bool:
    """Whether a time is told by two units: "a year and three months"."""
    return text.at(at - 1) in _ARTICLES and goes_on(text, at - 1)


def _leads_on(text: Text, at: int, numbers: Sequence[Amount], gaining: bool = False) -> bool:
    """ "Setahun dapat 12,5": words of gaining and then a number; or right then a number, where none stands before it."""
    end = at + 1
    while text.at(end) in load_units().gains:
        end += 1
    ahead = next((a for a in numbers if a.first == end and a.unit not in load_units().months), None)
    free = end > at + 1 or (not gaining and not any(at - _BEHIND - 1 <= a.last < at for a in numbers))
    return ahead is not None and free and not text.parts_lines(at, end)


def _number_before(text: Text, at: int, numbers: Sequence[Amount]) -> int:
    """The place behind the last word with a digit of a number before a place; one far off where there is none.

    A time joined to another comes back no more than it ("2 tahun lewat sebulan"), and the digit of "S1" is no number.
    """
    units = load_units()
    places = range(at - 1, max(-1, at - _LOOKED_BACK - 1), -1)
    if any(units.by_word.get(text.at(place), "") in units.months for place in places):
        return -9
    told = {place for number in numbers for place in range(number.first, number.last + 1)}
    return next((place + 1 for place in places if place in told and text.at(place)[0].isdigit()), -9)


def _near(text: Text, low: int, high: int, most: int) -> bool:
    """Whether between two places stand at most so many words, none of them a number or the end of a clause."""
    between = [word.text for word in text.words[max(low, 0) : high]]
    if 0 < low <= high < len(text.words) and text.parts_lines(low - 1, high):
        return False
    return 0 <= high - low <= most and not any(said in _CLAUSE_ENDS or said[0].isdigit() for said in between)
