"""Posts and levels that a message names though nobody in it holds or wants them: "kabid nanya", "ahli muda nya tidak ada"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Spans, Text, overlaps
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

_ENDS = frozenset(".,;?!")
_TO_VERB = 3  # words behind a post in which its holder is said to say something
_LONGEST = 4  # words of a phrase before a post
_PASSED = 3  # words before a period in which it is told to have passed


def named_posts() -> frozenset[str]:
    """The facts of which a message may name what nobody has."""
    return frozenset((*_table()["facts"], *_table()["measured_by"], *_table()["awaited"]["facts"]))


def unheld_choices(text: Text, choices: Sequence[Value]) -> Spans:
    """The characters of such choices, and of the whole ladder where a message names it."""
    ladder = [*_ladders(text)]
    found = [(v.start, v.end) for v in choices if not overlaps(v.start, v.end, ladder) and _is_unheld(text, v)]
    return [*ladder, *found, *_awaited(text, choices)]


def _is_unheld(text: Text, value: Value) -> bool:
    if not {*_table()["facts"]} & value.fits.keys():
        return _is_measured(text, value)
    level = bool({*_table()["levels"]} & value.fits.keys())
    if _is_required(text, value):
        return True
    office = bool({*_table()["of_offices"]} & value.fits.keys()) and _is_led(text, value.first, "offices")
    if office or _is_led(text, value.first, "passed_by") or (level and _is_led(text, value.first, "left")):
        return True
    return (level and _is_nobody(text, value)) or _says(text, value, level=level) or _is_of_family(text, value)


def _is_required(text: Text, value: Value) -> bool:
    """Whether a post is one that must have been held before: "harus pernah menduduki jabatan eselon IV"."""
    if not {*_table()["of_posts"]} & value.fits.keys():
        return False
    at = value.first
    while text.at(at - 1) in _table()["filled"]:
        at -= 1
    return any(text.before(at, phrase.count(" ") + 1) == phrase for phrase in _table()["required"])


def _awaited(text: Text, choices: Sequence[Value]) -> Spans:
    """The characters of a period that is only waited for, where another is named: "periode April, apa nunggu Oktober"."""
    rule = _table()["awaited"]
    named = [v for v in choices if {*rule["facts"]} & v.fits.keys()]
    led = [v for v in named if any(text.before(v.first, p.count(" ") + 1) == p for p in rule["led"])]
    others = [v for v in named if v not in led and all(v.fits != other.fits for other in led)]
    passed = any({*text.said[max(0, v.first - _PASSED) : v.first]} & {*rule["passed"]} for v in others)
    return [(v.start, v.end) for v in led] if others and not passed else []


def _is_measured(text: Text, value: Value) -> bool:
    """Whether the noun before a choice is of another thing: "pangkat saya lebih tinggi"."""
    at = value.first - 1
    while text.at(at) in _table()["owners"]:
        at -= 1
    return any(text.at(at) in _table()["measured_by"].get(name, ()) for name in value.fits)


def _ladders(text: Text) -> Iterator[tuple[int, int]]:
    """The characters of three or more steps named in a row: "pertama - muda - madya"."""
    rule = _table()["ladder"]
    chain: list[int] = []
    for at, word in enumerate([*text.said, ""]):
        if word in rule["steps"] and word not in {text.at(place) for place in chain}:
            chain.append(at)
        elif word not in rule["joints"] or not chain:
            if len(chain) >= rule["least"]:
                yield text.span(chain[0], chain[-1])
            chain = []


def _is_nobody(text: Text, value: Value) -> bool:
    """Whether there is nobody of a level here; that no place of it is free is another matter."""
    low, high = _clause(text, value)
    if Text(text.raw, text.words[low:high]).has(*_table()["vacancies"]):
        return False
    at = value.last + 1
    while text.at(at) in _table()["of_it"]:
        at += 1
    return text.begins(at, *_table()["none_behind"]) or _is_led(text, value.first, "none_before")


def _says(text: Text, value: Value, *, level: bool) -> bool:
    """Whether the holder of a post only says something to who asks: "kasubag saya bilang"."""
    if level:
        return False
    at = value.last + 1
    while at <= value.last + _TO_VERB and text.at(at) in _table()["before_saying"]:
        at += 1
    return text.at(at) in _table()["saying"] or _is_led(text, value.first, "said_by")


def _is_of_family(text: Text, value: Value) -> bool:
    """Whether one of the family has a post, or gets it, in a message that asks about oneself."""
    low, _ = _clause(text, value)
    before = Text(text.raw, text.words[low : value.first])
    told_before = Text(text.raw, text.words[: value.first])
    by_name = before.has(*_table()["family"])
    by_pronoun = before.has(*_table()["third"]) and told_before.has(*_table()["family"])
    return (by_name or by_pronoun) and text.has(*_table()["of_self"]) and not before.has(*_table()["first"])


def _is_led(text: Text, first: int, name: str) -> bool:
    """Whether a phrase of this list stands right before a word."""
    phrases, table = {*_table()[name]}, _table()
    while text.at(first - 1) in table["names"]:
        first -= 1
    lengths = (length for length in range(1, _LONGEST + 1) if text.before(first, length) in phrases)
    return any(text.at(first - length - 1) not in table["heads"] for length in lengths)


def _clause(text: Text, value: Value) -> tuple[int, int]:
    """The places from the first word of a value's clause to behind its last."""
    low = next((at + 1 for at in range(value.first - 1, -1, -1) if text.at(at) in _ENDS), 0)
    high = next((at for at in range(value.last + 1, len(text.words)) if text.at(at) in _ENDS), len(text.words))
    return low, high


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
