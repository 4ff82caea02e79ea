"""Lists of bare numbers or letters: "3, 3, 2, 10" for the results of work, "huruf a, b, dan d" for documents at hand."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from assistant.understand.context import Context
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field

_GLUE = r"(?:\s*[,;/+]\s*(?:dan\s+)?|\s+(?:dan|and|sama|serta)\s+|\s+)"
_NUMBERS = re.compile(rf"(?<![\w.,/])\d+(?:[.,]\d+)?(?:{_GLUE}\d+(?:[.,]\d+)?)+(?![\w/%])")
_LETTERS = re.compile(rf"(?<!\w)(?:huruf\s+)?([a-z](?:{_GLUE}(?:huruf\s+)?[a-z](?!\w))+)(?!\w)", re.IGNORECASE)
_ONE_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_WHOLE = re.compile(r"\d+")
_TIGHT = re.compile(r"\d+(?:,\d+){3,}")  # "2,2,8,9,7": commas that only divide
_ONE_LETTER = re.compile(r"(?<!\w)[a-z](?!\w)", re.IGNORECASE)
_FEWEST = 2


class Lists:
    """Reads the facts of kind daftar that name no choices."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self._names = [name for name, field in fields.items() if field.kind == "daftar" and not field.choices]

    def find(self, text: Text, context: Context) -> Iterator[tuple[str, tuple[object, ...], int, int]]:
        """The list told, for the fact that was asked for or that the calculator takes; several facts share none."""
        wanted = [n for n in self._names if n in context.asked] or [n for n in self._names if n in context.preferred]
        if len(wanted) != 1:
            return
        numbers = max(_NUMBERS.finditer(text.raw), key=lambda found: len(found[0]), default=None)
        if numbers is not None:
            each = _WHOLE if _TIGHT.fullmatch(numbers[0]) else _ONE_NUMBER
            yield wanted[0], tuple(map(_number, each.findall(numbers[0]))), *numbers.span()
            return
        letters = max(_LETTERS.finditer(text.raw), key=lambda found: len(found[0]), default=None)
        found = _ONE_LETTER.findall(letters[1]) if letters else []
        if letters is not None and len(found) >= _FEWEST:
            yield wanted[0], tuple(letter.lower() for letter in found), *letters.span()


def _number(written: str) -> Decimal | int:
    value = Decimal(written.replace(",", "."))
    return int(value) if value == value.to_integral_value() else value
