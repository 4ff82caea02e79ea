"""The documents of the checklists by the names people give them, and which item of a list each is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.data import load_yaml


@dataclass(frozen=True)
class Paper:
    """A document: how it is called, also only when written in capitals, and the words that an item of it holds."""

    said: tuple[str, ...]
    shouted: tuple[str, ...]
    item: tuple[str, ...]

    def is_item(self, words: str) -> bool:
        """Whether an item of a checklist, in these words, is this document."""
        plain = f" {' '.join(''.join(letter if letter.isalnum() else ' ' for letter in words.casefold()).split())} "
        return any(f" {phrase} " in plain for phrase in self.item)


@cache
def _file() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded


@cache
def load_papers() -> Mapping[str, Paper]:
    """The documents of the file beside this module, by short name."""
    return {
        name: Paper(tuple(entry["said"]), tuple(entry.get("shouted", ())), tuple(entry["item"]))
        for name, entry in _file()["called"].items()
    }


@cache
def paper_words(kind: str) -> frozenset[str]:
    """The words told of papers: `having`, `lacking` or `asking`."""
    return frozenset(str(word) for word in _file()[kind])
