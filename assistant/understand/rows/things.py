"""Things done that a list of the law knows by name: "dapat gelar magister", "SLKS 20 tahun", "artikel di koran"."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.intent.provision_asked import load_provision_words
from assistant.understand.language.numerals import find_numerals
from assistant.understand.language.phrasebook import PhraseBook, PhraseHit
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.rows.row_words import load_row_words
from corpus.data import load_yaml

_AS_SAID = ""  # payload of a name that is kept as it is said
_APART = 3  # words between two words that name one work
_LEADING_ON = frozenset({"yang", "tidak"})  # these qualify nothing alone
_YEARS = "tahun"  # payload of a name that is kept with the years behind it


@dataclass(frozen=True)
class Thing:
    """A thing named on words `first` to `last`; `exact` where the list has one item of this name."""

    name: str
    first: int
    last: int
    exact: bool


@dataclass(frozen=True)
class ThingWords:
    """The words of `things.yaml`: how the things of each fact are said, and words around them."""

    books: Mapping[str, PhraseBook[str]]
    between_years: frozenset[str]
    undone: frozenset[str]
    qualifying: frozenset[str]


@cache
def load_things() -> ThingWords:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "things.yaml")
    another = raw.pop("another")
    between, undone, qualifying = (frozenset(raw.pop(name)) for name in ("between_years", "undone", "qualifying"))
    books = {name: PhraseBook(_phrases(entry, another)) for name, entry in raw.items()}
    return ThingWords(books, between, undone, qualifying)


def _phrases(entry: Mapping[str, Any], another: list[str]) -> Iterator[tuple[str, str]]:
    for name, said in entry.get("called", {}).items():
        yield from ((phrase, name) for phrase in said)
    yield from ((phrase, _AS_SAID) for phrase in entry.get("named", ()))
    yield from ((phrase, _YEARS) for phrase in entry.get("years", ()))
    for name, levels in entry.get("levelled", {}).items():
        graded = [*levels, *(f"{grade} {level}" for grade, level in itertools.product(entry["grades"], levels))]
        yield from ((f"{award} {level}", name) for award, level in itertools.product(entry["awards"], graded))
    for name, degrees in entry.get("earned", {}).items():
        for verb, degree in itertools.product(entry["earning"], degrees):
            yield f"{verb} {degree}", name
        for degree, other in itertools.product(degrees, another):
            yield f"{degree} {other}", name


def read_things(text: Text, fact: str) -> list[Thing]:
    """The things of a fact that a message names, none that it says was not done; [] for facts without names."""
    table = load_things()
    if fact not in table.books:
        return []
    hits = sorted(table.books[fact].find(text), key=lambda hit: hit.first)
    found: list[Thing] = []
    for hit in hits:
        if (
            text.at(hit.first - 1) in table.undone
            or _is_provision(text, hit)
            or (found and hit.first <= found[-1].last)
        ):
            continue
        thing = _thing(text, hit)
        if found and hit.payload == _AS_SAID and _goes_on(text, found[-1], thing):
            start, end = text.span(found[-1].first, thing.last)
            found[-1] = Thing(text.raw[start:end], found[-1].first, thing.last, exact=False)
        elif found and not found[-1].exact and found[-1].last + 1 == thing.first:  # "buku petunjuk teknis"
            found[-1] = replace(thing, first=found[-1].first)
        else:
            found.append(thing)
    return found


def _goes_on(text: Text, one: Thing, other: Thing) -> bool:
    """Whether a work is named in two words of the list, not two works: "menerjemahkan 2 buku"."""
    between = text.words[one.last + 1 : other.first]
    joined = any(word.is_mark or word.text in load_row_words().between for word in between)
    return not one.exact and not joined and len(between) <= _APART and not text.parts_lines(one.last, other.first)


def _is_provision(text: Text, hit: PhraseHit[str]) -> bool:
    """Whether "which article" asks for a provision, and names no work."""
    asked = load_provision_words()
    return text.at(hit.first) in asked.units and text.at(hit.first - 1) in asked.asking_before


def _thing(text: Text, hit: PhraseHit[str]) -> Thing:
    if hit.payload not in (_AS_SAID, _YEARS):
        return Thing(hit.payload, hit.first, hit.last, exact=True)
    last = _with_years(text, hit.last) if hit.payload == _YEARS else _qualified(text, hit.last)
    start, end = text.span(hit.first, last)
    return Thing(text.raw[start:end], hit.first, last, exact=hit.payload == _YEARS)


def _qualified(text: Text, last: int) -> int:
    """The last word that says which of its kind a work is: "jurnal internasional terindeks"."""
    at = last
    while text.at(at + 1) in load_things().qualifying:
        at += 1
    while at > last and text.at(at) in _LEADING_ON:
        at -= 1
    return at


def _with_years(text: Text, last: int) -> int:
    """The last word of a badge with its years; its own last word where none are told."""
    at = last + 1
    while text.at(at) in load_things().between_years:
        at += 1
    years = next((numeral for numeral in find_numerals(text) if numeral.first == at), None)
    if years is None:
        return last
    unit = load_units().by_word.get(text.at(years.last + 1))
    return years.last + (unit == _YEARS)
