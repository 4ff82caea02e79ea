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
    told = [clause for clause in clauses(text) if _names_who(clause.text)]
    asked = [clause for clause in clauses(text) if clause.text.has(*table["open"]) and clause not in told]
    return bool(told and asked)


def _names_who(text: Text) -> bool:
    """Whether a clause tells what somebody said or was heard to say: a mere "katanya" is the person's own belief."""
    table = _table()
    told = [first for phrase in table["saying"] for first, _ in text.find(phrase)]
    named = any(text.raw[text.words[at].start : text.words[at].end].casefold() not in table["merely"] for at in told)
    return named or text.has(*table["heard"])


@cache
def _table() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
