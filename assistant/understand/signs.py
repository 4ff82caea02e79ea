"""Signs beside the examples that tell one kind of question from another, read from `signs.yaml`."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from assistant.understand.text import Word


@cache
def load_signs() -> dict[str, frozenset[str]]:
    """The signs of the file beside this module."""
    raw: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "signs.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


def is_personal(words: Iterable[Word]) -> bool:
    """Whether somebody speaks of himself in these words."""
    return bool({word.text for word in words} & load_signs()["personal"])


def asks_how_much(question: str) -> bool:
    """Whether a number or a time is asked for."""
    words = re.findall(r"\w+", question.casefold())
    pairs = {f"{one} {two}" for one, two in pairwise(words)}
    signs = load_signs()
    return bool(({*words} | pairs) & (signs["how_much"] | signs["when"]))
