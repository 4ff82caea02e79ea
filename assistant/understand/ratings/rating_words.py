"""The words around ratings of past years."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.phrasebook import PhraseBook, PhraseHit
from assistant.understand.language.text import Text
from corpus.data import load_yaml


@dataclass(frozen=True)
class RatingWords:
    """The words of `ratings.yaml`."""

    always: PhraseBook[bool]
    then: frozenset[str]
    joints: frozenset[str]
    joining_levels: frozenset[str]
    ages: Sequence[tuple[tuple[str, ...], int]]  # longest first
    words_of_time: frozenset[str]
    also: frozenset[str]
    not_yet: frozenset[str]
    taken: frozenset[str]
    things: PhraseBook[bool]
    behind: frozenset[str]
    judged: frozenset[str]
    together: frozenset[str]
    valuing: frozenset[str]
    going_on: Sequence[str]
    on_the_way: frozenset[str]
    bounds: Sequence[str]
    enough: str
    enough_for: frozenset[str]
    naming: frozenset[str]
    turning: frozenset[str]
    moving: frozenset[str]
    parts_of_year: frozenset[str]
    spanning: frozenset[str]


@cache
def load_rating_words() -> RatingWords:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "ratings.yaml")
    ages = [(tuple(phrase.split()), age) for age, phrases in raw["ages"].items() for phrase in phrases]
    return RatingWords(
        PhraseBook((phrase, True) for phrase in raw["always"]),
        frozenset(raw["then"]),
        frozenset(raw["joints"]),
        frozenset(raw["joining_levels"]),
        sorted(ages, key=lambda pair: -len(pair[0])),
        frozenset(raw["words_of_time"]),
        frozenset(raw["also"]),
        frozenset(raw["not_yet"]),
        frozenset(raw["taken"]),
        PhraseBook((phrase, True) for phrase in (*raw["things"], *raw["things_behind"])),
        frozenset(phrase.split()[0] for phrase in raw["things_behind"]),
        frozenset(raw["judged"]),
        frozenset(raw["together"]),
        frozenset(raw["valuing"]),
        tuple(raw["going_on"]),
        frozenset(raw["on_the_way"]),
        tuple(raw["bounds"]),
        raw["enough"],
        frozenset(raw["enough_for"]),
        frozenset(raw["naming"]),
        frozenset(raw["turning"]),
        frozenset(raw["moving"]),
        frozenset(raw["parts_of_year"]),
        frozenset(raw["spanning"]),
    )


def is_measure(text: Text, hit: PhraseHit[str], hits: Sequence[PhraseHit[str]]) -> bool:
    """Whether a word like "baik" is no rating got: "di bawah baik", "baik, cukup untuk naik?", "very poor (sangat kurang)"."""
    words = load_rating_words()
    bound = any(text.before(hit.first, phrase.count(" ") + 1) == phrase for phrase in words.bounds)
    before = [other for other in hits if other.last < hit.first]
    enough = bool(before) and " ".join(hit.phrase) == words.enough and text.at(hit.last + 1) in words.enough_for
    return bound or enough or any(_explains(text, hit, other) for other in before)


def _explains(text: Text, hit: PhraseHit[str], other: PhraseHit[str]) -> bool:
    """Whether a rating says in brackets, or behind a mere mark, what the one before it says in another language."""
    between = [word.text for word in text.words[other.last + 1 : hit.first]]
    other_words = hit.phrase != other.phrase and hit.payload == other.payload
    return (
        other_words
        and bool(between)
        and all(not word.isalnum() or word in load_rating_words().naming for word in between)
    )
