"""What others are said to say: no belief of the person's own where two of them differ, or something else is asked."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.asserted import clauses
from assistant.understand.text import Text
from corpus.data import load_yaml
from index.projection import STORY


def tells_rivals(text: Text) -> bool:
    """Whether two are said to say something, so that one of them may be right: "my HR says 2x, a friend says 1x"."""
    if text.has(*_table()["disputed"]):
        return True
    told = [first for phrase in _table()["saying"] for first, _ in text.find(phrase)]
    return len(told) > 1 and text.has(*_table()["others"])


def only_hears(text: Text) -> bool:
    """Whether a story tells what somebody said, asks for no word on it, and openly asks for the rule itself."""
    table = _table()
    if text.length < STORY or text.has(*table["confirming"]):
        return False
    told = [clause for clause in clauses(text) if clause.text.has(*table["saying"], *table["heard"])]
    asked = [clause for clause in clauses(text) if clause.text.has(*table["open"]) and clause not in told]
    return bool(told and asked)


@cache
def _table() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
