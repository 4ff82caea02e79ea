"""A message as its writer put it right: "III/b, eh bukan, III/c" says III/c and nothing else."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.understand.facts.choices import Choices
from assistant.understand.facts.mistaken import find_mistaken, has_beliefs
from assistant.understand.language.text import Spans, Text, overlaps
from assistant.understand.message.slips import TURN, Said, Slip, find_slips, has_marks, told_or_denied, turns
from assistant.understand.quantities.amount import ORDINAL, Amount
from assistant.understand.quantities.amounts import read_amounts
from assistant.understand.quantities.golongan import read_golongan

_GOLONGAN = "golongan"
_YEAR = re.compile(r"\s+((?:19|20)\d\d)$")
_LIST = re.compile(r"\d+(?:,\d+){2,}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def amended(text: Text, choices: Choices, today: date) -> str:
    """The message with a value that it takes back replaced by the better one; as it stands where it takes none back."""
    marked, believed = has_marks(text), has_beliefs(text)
    values = _values(text, choices, today) if marked or believed else []
    slip = _slip(text, values) if marked else None
    slip = slip or (next(find_mistaken(text, values), None) if believed else None)
    return text.raw if slip is None else _mended(text, slip)


def _slip(text: Text, values: Sequence[Said]) -> Slip | None:
    """The first value put right, else what is first told and then denied, or the other way round."""
    denied = (_of_the_same(text, slip) for slip in find_slips(text, told_or_denied(text)))
    return next(find_slips(text, values), None) or next(filter(None, denied), None)


def _of_the_same(text: Text, slip: Slip) -> Slip | None:
    """The slip where the better words tell of the same thing: not in "ada formasi, eh tidak ada anggaran"."""
    at = slip.better.last + 1
    if slip.last > slip.better.last or not text.at(at).isalpha():
        return slip
    return replace(slip, last=at) if text.at(at) == text.at(slip.wrong.last + 1) else None


def _values(text: Text, choices: Choices, today: date) -> list[Said]:
    """Every value of a message in its order: ranks, choices, amounts."""
    found = [_rank(text, *rank) for rank in read_golongan(text)]
    taken: Spans = [(value.start, value.end) for value in found]
    amounts = read_amounts(text, today, taken)
    found += [Said(frozenset({_kind(a)}), a.value, a.start, a.end, a.first, a.last, a.unit) for a in amounts]
    taken = [(value.start, value.end) for value in found]
    found += [
        Said(frozenset(value.fits), tuple(value.fits.values()), value.start, value.end, value.first, value.last)
        for value in choices.find(text)
        if not overlaps(value.start, value.end, taken)
    ]
    found += [
        Said(frozenset({TURN}), word.text, word.start, word.end, at, at)
        for at, word in enumerate(text.words)
        if word.text in turns()
    ]
    return sorted(found, key=lambda value: value.start)


def _kind(amount: Amount) -> str:
    """What may stand in the place of an amount: days for days, ordinals for ordinals."""
    return ORDINAL if amount.unit == ORDINAL else "date" if amount.kind == "since" else amount.kind


def _rank(text: Text, name: str, start: int, end: int) -> Said:
    places = text.places(start, end)
    return Said(frozenset({_GOLONGAN}), name, start, end, places[0], places[-1])


def _mended(text: Text, slip: Slip) -> str:
    """The message with the better value in the place of the wrong one."""
    raw, wrong, better = text.raw, slip.wrong, slip.better
    until = text.words[min(slip.last, len(text.words) - 1)].end
    said, told = raw[better.start : better.end], raw[wrong.start : wrong.end]
    head = raw[wrong.end : text.words[slip.first].start].rstrip(" ,(-.…")
    return raw[: wrong.start] + _in_place(told, said, wrong, better) + head + raw[until:]


def _in_place(told: str, said: str, wrong: Said, better: Said) -> str:
    """The better words, with the unit or the year of the wrong ones where they have none of their own."""
    if wrong.kinds == {"date"} and "number" in better.kinds:
        return re.sub(r"(?:19|20)\d\d", said, told)
    year = _YEAR.search(told)
    if wrong.kinds == {"date"} and year and not _YEAR.search(said):
        return f"{said} {year[1]}"
    if _LIST.fullmatch(told):  # the last entry of a list written without blanks
        return f"{told[: told.rindex(',')]},{said}"
    if not wrong.unit or better.unit:
        return said
    return _FIGURE.sub(said, told, count=1) if _FIGURE.search(told) else f"{said} {told.split()[-1]}"
