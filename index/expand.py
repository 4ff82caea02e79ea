"""From people's words to the law's: what a question also asks for."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from corpus.data import load_yaml

_HINTS = 2  # words that only English questions hold, from which a question is read as English
_WORD = re.compile(r"[a-z]+")
_TERM_WORD = re.compile(r"\w+")


def expand(query: str) -> str:
    """The question with the law's words for what it says, added behind it."""
    plain = query.lower()
    found = [words for pattern, words in _expansions() if pattern.search(plain)]
    if _is_english(plain):
        found += [words for pattern, words in _translations() if pattern.search(plain)]
    return " ".join([query, *dict.fromkeys(found)])


def terms_asked(query: str, terms: Collection[str]) -> frozenset[str]:
    """The terms, in lower case, whose meaning a question asks: those that stand alone beside "apa itu" and its like."""
    plain = query.lower()
    asked: set[str] = set()
    for match in _definition().finditer(plain):
        before, after = _TERM_WORD.findall(plain[: match.start()]), _TERM_WORD.findall(plain[match.end() :])
        standing = [*_leading(after, terms), *_leading(before[::-1], [_reversed(term) for term in terms], reverse=True)]
        longest = max((len(term.split()) for term in standing), default=0)
        asked.update(term for term in standing if len(term.split()) == longest)
    return frozenset(asked)


def own_words() -> str:
    """The words that are looked for in questions, which are no typing mistakes."""
    return " ".join(pattern.pattern for pattern, _ in _expansions())


def _leading(words: Sequence[str], terms: Collection[str], reverse: bool = False) -> Iterator[str]:
    """Terms that open a row of words, past words that say nothing, and are not part of a longer name."""
    start = next((at for at, word in enumerate(words) if word not in _beside()), len(words))
    for term in terms:
        own = term.split()
        for at in {0, start}:
            following = words[at + len(own) : at + len(own) + 1]
            if words[at : at + len(own)] == own and all(_says_nothing(word) for word in following):
                yield _reversed(term) if reverse else term


def _says_nothing(word: str) -> bool:
    return word in _beside() or word.isdigit()


def _reversed(term: str) -> str:
    return " ".join(reversed(term.split()))


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
def _beside() -> frozenset[str]:
    return frozenset(_content("synonyms.yaml")["beside"])


@cache
def _definition() -> re.Pattern[str]:
    return _at_words("|".join(_content("synonyms.yaml")["define"]))


def _patterns(entries: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_at_words(pattern), words) for pattern, words in entries.items())


def _at_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


def _content(name: str) -> dict[str, Any]:
    content: dict[str, Any] = load_yaml(Path(__file__).parent / name)
    return content
