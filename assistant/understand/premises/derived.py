"""What follows from a case that is told, held against what a message takes to follow: "... jadi ikatan dinasnya dua tahun saja"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import Clause, Nods, clause_of, is_said, is_stated, load_asserted
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_TIME = "duration"
_BEFORE = 1  # words before a clause that may be the one by which it concludes


@dataclass(frozen=True)
class Derived:
    """A time that a message takes to follow from its case, and the calculator that works it out."""

    tool: str
    result: str
    amount: Amount


@cache
def load_derived() -> Mapping[str, Any]:
    """The file beside this module."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded


def derived(text: Text, amounts: tuple[Amount, ...], nods: Nods) -> Iterator[Derived]:
    """The times that a message takes for the results of a calculator."""
    for amount in amounts:
        clause = clause_of(text, amount.first) if amount.kind == _TIME and not amount.rough else None
        if clause is None or not is_said(text, clause, nods):
            continue
        if not (_concludes(text, clause) or is_stated(text, amount, nods)):
            continue
        before = Text(text.raw, text.words[clause.first : amount.first])
        for row in load_derived()["derived"]:
            if before.has(*row["about"]) and not {text.at(amount.first - 1)} & {*load_asserted()["lacking"]}:
                yield Derived(row["tool"], row["result"], amount)


def _concludes(text: Text, clause: Clause) -> bool:
    """Whether a clause draws a conclusion from what stands before it."""
    return bool({text.at(clause.first), text.at(clause.first - _BEFORE)} & {*load_derived()["concluding"]})
