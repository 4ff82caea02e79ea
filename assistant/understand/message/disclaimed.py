"""What a message says it does not ask: "bukan nanya lulus apa tidak, cuma apa yang dinilai"."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from corpus.data import load_yaml

_ENDS = frozenset(",;.!:\n")
_LONGEST = 14  # words that say what is not asked


@cache
def _load() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_yaml(Path(__file__).parent / "disclaimed.yaml")
    return words


def without_disclaimed(text: Text) -> str:
    """The message without what it says it does not ask, where it then says what it does; as it was written elsewhere."""
    for at in range(len(text.words)):
        begun = at == 0 or text.words[at - 1].is_mark
        if begun and text.begins(at, *_load()["disclaiming"]):
            asked = _asked_from(text, at)
            if asked is not None:
                return f"{text.raw[: text.words[at].start]}{text.raw[text.words[asked].start :]}"
    return text.raw


def _asked_from(text: Text, at: int) -> int | None:
    """The place from which it is said what is asked instead; None where nothing is."""
    words = text.words[at : at + _LONGEST]
    end = next((at + n for n, word in enumerate(words) if word.text in _ENDS), None)
    if end is None:
        joint = next((at + n for n, word in enumerate(words) if n and word.text in _load()["only"]), None)
        return _behind(text, joint) if joint is not None else None
    return _behind(text, end + 1) if text.at(end + 1) in _load()["instead"] else None


def _behind(text: Text, at: int) -> int | None:
    """The first word behind those that lead to what is asked."""
    leading: Sequence[str] = (*_load()["instead"], *_load()["leading"])
    while text.at(at) in leading:
        at += 1
    return at if at < len(text.words) else None
