"""What was so before and gives way to what has come since: "CPNS formasi 2023, sudah PNS 2024"."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from corpus.data import load_yaml

_BEFORE = 2  # words before a fact's own words that tell when it is so


def has_come(text: Text, field: str, earlier: tuple[int, int], later: tuple[int, int]) -> bool:
    """Whether a yes told behind a no of one fact is what has come of it; each is told from its first to its last word."""
    table = _table()
    if field not in table["facts"] or later[0] <= earlier[1]:
        return False
    said = _before(text, later) | {*text.said[later[0] : later[1] + 1]}
    return bool(said & {*table["become"]}) and not said & {*table["planned"]}


def has_become(text: Text, field: str) -> bool:
    """Whether a message tells that such a fact was once not so and has come since: "honorer dulu, terus jadi PNS"."""
    table = _table()
    if field not in table["facts"] or not text.has(*table["once"]):
        return False
    came = [place for phrase in table["came"] for place in text.find(phrase)]
    return any(not _before(text, place) & {*table["planned"]} for place in came)


def is_to_come(text: Text, field: str, told: tuple[int, int]) -> bool:
    """Whether a yes of such a fact is only still to come: "kalau sudah PNS"."""
    return _is_led(text, field, told, "planned")


def is_later(text: Text, field: str, told: tuple[int, int]) -> bool:
    """Whether a yes of such a fact is surely no fact yet: "nanti pas jadi PNS"."""
    return _is_led(text, field, told, "later")


def _is_led(text: Text, field: str, told: tuple[int, int], words: str) -> bool:
    """Whether one of these words stands right before what tells such a fact."""
    return field in _table()["facts"] and bool(_before(text, told) & {*_table()[words]})


def _before(text: Text, told: tuple[int, int]) -> set[str]:
    return {*text.said[max(0, told[0] - _BEFORE) : told[0]]}


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
