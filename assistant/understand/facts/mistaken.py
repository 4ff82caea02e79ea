"""Amounts that a message believed, or had before, and what they really are: "kirain 5 bulan ternyata 7", "tadinya 6 orang, jadi 7"."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

from assistant.understand.facts.believed import led_by, load_believed
from assistant.understand.language.text import Text
from assistant.understand.message.slips import Said, Slip
from corpus.data import load_yaml

_BEFORE = 5  # words between what tells a belief and the amount believed
_BETWEEN = 8  # words and marks between the two amounts
_AMOUNTS = frozenset({"number", "duration"})
_PEOPLE = frozenset({"orang", "people"})
_SENTENCE = frozenset(".?!;")


def has_beliefs(text: Text) -> bool:
    """Whether any word of a message may tell what was believed, or so before."""
    return text.has(*load_believed()["believing"], *_table()["earlier"])


def find_mistaken(text: Text, values: Sequence[Said]) -> Iterator[Slip]:
    """Every amount that is told to have been believed or so before, with the one that holds."""
    table = _table()
    if text.has(*table["compared"]):
        return
    for wrong, better in combinations([value for value in values if value.kinds & _AMOUNTS], 2):
        turn = _turn(text, wrong, better)
        if turn is None or not _fits(wrong, better):
            continue
        before = load_believed()["believing"]
        wished = {*text.before(wrong.first, _BEFORE).split()} & {*table["wished"]} and text.at(turn) in table["ending"]
        if wished or {text.at(at) for at in range(wrong.last, better.first)} & _PEOPLE:
            before = (*before, *table["earlier"])
        if led_by(text, wrong.first, before, _BEFORE) is not None:
            yield Slip(wrong, better, wrong.last + 1, better.last)


def _fits(wrong: Said, better: Said) -> bool:
    """Whether the second amount may stand in the place of the first: "5 bulan" and "7", never "5 bulan" and "7 kali"."""
    return (not better.unit or better.unit == wrong.unit) and wrong.value != better.value


def _turn(text: Text, wrong: Said, better: Said) -> int | None:
    """The place of the word that turns from one amount to the other, where only small words part them."""
    table = _table()
    if better.first - wrong.last > _BETWEEN:
        return None
    turns = {*table["turns"], *table["ending"]}
    small = {*table["small"], *turns}
    between = range(wrong.last + 1, better.first)
    if any(text.at(at) not in small or text.at(at) in _SENTENCE for at in between):
        return None
    return next((at for at in between if text.at(at) in turns), None)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}
