"""Letters or numbers of documents at hand, ranges among them: "nomor 1 sampai 4 dan 7", "a through c and e"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from corpus.data import load_yaml

_MARKS = (",", ";", "/", "+", "&")
_ENTRY = re.compile(r"[a-z]|\d{1,2}")


@dataclass(frozen=True)
class Enumeration:
    """The words of `lists.yaml` with which entries are enumerated."""

    naming: frozenset[str]
    joints: frozenset[str]
    ranges: tuple[str, ...]
    pronouns: frozenset[str]  # letters that are words of their own where a word goes on behind them


@dataclass(frozen=True)
class Range:
    """What is enumerated on the words `first` to `last`."""

    labels: tuple[str, ...]
    first: int
    last: int


@cache
def load_enumeration() -> Enumeration:
    """The words of the file of lists."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "lists.yaml")
    return Enumeration(
        frozenset(raw["numbering"]),
        frozenset((*raw["joints"], *_MARKS)),
        tuple(raw["ranges"]),
        frozenset(raw["pronouns"]),
    )


def read_ranges(text: Text) -> Iterator[Range]:
    """Every enumeration that holds a range; one of numbers only behind a word that says what they number."""
    words, at = load_enumeration(), 0
    while at < len(text.words):
        found = _enumeration(text, at, words)
        at = found.last + 1 if found else at + 1
        if found and (found.labels[0].isalpha() or _is_numbered(text, found.first - 1, words)):
            yield found


def _is_numbered(text: Text, at: int, words: Enumeration) -> bool:
    """Whether a word that says what numbers number stands here, its full stop passed over: "no. 1"."""
    return text.at(at) in words.naming or (text.at(at) == "." and text.at(at - 1) in words.naming)


def _enumeration(text: Text, first: int, words: Enumeration) -> Range | None:
    """The entries that stand one after another from a place on; None where none of them is a range."""
    labels: list[str] = []
    at, last, spread = first, first, False
    while (entries := _entries(text, at, words)) is not None:
        own, last, ranged = entries
        labels, spread = [*labels, *own], spread or ranged
        at = _past(text, last + 1, words)
        if at == last + 1:
            break
    alike = len({label.isalpha() for label in labels}) == 1
    return Range(tuple(dict.fromkeys(labels)), first, last) if spread and alike else None


def _entries(text: Text, at: int, words: Enumeration) -> tuple[Sequence[str], int, bool] | None:
    """The labels from a place on, their last word, and whether they are a range; None where no label stands."""
    one = _label(text, at, words)
    if one is None:
        return None
    phrase = next((phrase for phrase in words.ranges if text.begins(at + 1, phrase)), "")
    to = at + 1 + len(phrase.split())
    while text.at(to) in words.naming:
        to += 1
    other = _label(text, to, words) if phrase else None
    spread = _spread(one, other) if other else ()
    return (spread, to, True) if spread else ([one], at, False)


def _spread(one: str, other: str) -> Sequence[str]:
    """Every label from one to another; none where they are of two kinds or stand in another order."""
    if one.isalpha() and other.isalpha():
        return [chr(code) for code in range(ord(one), ord(other) + 1)]
    both = one.isdecimal() and other.isdecimal()
    return [str(number) for number in range(int(one), int(other) + 1)] if both else ()


def _label(text: Text, at: int, words: Enumeration) -> str | None:
    """A lone letter or a small number; None for one that is a word or goes on as a day or measure."""
    if at >= len(text.words):
        return None
    written, behind = text.words[at], text.at(at + 1)
    word = text.raw[written.start : written.end].casefold()  # "d" and "g" are short for words elsewhere
    if not _ENTRY.fullmatch(word):
        return None
    goes_on = behind.isalpha() and behind not in words.joints and not any(text.begins(at + 1, p) for p in words.ranges)
    return None if word in words.pronouns and goes_on else word


def _past(text: Text, at: int, words: Enumeration) -> int:
    """The place behind what joins two entries, and what names the second; the same place where nothing joins them."""
    start = at
    while text.at(at) in words.joints:
        at += 1
    while at > start and text.at(at) in words.naming:
        at += 1
    return at
