"""Choices that a message names only to set them aside: "yang kepuasan sudah, bukan itu", "mertua bilang itu ahli utama"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Spans, Text
from assistant.understand.quantities.golongan import read_golongan
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

_STOPS = frozenset(".?!;")
_TO_CHOICE = 3  # words between "bukan" and the choice that it denies
_LEVEL = "jenjang"


def set_aside(text: Text, choices: Sequence[Value]) -> Spans:
    """The characters of such choices, where another of the same fact, or the rank that it was said of, is told."""
    gone = [*_denied(text, choices)] + [v for v in choices if _is_said_of_a_rank(text, v)]
    return [(value.start, value.end) for value in gone]


def _denied(text: Text, choices: Sequence[Value]) -> Iterator[Value]:
    """Choices that "bukan itu" points back to, and those of "bukan kepuasan, tapi pengetahuan"."""
    for first, _ in (found for phrase in _table()["pointing"] for found in text.find(phrase)):
        before = [v for v in choices if v.last < first and not _stops(text, v.last, first)]
        yield from (v for v in before[-1:] if _has_rival(v, choices))
    for value in choices:
        led = any(text.at(at) in _table()["denying"] for at in range(value.first - _TO_CHOICE, value.first))
        turn = value.last + 1 + (text.at(value.last + 1) == ",")
        if led and text.at(turn) in _table()["instead"] and _has_rival(value, choices):
            yield value


def _has_rival(value: Value, choices: Sequence[Value]) -> bool:
    """Whether another choice of the same fact is told."""
    return any(v.fits.keys() == value.fits.keys() and v.fits != value.fits for v in choices)


def _is_said_of_a_rank(text: Text, value: Value) -> bool:
    """Whether others only say that a rank told before is of this level."""
    at = value.first - 1
    while text.at(at) in _table()["linking"]:
        at -= 1
    ranks = [(start, end) for _, start, end in read_golongan(text) if end <= value.start]
    if text.at(at) not in _table()["it"] or _LEVEL not in value.fits or not ranks:
        return False
    named = next((start for start, end in ranks if end == text.words[at - 1].end), None)  # "ngotot III/d itu ..."
    before = at - 1 if named is None else text.places(named, named + 1)[0] - 1
    return text.at(before) in _table()["saying"]


def _stops(text: Text, low: int, high: int) -> bool:
    return any(text.at(at) in _STOPS for at in range(low, high))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    loaded: Mapping[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in loaded.items()}
