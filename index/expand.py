"""From people's words to the law's: what a question also asks for."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml


def expand(query: str) -> str:
    """The question with the law's words for what it says, added behind it."""
    plain = query.lower()
    added = [words for pattern, words in _expansions() if pattern.search(plain)]
    return " ".join([query, *added])


def asks_definition(query: str) -> bool:
    """Whether the question asks what a word means."""
    return _definition().search(query.lower()) is not None


@cache
def _expansions() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_at_words(pattern), words) for pattern, words in _content()["expand"].items())


@cache
def _definition() -> re.Pattern[str]:
    return _at_words("|".join(_content()["define"]))


def _at_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "synonyms.yaml").read_text("utf-8"))
    return content
