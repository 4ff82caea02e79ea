"""What who asks for somebody else tells of themselves in passing: "... bisa daftar ga dia? saya sendiri sih 49, ga ikut"."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.text import Text
from corpus.data import load_yaml


def without_own_aside(text: Text) -> str:
    """The message without such a sentence; as it was written where it tells none."""
    for at in range(1, len(text.words)):
        low, high = sentence_of(text, at, at)
        if low == at and _is_aside(text, low, high):
            return f"{text.raw[: text.words[low].start].rstrip()}{text.raw[text.words[high - 1].end :]}"
    return text.raw


def _is_aside(text: Text, low: int, high: int) -> bool:
    """Whether a sentence is of who asks, and the rest of the message of another alone."""
    table = _table()
    before, own = Text(text.raw, text.words[:low]), Text(text.raw, text.words[low:high])
    if not _is_of_oneself(text, low, own) or not before.has(*table["others"]) or text.at(high) == "?":
        return False
    asked = Text(text.raw, text.words[high:]).has("saya", "aku", "i", "me")
    return not asked and own.has(*table["apart"]) and not own.has(*table["asks"])


def _is_of_oneself(text: Text, low: int, own: Text) -> bool:
    """Whether a sentence begins with who asks."""
    framed = _table()["framed"]
    if text.begins(low, *_table()["begins"]):
        return True
    return text.begins(low, *framed["begins"]) and own.has(*framed["holds"])


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
