"""Dates in a message: "1-3-2021", "2021-03-01", "Maret 2021", and the time that has passed since one."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import YEARS, Amount, Marking
from assistant.understand.quantities.short_dates import days_alone, in_short_figures, year_ahead, year_behind
from assistant.understand.quantities.years_apart import year_apart

_DATE = re.compile(
    r"(?<![\d/])(?:(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})|(?P<y2>\d{4})-(?P<m2>\d{1,2})-(?P<d2>\d{1,2}))(?![\d/])"
)
_LEAD = 4  # words before a date in which "sejak" makes it a beginning
_DAYS = range(1, 32)


def read_dates(marking: Marking, today: date, year: int = 0) -> Iterator[Amount]:
    """Every date, as a beginning with the whole months up to today where it is told as one."""
    whole = [*_in_figures(marking, today), *_by_name(marking, today), *_days_of_a_year_apart(marking, today)]
    for found in (*whole, *_of_that_year(marking, whole, year)):
        yield _since(found, marking, today)
    yield from _years_told_before(marking, whole)
    yield from _spans_of_months(marking)
    yield from _years_behind_taken(marking, today)


def _years_behind_taken(marking: Marking, today: date) -> Iterator[Amount]:
    """The year of a month that is a choice and no date: "KP Okt 26"."""
    text = marking.text
    for at, word in enumerate(text.words):
        if word.text not in load_units().month_names:
            continue
        year, last = year_behind(text, at, today)
        year, first, last = year_apart(text, at + 1, today) or (year, last, last)
        span = text.span(first, last)
        if year and text.at(last) != str(year) and not marking.is_taken(*span):
            marking.take(*span)
            yield marking.amount("number", Decimal(year), *span)


def _days_of_a_year_apart(marking: Marking, today: date) -> Iterator[Amount]:
    """ "15 Maret tahun depan": a day of a year told by how far it lies from this one."""
    text, names = marking.text, load_units().month_names
    for at, word in enumerate(text.words):
        day, month = text.at(at - 1), names.get(word.text)
        apart = year_apart(text, at + 1, today) if month and day.isdecimal() and int(day) in _DAYS else None
        if month and apart:
            yield from _date(marking, text.span(at - 1, apart[2]), apart[0], month, int(day))


def _years_told_before(marking: Marking, told: Sequence[Amount]) -> Iterator[Amount]:
    """ "DUPAK masuk 3 Juli 2026, kenaikan Oktober tahun itu": the year of the only date told before."""
    text = marking.text
    for said in load_units().that_year:
        for first, last in text.find(said):
            years = {amount.value.year for amount in told if amount.last < first}
            span = text.span(first, last)
            if len(years) == 1 and not marking.is_taken(*span):
                marking.take(*span)
                yield marking.amount("number", Decimal(years.pop()), *span)


def _spans_of_months(marking: Marking) -> Iterator[Amount]:
    """ "Januari sampai April": four months, where neither has a day or a year of its own."""
    names, text = load_units().month_names, marking.text
    for at, word in enumerate(text.words):
        first = names.get(word.text)
        if not first:
            continue
        link = max((said.count(" ") + 1 for said in load_units().up_to if text.begins(at + 1, said)), default=0)
        until = at + link + 1
        last = names.get(text.at(until))
        dated = text.at(at - 1).isdecimal() or text.at(until + 1).isdecimal()
        if not last or dated or not link or last <= first:
            continue
        span = text.span(at, until)
        if not marking.is_taken(*span):
            marking.take(*span)
            found = marking.amount("duration", last - first + 1, *span, unit="bulan")
            yield replace(found, span=True)


def _in_figures(marking: Marking, today: date) -> Iterator[Amount]:
    for found in _DATE.finditer(marking.text.raw):
        parts = (found["y"] or found["y2"], found["m"] or found["m2"], found["d"] or found["d2"])
        year, month, day = (int(part) for part in parts)
        yield from _date(marking, found.span(), year, month, day)
    for span, (year, month, day) in in_short_figures(marking.text, today):
        yield from _date(marking, span, year, month, day)


def _by_name(marking: Marking, today: date) -> Iterator[Amount]:
    """Dates whose month is named, with or without a day."""
    names, text = load_units().month_names, marking.text
    for at, word in enumerate(text.words):
        month = names.get(word.text)
        year, last = year_behind(text, at, today) if month else (0, at)
        if month and year:
            day = text.at(at - 1)
            on = int(day) if day.isdecimal() and int(day) in _DAYS else None
            span = text.span(at - 1 if on else at, last)
            ends = on is None and any(text.before(at, p.count(" ") + 1) == p for p in load_units().month_ends)
            whole = on or (monthrange(year, month)[1] if ends else 1)
            yield from _date(marking, span, year, month, whole, rough=on is None)
        elif month and (behind := _day_and_year(text, at + 1)):  # "May 14, 1972"
            on, in_year, last = behind
            yield from _date(marking, text.span(at, last), in_year, month, on)
        elif month and (ahead := year_ahead(text, at))[0]:
            yield from _date(marking, text.span(ahead[1], at), ahead[0], month, 1, rough=True)


def _day_and_year(text: Text, at: int) -> tuple[int, int, int] | None:
    """The day and the year behind the name of a month, and the place of the year."""
    after = at + 1 + (text.at(at + 1) == ",")
    day, year = text.at(at), text.at(after)
    told = day.isdecimal() and int(day) in _DAYS and year.isdecimal() and int(year) in YEARS
    return (int(day), int(year), after) if told else None


def _of_that_year(marking: Marking, told: Sequence[Amount], spoken_of: int) -> Iterator[Amount]:
    """ "12 Mei 2023 ... 10 Juni": a day without a year is of the year told last, or of the first one told after it.

    Where no year is told at all it is of the one spoken of before; else it is no date, and its day is no number either.
    """
    text = marking.text
    for span, month, day in days_alone(text, [amount.start for amount in told]):
        if not told and (
            alone := _only_year(text) or _year_that_ends(text, span[0]) or spoken_of
        ):  # "naik Oktober 2021 ... PAK keluar 9 Agustus"
            yield from _date(marking, span, alone, month, day)
        elif not told:
            marking.take(*span)
        else:
            before = [amount for amount in told if amount.start < span[1]]
            year = max(before, key=lambda a: a.start) if before else min(told, key=lambda a: a.start)
            yield from _date(marking, span, year.value.year, month, day)


def _only_year(text: Text) -> int:
    """The one year that a message names behind a month, 0 where it names none or several."""
    months = [at for at, word in enumerate(text.words) if word.text in load_units().month_names]
    years = {int(text.at(at + 1)) for at in months if text.at(at + 1).isdecimal() and int(text.at(at + 1)) in YEARS}
    return years.pop() if len(years) == 1 else 0


def _year_that_ends(text: Text, start: int) -> int:
    """The one year named in a message, where a day is told as its last: "kinerja 2025, tahunnya tutup 31 Desember"."""
    table = load_units()
    before = [word.text for word in text.words if word.end <= start][-_LEAD:]
    if not (table.year_words & {*before} and table.year_ends & {*before}):
        return 0
    years = {int(word.text) for word in text.words if word.text.isdecimal() and int(word.text) in YEARS}
    return years.pop() if len(years) == 1 else 0


def _date(
    marking: Marking, span: tuple[int, int], year: int, month: int, day: int, rough: bool = False
) -> Iterator[Amount]:
    if marking.is_taken(*span):
        return
    try:
        value = date(year, month, day)
    except ValueError:
        return
    marking.take(*span)
    yield marking.amount("date", value, *span, rough=rough)


def _since(amount: Amount, marking: Marking, today: date) -> Amount:
    before = f" {marking.text.before(amount.first, _LEAD)} "
    begun = any(before.endswith(f" {phrase} ") for phrase in load_units().begun)
    if not begun and not any(f" {phrase} " in before for phrase in load_units().since):
        return amount
    months = (today.year - amount.value.year) * 12 + today.month - amount.value.month
    months -= today.day < amount.value.day
    return replace(amount, kind="since", value=(amount.value, max(months, 0)))
