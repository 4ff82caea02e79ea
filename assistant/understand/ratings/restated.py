"""Ratings told once more in brackets, which say of which year they are: "baik lalu cukup (yang cukup tahun ini)"."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_OPEN, _CLOSE = "(", ")"
_LEAD = 2  # words between the bracket and the rating


def restated(text: Text, hits: Sequence[PhraseHit[str]]) -> list[PhraseHit[str]]:
    """The ratings in brackets that were told before them."""
    return [hit for at, hit in enumerate(hits) if _opens(text, hit) and hit.payload in {h.payload for h in hits[:at]}]


def placed(text: Text, choices: list[str], again: Sequence[PhraseHit[str]]) -> list[str]:
    """Two ratings, newest first, with the year of one told in brackets."""
    if len(choices) != 2 or len(again) != 1:
        return choices
    end = next((at for at in range(again[0].last, len(text.words)) if text.at(at) == _CLOSE), len(text.words))
    said = Text(text.raw, text.words[again[0].first : end])
    other = next((choice for choice in choices if choice != again[0].payload), again[0].payload)
    if said.has(*_table()["oldest"]):
        return [other, again[0].payload]
    return [again[0].payload, other] if said.has(*_table()["newest"]) else choices


def before_it(text: Text, said: Sequence[PhraseHit[str]], again: Sequence[PhraseHit[str]]) -> Text:
    """The text up to such a bracket, whose years are of what it tells once more; all of it where ratings go on behind."""
    first = min((hit.first for hit in again), default=len(text.words))
    return text if first > len(text.words) - 1 or said[-1].first > first else Text(text.raw, text.words[: first - 1])


def _opens(text: Text, hit: PhraseHit[str]) -> bool:
    """Whether a rating stands behind a bracket that opens, "yang" before it."""
    led = text.at(hit.first - 1) in _table()["leading"]
    return led and any(text.at(at) == _OPEN for at in range(max(0, hit.first - 1 - _LEAD), hit.first))


@cache
def _table() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
