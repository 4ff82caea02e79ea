"""Choices told by two things held together: "kelas 7 ke kelas 5" is a lower class, "kepala bidang pada KDEI" one post."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field

_AT = frozenset({"di", "pada", "dari", "at", "in", "of", "untuk", "kantor", "the"})
_TO = frozenset({"ke", "jadi", "menjadi", "to", "tetap", "di", "into", "-", ">", "→"})
_FROM = frozenset({"dari", "from"})
_BETWEEN = 4  # words from one number to the other
_WAYS = ("sama", "lebih_tinggi", "lebih_rendah")  # by the sign of the difference; the last one is -1


def seated(
    text: Text, hits: Mapping[tuple[int, int], Mapping[str, str]], fields: Mapping[str, Field]
) -> frozenset[int]:
    """Where the posts begin that only say in what capacity somebody sits where the next words say."""
    seats = [
        first
        for (first, _), fits in hits.items()
        if any(name in fields and choice in fields[name].seats for name, choice in fits.items())
    ]
    found = set()
    for first, last in hits:
        at = last + 1
        while text.at(at) in _AT:
            at += 1
        within = any(place in seats for place in range(last + 1, at + 1)) and text.at(last + 1) in _AT
        if within and first not in seats:
            found.add(first)
    return frozenset(found)


def read_compared(
    text: Text, fields: Iterable[Field], wanted: Collection[str] | None
) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Each choice that two numbers tell by which is greater: its first and last word, and the fact with the choice."""
    for field in fields:
        if not field.compares or (wanted is not None and field.name not in wanted):
            continue
        places = [
            at for at, word in enumerate(text.words) if word.text.isdecimal() and _is_of(text, at, field.compares)
        ]
        for one, other in pairwise(places):
            between = [word.text for word in text.words[one + 1 : other]]
            if len(between) <= _BETWEEN and (_TO | _FROM) & {*between}:
                ends = (other, one) if _FROM & {*between} else (one, other)  # "ke kelas 8 dari kelas 6"
                yield one, other, {field.name: _way(*(int(text.at(at)) for at in ends))}


def _is_of(text: Text, at: int, names: Collection[str]) -> bool:
    """Whether a number is of what is compared: named right before it, or led to from a number that is so named."""
    if text.at(at - 1) in names:
        return True
    return text.at(at - 1) in _TO | _FROM and any(text.at(place) in names for place in range(at - _BETWEEN, at))


def _way(before: int, behind: int) -> str:
    return _WAYS[(behind > before) - (behind < before)]
