"""What a message tells of nobody's case: a guess made in jest, and another who has it better: "temenku sih kampusnya unggul"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Spans, Text
from assistant.understand.rows.at_hand import sentences
from corpus.data import load_yaml


def unmeant(text: Text) -> Spans:
    """The characters of such sentences, where the message has others; a question is meant."""
    if not text.has(*_table()["guessed"], *_table()["another"]):
        return []
    whole = [(low, high) for low, high in sentences(text) if any(not w.is_mark for w in text.words[low:high])]
    found = [(low, high) for low, high in whole if text.at(high) != "?" and _tells_nothing(text, low, high)]
    return [text.span(low, high - 1) for low, high in found] if len(found) < len(whole) else []


def _tells_nothing(text: Text, low: int, high: int) -> bool:
    said = Text(text.raw, text.words[low:high])
    return said.has(*_table()["guessed"]) or (_is_of_another(text, low) and _compares(text, low, said))


def _is_of_another(text: Text, low: int) -> bool:
    return _past(text, low) is not None


def _compares(text: Text, low: int, said: Text) -> bool:
    """Whether another is only held against who asks."""
    behind = _past(text, low) or low
    while text.begins(behind, *_table()["owners"]):
        behind += next(_lengths(text, behind, "owners"))
    return text.at(behind) in _table()["contrast"] or said.has(*_table()["envied"])


def _past(text: Text, low: int) -> int | None:
    """The place behind the words that name another at the beginning of a sentence; None where none does."""
    while low < len(text.words) and (text.words[low].is_mark or text.at(low) in _table()["before"]):
        low += 1
    length = next(_lengths(text, low, "another"), 0)
    return low + length if length else None


def _lengths(text: Text, at: int, words: str) -> Iterator[int]:
    """How many words the phrases of a list have that stand at a place, the longest first."""
    said = (phrase for phrase in _table()[words] if text.begins(at, phrase))
    yield from sorted((phrase.count(" ") + 1 for phrase in said), reverse=True)


@cache
def _table() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
