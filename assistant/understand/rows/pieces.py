"""The pieces of a message that can tell one row each, and the name that stands in a piece."""

import itertools
import re
from collections.abc import Iterator, Sequence

from assistant.understand.language.text import Text, Word
from assistant.understand.quantities.amount import Amount
from assistant.understand.rows.row_words import load_row_words
from assistant.understand.rows.things import Thing

_LONGEST_NAME = 5  # words
_DIVIDING_MARKS = frozenset(",;+&\n")


def divide(text: Text, amounts: Sequence[Amount], things: Sequence[Thing]) -> Iterator[list[Word]]:
    """The pieces of a message, each with one thing known by name, or told one number of times."""
    for chunk in _chunks(text, amounts):
        inside = numbers_in(chunk, amounts)
        named = [thing for thing in things if chunk[0].start <= text.words[thing.first].start < chunk[-1].end]
        times = [amount for amount in inside if amount.unit == "kali"]
        if len(named) > 1:
            behind = _are_counted_behind(named, inside)
            leading = {} if behind else {amount.last: text.words[amount.first].start for amount in inside}
            cuts = [leading.get(thing.first - 1, text.words[thing.first].start) for thing in named[1:]]
        elif len(times) > 1:
            behind = bool(name_of(text, [word for word in chunk if word.end <= times[0].start]))
            cuts = [amount.end for amount in times[:-1]] if behind else [amount.start for amount in times[1:]]
        else:
            cuts = []
        yield from _cut(chunk, cuts)


def _are_counted_behind(named: Sequence[Thing], inside: Sequence[Amount]) -> bool:
    """Whether each of several things is told before how often it was done: "tim penilai 12 kali mengajar 5 kali"."""
    counts = [amount for amount in inside if amount.unit in ("", "kali")]
    between = [
        sum(thing.last < amount.first and (later is None or amount.last < later.first) for amount in counts)
        for thing, later in itertools.zip_longest(named, named[1:])
    ]
    return all(between) and all(amount.first > named[0].last for amount in counts)


def _chunks(text: Text, amounts: Sequence[Amount]) -> Iterator[list[Word]]:
    """Pieces of the message between dividers; a piece without a number belongs to the one before it."""
    words, table = text.words, load_row_words()
    pieces: list[list[Word]] = [[]]
    for at, word in enumerate(words):
        before = text.at(at - 1)
        if word.text == ":" and before[:1].isdigit() and text.at(at + 1)[:1].isdigit():
            pieces[-1].append(word)
            continue
        divides = word.text in _DIVIDING_MARKS or (
            word.text in table.between and before not in table.kept.get(word.text, ())
        )
        divides = divides or (word.text in table.adding and text.at(at + 1)[:1].isdigit())
        if word.text == "." and before in table.reference and text.at(at + 1)[:1].isdigit():
            continue  # "activity no. 21"
        if at and text.parts_lines(at - 1, at):
            pieces.append([])
        if divides or word.text in ".?!:":
            pieces.append([])
        else:
            pieces[-1].append(word)
    yield from (piece for piece in pieces if any(not word.is_mark for word in piece))


def _cut(chunk: list[Word], cuts: Sequence[int]) -> Iterator[list[Word]]:
    bounds = [chunk[0].start, *cuts, chunk[-1].end]
    for start, end in itertools.pairwise(bounds):
        piece = [word for word in chunk if start <= word.start < end]
        if piece:
            yield piece


def numbers_in(chunk: list[Word], amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers of a piece."""
    return [a for a in amounts if chunk[0].start <= a.start and a.end <= chunk[-1].end and a.kind == "number"]


def name_of(text: Text, kept: list[Word]) -> str:
    """The name that these words are once those that name nothing are gone from both ends; "" for a clause or no name."""
    table = load_row_words()
    while kept and (gone := _beside_name(kept)):
        kept = kept[gone:]
    kept = [*itertools.takewhile(lambda word: word.text not in table.ending, kept)]
    while kept and (kept[-1].text in table.filler | table.trailing or kept[-1].is_mark):
        kept = kept[:-1]
    name = _written(text, kept)
    if any(word.text in table.unnamed for word in kept):
        return ""  # "beban satu orang megang tiga kabupaten"
    if all(word.text in table.worth | table.kinds | table.filler for word in kept):  # "butir nilainya 0,5"
        return ""
    return name if re.search(r"[^\W\d_]{3}", name) and kept[0].text not in table.clause else ""


def _beside_name(kept: list[Word]) -> int:
    """How many words a name begins with that name nothing: who does it, how often, or since when."""
    table = load_row_words()
    said = [word.text for word in kept]
    whose = next((len(who) for who in table.doers if tuple(said[: len(who)]) == who), 0)
    return whose or _sent(said) or _aside(said) or int(said[0] in table.filler | table.leading or kept[0].is_mark)


def _sent(said: list[str]) -> int:
    """How many words tell that somebody was told to do what is named behind them: "disuruh pimpinan unit"."""
    table = load_row_words()
    who = next((at for at, word in enumerate(said) if word not in table.senders), len(said))
    how = next((len(how) for how in table.sent if tuple(said[who : who + len(how)]) == how), 0)
    if not how:
        return 0
    at = who + how
    while at < len(said) and said[at] in table.senders:
        at += 1
    return at


def _aside(said: list[str]) -> int:
    """How many words stand in brackets before a name: "disuruh pimpinan | (lisan saja) | menyusun laporan"."""
    closed = said.index(")") + 1 if said[0] == "(" and ")" in said else 0
    return closed if closed < len(said) else 0


def _written(text: Text, kept: list[Word]) -> str:
    """These words as they are written, without a number that was taken from among them: "menyusun | 3 | butir wicara"."""
    parts: list[list[Word]] = []
    for word in kept:
        before = parts[-1][-1] if parts else None
        if before is None or any(before.end <= other.start < word.start for other in text.words):
            parts.append([])
        parts[-1].append(word)
    return " ".join(text.raw[part[0].start : part[-1].end] for part in parts)


def short_name(text: Text, chunk: list[Word]) -> str:
    """The name that a piece without a number is; "" for a longer one, which tells something else."""
    name = name_of(text, chunk)
    return name if len(name.split()) <= _LONGEST_NAME else ""
