"""That there is none of something: "tidak ada yang pensiun", "pensiun: nihil", "forum belum jalan sama sekali"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.reading import Fact
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.amount import YEARS
from corpus.data import load_yaml
from corpus.number_words import find_numbers

_MOST_FILLERS = 4  # words between a denial and what it denies
_FAR = 9  # words between "nobody" and what nobody comes from
_AHEAD = 5  # words between a thing and "belum jalan"


@dataclass(frozen=True)
class Nones:
    """The words of `none.yaml`."""

    nobody: tuple[str, ...]
    fillers: frozenset[str]
    persons: tuple[str, ...]
    nothing: tuple[str, ...]
    leading: frozenset[str]
    taking_part: frozenset[str]
    places: frozenset[str]
    not_yet: tuple[str, ...]
    undone_fillers: frozenset[str]
    undone: frozenset[str]
    groups: frozenset[str]


@cache
def load_nones() -> Nones:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "none.yaml")
    ordered = {"nobody", "persons", "nothing", "not_yet"}
    return Nones(**{key: tuple(words) if key in ordered else frozenset(words) for key, words in raw.items()})  # type: ignore[arg-type]


def read_none(
    text: Text, cues: Sequence[PhraseHit[str]], wanted: Collection[str], fields: Mapping[str, Field]
) -> Iterator[Fact]:
    """ "Tidak ada yang pensiun", "pensiun: nihil": a count of none, for the facts wanted."""
    for cue in cues:
        field = fields[cue.payload]
        span = is_none(text, cue, field) if field.none and cue.payload in wanted else None
        if span is not None:
            start, end = text.span(*span)
            yield Fact(cue.payload, 0, start, end, text.raw[start:end])


def is_none(text: Text, cue: PhraseHit[str], field: Field) -> tuple[int, int] | None:
    """The words that tell there is none of what a cue names, and the cue; None where nothing does."""
    if not field.none or field.least:
        return None
    told = _denied_before(text, cue) or _denied_behind(text, cue)
    told = told or (_not_yet(text, cue) if field.undone else None)
    return None if told and _is_of_some(text, told[0]) else told


def _denied_before(text: Text, cue: PhraseHit[str]) -> tuple[int, int] | None:
    """From "tidak ada yang" to the cue behind it."""
    words = load_nones()
    if cue.phrase[0] in words.places:
        return None
    first = _ending(text, cue.first, words.nobody, words.fillers)
    if first is not None:
        return first, cue.last
    for low in range(cue.first - 1, max(-1, cue.first - _FAR), -1):
        if text.words[low].is_mark or text.parts_lines(low, low + 1):
            return None
        if any(text.before(low + 1, len(said.split())) == said for said in words.persons):
            return low, cue.last
    return None


def _ending(text: Text, at: int, phrases: Sequence[str], fillers: Collection[str]) -> int | None:
    """The place at which one of these phrases begins that ends before a place, but for fillers between."""
    for end in range(at, max(-1, at - _MOST_FILLERS - 1), -1):
        lengths = [len(said.split()) for said in phrases if text.before(end, len(said.split())) == said]
        if lengths and end >= max(lengths):
            return end - max(lengths)
        if text.at(end - 1) not in fillers or text.parts_lines(end - 1, end):
            return None
    return None


def _denied_behind(text: Text, cue: PhraseHit[str]) -> tuple[int, int] | None:
    """From a cue to the "tidak ada" that ends its clause, or that says none of them takes part."""
    words = load_nones()
    at = cue.last + 1
    while text.at(at) in words.leading:
        at += 1
    for said in words.nothing:
        last = at + len(said.split()) - 1
        if text.before(last + 1, last + 1 - at) != said:
            continue
        after = last + 1
        closes = after >= len(text.words) or text.words[after].is_mark or text.parts_lines(last, after)
        takes = said.endswith(("pun", "sekali")) and text.at(after) == "yang"
        if closes or (takes and text.at(after + 1) in words.taking_part):
            return cue.first, last
    return None


def _not_yet(text: Text, cue: PhraseHit[str]) -> tuple[int, int] | None:
    """ "Belum mengulang", "forum belum jalan": what is done from time to time was not done yet."""
    words = load_nones()
    first = _ending(text, cue.first, words.not_yet, words.undone_fillers)
    if first is not None:
        return first, cue.last
    for at in range(cue.last + 1, min(len(text.words), cue.last + 1 + _AHEAD)):
        if text.words[at].is_mark or text.parts_lines(at - 1, at) or _counts(text.at(at)):
            return None
        if text.before(at + 1, 1) in words.not_yet:
            done = at + 1
            while text.at(done) in words.undone_fillers - words.undone:
                done += 1
            some = (
                _counts(text.at(done + 1)) and text.at(done + 2) not in words.undone_fillers
            )  # "belum ketemu 2 kelompok"
            return (cue.first, done) if text.at(done) in words.undone and not some else None
    return None


def _is_of_some(text: Text, first: int) -> bool:
    """Whether it is told of so many alone that they have not done it yet: "2 (kelompok) belum bertemu"."""
    at = first - 1
    while text.at(at) in load_nones().groups:
        at -= 1
    return _counts(text.at(at))


def _counts(word: str) -> bool:
    """Whether a word is a number, and no year: "forum tahun 2026 belum jalan"."""
    return any(found.value not in YEARS for found in find_numbers(word))
