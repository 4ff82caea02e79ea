"""The words of a clause that tell whose its values are, or of when: "target", "teman", "tahun lalu", "sekarang"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

OF_BEFORE, OF_OTHERS, OF_A_WISH = "of_before", "of_others", "of_a_wish"
_ENDS = frozenset(".,;?!()")
_KEPT = 16  # texts: one message is read for several calculators
_BESIDE = 2  # words within which a mark behind a value is told of it, though another value follows
_TEAM = "tim"
_GROUP_WITHIN = 5  # words behind "rata-rata" in which it is told whose


@dataclass(frozen=True)
class Mark:
    """A word that tells whose the values of its clause are: words `first` to `last`, of a kind, `own` or not."""

    first: int
    last: int
    kind: str
    own: bool


@lru_cache(maxsize=_KEPT)
def marks_of(text: Text) -> tuple[Mark, ...]:
    """Every mark of a message in its order."""
    return tuple(_marks(text)) if text.has(*_foreign()) else ()


def governing(text: Text, value: Value, marks: Sequence[Mark], values: Sequence[Value]) -> list[Mark]:
    """Of each kind the mark that a value is told with: the last before it in its clause, else one behind it."""
    low, high = _clause(text, value)
    follows = any(value.last < other.first < high for other in values if other.bare == value.bare)
    found = []
    for kind in table()["marks"]:
        own = [mark for mark in marks if mark.kind == kind and low <= mark.first and mark.last < high]
        before = [mark for mark in own if mark.last < value.first]
        behind = [mark for mark in own if mark.first > value.last]
        beside = [mark for mark in behind if not follows or (mark.own and mark.first - value.last <= _BESIDE)]
        found += before[-1:] or beside[:1]
    return found


def clauses_of(text: Text) -> Iterator[tuple[int, int]]:
    """The clauses of a message, each from its first word to behind its last."""
    first = 0
    for at in range(len(text.words) + 1):
        if at == len(text.words) or (at > first and _parts(text, at)):
            if at > first:
                yield first, at
            first = at + 1 if at < len(text.words) and text.at(at) in _ENDS else at


def _clause(text: Text, value: Value) -> tuple[int, int]:
    """The places from the first word of a value's clause to behind its last."""
    low = value.first
    while low > 0 and (text.at(low - 1) == ")" or not _parts(text, low - 1)):
        low = _opening(text, low - 1) if text.at(low - 1) == ")" else low - 1  # "istri saya (guru) tubel 5 bulan"
    high = next((at for at in range(value.last + 1, len(text.words)) if _parts(text, at)), len(text.words))
    return low, high


def _opening(text: Text, closed: int) -> int:
    """The place where the brackets open that close at another; that place itself where they never do."""
    return next((at for at in range(closed, -1, -1) if text.at(at) == "("), closed)


def _parts(text: Text, at: int) -> bool:
    """Whether a clause ends at this word, or a line before it."""
    word = text.at(at)
    if word in _ENDS or (at > 0 and text.parts_lines(at - 1, at)):
        return True
    return word in table()["turns"] and text.at(at - 1) not in table()["not_turns"].get(word, ())


def _marks(text: Text) -> Iterator[Mark]:
    """Every mark that is meant as one."""
    for at, word in enumerate(text.words):
        lengths: dict[tuple[str, bool], int] = {}
        for kind, own, phrase in _by_first().get(word.text, ()):
            if text.begins(at, phrase):
                lengths[kind, own] = max(lengths.get((kind, own), 0), phrase.count(" ") + 1)
        for (kind, own), length in lengths.items():
            if _is_meant(text, at, at + length - 1, kind, own):
                yield Mark(at, at + length - 1, kind, own)


def _is_meant(text: Text, first: int, last: int, kind: str, own: bool) -> bool:
    """Whether words are a mark: "2 tahun lalu" is a time, "teman saya" no word of oneself, "kata teman" none of another."""
    before, words = text.at(first - 1), table()
    if before.isdecimal() or text.at(last + 1) in words["not_followed"].get(text.at(first), ()):
        return False
    if kind != OF_OTHERS:
        return True
    if own:
        return before != _TEAM and before not in words["marks"][OF_OTHERS]["foreign"]
    if text.begins(first, *words["averages"]):
        near = {word.text for word in text.words[max(0, first - _BESIDE) : last + _GROUP_WITHIN]}
        return bool(near & {*words["groups"]})
    behind = last + 2 if text.at(last + 1) in words["marks"][OF_OTHERS]["own"] else last + 1
    return before not in words["not_behind"] and text.at(behind) not in words["not_before"]


@cache
def _by_first() -> Mapping[str, Sequence[tuple[str, bool, str]]]:
    """The phrases of every kind and side by their first word, in the order of the file."""
    found: dict[str, list[tuple[str, bool, str]]] = {}
    for kind, sides in table()["marks"].items():
        for side, phrases in sides.items():
            for phrase in phrases:
                found.setdefault(phrase.split()[0], []).append((kind, side == "own", phrase))
    return found


@cache
def _foreign() -> tuple[str, ...]:
    return tuple(phrase.replace(" - ", " ") for sides in table()["marks"].values() for phrase in sides["foreign"])


@cache
def table() -> Mapping[str, Any]:
    """The words of `whose.yaml`."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).parent / "whose.yaml")
    return loaded
