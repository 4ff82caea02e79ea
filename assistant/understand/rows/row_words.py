"""The words around rows told in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.data import load_yaml


@dataclass(frozen=True)
class RowWords:
    """The words of `rows.yaml`."""

    between: frozenset[str]
    kept: Mapping[str, frozenset[str]]
    reference: frozenset[str]
    filler: frozenset[str]
    counted: frozenset[str]
    clause: frozenset[str]
    credits: frozenset[str]
    whole: frozenset[str]
    credited: frozenset[str]
    worth: frozenset[str]
    kinds: frozenset[str]
    called: Mapping[str, frozenset[str]]
    results: frozenset[str]
    places: frozenset[str]
    unwritten: frozenset[str]
    volume: frozenset[str]
    asking: frozenset[str]
    bidding: frozenset[str]
    planning: frozenset[str]
    how_much: frozenset[str]
    counted_by: frozenset[str]
    measures: frozenset[str]
    steps: frozenset[str]
    leading: frozenset[str]
    trailing: frozenset[str]
    adding: frozenset[str]
    doers: tuple[tuple[str, ...], ...]
    sent: tuple[tuple[str, ...], ...]
    senders: frozenset[str]
    ending: frozenset[str]
    unnamed: frozenset[str]


@cache
def load_row_words() -> RowWords:
    """The words of the file beside this module, which say what divides rows and what names none."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "rows.yaml")
    return RowWords(
        frozenset(raw["between"]),
        {word: frozenset(before) for word, before in raw["kept"].items()},
        frozenset(raw["reference"]),
        frozenset((*raw["filler"], *raw["count"])),
        frozenset(raw["counted_fields"]),
        frozenset(raw["clause"]),
        frozenset(raw["credit_fields"]),
        frozenset(raw["whole_with"]),
        frozenset(raw["credited"]),
        frozenset(raw["worth"]),
        frozenset(raw["kinds"]),
        {word: frozenset(behind) for word, behind in raw["called"].items()},
        frozenset(raw["results"]),
        frozenset(raw["places"]),
        frozenset(raw["unwritten"]),
        frozenset(raw["count"]),
        frozenset(raw["asking"]),
        frozenset(raw["bidding"]),
        frozenset(raw["planning"]),
        frozenset(raw["how_much"]),
        frozenset(raw["counted_by"]),
        frozenset(raw["measures"]),
        frozenset(raw["steps"]),
        frozenset(raw["leading"]),
        frozenset(raw["trailing"]),
        frozenset(raw["adding"]),
        tuple(tuple(who.split()) for who in raw["doers"]),
        tuple(tuple(how.split()) for how in raw["sent"]),
        frozenset(raw["senders"]),
        frozenset(raw["ending"]),
        frozenset(raw["unnamed"]),
    )
