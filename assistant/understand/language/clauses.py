"""The clauses of a message: the words between its marks, line breaks and joints, each of which tells one thing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Spans, Text, overlaps
from corpus.data import load_yaml

_MARKS = frozenset(".?!;,()")
_MOST = 10  # clauses of a message; of more, the shortest neighbours are taken together


@dataclass(frozen=True)
class Clause:
    """Words `first` to `last` of a text."""

    first: int
    last: int

    def words(self, text: Text) -> str:
        """Its plain words with blanks between, without the marks that part clauses."""
        return " ".join(w.text for w in text.words[self.first : self.last + 1] if w.text not in _MARKS)

    def has(self, text: Text, words: Collection[str]) -> bool:
        """Whether one of these words stands in it."""
        return any(word.text in words for word in text.words[self.first : self.last + 1])

    def supposes(self, text: Text) -> bool:
        """Whether it begins with a word that only supposes what it tells."""
        return any(text.at(at) in _words()["supposing"] for at in (self.first, self.first + 1))

    def left(self, text: Text, taken: Spans) -> int:
        """How many of its words stand outside these characters; marks are none."""
        own = text.words[self.first : self.last + 1]
        return sum(not word.is_mark and not overlaps(word.start, word.end, taken) for word in own)

    def asked(self, text: Text) -> bool:
        """Whether a question mark follows it, or a word of it asks."""
        asks = self.has(text, _words()["asking"]) or text.at(self.first) in _words()["leading"]
        return asks or text.at(self.last + 1) == "?"


def clauses(text: Text) -> list[Clause]:
    """The clauses of a text in its order."""
    found = list(pieces(text))
    while len(found) > _MOST:
        at = min(range(1, len(found)), key=lambda at: found[at].last - found[at - 1].first)
        found[at - 1 : at + 1] = [Clause(found[at - 1].first, found[at].last)]
    return found


def pieces(text: Text) -> Iterator[Clause]:
    """The words between marks, line breaks and joints."""
    first: int | None = None
    for at, word in enumerate(text.words):
        ends = word.text in _MARKS or _joins(text, at) or (at > 0 and "\n" in _between(text, at - 1, at))
        if ends and first is not None:
            yield Clause(first, at - 1)
            first = None
        if word.text not in _MARKS:
            first = at if first is None else first
    if first is not None:
        yield Clause(first, len(text.words) - 1)


def _joins(text: Text, at: int) -> bool:
    """Whether a word joins two clauses, and is not the "lalu" of "tahun lalu" or the "jadi" of "jadi PNS"."""
    word = text.at(at)
    if word not in _words()["joints"]:
        return False
    behind, before = _words().get(f"{word}_behind", ()), _words().get(f"{word}_before", ())
    return text.at(at - 1) not in behind and text.at(at + 1) not in before


def _between(text: Text, one: int, other: int) -> str:
    return text.raw[text.words[one].end : text.words[other].start]


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of the file beside this module."""
    raw = load_yaml(Path(__file__).parent / "clauses.yaml")
    return {name: frozenset(words) for name, words in raw.items()}
