"""The golongan to be reached beside the one held: of "kapan bisa III/d? sekarang III/c" the second is who asks."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.understand.language.text import Spans, Text
from assistant.understand.others.marked import clauses_of
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

_RANK = "golongan"


def aimed_ranks(text: Text, choices: Sequence[Value]) -> Spans:
    """The characters of a golongan that is told as an aim, where a lower one is told as none and of nobody else."""
    ranks = [value for value in choices if _RANK in value.fits]
    leads = {value.start: _lead(text, value, ranks) for value in ranks}
    aims = [value for value in ranks if leads[value.start] & _words()["aimed"] and not _is_held(leads[value.start])]
    own = [value for value in ranks if value not in aims and not leads[value.start] & _words()["others"]]
    return [(v.start, v.end) for v in aims if any(_order(other) < _order(v) for other in own)]


def _is_held(lead: frozenset[str]) -> bool:
    return bool(lead & _words()["held"])


def _order(value: Value) -> tuple[int, str]:
    """The place of a golongan among all: its class by the length and form of its figure, then its letter."""
    figure, _, letter = str(value.fits[_RANK]).partition("/")
    return (("I", "II", "III", "IV").index(figure) if figure in ("I", "II", "III", "IV") else 0), letter


def _lead(text: Text, value: Value, ranks: Sequence[Value]) -> frozenset[str]:
    """The words of a clause before a golongan, from the one told before it on, those of two words run together."""
    low = next((low for low, high in clauses_of(text) if low <= value.first < high), value.first)
    low = max((low, *(other.last + 1 for other in ranks if other.last < value.first)))
    said = text.said[low : value.first]
    return frozenset(said) | {f"{one} {other}" for one, other in pairwise(said)}


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of the file beside this module."""
    raw = load_yaml(Path(__file__).parent / "aimed_rank.yaml")
    return {name: frozenset(words) for name, words in raw.items()}
