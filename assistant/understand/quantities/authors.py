"""How many wrote, where a message tells how many helped: "penulis utama dan 3 pembantu" are 4, and so is who writes "with 3 co-authors"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.language.text import Text
from corpus.data import load_yaml


def with_main_author(text: Text, told: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, the main author counted beside those who helped."""
    return tuple(
        replace(fact, value=fact.value + 1) if fact.field == _table()["fact"] and _counts_helpers(text, fact) else fact
        for fact in told
    )


def _counts_helpers(text: Text, fact: Fact) -> bool:
    """Whether a number is that of those who helped, and of nobody else."""
    table, places = _table(), text.places(fact.start, fact.end)
    if not places or text.has(*table["counted"]):
        return False
    behind = places[-1] + 1
    while text.at(behind) in table["people"]:
        behind += 1
    before = next((text.at(at) for at in (places[0] - 1, places[0] - 2) if text.at(at) not in table["linking"]), "")
    beside = text.at(places[0] - 1) in table["beside"] and text.begins(places[-1] + 1, *table["others"])
    return beside or text.begins(behind, *table["helpers"]) or before in table["helpers"]


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
