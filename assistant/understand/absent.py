"""How many came, where a message tells how many did not: "timnya 9 orang, 3 tidak bisa hadir" are 6."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.polarity import load_polarity
from assistant.understand.text import Text
from corpus.data import load_yaml


def without_absent(text: Text, told: Sequence[Fact], known: Mapping[str, Any]) -> tuple[Fact, ...]:
    """The facts, those who did not come taken off those there are; left out where it is not known how many these are."""
    table = _table()
    there = next((fact.value for fact in told if fact.field == table["of"]), known.get(table["of"]))
    found = []
    for fact in told:
        if fact.field == table["fact"] and fact.value and _is_absent(text, fact):
            if there is None or there <= fact.value:
                continue
            fact = replace(fact, value=there - fact.value)
        found.append(fact)
    return tuple(found)


def _is_absent(text: Text, fact: Fact) -> bool:
    """Whether a number is told as of those who did not come."""
    table, no = _table(), load_polarity().no
    places = text.places(fact.start, fact.end)
    if not places:
        return False
    behind = []
    for word in text.words[places[-1] + 1 : places[-1] + 1 + table["within"]]:
        if word.is_mark or word.text[0].isdigit():
            break
        behind.append(word.text)
    if text.at(places[0] - 1) in table["absent"] or {*behind} & {*table["absent"]}:
        return True
    denied = next((at for at, word in enumerate(behind) if word in no), None)
    return denied is not None and any(word in table["coming"] for word in behind[denied + 1 :])


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
