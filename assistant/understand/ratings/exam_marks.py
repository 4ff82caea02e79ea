"""Marks of an exam that was failed, which rate no year's work: "gagal ujikom, nilainya kurang sedikit"."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_ENDS = frozenset(".?!;\n")


def is_exam_mark(text: Text, hit: PhraseHit[str]) -> bool:
    """Whether a word like "kurang" stands in a sentence on a failed exam that names no year's work."""
    low, high = sentence_of(text, hit.first, hit.last, _ENDS)
    said, table = Text(text.raw, text.words[low:high]), _table()
    if not said.has(*table["exams"]) or not said.has(*table["failed"]):
        return False
    return text.at(hit.first - 1) in table["marks"] and not said.has(*table["work"])


@cache
def _table() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
