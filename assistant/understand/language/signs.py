"""Signs beside the examples that tell one kind of question from another, read from `signs.yaml`."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.understand.language.text import Word
from corpus.data import load_yaml


@cache
def load_signs() -> dict[str, frozenset[str]]:
    """The signs of the file beside this module."""
    return _load("signs.yaml")


def is_personal(words: Iterable[Word]) -> bool:
    """Whether somebody speaks of himself in these words."""
    return bool({word.text for word in words} & load_signs()["personal"])


def asks(question: str, *kinds: str) -> bool:
    """Whether a question has a word by which some of these kinds ask: "who", "when", "how_much" ..."""
    words = re.findall(r"\w+|[,.;?!]", question.casefold())
    pairs = {f"{one} {two}" for one, two in pairwise(words)}
    asking = {word for before, word in pairwise(("", *words)) if not _tells(word, before)}
    return any((asking | pairs) & load_signs()[kind] for kind in kinds)


def asks_purpose(question: str) -> bool:
    """Whether it is asked what something is for."""
    said = " ".join(re.findall(r"\w+", question.casefold()))
    return any(f" {phrase} " in f" {said} " for phrase in _load_relative()["purpose"])


def _tells(word: str, before: str) -> bool:
    """Whether a word that could ask for somebody tells of somebody instead: "an official who wants to move"."""
    words = _load_relative()
    return word in words["telling"] and before.isalpha() and before not in words["asked_behind"]


@cache
def _load_relative() -> dict[str, frozenset[str]]:
    return _load("relative.yaml")


def _load(file: str) -> dict[str, frozenset[str]]:
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / file)
    return {name: frozenset(words) for name, words in raw.items()}
