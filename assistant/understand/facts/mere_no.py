"""What is told of some by a mere no behind the yes of others: "four voted yes and two no", "tujuh hadir dua tidak"."""

import itertools
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.numerals import Numeral, find_numerals
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_ENDS = frozenset(".,;?!)\n")
_LED = "yang"  # "yang setuju 4, yang tidak 2"
_MOST_BETWEEN = 8  # words between the two numbers

Place = tuple[int, int]  # the first and the last word


def with_what_is_denied(text: Text) -> str:
    """The message with what the others do not in the place of a mere no behind their number."""
    for kind in _table()["kinds"]:
        pairs = itertools.pairwise(find_numerals(text)) if text.has(*kind["yes"]) else ()
        for one, other in pairs:
            no = _no_of(text, other, kind["no"])
            if no is not None and _is_of_others(text, one, other, no, kind["yes"]):
                start, end = text.span(*no)
                return f"{text.raw[:start]}{kind['no'][' '.join(text.said[no[0] : no[1] + 1])]}{text.raw[end:]}"
    return text.raw


def _no_of(text: Text, number: Numeral, denials: Mapping[str, str]) -> Place | None:
    """The mere no that is told of a number: the last words of its clause, or right before it."""
    behind = number.last + 1
    while text.at(behind) in _table()["small"] and text.at(behind) not in _ENDS:
        behind += 1
    for said in sorted(denials, key=len, reverse=True):
        last = behind + said.count(" ")
        ends = last + 1 >= len(text.words) or text.at(last + 1) in _ENDS or text.parts_lines(last, last + 1)
        if text.begins(behind, said) and ends:
            return behind, last
    before = number.first - 1
    return (before, before) if text.at(before) in denials and text.at(before - 1) == _LED else None


def _is_of_others(text: Text, one: Numeral, other: Numeral, no: Place, phrases: Sequence[str]) -> bool:
    """Whether the number before is of those who do, and nothing else stands between the two."""
    place = one.last + 1
    said = text.before(one.first, 1) in phrases or text.before(one.first, 2) in phrases
    while place < other.first:
        phrase = next((p for p in phrases if text.begins(place, p)), "")
        if not phrase and text.at(place) not in _table()["small"] and place != no[0]:
            return False
        said, place = said or bool(phrase), place + (phrase.count(" ") + 1)
    return said and other.first - one.last <= _MOST_BETWEEN


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
