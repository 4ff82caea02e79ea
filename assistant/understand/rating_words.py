"""The words around ratings of past years."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.understand.phrasebook import PhraseBook


@dataclass(frozen=True)
class RatingWords:
    """The words of `ratings.yaml`."""

    always: PhraseBook[bool]
    then: frozenset[str]
    joints: frozenset[str]
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
    alias: frozenset[str]


@cache
def load_rating_words() -> RatingWords:
    """The words of the file beside this module."""
    raw: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "ratings.yaml").read_text(encoding="utf-8"))
    ages = [(tuple(phrase.split()), age) for age, phrases in raw["ages"].items() for phrase in phrases]
    return RatingWords(
        PhraseBook((phrase, True) for phrase in raw["always"]),
        frozenset(raw["then"]),
        frozenset(raw["joints"]),
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
        frozenset(raw["alias"]),
    )
