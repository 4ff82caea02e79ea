"""The kind of thing that a question asks for (a time, an office, an amount), and whether the words of the law tell one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.naming import REFERENCE
from assistant.numerals import numerals
from corpus.data import load_yaml

_LISTED = re.compile(r"^\s*(?:\(\d+\)|\d+[.)])\s", re.MULTILINE)  # "1." before an item counts nothing


@dataclass(frozen=True)
class Kind:
    """One kind of thing asked for."""

    name: str
    asks: re.Pattern[str]
    told: re.Pattern[str]
    holds: re.Pattern[str]
    numbers: bool
    tells: re.Pattern[str]
    void: re.Pattern[str]
    apart: bool

    def is_asked(self, question: str) -> bool:
        """Whether a question asks for such a thing."""
        said = " ".join(question.casefold().split())
        return bool(self.asks.search(said)) and not self.told.search(said)

    def stands_in(self, words: str) -> bool:
        """Whether the words of a provision may tell such a thing."""
        return bool(self.holds.search(self.void.sub(" ", words.casefold()))) or (self.numbers and _has_number(words))

    def is_told(self, words: str) -> bool:
        """Whether the words of a provision surely tell such a thing."""
        return bool(self.tells.search(words.casefold()))


def asked_kinds(question: str) -> tuple[Kind, ...]:
    """The kinds of things that a question asks for."""
    return tuple(kind for kind in load_kinds() if kind.is_asked(question))


def untold(question: str, shown: Sequence[str]) -> tuple[Kind, ...]:
    """The kinds of things asked for of which no words shown may tell one."""
    return tuple(kind for kind in asked_kinds(question) if not any(kind.stands_in(words) for words in shown))


@cache
def load_kinds() -> tuple[Kind, ...]:
    """The kinds of the file beside this module."""
    return tuple(
        Kind(
            entry["name"],
            _any_of(entry["asks"]),
            _any_of(entry["told"]),
            _any_of(map(re.escape, entry["holds"])),
            entry.get("numbers", False),
            _any_of(entry.get("tells", ())),
            _any_of(entry.get("void", ())),
            entry.get("apart", False),
        )
        for entry in load_yaml(Path(__file__).with_suffix(".yaml"))
    )


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for whole words; where there is none, one that fits nothing."""
    joined = "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if joined else r"(?!)")


def _has_number(words: str) -> bool:
    """Whether a number stands in a provision that is no reference and does not only count its items."""
    passed = [found.span() for pattern in (REFERENCE, _LISTED) for found in pattern.finditer(words)]
    return any(not any(start <= one.start < end for start, end in passed) for one in numerals(words))
