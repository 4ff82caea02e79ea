"""Dates as people shorten them: "29/6/26", "1 jul 26", "tgl 29/6"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import YEARS
from corpus.data import load_yaml

_FIGURES = re.compile(r"(?<![\d/.,-])(\d{1,2})([-/.])(\d{1,2})\2['’]?(\d{2})(?![\d/-]|[.,]\d)")
_DAY_ALONE = re.compile(r"(?<![\d/.,-])(\d{1,2})([-/])(\d{1,2})(?![\d/-]|[.,]\d)")
_CENTURY = 100
_WHOLE = 100  # what shares of a whole come to: "20-10-70"
_COMING = 10  # years that a year of two digits may lie ahead
_EARLIEST = 1960  # a year of two digits is no earlier one
_SHORT = 2  # digits
_DAYS, _MONTHS = range(1, 32), range(1, 13)
_YEAR, _MONTH = "tahun", "bulan"
_QUOTES = frozenset("'’`")
Day = tuple[tuple[int, int], int, int]  # its characters, the month and the day


def full_year(short: str, today: date) -> int:
    """The year that two digits stand for; 0 where they stand for none."""
    if len(short) != _SHORT or not short.isdecimal():
        return 0
    year = today.year - today.year % _CENTURY + int(short)
    year -= _CENTURY if year > today.year + _COMING else 0
    return year if year >= _EARLIEST else 0


def in_short_figures(text: Text, today: date) -> Iterator[tuple[tuple[int, int], tuple[int, int, int]]]:
    """Dates whose year has two digits; counts in a row and shares of a whole are none."""
    for found in _FIGURES.finditer(text.raw):
        day, month, year = int(found[1]), int(found[3]), full_year(found[4], today)
        shares = day + month + int(found[4]) == _WHOLE
        if year and day in _DAYS and month in _MONTHS and not shares and not _is_counted(text, found.start()):
            yield found.span(), (year, month, day)


def year_behind(text: Text, at: int, today: date) -> tuple[int, int]:
    """The year behind the name of a month and its place; 0 where none stands there."""
    if apart := _year_in_passing(text, at) or _year_named(text, at):
        return apart
    quoted = text.at(at + 1) in _QUOTES
    last = at + 1 + quoted
    said = text.at(last)
    if said.isdecimal() and int(said) in YEARS and not quoted:
        return int(said), last
    year = full_year(said, today)
    counts = text.at(last + 1) in load_units().by_word or text.at(last + 1) in load_units().month_names
    told = quoted or _is_day(text, at - 1) or _leads(text, at)
    return (year, last) if year and told and not counts else (0, at)


def _year_in_passing(text: Text, at: int) -> tuple[int, int] | None:
    """The year of a day that is told behind it in passing, and its place: "19 Juni kemarin (2026 ya)"."""
    last = at + 1
    while text.at(last) in _words()["passing"]:
        last += 1
    said = text.at(last)
    told = last > at + 1 and _is_day(text, at - 1) and said.isdecimal() and int(said) in YEARS
    return (int(said), last) if told else None


def _year_named(text: Text, at: int) -> tuple[int, int] | None:
    """The year of a month that is told behind it as one, and its place: "Juli tahun 2019"."""
    said = text.at(at + 2)
    told = text.at(at + 1) == _YEAR and said.isdecimal() and int(said) in YEARS
    return (int(said), at + 2) if told else None


def year_ahead(text: Text, at: int) -> tuple[int, int]:
    """The year told before the name of a month and the place where it begins: "tahun 2019 bulan Juli"; 0 for none."""
    year = at - 2 - (text.at(at - 2) == ",")
    said = text.at(year)
    named = text.at(at - 1) == _MONTH and text.at(at + 1) not in _words()["another_year"]
    born = text.at(year - 1) in _words()["born"] or text.at(year - 2) in _words()["born"]
    if not named or born or not said.isdecimal() or int(said) not in YEARS:
        return 0, at
    return int(said), year - (text.at(year - 1) == _YEAR)


def days_alone(text: Text, dated: Sequence[int]) -> Iterator[Day]:
    """Days and months told without a year; in figures only behind "tgl" or beside whole dates (by their beginnings)."""
    names = load_units().month_names
    for at, word in enumerate(text.words):
        if word.text in names and _is_day(text, at - 1):
            yield text.span(at - 1, at), names[word.text], int(text.at(at - 1))
    whole = {mark for start in dated for mark in re.findall(r"^\d{1,2}([-/])\d", text.raw[start:])}
    for found in _DAY_ALONE.finditer(text.raw):
        day, month = int(found[1]), int(found[3])
        led = _word_before(text, found.start()) in _words()["dated"] or (found[2] == "/" and "/" in whole)
        if led and day in _DAYS and month in _MONTHS:
            yield found.span(), month, day


def _is_day(text: Text, at: int) -> bool:
    said = text.at(at)
    return said.isdecimal() and int(said) in _DAYS


def _leads(text: Text, at: int) -> bool:
    """Whether the word before a month tells that two digits behind it are its year."""
    english = any(word in _words()["english"] for word in text.said)
    return not english and text.at(at - 1) in _words()["leading"]


def _is_counted(text: Text, start: int) -> bool:
    """Whether the word before figures tells that they are counts or scores."""
    return _word_before(text, start) in _words()["counted"]


def _word_before(text: Text, start: int) -> str:
    """The last plain word before a character, a mark but for a full stop and a colon passed over; "" for none."""
    before = [word.text for word in text.words if word.end <= start]
    while before and before[-1] in (".", ":"):
        before.pop()
    return before[-1] if before else ""


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of the file beside this module."""
    raw = load_yaml(Path(__file__).parent / "short_dates.yaml")
    return {name: frozenset(words) for name, words in raw.items()}
