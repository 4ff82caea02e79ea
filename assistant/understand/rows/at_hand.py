"""Documents that a message names as being at hand: "salinan ijazah dan SK PNS sudah ada, surat sehat belum"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.papers import load_papers, paper_words
from assistant.understand.language.phrasebook import PhraseBook
from assistant.understand.language.text import Text

_ENDS = frozenset(".?!;")


@dataclass(frozen=True)
class Named:
    """A document on words `first` to `last`."""

    name: str
    first: int
    last: int


@cache
def _book() -> PhraseBook[tuple[str, bool]]:
    said = [(phrase, (name, False)) for name, paper in load_papers().items() for phrase in paper.said]
    shouted = [(phrase, (name, True)) for name, paper in load_papers().items() for phrase in paper.shouted]
    return PhraseBook([*said, *shouted])


def read_papers(text: Text) -> tuple[tuple[object, ...], int, int] | None:
    """The documents at hand by short name, with the characters they span; None where none is told to be."""
    held = [paper for sentence in sentences(text) for paper in _held(text, *sentence)]
    if not held:
        return None
    span = text.span(min(p.first for p in held), max(p.last for p in held))
    return tuple(dict.fromkeys(paper.name for paper in held)), *span


def sentences(text: Text) -> Iterator[tuple[int, int]]:
    """The first word of each sentence or line, and the place behind its last."""
    first = 0
    for at in range(len(text.words)):
        ends = text.at(at) in _ENDS and not _is_abbreviated(text, at)
        if ends or (at > first and text.parts_lines(at - 1, at)):
            yield first, at
            first = at
    yield first, len(text.words)


def _is_abbreviated(text: Text, at: int) -> bool:
    """Whether a full stop stands within a name, no blank behind it."""
    end = text.words[at].end
    return text.at(at) == "." and not text.raw[end : end + 1].isspace() and end < len(text.raw)


def _held(text: Text, first: int, end: int) -> list[Named]:
    """The documents of a sentence that are told to be at hand.

    What is told stands before all that it is told of ("baru ada ijazah dan SKP"), or behind it ("ijazah sudah, SKP
    belum"), whichever the sentence begins with.
    """
    named = named_papers(text, first, end)
    if not named:
        return []
    inside = {at for paper in named for at in range(paper.first, paper.last + 1)}
    told = [(at, value) for at in range(first, end) if at not in inside and (value := _told(text, at)) is not None]
    if not any(value for _, value in told) or (_asks(text, first, end) and not _firm(text, told)):
        return []
    leads = told[0][0] < named[0].first
    return [paper for paper in named if _is_held(paper, told, leads=leads)]


def _is_held(paper: Named, told: list[tuple[int, bool]], *, leads: bool) -> bool:
    before = [value for at, value in told if at < paper.first]
    behind = [value for at, value in told if at > paper.last]
    return (before[-1] if leads else behind[0]) if (before if leads else behind) else False


def _told(text: Text, at: int) -> bool | None:
    """Whether a word tells that papers are at hand (True) or are not; "belum ada" tells the no alone."""
    word = text.at(at)
    if word in paper_words("lacking"):
        return False
    if word not in paper_words("having") or (word in paper_words("only") and _is_no_having(text, at)):
        return None
    denied = any(text.at(before) in paper_words("lacking") for before in (at - 1, at - 2) if before >= 0)
    return not denied


def _is_no_having(text: Text, at: int) -> bool:
    """Whether an "only" tells what somebody noted, or what is lacking: "catatannya cuma 'SKP kurang'", "cuma lisan"."""
    return text.at(at - 1) in paper_words("noting") or text.at(at + 1) in paper_words("lacking")


def _asks(text: Text, first: int, end: int) -> bool:
    return any(text.at(at) in paper_words("asking") for at in range(first, end))


def _firm(text: Text, told: list[tuple[int, bool]]) -> bool:
    """Whether a word tells that something is at hand which no question behind "harus" holds: "harus ada ijazah?"."""
    return any(value and text.at(at - 1) not in paper_words("asking") for at, value in told)


def named_papers(text: Text, first: int, end: int) -> list[Named]:
    """The documents named from one place up to another."""
    found: list[Named] = []
    for hit in sorted(_book().find(text), key=lambda hit: (hit.first, -hit.length)):
        name, shouted = hit.payload
        start, stop = text.span(hit.first, hit.last)
        if not first <= hit.first < end or (shouted and not text.raw[start:stop].isupper()):
            continue
        if (not found or hit.first > found[-1].last) and text.at(hit.first - 1) not in paper_words("leading"):
            found.append(Named(name, hit.first, hit.last))
    return found
