"""How many did, where a message tells how many did not: "timnya 9 orang, 3 tidak bisa hadir" are 6, "dari 10 dokumen 2 ditolak" 8."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from corpus.data import load_yaml
from corpus.number_words import find_numbers

_SINGLE = frozenset({"one"})  # "not one of them"


def without_absent(text: Text, told: Sequence[Fact], known: Mapping[str, Any]) -> tuple[Fact, ...]:
    """The facts, those that did not taken off those there are; left out where it is not known how many these are."""
    found = []
    for fact in told:
        rule = next((rule for rule in _rules() if rule["fact"] == fact.field), None)
        if (
            rule is not None
            and fact.value
            and not _is_reckoned(fact)
            and _tells_absent(text, text.places(fact.start, fact.end), rule)
        ):
            there = next((other.value for other in told if other.field == rule["of"]), known.get(rule["of"]))
            if there is None or there <= fact.value:
                continue
            fact = replace(fact, value=there - fact.value)
        found.append(fact)
    return tuple(found)


def is_absent(text: Text, start: int, end: int, told: Collection[str]) -> bool:
    """Whether the number on these characters is told of those that did not, where a fact of those that did is told."""
    places = text.places(start, end)
    return any(_tells_absent(text, places, rule) for rule in _rules() if rule["fact"] in told)


def _is_reckoned(fact: Fact) -> bool:
    """Whether those that did not are taken off already: "9 tapi 2 ditolak"."""
    return sum(1 for _ in find_numbers(fact.text)) > 1


def _tells_absent(text: Text, places: Sequence[int], rule: Mapping[str, Any]) -> bool:
    """Whether a number is told as of those that did not."""
    no = load_polarity().no
    if not places:
        return False
    behind = _behind(text, places[-1] + 1, rule)
    if text.at(places[0] - 1) in rule["absent"] or {*behind} & {*rule["absent"]}:
        return True
    if (
        text.at(places[0] - 1) in rule["coming"] and {text.at(places[0] - n) for n in (2, 3)} & no
    ):  # "tidak hadir 3 orang"
        return True
    denied = next((at for at, word in enumerate(behind) if word in no), None)
    return denied is not None and any(word in rule["coming"] for word in behind[denied + 1 :])


def _behind(text: Text, at: int, rule: Mapping[str, Any]) -> list[str]:
    """The words of its clause behind a number, past the whole that it is out of: "3 dari 10 dokumen yang ditolak"."""
    of_whole = text.at(at) in rule["of_whole"] and text.at(at + 1)[:1].isdigit()
    at, most = (at + 2, rule["within"] * 2) if of_whole else (at, rule["within"])
    found: list[str] = []
    numbers = load_units().english.keys() - _SINGLE  # "seven came, two did not"
    for word in text.words[at : at + most]:
        if word.is_mark or word.text[0].isdigit() or word.text in numbers:
            break
        found.append(word.text)
    return found


@cache
def _rules() -> Sequence[Mapping[str, Any]]:
    loaded: Sequence[Mapping[str, Any]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
