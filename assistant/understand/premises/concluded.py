"""What a message concludes of the case it tells: "tugas belajar gagal ya?", "S3, pernah JPT pratama. aman kan?".

A nod asked for such a conclusion claims the conclusion, and not that the facts before it are what a rule asks for.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

from assistant.calculation import Calculation
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import Clause, Nods, clause_of, clauses, states
from assistant.understand.premises.told_numbers import load_told_numbers
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_BEFORE = 2  # words before a number that may make it the only one


@cache
def load_concluded() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "concluded.yaml")
    return {name: tuple(words) for name, words in raw.items()}


def conclusion(text: Text, nods: Nods) -> Clause | None:
    """The clause that concludes: the last one that says more than a nod, where it judges and something stands before it."""
    said = [clause for clause in clauses(text) if clause.text.bare not in (*nods.tags, *nods.markers)]
    if len(said) < 2 or concluded(said[-1].text) is None:
        return None
    return said[-1]


def concluded(text: Text) -> bool | None:
    """Whether words conclude that something may be (False: may not); None where they only ask, or judge nothing."""
    table = load_concluded()
    if any(f" {text.bare}".endswith(f" {last}") for last in table["asking"]):
        return None
    if text.has(*table["fails"]) and not text.has(*table["unhindered"]):
        return False
    return True if text.has(*table["passes"], *table["unhindered"]) else None


def agrees(so: bool, found: Calculation | None) -> bool:
    """Whether what a calculator finds leaves a conclusion be; what it cannot decide speaks against a "may not" where all told is met."""
    if found is None or found.verdict is None:
        return False
    if found.verdict != "tidak_dapat_ditentukan":
        return (found.verdict == "memenuhi") is so
    told = {requirement.status for requirement in found.requirements} - {"tidak_diketahui"}
    return "belum" not in told if so else told != {"terpenuhi"}


def is_of_case(text: Text, amount: Amount, nods: Nods) -> bool:
    """Whether an amount is told of a case that a conclusion is drawn from, and not said to be a rule's."""
    end = conclusion(text, nods)
    if end is None or (amount.first >= end.first and not _is_more(text, amount)):
        return False
    before = Text(text.raw, text.words[max(0, amount.first - _BEFORE) : amount.first])
    own = clause_of(text, amount.first)
    marked = own is not None and own.first < end.first and own.text.has(*nods.markers)
    return not (
        marked or before.has(*load_concluded()["alone"]) or states(text, amount.first, amount.last, nods) == "firm"
    )


def lets_be(correction: str, right: frozenset[Decimal], said: Decimal) -> bool:
    """Whether a rule that sets a least or a most, in the words of its correction, lets a number be."""
    bounds, words = load_told_numbers().bounds, correction.casefold()
    if any(phrase in words for phrase in bounds["least"]):
        return said > max(right)
    return any(phrase in words for phrase in (*bounds["most"], *load_concluded()["limits"])) and said < max(right)


def _is_more(text: Text, amount: Amount) -> bool:
    """Whether an amount counts on from what was told: "boleh sekali lagi"."""
    return text.at(amount.last + 1) in load_concluded()["onward"]
