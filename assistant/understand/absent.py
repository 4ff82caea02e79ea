"""How many did, where a message tells how many did not: "timnya 9 orang, 3 tidak bisa hadir" are 6, "dari 10 dokumen 2 ditolak" 8."""

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
    """The facts, those that did not taken off those there are; left out where it is not known how many these are."""
    found = []
    for fact in told:
        rule = next((rule for rule in _rules() if rule["fact"] == fact.field), None)
        if rule is not None and fact.value and _is_absent(text, fact, rule):
            there = next((other.value for other in told if other.field == rule["of"]), known.get(rule["of"]))
            if there is None or there <= fact.value:
                continue
            fact = replace(fact, value=there - fact.value)
        found.append(fact)
    return tuple(found)


def _is_absent(text: Text, fact: Fact, rule: Mapping[str, Any]) -> bool:
    """Whether a number is told as of those that did not."""
    no, places = load_polarity().no, text.places(fact.start, fact.end)
    if not places:
        return False
    behind = []
    for word in text.words[places[-1] + 1 : places[-1] + 1 + rule["within"]]:
        if word.is_mark or word.text[0].isdigit():
            break
        behind.append(word.text)
    if text.at(places[0] - 1) in rule["absent"] or {*behind} & {*rule["absent"]}:
        return True
    denied = next((at for at, word in enumerate(behind) if word in no), None)
    return denied is not None and any(word in rule["coming"] for word in behind[denied + 1 :])


@cache
def _rules() -> Sequence[Mapping[str, Any]]:
    loaded: Sequence[Mapping[str, Any]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
