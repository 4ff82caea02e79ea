"""The ledger of numbers: every numeral of an answer is owned by a provision, a calculation or the question."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from assistant.calculation import Calculation, plain
from assistant.numerals import Numeral, numerals, values_of
from assistant.page import LINK, read_page
from assistant.reply import Number
from corpus.citation import Citation
from corpus.prose import flat

_LIST_NUMBER = re.compile(r"^(?:> ?)*\s*\d+[.)] ", re.MULTILINE)


@dataclass(frozen=True)
class Owner:
    """Someone who may own numerals: the n-th citation, the n-th calculation, or the question."""

    source: Literal["calculation", "citation", "question"]
    ref: int
    values: frozenset[str]
    label: str = ""
    quote: str = ""


def owners(
    citations: Sequence[Citation], calculations: Sequence[Calculation], questions: Sequence[str]
) -> tuple[Owner, ...]:
    """All owners, calculations first: a computed figure outranks the same figure in a quote."""
    return (
        *(Owner("calculation", i, _values(c)) for i, c in enumerate(calculations)),
        *(
            Owner("citation", i, _read(c.quote) | _read(c.label), c.label, flat(c.quote))
            for i, c in enumerate(citations)
        ),
        Owner("question", 0, values_of(*questions)),
    )


def enter(text: str, held: Sequence[Owner], names: Iterable[str] = ()) -> tuple[tuple[Number, ...], tuple[str, ...]]:
    """Enter each numeral of `text` under its owner; returns the entries and the numerals nobody owns.

    `names` are fixed names whose digits count nothing, such as "Permendag 94/2020" or a citation's label.
    """
    entries, orphans = [], []
    places = _places(text, held)
    for numeral in numerals(_mask(text, names)):
        owner = next((o for o in _first(numeral, places, held) if numeral.values & o.values), None)
        if owner is None:
            orphans.append(numeral.text)
        else:
            entries.append(Number(numeral.text, owner.source, owner.ref, numeral.start, numeral.end))
    return tuple(entries), tuple(orphans)


def figures_of(calculation: Calculation) -> tuple[str, ...]:
    """The figures that a calculation found, with their names; not those it was given."""
    found = [*_leaves(calculation.result), *_leaves(calculation.series), *(s.value for s in calculation.steps)]
    return tuple(found)


def computed_values(calculation: Calculation) -> frozenset[str]:
    """The values of the figures that a calculation found."""
    return _read(" | ".join(figures_of(calculation)))


def _places(text: str, held: Sequence[Owner]) -> tuple[tuple[int, int, Owner], ...]:
    """Where the words of one citation are quoted: there it owns its numerals before anyone else."""
    quotes = read_page(text)[1]
    return tuple((q.start, q.end, o) for q in quotes for o in held if o.quote and o.quote == q.words)


def _first(numeral: Numeral, places: Sequence[tuple[int, int, Owner]], held: Sequence[Owner]) -> list[Owner]:
    return [*(o for start, end, o in places if start <= numeral.start < end), *held]


def _values(calculation: Calculation) -> frozenset[str]:
    # What a formula says of a condition it computed itself ("sampai 15 Juli 2022") is its own as well.
    told = [s.text for s in calculation.steps] + [r.text for r in calculation.requirements]
    # One reading for all of them; the bars keep two number words apart.
    return values_of(" | ".join((*_leaves(calculation.inputs), *figures_of(calculation), *told)))


@lru_cache(maxsize=2048)
def _read(quote: str) -> frozenset[str]:
    return values_of(quote)


def _leaves(value: Any) -> list[str]:
    value = plain(value)
    if isinstance(value, Mapping):
        return [leaf for key, inner in value.items() for leaf in (str(key), *_months(key, inner), *_leaves(inner))]
    if isinstance(value, (list, tuple)) and value:
        return [str(len(value)), *(leaf for inner in value for leaf in _leaves(inner))]
    return [str(value).replace("_", " ")] if value is not None and value != [] else []


def _months(key: str, value: Any) -> list[str]:
    """A length in months is also told in years and months: 27 is 2 tahun 3 bulan."""
    return [f"{value // 12} {value % 12}"] if key.endswith("_bulan") and isinstance(value, int) else []


def _mask(text: str, names: Iterable[str]) -> str:
    """The text with links, list numbers and fixed names blanked out, every other character in its place."""
    for pattern in (LINK, _LIST_NUMBER):
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    for name in sorted(set(names), key=len, reverse=True):
        if name:
            text = text.replace(name, " " * len(name))
    return text
