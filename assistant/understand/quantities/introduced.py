"""What the words right before a number say that it is: "AK saya 110" is an amount of credit, whatever was asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

_AGE = "usia"
_LONGEST = 2  # words that say what a number is
_MOST_BETWEEN = 4  # words between them and the number


@dataclass(frozen=True)
class Introductions:
    """The words of `introduced.yaml`."""

    kinds: Mapping[str, Collection[str]]
    between: frozenset[str]
    present: frozenset[str]
    since: frozenset[str]


@cache
def load_introductions() -> Introductions:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "introduced.yaml")
    return Introductions(raw["kinds"], frozenset(raw["between"]), frozenset(raw["present"]), frozenset(raw["since"]))


def introduced_as_another(value: Value, field: Field, text: Text) -> bool:
    """Whether the words before a plain number, or an age with its months, say it is of a kind this fact is not."""
    if not value.bare or value.day:
        return False
    kind = _kind_before(text, value.first)
    return bool(kind) and (not value.unit or kind == _AGE) and kind not in _kinds_of(field)


def is_age(value: Value, text: Text) -> bool:
    """Whether the words before a plain number say that it is an age: "I'm 52"."""
    return value.bare and not value.day and not value.unit and _kind_before(text, value.first) == _AGE


def is_present_age(value: Value, text: Text) -> bool:
    """Whether a plain number is what somebody is now: "pensiun di usia 58, sekarang 51"."""
    return value.bare and not value.day and not value.unit and text.at(value.first - 1) in load_introductions().present


def is_of_age(field: Field) -> bool:
    """Whether a fact is an age, and no limit of one."""
    return any(word in field.cues for word in load_introductions().kinds[_AGE])


def is_about_age(field: Field) -> bool:
    """Whether a fact is an age or a limit of one."""
    return is_of_age(field) or _AGE in field.words.label.casefold().split()


def is_missed(value: Value, text: Text) -> bool:
    """Whether a number is told as one that is not reached: "AK saya belum sampai 100"; a time so told is less than that."""
    if not value.bare or value.day or value.unit in load_units().months:
        return False
    return any(text.before(value.first, phrase.count(" ") + 1) == phrase for phrase in load_units().missed)


def is_led_by(text: Text, first: int, words: Collection[str]) -> bool:
    """Whether one of these words leads to a number, nothing between them but what may stand there ("kelebihan AK 15")."""
    at = _before(text, first)
    if text.at(at) in words:
        return not text.parts_lines(at, first)
    length = _length_of_kind(text, at)
    at = _before(text, at - length + 1) if length else at
    return text.at(at) in words and not text.parts_lines(at, first)


def _kind_before(text: Text, first: int) -> str:
    """The kind that the words before a number name, "" where they name none."""
    at = _before(text, first)
    length = _length_of_kind(text, at)
    if not length or text.parts_lines(at, first):
        return ""
    said = text.before(at + 1, length)
    return next(kind for kind, words in load_introductions().kinds.items() if said in words)


def _before(text: Text, first: int) -> int:
    """The place of the last word before a number that may not stand between it and what it is."""
    at = first - 1
    while at > 0 and first - at <= _MOST_BETWEEN and text.at(at) in load_introductions().between:
        at -= 1
    return at


def _length_of_kind(text: Text, at: int) -> int:
    """How many of the words that end here name a kind."""
    kinds = load_introductions().kinds.values()
    lengths = (n for n in range(_LONGEST, 0, -1) if at + 1 >= n)
    return next((n for n in lengths if any(text.before(at + 1, n) in words for words in kinds)), 0)


def _kinds_of(field: Field) -> set[str]:
    """The kinds to which a fact belongs."""
    own = f" {' '.join((field.words.unit, field.words.label, *field.cues)).casefold()} "
    return {
        kind for kind, words in load_introductions().kinds.items() if any(f" {word} " in own for word in (kind, *words))
    }
