"""Yes-or-no facts told by turning from what was believed, or by likeness to the fact before: "kirain sudah, ternyata belum"."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.denial import denies
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_BEFORE = 8  # words between what tells a belief and the fact believed
_BEHIND = 9  # words between the fact and the turn
_SKIPPED = 4  # words between the turn and the yes or the no
_NEXT = 3  # words behind a yes or a no in which another fact takes it for its own
_APART = 4  # words and marks between a fact and the one that is told to be like it
_SENTENCE = frozenset(".?!;")


@cache
def load_believed() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "believed.yaml")
    return {name: tuple(words) for name, words in raw.items()}


def found_otherwise(text: Text, cue: PhraseHit[str], others: Sequence[PhraseHit[str]]) -> tuple[int, bool, int] | None:
    """How a fact was found to be that was believed otherwise, between the first and the last word that tell it."""
    first = led_by(text, cue.first, load_believed()["believing"], _BEFORE)
    turn = None if first is None else _turn(text, cue, others)
    if first is None or turn is None:
        return None
    table, at = load_believed(), turn
    while at - turn < _SKIPPED and text.at(at) in table["skipped"]:
        at += 1
    ends = next((to for to in range(at, len(text.words)) if text.words[to].text in _SENTENCE), len(text.words))
    if any(cue.last < other.first <= min(at + _NEXT, ends) for other in others):
        return None
    if denies(text, at, load_polarity().no) or denies(text, at + 1, load_polarity().no):
        return first, False, max(at, cue.last)
    return (first, True, at) if text.at(at) in table["so"] else None


def led_by(text: Text, first: int, phrases: Sequence[str], far: int) -> int | None:
    """The place of the nearest of these phrases, at most `far` words before a word and in its sentence."""
    for at in range(first - 1, max(-1, first - far - 1), -1):
        if text.words[at].text in _SENTENCE or text.parts_lines(at, at + 1):
            return None
        if text.begins(at, *phrases):
            return at
    return None


def _turn(text: Text, cue: PhraseHit[str], others: Sequence[PhraseHit[str]]) -> int | None:
    """The place behind the turn from what was believed; none where another fact is told before it."""
    end = min((other.first for other in others if other.first > cue.last), default=len(text.words))
    for at in range(cue.last + 1, min(end, cue.last + 1 + _BEHIND)):
        for phrase in load_believed()["found"]:
            if text.begins(at, phrase):
                return at + phrase.count(" ") + 1
    return None


def repeats(text: Text, cue: PhraseHit[str], told: Iterable[tuple[int, bool, int]]) -> tuple[int, bool, int] | None:
    """A fact told to be as the one right before it: "integritasnya jelek, rekam jejaknya juga"."""
    table, fillers = load_believed(), load_polarity().fillers | load_polarity().persons
    low, high = _bounds(text, cue)
    rest = [text.at(at) for at in (*range(low, cue.first), *range(cue.last + 1, high))]
    if not rest or not any(word in table["also"] for word in rest):
        return None
    if any(word not in table["also"] and word not in fillers and word not in load_polarity().joining for word in rest):
        return None
    before = [each for each in told if each[2] < cue.first and low - each[2] <= _APART]
    nearest = max(before, key=lambda each: each[2], default=None)
    return None if nearest is None else (nearest[0], nearest[1], high - 1)


def _bounds(text: Text, cue: PhraseHit[str]) -> tuple[int, int]:
    """The words around a cue between two marks or turns."""
    low, high = cue.first, cue.last + 1
    while low > 0 and not _parts(text, low - 1, load_polarity().turning):
        low -= 1
    while high < len(text.words) and not _parts(text, high, load_polarity().turning):
        high += 1
    return low, high


def _parts(text: Text, at: int, turning: Collection[str]) -> bool:
    return text.words[at].is_mark or text.at(at) in turning
