"""Numbers as Indonesian law and its readers write them: in words ("dua belas koma lima") and digits ("1.250", "12,5").

Law writes most numbers twice, "12,5 (dua belas koma lima)": the words are the check digit of the digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNITS = {
    word: value
    for value, word in enumerate(
        ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    )
}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "sejuta": 10**6}
_TIMES = {"puluh": 10, "ratus": 100, "ribu": 1000, "juta": 10**6, "miliar": 10**9}
_PARTS = {"setengah": Decimal("0.5"), "seperempat": Decimal("0.25"), "perempat": Decimal("0.25")}
_VOCABULARY = (*_UNITS, *_WHOLE, *_TIMES, *_PARTS, "belas", "koma")
# The longest word first, so that "sepuluh" is not read as a shorter word and a rest.
_ONE_WORD = re.compile("|".join(sorted(_VOCABULARY, key=len, reverse=True)))
# People also write "duapuluh" and "limabelas": a run of number words without blanks counts as several.
_RUN = re.compile(rf"\b(?:{_ONE_WORD.pattern})+\b", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"\s+|-")
_DIGITS = re.compile(r"(?<![\w])(?<!\d[.,])(?:\d{1,3}(?:\.\d{3})+(?![\d.])(?:,\d+)?|\d+(?:[.,]\d+)?)")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


@dataclass(frozen=True)
class FoundNumber:
    """A number in a text: its exact value, the characters it was read from, and those characters."""

    value: Decimal
    start: int
    end: int
    text: str


def read_number_words(text: str) -> Decimal | None:
    """The value of a text that is nothing but a number in words; None for anything else."""
    tokens = list(_tokens(text))
    if not tokens or not _covers(text, tokens):
        return None
    value, used = _Reader([word for word, _, _ in tokens]).number()
    return value if used == len(tokens) else None


def read_digits(text: str) -> Decimal | None:
    """The value of digits as Indonesian law prints them: "1.250" is 1250, "12,5" and "12.5" are 12.5."""
    shown = text.strip()
    if _GROUPED.fullmatch(shown):
        shown = shown.replace(".", "")
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", shown):
        return None
    return Decimal(shown.replace(",", "."))


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """All numbers of a text in the order they stand, those in digits and those in words."""
    return tuple(sorted((*_find_digits(text), *_find_words(text)), key=lambda number: number.start))


def _find_digits(text: str) -> Iterator[FoundNumber]:
    for match in _DIGITS.finditer(text):
        value = read_digits(match[0])
        if value is not None:
            yield FoundNumber(value, match.start(), match.end(), match[0])


def _find_words(text: str) -> Iterator[FoundNumber]:
    for phrase in _phrases(text):
        at = 0
        while at < len(phrase):
            value, used = _Reader([word for word, _, _ in phrase[at:]]).number()
            if value is None:
                at += 1
                continue
            start, end = phrase[at][1], phrase[at + used - 1][2]
            yield FoundNumber(value, start, end, text[start:end])
            at += used


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    for run in _RUN.finditer(text):
        for word in _ONE_WORD.finditer(run[0].lower()):
            yield word[0], run.start() + word.start(), run.start() + word.end()


def _phrases(text: str) -> list[list[tuple[str, int, int]]]:
    """Number words that stand side by side."""
    phrases: list[list[tuple[str, int, int]]] = []
    for token in _tokens(text):
        gap = text[phrases[-1][-1][2] : token[1]] if phrases else None
        if gap is not None and (not gap or _BETWEEN_WORDS.fullmatch(gap)):
            phrases[-1].append(token)
        else:
            phrases.append([token])
    return phrases


def _covers(text: str, tokens: list[tuple[str, int, int]]) -> bool:
    return len(_phrases(text)) == 1 and not (text[: tokens[0][1]] + text[tokens[-1][2] :]).strip()


class _Reader:
    """Reads one number from the front of a list of number words."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.at = 0

    def number(self) -> tuple[Decimal | None, int]:
        """The number and how many words it took; None when the words begin with no number."""
        if self._peek() in _PARTS and self._peek() != "perempat":
            return _PARTS[self._next()], self.at
        whole = self._whole()
        if whole is None:
            return None, 0
        value = Decimal(whole)
        if self._peek() == "koma":
            value += self._fraction()
        elif self._peek() == "setengah":
            value += _PARTS[self._next()]
        elif self._peek() == "perempat":
            value *= _PARTS[self._next()]
        return value, self.at

    def _peek(self, ahead: int = 0) -> str:
        return self.words[self.at + ahead] if self.at + ahead < len(self.words) else ""

    def _next(self) -> str:
        self.at += 1
        return self.words[self.at - 1]

    def _whole(self) -> int | None:
        total, found = 0, False
        while True:
            group = self._below_thousand()
            if group is None and self._peek() in ("seribu", "sejuta"):
                group = _WHOLE[self._next()]
            elif group is not None and self._peek() in ("ribu", "juta", "miliar"):
                group *= _TIMES[self._next()]
            elif group is not None:
                return total + group
            if group is None:
                return total if found else None
            total, found = total + group, True

    def _below_thousand(self) -> int | None:
        hundreds = None
        if self._peek() == "seratus":
            hundreds = _WHOLE[self._next()]
        elif self._peek() in _UNITS and self._peek(1) == "ratus":
            hundreds = _UNITS[self._next()] * _TIMES[self._next()]
        rest = self._below_hundred()
        if hundreds is None:
            return rest
        return hundreds + (rest or 0)

    def _below_hundred(self) -> int | None:
        if self._peek() in ("sepuluh", "sebelas"):
            return _WHOLE[self._next()]
        if self._peek() not in _UNITS:
            return None
        if self._peek(1) == "belas":
            value = 10 + _UNITS[self._next()]
            self._next()
            return value
        if self._peek(1) != "puluh":
            return _UNITS[self._next()]
        value = _UNITS[self._next()] * _TIMES[self._next()]
        ends_here = self._peek() not in _UNITS or self._peek(1) in ("belas", "puluh", "ratus")
        return value if ends_here else value + _UNITS[self._next()]

    def _fraction(self) -> Decimal:
        """What stands after "koma": single digits ("tujuh lima"), or a number read as digits ("dua puluh lima")."""
        self._next()
        digits = ""
        while self._peek() in _UNITS and self._peek(1) not in ("belas", "puluh", "ratus"):
            digits += str(_UNITS[self._next()])
        if not digits or self._peek() in _UNITS:
            compound = self._below_thousand()
            digits += str(compound) if compound is not None else ""
        return Decimal(f"0.{digits}") if digits else Decimal(0)
