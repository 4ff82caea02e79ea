"""What the grammar of a message takes for granted: "mengingat ...", "forum strategis yang wajib tiap triwulan", "yang 4 semester itu"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_LONGEST = 10  # words of a clause with "yang"
_ENDS = frozenset(",;.?!")


@dataclass(frozen=True)
class Clause:
    """Words from `first` to `last`; `ruling`: they tell of a rule, `closed`: "itu" ends them."""

    first: int
    last: int
    ruling: bool
    closed: bool = False


@cache
def load_granted() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "granted.yaml")
    return {name: tuple(words) for name, words in raw.items()}


def is_granted(text: Text, amount: Amount) -> bool:
    """Whether an amount stands in what is taken for granted of a rule."""
    if text.at(amount.last + 1) in load_granted()["ruled"] or text.at(amount.first - 1) in load_granted()["by_name"]:
        return True
    around = (clause for clause in _clauses(text) if clause.first <= amount.first and amount.last <= clause.last)
    return any(clause.ruling or (clause.closed and amount.first == clause.first + 1) for clause in around)


def grants_a_rule(text: Text) -> bool:
    """Whether a message takes a rule for granted: "forum strategis yang wajib tiap triwulan", "LAN selaku ketua"."""
    in_role = text.has(*load_granted()["roles"]) and not is_personal(text.words)
    return in_role or any(clause.ruling for clause in _clauses(text))


def _clauses(text: Text) -> Iterator[Clause]:
    table = load_granted()
    for at, word in enumerate(text.words):
        begins = at == 0 or text.at(at - 1) in _ENDS
        if begins and word.text in table["openers"]:
            last = _end(text, at, len(text.words))
            yield Clause(at, last, _rules(text, at, last))
        elif word.text in table["relative"]:
            last = _end(text, at, at + _LONGEST)
            close = next((place for place in range(at + 1, last + 1) if text.at(place) in table["closers"]), None)
            yield Clause(
                at, last if close is None else close, text.at(at + 1) in table["rule_words"], close is not None
            )


def _end(text: Text, first: int, least: int) -> int:
    """The last word of what begins at `first`: before the next mark, at `least` words on at the latest."""
    for at in range(first + 1, min(least, len(text.words))):
        if text.at(at) in _ENDS:
            return at - 1
    return min(least, len(text.words)) - 1


def _rules(text: Text, first: int, last: int) -> bool:
    return Text(text.raw, text.words[first : last + 1]).has(*load_granted()["rule_words"])
