"""A short question asked once more right behind itself, which asks nothing new: "lulus ga. lulus kan??"."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from assistant.understand.rows.at_hand import sentences
from corpus.data import load_yaml

_MOST = 4  # words of such a question


def without_repeated(text: Text) -> str:
    """The message without its last sentence where that only repeats the question before it."""
    told = [(first, end) for first, end in _joined(text) if _content(text, first, end)]
    if len(told) < 2:
        return text.raw
    (one, other), (again, last) = told[-2:]
    same = _content(text, one, other) == _content(text, again, last)
    short = max(_length(text, one, other), _length(text, again, last)) <= _MOST
    if not (same and short and _asks(text, one, other) and _asks(text, again, last)):
        return text.raw
    return text.raw[: text.words[again].start].rstrip()


def _joined(text: Text) -> list[tuple[int, int]]:
    """The sentences, each with the marks behind it."""
    found: list[tuple[int, int]] = []
    for first, end in sentences(text):
        if found and all(word.is_mark for word in text.words[first:end]):
            found[-1] = (found[-1][0], end)
        elif any(not word.is_mark for word in text.words[first:end]):
            found.append((next(at for at in range(first, end) if not text.words[at].is_mark), end))
    return found


def _content(text: Text, first: int, end: int) -> Sequence[str]:
    """The words of a sentence but those by which it asks."""
    return [word.text for word in text.words[first:end] if not word.is_mark and word.text not in _words()["tags"]]


def _length(text: Text, first: int, end: int) -> int:
    return sum(not word.is_mark for word in text.words[first:end])


def _asks(text: Text, first: int, end: int) -> bool:
    """Whether a sentence asks: by a tag, or by the mark behind it."""
    marked = end < len(text.words) and text.at(end) == "?"
    return marked or any(text.at(at) in _words()["tags"] or text.at(at) == "?" for at in range(first, end))


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: frozenset(words) for name, words in raw.items()}
