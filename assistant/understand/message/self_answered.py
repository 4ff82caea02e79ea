"""What a writer asks and answers in one breath: "ukom? belum lulus" tells the same as "ukom: belum lulus"."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.message.split_words import load_split_words
from corpus.data import load_yaml

_MARK, _TOLD = "?", ":"
_PARTING = frozenset(".,;:!?()\n")


def told_plainly(text: Text, is_thing: Callable[[str], bool]) -> str:
    """The message with a colon for each question mark behind a thing that the writer then tells of."""
    raw = text.raw
    for at, word in enumerate(text.words):
        if word.text == _MARK and _is_answered(text, at) and _names_a_thing(text, at, is_thing):
            raw = f"{raw[: word.start]}{_TOLD}{raw[word.end :]}"
    return raw


def _names_a_thing(text: Text, at: int, is_thing: Callable[[str], bool]) -> bool:
    """Whether nothing but a thing is named before a question mark."""
    low = at
    while low > 0 and not _parts(text, low - 1):
        low -= 1
    said = {*text.said[low:at]}
    asks = load_split_words().asking | load_polarity().asking | {*_table()["outcomes"]}
    return 0 < at - low <= _table()["named"] and not said & asks and is_thing(" ".join(text.said[low:at]))


def _is_answered(text: Text, at: int) -> bool:
    """Whether the clause behind a question mark is a yes or a no."""
    low, table = at + 1, _table()
    while text.at(low) in table["leading"] and text.at(low) not in load_polarity().settling:
        low += 1
    high = low
    while high < len(text.words) and not _parts(text, high):
        high += 1
    said = text.said[low:high]
    if not said or len(said) > table["answer"] or text.at(high) == _MARK or _is_open(said):
        return False
    settling = load_polarity().settling | {*table["begins"]}
    return said[0] in settling or bool({*said[-2:]} & settling)


def _is_open(said: Collection[str]) -> bool:
    """Whether these words ask, suppose or tell that something is not known."""
    return bool({*said} & ({*_table()["unsettled"]} | load_split_words().firmly))


def _parts(text: Text, at: int) -> bool:
    return text.at(at) in _PARTING or text.parts_lines(at, min(at + 1, len(text.words) - 1))


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
