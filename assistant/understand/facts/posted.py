"""Posts that somebody holds though a word of direction leads to them: "posted to KDEI Taipei since 2023"."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

_SINCE = 4  # words behind a post among which it is told since when it is held


def is_held_there(text: Text, value: Value, at: int) -> bool:
    """Whether the word before the one at `at`, which leads to a value, says that it is so already.

    Who was sent somewhere is there where it is told since when, or for how long.
    """
    table = _table()
    if text.at(at - 1) in table["belonging"]:
        return True
    sent = text.at(at - 1) in table["sent"] and text.at(at - 2) not in table["ahead"]
    return sent and any(text.at(place) in table["since"] for place in range(value.last + 1, value.last + _SINCE))


@cache
def _table() -> Mapping[str, frozenset[str]]:
    raw: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: frozenset(words) for name, words in raw.items()}
