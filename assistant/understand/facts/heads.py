"""Of what a word judges that could be told of two things: "kampusnya B, jurusannya A"."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.understand.language.phrasebook import PhraseBook, PhraseHit
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_ENDS = frozenset(".,;?!")
_BEHIND = 3  # words behind a value in which its noun may stand: "akreditasi B untuk kampusnya"
_PAIR = 8  # words from "baik" to the "maupun" that goes with it
_NONE = ""  # stands for a noun of neither fact


@dataclass(frozen=True)
class Heads:
    """The words of `heads.yaml`."""

    book: PhraseBook[str]
    pairs: Mapping[str, frozenset[str]]
    fields: frozenset[str]
    places: frozenset[str]
    joints: frozenset[str]
    turns: frozenset[str]
    articles: frozenset[str]
    being: frozenset[str]


@cache
def load_heads() -> Heads:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "heads.yaml")
    nouns = [(noun, name) for name, said in raw["heads"].items() for noun in said]
    book = PhraseBook([*nouns, *((noun, _NONE) for noun in raw["others"])])
    pairs = {first: frozenset(seconds) for first, seconds in raw["pairs"].items()}
    words = (frozenset(raw[key]) for key in ("places", "joints", "turns", "articles", "being"))
    return Heads(book, pairs, frozenset(raw["heads"]), *words)


def headed_by(text: Text, first: int, last: int) -> str | None:
    """The fact that a value from word `first` to `last` is told of; "" for neither, None where its clause does not say."""
    low, high = _clause(text, first, last)
    nouns = [hit for hit in load_heads().book.find(text) if low <= hit.first and hit.last < high]
    before = [hit for hit in nouns if hit.first <= first and hit.last <= last]
    if before:
        return _head(text, before)
    behind = [hit for hit in nouns if first <= hit.first <= last + _BEHIND]
    return behind[0].payload if len({hit.payload for hit in behind}) == 1 else None


def joined_heads(text: Text, first: int) -> frozenset[str]:
    """The facts that a value beginning here is told of together: "prodi dan kampusnya akreditasi A"; none where it is one's."""
    low, _ = _clause(text, first, first)
    nouns = [hit for hit in load_heads().book.find(text) if low <= hit.first and hit.last < first]
    ends = {hit.last for hit in nouns}
    heads = load_heads()
    told = any(word in heads.being for word in text.said[low : nouns[0].first]) if nouns else True
    first_of = [
        hit for hit in nouns if not _is_place(text, hit, heads.places) and hit.first - 1 not in ends and not told
    ]
    pairs = (
        (one.payload, other.payload)
        for one, other in pairwise(nouns)
        if one in first_of and _is_joined(text, one, other)
    )
    return next((frozenset(pair) for pair in pairs if len({*pair} - {_NONE}) > 1), frozenset())


def _is_joined(text: Text, one: PhraseHit[str], other: PhraseHit[str]) -> bool:
    """Whether nothing but a joint stands between two nouns: "the university and the programme"."""
    between = text.said[one.last + 1 : other.first]
    return between[:1] != () and between[0] in load_heads().joints and {*between[1:]} <= load_heads().articles


def is_first_of_both(text: Text, at: int) -> bool:
    """Whether a word only begins a pair: the "baik" of "baik kampus maupun prodinya"."""
    heads = load_heads()
    rest = text.said[at + 1 : at + 1 + _PAIR]
    seconds = heads.pairs.get(text.at(at), frozenset())
    begins = at == 0 or text.words[at - 1].is_mark or text.parts_lines(at - 1, at)
    named = any(hit.first == at + 1 for hit in heads.book.find(text))
    within = rest[: next((n for n, word in enumerate(rest) if word in _ENDS), len(rest))]
    return (begins or named) and bool(seconds & {*within})


def _head(text: Text, nouns: list[PhraseHit[str]]) -> str | None:
    """The last noun that neither says where another is nor follows upon another; None where two are joined."""
    heads = load_heads()
    if any(text.at(one.first - 1) in heads.joints for one in nouns) and len({hit.payload for hit in nouns}) > 1:
        return None
    ends = {hit.last for hit in nouns}
    own = [hit for hit in nouns if not _is_place(text, hit, heads.places) and hit.first - 1 not in ends]
    return (own or nouns)[-1].payload


def _is_place(text: Text, noun: PhraseHit[str], places: Collection[str]) -> bool:
    return {text.at(noun.first - 1), text.at(noun.first - 2)} & {*places} != set() and text.at(
        noun.first - 1
    ) not in _ENDS


def _clause(text: Text, first: int, last: int) -> tuple[int, int]:
    """The places from the first word of a value's clause to behind its last."""
    low = next((at + 1 for at in range(first - 1, -1, -1) if _parts(text, at)), 0)
    high = next((at for at in range(last + 1, len(text.words)) if _parts(text, at)), len(text.words))
    return low, high


def _parts(text: Text, at: int) -> bool:
    """Whether a clause ends at this word, or a line before it."""
    word = text.at(at)
    return word in _ENDS or word in load_heads().turns or (at > 0 and text.parts_lines(at - 1, at))
