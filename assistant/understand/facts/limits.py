"""The sorts of limits that take back, put off or narrow down what is told, read from `limited.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text, Word
from corpus.data import load_yaml

_GAP = 3  # words that a "*" stands for
_VALUE = r"\d|i{1,3} |iv "  # what "*" passes over is no value of its own: "SK III/d belum keluar"
_NUMBER = "N"


@dataclass(frozen=True)
class Phrases:
    """Phrases looked for in plain words, but not before one of some words: "hampir", not "hampir 2 tahun"."""

    pattern: re.Pattern[str] | None
    not_before: frozenset[str] = frozenset()

    def stand_in(self, words: str) -> bool:
        """Whether any of them stands in these words."""
        for hit in self.pattern.finditer(words) if self.pattern else ():
            following = words[hit.end() :].split()[:1]
            if not following or (_NUMBER if following[0][:1].isdigit() else following[0]) not in self.not_before:
                return True
        return False


@dataclass(frozen=True)
class Sort:
    """One sort of limits; see `limited.yaml` for what each part means."""

    facts: frozenset[str]
    values: frozenset[str]
    not_values: frozenset[str]
    own: Phrases
    behind: Phrases
    turned: Phrases
    led: Phrases
    named: Phrases
    unless: Phrases
    assured: frozenset[str]
    plain: bool
    beside: bool
    nowhere: bool
    then: str


def words_of(text: Text, first: int, last: int) -> str:
    """Plain words as phrases are held against them, with a blank before and behind each."""
    return "".join(f" {_said(text, word)}" for word in text.words[max(first, 0) : last + 1]) + " "


@cache
def table() -> Mapping[str, Any]:
    """The file of limits."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).parent / "limited.yaml")
    return loaded


@cache
def sorts() -> tuple[Sort, ...]:
    """The sorts of limits in their order."""
    return tuple(_sort(raw) for raw in table()["sorts"])


@cache
def limitable() -> frozenset[str]:
    """The facts that any sort may limit."""
    return frozenset(name for sort in sorts() for name in sort.facts)


@cache
def another(field: str) -> Phrases:
    """What names a value of this fact."""
    return phrases(tuple(table()["another"].get(field, ())))


def _sort(raw: Mapping[str, Any]) -> Sort:
    return Sort(
        facts=frozenset(name for each in raw["of"] for name in table()["facts"].get(each, [each])),
        values=frozenset(raw.get("value", ())),
        not_values=frozenset(raw.get("not_value", ())),
        own=_phrases(raw, "own"),
        behind=_phrases(raw, "behind"),
        turned=_phrases(raw, "turned"),
        led=phrases(tuple(f"{phrase} $" for phrase in raw.get("led", ()))),
        named=_phrases(raw, "named"),
        unless=phrases(tuple(raw.get("unless", ()))),
        assured=frozenset(raw.get("assured", ())),
        plain=bool(raw.get("plain")),
        beside=bool(raw.get("beside")),
        nowhere=bool(raw.get("nowhere")),
        then=raw["then"],
    )


def _phrases(raw: Mapping[str, Any], key: str) -> Phrases:
    """The phrases under a key of a sort."""
    return phrases(tuple(raw.get(key, ())), frozenset(raw.get("not_before", ())))


@cache
def phrases(said: tuple[str, ...], not_before: frozenset[str] = frozenset()) -> Phrases:
    """One pattern for phrases."""
    made = ["".join(_part(word) for word in phrase.split()) for phrase in said]
    return Phrases(re.compile(f"(?:{'|'.join(made)})(?= |$)") if made else None, not_before)


def _part(word: str) -> str:
    if word == "*":
        return rf"(?: (?!{_VALUE})\S+){{0,{_GAP}}}"
    if word == "$":
        return r"(?= ?$)"
    return r" \d\S*" if word == _NUMBER else f" {re.escape(_bare(word))}"


def _said(text: Text, word: Word) -> str:
    written = text.raw[word.start : word.end].casefold()
    return written if written in table()["with_nya"] else _bare(word.text)


def _bare(word: str) -> str:
    """A word without "nya", but where that makes another word of it: "katanya" is no "kata"."""
    return word if word in table()["with_nya"] else word.removesuffix("nya") or word
