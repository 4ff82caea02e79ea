"""Find every numeral in a text and know its exact value, however it is written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from assistant.calculation import exact
from corpus.data import load_yaml
from corpus.number_words import find_numbers

_ISO = re.compile(r"(?<![\w/])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_SLASHED = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\w/-]|[.,]\d)")  # day, month, year
# Digits glued to letters ("usia57") are a numeral too.
_DIGITS = re.compile(r"(?<!\d)\d+(?:[.,]\d+)*")
_GOLONGAN = re.compile(r"\b(?:(?i:(IV|I{1,3})/([a-e]))|(IV|III|II)-?([a-eA-E]))\b")
_ROMAN = re.compile(r"\b(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})\b")
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_FRACTION = re.compile("[" + "".join(_FRACTIONS) + "]")


@dataclass(frozen=True)
class Numeral:
    """One numeral: its characters and every value it can be read as ("1.250" is 1250, or 1.25 in English)."""

    text: str
    start: int
    end: int
    values: frozenset[str]


def numerals(text: str) -> tuple[Numeral, ...]:
    """All numerals of a text in order: digits, dates, months, golongan, roman numbers and number words."""
    found: list[Numeral] = []
    taken: set[int] = set()
    for finder in (_iso, _slashed, _dates, _golongan, _roman, _names, _digits, _words, _english):
        for numeral in finder(text):
            span = set(range(numeral.start, numeral.end))
            if not span & taken:
                taken |= span
                found.append(numeral)
    return tuple(sorted((n for n in found if n.values), key=lambda n: n.start))


def values_of(*texts: str) -> frozenset[str]:
    """All values that the numerals of these texts can be read as; a date owns its parts as well."""
    return frozenset(
        value for text in texts for numeral in numerals(text) for value in (*numeral.values, *_inside(numeral))
    )


@cache
def _table() -> Mapping[str, Any]:
    path = Path(__file__).parent / "words" / "numerals.yaml"
    loaded: Mapping[str, Any] = load_yaml(path)
    return loaded


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    table, english = _table(), _table()["english"]
    months = "|".join(table["months"])
    sure = "|".join(name for name in table["months"] if name not in ("mei", "may", "march"))
    number = "|".join((*english["tens"], *english["units"], *english["times"], *english["parts"]))
    return {
        "idioms": re.compile(rf"\b(?:{'|'.join(table['idioms'])})\b", re.IGNORECASE),
        "names": re.compile(rf"\b(?:{'|'.join(table['names'])})\b"),
        "date": re.compile(rf"\b(?:(?P<day>\d{{1,2}}) +)?(?P<month>{months})(?: +(?P<year>\d{{4}}))\b", re.IGNORECASE),
        "day": re.compile(rf"\b(?P<day>\d{{1,2}}) +(?P<month>{months})\b", re.IGNORECASE),
        "month": re.compile(rf"\b(?P<month>{sure})\b", re.IGNORECASE),
        "english": re.compile(rf"\b(?:{number})(?:(?:[ -]| and )(?:{number}))*\b", re.IGNORECASE),
    }[kind]


def _iso(text: str) -> Iterator[Numeral]:
    for match in _ISO.finditer(text):
        yield Numeral(match[0], match.start(), match.end(), frozenset({match[0]}))


def _slashed(text: str) -> Iterator[Numeral]:
    """ "01/03/2025" and "1-3-2025", day first; what is no month is left to the digits."""
    for match in _SLASHED.finditer(text):
        day, month, year = int(match[1]), int(match[3]), match[4]
        if 1 <= month <= 12 and 1 <= day <= 31:
            value = f"{year}-{month:02d}-{day:02d}"
            yield Numeral(match[0], match.start(), match.end(), frozenset({value}))


def _dates(text: str) -> Iterator[Numeral]:
    """ "1 April 2026" is one numeral; "April 2026", "1 April" and "April" are read as far as they go."""
    for kind in ("date", "day", "month"):
        for match in _pattern(kind).finditer(text):
            parts = match.groupdict()
            month = f"{_table()['months'][parts['month'].lower()]:02d}"
            day = f"{int(parts['day']):02d}" if parts.get("day") else "*"
            yield Numeral(
                match[0], match.start(), match.end(), frozenset({f"{parts.get('year') or '*'}-{month}-{day}"})
            )


def _golongan(text: str) -> Iterator[Numeral]:
    for match in _GOLONGAN.finditer(text):
        roman, letter = (part for part in match.groups() if part)
        yield Numeral(match[0], match.start(), match.end(), frozenset({f"{roman.upper()}/{letter.lower()}"}))


def _roman(text: str) -> Iterator[Numeral]:
    for match in _ROMAN.finditer(text):
        yield Numeral(match[0], match.start(), match.end(), frozenset({f"romawi {match[0]}"}))


def _names(text: str) -> Iterator[Numeral]:
    """Names with a digit in them, which are taken out of the count."""
    for match in _pattern("names").finditer(text):
        yield Numeral(match[0], match.start(), match.end(), frozenset())


def _digits(text: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        yield Numeral(match[0], match.start(), match.end(), frozenset(_readings(match[0])))
    for match in _FRACTION.finditer(text):
        yield Numeral(match[0], match.start(), match.end(), frozenset({_FRACTIONS[match[0]]}))


def _words(text: str) -> Iterator[Numeral]:
    idioms = [m.span() for m in _pattern("idioms").finditer(text)]
    for number in find_numbers(text):
        if number.text[0].isalpha() and not any(a <= number.start < b for a, b in idioms):
            yield Numeral(number.text, number.start, number.end, frozenset({exact(number.value)}))


def _english(text: str) -> Iterator[Numeral]:
    idioms = [m.span() for m in _pattern("idioms").finditer(text)]
    for match in _pattern("english").finditer(text):
        if not any(a <= match.start() < b for a, b in idioms):
            yield Numeral(match[0], match.start(), match.end(), frozenset({_count(match[0].lower())}))


def _count(words: str) -> str:
    """The value of English number words: "one hundred and twenty-five" is 125."""
    table = _table()["english"]
    total, group, part = Decimal(0), Decimal(0), Decimal(0)
    for word in re.findall(r"[a-z]+", words):
        if word in table["times"]:
            group = (group or Decimal(1)) * table["times"][word]
            if table["times"][word] > 100:
                total, group = total + group, Decimal(0)
        elif word in table["parts"]:
            part += Decimal(table["parts"][word])
        else:
            group += table["units"].get(word) or table["tens"].get(word) or 0
    return exact(total + group + part)


def _readings(digits: str) -> Iterator[str]:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", digits):  # Indonesian
        yield exact(Decimal(digits.replace(".", "").replace(",", ".")))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", digits):  # English
        yield exact(Decimal(digits.replace(",", "")))
    if re.fullmatch(r"\d+(?:\.\d+){2,}|\d+(?:,\d+){2,}", digits):  # 1.2.3 is a heading or a list, each part for itself
        yield digits


def _inside(numeral: Numeral) -> Iterator[str]:
    """What a date tells besides itself: its parts, and the vaguer forms of the same date."""
    for value in numeral.values:
        year, month, day = [*value.split("-"), "", ""][:3] if value.count("-") == 2 else ("", "", "")
        if month:
            yield from (exact(Decimal(part)) for part in (year, month, day) if part.isdigit())
            yield from (f"*-{month}-*", f"{year}-{month}-*", f"*-{month}-{day}")
