"""How often something was done, where a message names the time that is still to come: "mau ikut uji ulang yang ketiga" is twice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.reading import Fact
from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from corpus.data import load_yaml

_NTH = ("ke", "-")  # before a number these make it an ordinal: "ke-3"


@cache
def _table() -> dict[str, tuple[str, ...]]:
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}


def done_so_far(text: Text, told: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, a count of what was done told by the next time as one less."""
    for fact in told:
        places = text.places(fact.start, fact.end) if fact.field in _table()["counts"] and fact.value else ()
        if places and _is_nth(text, places) and _is_coming(text, places[0]):
            fact = replace(fact, value=fact.value - 1)
        yield fact


def _is_nth(text: Text, places: list[int]) -> bool:
    """Whether a number names one of several times by its place among them."""
    ordinals = load_units().ordinals
    return any(text.at(at) in ordinals or text.at(at) == "ke" for at in places) or text.at(places[0] - 1) in _NTH


def _is_coming(text: Text, at: int) -> bool:
    """Whether the words before a number in its sentence tell of what is still to come."""
    low, _ = sentence_of(text, at, at)
    before = Text(text.raw, text.words[low:at])
    return before.has(*_table()["coming"]) and not before.has(*_table()["done"])
