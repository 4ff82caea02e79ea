"""Find every numeral in a text and know its exact value, however it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.calculation import exact
from corpus.number_words import find_numbers

# 2026-04-01 before plain digits, so that a date is one numeral of three values.
_DIGITS = re.compile(r"(?<![\w/])\d{4}-\d{2}-\d{2}(?![\w-])|(?<![\w])\d+(?:[.,]\d+)*")
_GOLONGAN = re.compile(r"\b(?:IV|I{1,3})/[a-e]\b")
# In these phrases a number word counts nothing.
_IDIOMS = re.compile(
    r"\b(?:salah satu|satu per satu|satu sama lain|satu-satunya|one by one|one another)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Numeral:
    """One numeral: its characters and every value it can be read as ("1.250" is 1250, or 1.25 in English)."""

    text: str
    start: int
    end: int
    values: frozenset[str]


def numerals(text: str) -> tuple[Numeral, ...]:
    """All numerals of a text in order: digits, dates, golongan and number words."""
    found = [*_digits(text), *_golongan(text), *_words(text)]
    return tuple(sorted(found, key=lambda n: n.start))


def values_of(*texts: str) -> frozenset[str]:
    """All values that the numerals of these texts can be read as."""
    return frozenset(value for text in texts for numeral in numerals(text) for value in numeral.values)


def _digits(text: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        yield Numeral(match[0], match.start(), match.end(), frozenset(_readings(match[0])))


def _golongan(text: str) -> Iterator[Numeral]:
    for match in _GOLONGAN.finditer(text):
        yield Numeral(match[0], match.start(), match.end(), frozenset({match[0]}))


def _words(text: str) -> Iterator[Numeral]:
    idioms = [m.span() for m in _IDIOMS.finditer(text)]
    for number in find_numbers(text):
        if number.text[0].isalpha() and not any(a <= number.start < b for a, b in idioms):
            yield Numeral(number.text, number.start, number.end, frozenset({exact(number.value)}))


def _readings(digits: str) -> Iterator[str]:
    if "-" in digits:
        yield digits
        yield from (exact(Decimal(part)) for part in digits.split("-"))
        return
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", digits):  # Indonesian
        yield exact(Decimal(digits.replace(".", "").replace(",", ".")))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", digits):  # English
        yield exact(Decimal(digits.replace(",", "")))
