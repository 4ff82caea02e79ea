"""What is heard of whoever it befalls: "denger-denger yang lagi diperiksa ga boleh" tells of no examination."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Text
from corpus.data import load_yaml


def is_of_anybody(text: Text, cue: PhraseHit[str], low: int, high: int) -> bool:
    """Whether the clause from `low` up to `high` tells what a cue names as a rule that was heard."""
    table = _table()
    before, behind = (Text(text.raw, text.words[a:b]) for a, b in ((low, cue.first), (cue.last + 1, high)))
    if not behind.has(*table["ruled"]) or not before.has(*table["heard"]):
        return False
    return before.has(*table["whoever"]) and not _has_person(before)


def _has_person(before: Text) -> bool:
    """Whether somebody is named, but for who has heard it: "setahu saya"."""
    last = max((last for phrase in _table()["heard"] for _, last in before.find(phrase)), default=-1)
    return Text(before.raw, before.words[last + 1 :]).has(*_table()["persons"])


@cache
def _table() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
