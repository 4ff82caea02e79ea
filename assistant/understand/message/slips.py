"""Slips that a message puts right by itself: the value taken back, the better one, and the words between them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.following.followups import is_empty
from assistant.understand.language.text import Text
from corpus.data import load_yaml

TURN = "sudah atau belum"  # the kind of the words that are put right by each other
_NEAR = 3  # words before a value by which it can be known again
_NAMED = 3  # words between a mark and its value that may name what is put right: "eh AK-nya 85"
_FAR = 9  # words between a mark and its value
_PAUSES = frozenset(",-.()…:")
_AMOUNTS = frozenset({"number", "duration", "date"})


@dataclass(frozen=True)
class Said:
    """A value that a message says, with what may stand in its place: values of the same `kinds`."""

    kinds: frozenset[str]
    value: Any
    start: int
    end: int
    first: int
    last: int
    unit: str = ""


@dataclass(frozen=True)
class Slip:
    """A value taken back, the better one, and the words from the mark to behind the better one."""

    wrong: Said
    better: Said
    first: int
    last: int


@dataclass(frozen=True)
class _Mark:
    """Where the words begin that put something right, what they name, and the wrong value that they deny."""

    first: int
    named: tuple[str, ...] = ()
    echo: Said | None = None


def has_marks(text: Text) -> bool:
    """Whether any word of a message may put something right."""
    table = _table()
    parted = any(True for phrase in table["parted"] for _ in text.find(phrase))
    return parted or text.has(*table["marks"], *table["behind"])


def turns() -> tuple[str, ...]:
    """The words that are put right by each other: "sudah lulus, eh belum"."""
    return _table()["turns"]


def told_or_denied(text: Text) -> list[Said]:
    """The words that are put right by the same with or without a denial: "pernah, eh tidak pernah"."""
    table, found = _table(), []
    for at, word in enumerate(text.words):
        if word.text not in table["denied"]:
            continue
        before = text.at(at - 1) if at else ""
        led = before in table["denials"] or before in table["affirming"]
        first = at - 1 if led else at
        kinds = frozenset({f"{TURN}: {word.text}"})
        found.append(Said(kinds, before in table["denials"], text.words[first].start, word.end, first, at))
    return found


def find_slips(text: Text, values: Sequence[Said]) -> Iterator[Slip]:
    """Every value put right, in the order of the better ones."""
    for at, better in enumerate(values):
        before = values[:at]
        if TURN in better.kinds and not _ends_clause(text, better.last):
            continue
        mark = _mark_before(text, better, before) or _mark_behind(text, better, before)
        wrong = _wrong(text, [one for one in before if one.last < mark.first], better, mark) if mark else None
        if mark is not None and wrong is not None:
            yield Slip(wrong, better, mark.first, better.last + _phrase_at(text, better.last + 1, _table()["behind"]))


def _wrong(text: Text, told: Sequence[Said], better: Said, mark: _Mark) -> Said | None:
    """The value that a better one replaces: the one named again, the one of the same name, else the nearest of its kind."""
    alike = [one for one in told if _same_kind(one, better)]
    if mark.echo is not None:
        found = next((one for one in reversed(alike) if one.value == mark.echo.value), None)
    elif mark.named and {*mark.named} <= {*_table()["last"]}:
        found = alike[-1] if alike else None
    elif mark.named:
        found = next((one for one in reversed(alike) if {*mark.named} & {*_around(text, one, told)}), None)
    else:
        told = [one for one in told if TURN not in one.kinds] if TURN not in better.kinds else told
        small = _table()["fillers"]  # the "no" of "no, sorry"
        told = [one for one in told if one in alike or text.at(one.first) not in small]
        found = alike[-1] if alike and _is_last(told, alike[-1], better) else None
    return found if found is not None and found.value != better.value else None


def _ends_clause(text: Text, at: int) -> bool:
    """Whether nothing but small words stands from a word to the next mark: "udah lulus, eh belum ding, ..."."""
    following = [word for word in text.words[at + 1 : at + _NAMED] if word.text not in _table()["fillers"]]
    return not following or following[0].is_mark


def _is_last(told: Sequence[Said], wrong: Said, better: Said) -> bool:
    """Whether no other amount stands between; a rank or a choice is known by its kind."""
    return told[-1] == wrong or _AMOUNTS.isdisjoint(better.kinds)


def _same_kind(one: Said, better: Said) -> bool:
    if {"date"} == one.kinds and "number" in better.kinds:
        return _is_year(better)
    if "duration" in one.kinds:  # "7 tahun, eh 8", "2 tahun, eh 20 bulan"
        return "duration" in better.kinds or ("number" in better.kinds and not better.unit and not _is_year(better))
    return not one.kinds.isdisjoint(better.kinds) and (not better.unit or not one.unit or better.unit == one.unit)


def _is_year(value: Said) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", str(value.value)))


def _around(text: Text, value: Said, told: Sequence[Said]) -> list[str]:
    """The words by which a value can be known again: those between it and the value before, and the one behind."""
    begin = max([value.first - _NEAR, *(one.last + 1 for one in told if one.last < value.first)])
    places = range(max(0, begin), value.last + 2)
    return [text.at(place) for place in places if text.at(place).isalpha()]


def _mark_before(text: Text, better: Said, before: Sequence[Said]) -> _Mark | None:
    """The mark that leads to a value, nothing but fillers, a name and a denial of the wrong value between."""
    at, echo = better.first - 1, None
    named: list[str] = []
    while at >= max(0, better.first - _FAR) and len(named) <= _NAMED:
        if _ends_mark(text, at):
            return _Mark(_begin(text, at), tuple(named), echo)
        again = next((one for one in before if one.first <= at <= one.last), None)
        word = text.words[at]
        if again is not None and echo is None and text.at(again.first - 1) in _table()["denying"]:
            echo, at = again, again.first - 1
        elif word.is_mark and word.text not in _PAUSES:
            return None
        elif not word.is_mark and word.text not in _table()["fillers"] and not is_empty(word.text):
            named.append(word.text.removesuffix("nya"))
        at -= 1
    return None


def _begin(text: Text, at: int) -> int:
    """The first word of the marks that end at this place: "eh, maaf salah"."""
    while length := _ends_mark(text, at):
        at -= length
    return at + 1


def _ends_mark(text: Text, at: int) -> int:
    """How many words the mark has that ends at this place."""
    for phrase in sorted((*_table()["marks"], *_table()["parted"]), key=len, reverse=True):
        length = len(phrase.split())
        if at - length + 1 >= 0 and text.begins(at - length + 1, phrase):
            return length
    return 0


def _mark_behind(text: Text, better: Said, before: Sequence[Said]) -> _Mark | None:
    """ "3 kali, 2 ding": the mark stands behind a value that follows right behind the wrong one."""
    if not before or not _phrase_at(text, better.last + 1, _table()["behind"]):
        return None
    between = [at for at in range(before[-1].last + 1, better.first) if not text.words[at].is_mark]
    return _Mark(min(between, default=better.first)) if len(between) <= 1 else None


def _phrase_at(text: Text, at: int, phrases: Sequence[str]) -> int:
    """How many words the phrase has that stands at this place; 0 for none."""
    return max((len(phrase.split()) for phrase in phrases if text.begins(at, phrase)), default=0)


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    loaded = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(phrases) for name, phrases in loaded.items()}
