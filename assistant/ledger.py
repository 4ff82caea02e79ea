"""The ledger of numbers: every numeral of an answer is owned by a provision, a calculation or the question."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assistant.calculation import Calculation, plain
from assistant.numerals import numerals, values_of
from assistant.reply import Number
from corpus.citation import Citation

_LINK = re.compile(r"\]\([^)\s]*\)")
_LIST_NUMBER = re.compile(r"^(?:> ?)*\s*\d+[.)] ", re.MULTILINE)


@dataclass(frozen=True)
class Owner:
    """Someone who may own numerals: the n-th citation, the n-th calculation, or the question."""

    source: Literal["calculation", "citation", "question"]
    ref: int
    values: frozenset[str]


def owners(
    citations: Sequence[Citation], calculations: Sequence[Calculation], questions: Sequence[str]
) -> tuple[Owner, ...]:
    """All owners, calculations first: a computed figure outranks the same figure in a quote."""
    return (
        *(Owner("calculation", i, _values(c)) for i, c in enumerate(calculations)),
        *(Owner("citation", i, values_of(c.quote, c.label)) for i, c in enumerate(citations)),
        Owner("question", 0, values_of(*questions)),
    )


def enter(text: str, held: Sequence[Owner], names: Iterable[str] = ()) -> tuple[tuple[Number, ...], tuple[str, ...]]:
    """Enter each numeral of `text` under its owner; returns the entries and the numerals nobody owns.

    `names` are fixed names whose digits count nothing, such as "Permendag 94/2020" or a citation's label.
    """
    entries, orphans = [], []
    for numeral in numerals(_mask(text, names)):
        owner = next((o for o in held if numeral.values & o.values), None)
        if owner is None:
            orphans.append(numeral.text)
        else:
            entries.append(Number(numeral.text, owner.source, owner.ref, numeral.start, numeral.end))
    return tuple(entries), tuple(orphans)


def _values(calculation: Calculation) -> frozenset[str]:
    figures = [
        *leaves(calculation.inputs),
        *leaves(calculation.result),
        *leaves(calculation.series),
        *(text for step in calculation.steps for text in (step.text, step.value)),
        # What a formula says of a condition it computed itself: "sampai 15 Juli 2022".
        *(requirement.text for requirement in calculation.requirements),
    ]
    return values_of(*figures)


def leaves(value: Any) -> list[str]:
    """Everything a result says, as texts: keys, counts and values all the way down."""
    value = plain(value)
    if isinstance(value, Mapping):
        return [leaf for key, inner in value.items() for leaf in (str(key), *_months(key, inner), *leaves(inner))]
    if isinstance(value, (list, tuple)):
        return [str(len(value)), *(leaf for inner in value for leaf in leaves(inner))]
    return [str(value)] if value is not None else []


def _months(key: str, value: Any) -> list[str]:
    """A length in months is also told in years and months: 27 is 2 tahun 3 bulan."""
    return [f"{value // 12} {value % 12}"] if key.endswith("_bulan") and isinstance(value, int) else []


def _mask(text: str, names: Iterable[str]) -> str:
    """The text with links, list numbers and fixed names blanked out, every other character in its place."""
    for pattern in (_LINK, _LIST_NUMBER):
        text = pattern.sub(lambda m: " " * len(m[0]), text)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " " * len(name))
    return text
