"""Which of two statements about the same point some words take: the false one or the true one."""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import load_asserted
from corpus.data import load_yaml

SIDE_TRAITS = (
    "salah", "benar", "beda", "kata_salah", "kata_benar", "pembeda_salah", "pembeda_benar", "ingkar", "hanya",
    "angka_salah", "angka_benar", "angka_lain", "poros", "bingkai", "angka_memutus",
)  # fmt: skip
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True)
class Point:
    """The words of a statement or a clause, with what settles which side it takes."""

    words: frozenset[str]
    numbers: frozenset[str]
    denies: bool
    limits: bool
    asks: bool

    @classmethod
    def of(cls, text: Text) -> "Point":
        """The words of a text."""
        words = frozenset(word.text for word in text.words if not word.is_mark)
        return cls(
            words,
            _numbers(words),
            _denies(text),
            not words.isdisjoint(_table()["limiting"]),
            not words.isdisjoint(load_asserted()["asking"]),
        )


class Sides:
    """Weighs words against the two sides of each statement: rare words count more."""

    def __init__(self, wrong: Sequence[Text], right: Sequence[Text]) -> None:
        self._wrong, self._right = [Point.of(text) for text in wrong], [Point.of(text) for text in right]
        counts = Counter(
            word for one, other in zip(self._wrong, self._right, strict=True) for word in one.words | other.words
        )
        self._weights = {word: math.log(1 + len(wrong) / count) for word, count in counts.items()}
        self._unseen = math.log(1 + len(wrong))

    def traits(
        self, said: Point, at: int, like: tuple[float, float], apart: float, *, turned: bool = False
    ) -> list[float]:
        """What speaks for the false side of a statement, in the order of SIDE_TRAITS; `turned`: for the true one.

        `like` is how like the words are to both sides, `apart` how unlike these are to each other.
        """
        one, other = self._wrong[at], self._right[at]
        if turned:
            one, other = other, one
        only_one, only_other = one.words - other.words, other.words - one.words
        claimed, right = one.numbers - other.numbers, other.numbers - one.numbers
        new = bool(said.numbers - one.numbers - other.numbers) and bool(claimed) and not said.numbers & one.numbers
        return [
            like[0], like[1], like[0] - like[1],
            self._share(said, one.words), self._share(said, other.words),
            self._share(said, only_one), self._share(said, only_other),
            (said.denies == one.denies) - (said.denies == other.denies),
            (said.limits == one.limits) - (said.limits == other.limits),
            len(said.numbers & claimed), len(said.numbers & right), float(new),
            (like[0] - like[1]) / (apart + 0.01), len(one.words & other.words) / len(one.words | other.words),
            bool(said.numbers & claimed and not said.numbers & right) - bool(said.numbers & right and not said.numbers & claimed),
        ]  # fmt: skip

    def _share(self, said: Point, words: Collection[str]) -> float:
        """How much of some words is said, by their weight."""
        whole = sum(self._weights.get(word, self._unseen) for word in words)
        return sum(self._weights.get(word, self._unseen) for word in words if word in said.words) / (whole + 1e-6)


def _denies(text: Text) -> bool:
    """Whether a text denies something, by more than a denial that makes one word with the next: "tidak lulus", that is "gagal"."""
    whole = {first for phrase in _table()["whole"] for first, _ in text.find(phrase)}
    return any(word.text in load_polarity().no for at, word in enumerate(text.words) if at not in whole)


def _numbers(words: Collection[str]) -> frozenset[str]:
    """The numbers among some words, in digits."""
    told: dict[str, str] = _table()["numbers"]
    digits = (word.replace(".", ",") for word in words if _DIGITS.match(word))
    return frozenset((*digits, *(told[word] for word in words if word in told)))


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
