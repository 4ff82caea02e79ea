"""From people's words to the law's: what a question also asks for."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_HINTS = 2  # words that only English questions hold, from which a question is read as English
_WORD = re.compile(r"[a-z]+")


def expand(query: str) -> str:
    """The question with the law's words for what it says, added behind it."""
    plain = query.lower()
    found = [words for pattern, words in _expansions() if pattern.search(plain)]
    if _is_english(plain):
        found += [words for pattern, words in _translations() if pattern.search(plain)]
    return " ".join([query, *dict.fromkeys(found)])


def asks_definition(query: str) -> bool:
    """Whether the question asks what a word means."""
    return _definition().search(query.lower()) is not None


def own_words() -> str:
    """The words that are looked for in questions, which are no typing mistakes."""
    return " ".join(pattern.pattern for pattern, _ in _expansions())


def _is_english(plain: str) -> bool:
    return len(_hints().intersection(_WORD.findall(plain))) >= _HINTS


@cache
def _expansions() -> tuple[tuple[re.Pattern[str], str], ...]:
    return _patterns(_content("synonyms.yaml")["expand"])


@cache
def _translations() -> tuple[tuple[re.Pattern[str], str], ...]:
    return _patterns(_content("english.yaml")["expand"])


@cache
def _hints() -> frozenset[str]:
    return frozenset(_content("english.yaml")["hints"])


@cache
def _definition() -> re.Pattern[str]:
    return _at_words("|".join(_content("synonyms.yaml")["define"]))


def _patterns(entries: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_at_words(pattern), words) for pattern, words in entries.items())


def _at_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


def _content(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))
    return content
