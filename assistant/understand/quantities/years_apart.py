"""The year of a day or a month told by how far it lies from this one: "15 Maret tahun depan", "Oktober tahun ini"."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from corpus.data import load_yaml

_JOINT = frozenset({",", "di", "pada", "of"})


def year_apart(text: Text, at: int, today: date) -> tuple[int, int, int] | None:
    """The year told from this place on, behind a joint at most, and its first and last word."""
    first = at + (text.at(at) in _JOINT)
    for years, phrases in _phrases().items():
        said = next((phrase for phrase in phrases if text.begins(first, phrase)), "")
        if said:
            return today.year + years, first, first + said.count(" ")
    return None


@cache
def _phrases() -> Mapping[int, Sequence[str]]:
    loaded: Mapping[int, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
