"""What nobody gave or has: "tidak memberi alasan yang dibenarkan" denies a reason that only its own words would settle."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.understand.language.denial import denies
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from corpus.data import load_yaml


def withheld(text: Text, cue: PhraseHit[str], low: int) -> int | None:
    """The place from `low` on of the no by which somebody is said not to give or have what a cue names."""
    at = _past(text, cue.first - 1, low, "amid")
    if at < low or text.at(at) not in _table()["giving"]:
        return None
    at = _past(text, at - 1, low, "before")
    return at if at >= low and denies(text, at, load_polarity().no) else None


def _past(text: Text, at: int, low: int, words: str) -> int:
    while at >= low and text.at(at) in _table()[words]:
        at -= 1
    return at


@cache
def _table() -> Mapping[str, frozenset[str]]:
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: frozenset(words) for name, words in raw.items()}
