"""Amounts of a story that measure nothing of a case: "hamil 7 bulan", "toefl 530", "yang satu bilang 50, yang lain 100"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_STOPS = frozenset(".?!;")
_MOST_BETWEEN = 2  # words between what is measured and its number
_TIMES = ("duration", "since")


def without_foreign(text: Text, amounts: Sequence[Amount], *, aged: bool = True) -> list[Amount]:
    """The amounts without those that measure another thing, and those that two others claim against each other.

    Where no fact of the calculator is an age (`aged`), neither are the ages told, nor the numbers held beside them.
    """
    passed = [*_rivals(text, amounts), *([] if aged else _ages(text, amounts))]
    return [amount for amount in amounts if amount not in passed and not _is_foreign(text, amount)]


def _is_foreign(text: Text, amount: Amount) -> bool:
    if amount.kind not in ("number", "duration"):
        return False
    behind = amount.kind == "number" and text.begins(amount.last + 1, *_table()["behind"])
    return behind or _is_led(text, amount, _table()) or _names_which(text, amount) or _is_waited(text, amount)


def _is_led(text: Text, amount: Amount, table: Mapping[str, Any]) -> bool:
    """Whether the noun before an amount is one of these: "istri hamil sudah 7 bulan"."""
    at = amount.first
    for _ in range(_MOST_BETWEEN + 1):
        if any(text.before(at, phrase.count(" ") + 1) == phrase for phrase in table["before"]):
            return True
        if text.at(at - 1) not in table["between"]:
            return False
        at -= 1
    return False


def _names_which(text: Text, amount: Amount) -> bool:
    """Whether a number says which one something is: "sekarang masuk semester 5"."""
    rule = _table()["ordinal"]
    named = amount.kind == "number" and not amount.unit and text.at(amount.first - 1) in rule["nouns"]
    return named and text.at(amount.first - 2) in rule["led"]


def _is_waited(text: Text, amount: Amount) -> bool:
    """Whether a time is how long a paper has not come: "ijazahnya sudah 5 bulan belum keluar"."""
    rule = _table()["waiting"]
    if amount.kind not in _TIMES:
        return False
    low, high = _around(text, amount, int(rule["reach"]))
    said = text.said[low:high]
    missing = any(one in rule["not_yet"] and other in rule["come"] for one, other in pairwise(said))
    return missing and bool({*said} & {*rule["papers"]})


def _around(text: Text, amount: Amount, reach: int) -> tuple[int, int]:
    """The places of the words near an amount in its sentence."""
    low, high = amount.first, amount.last + 1
    while low > max(0, amount.first - reach) and text.at(low - 1) not in _STOPS:
        low -= 1
    while high < min(len(text.words), amount.last + 1 + reach) and text.at(high) not in _STOPS:
        high += 1
    return low, high


def _rivals(text: Text, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts that two others claim, where they are of one kind and not the same."""
    said = [amount for amount in amounts if amount.kind in ("number", "duration") and _is_said(text, amount, amounts)]
    for amount in said:
        others = (a for a in said if a.kind == amount.kind and _alike(a, amount) and a.value != amount.value)
        if any(True for _ in others):
            yield amount


def _alike(one: Amount, other: Amount) -> bool:
    """Whether two amounts may be of one thing: a number without a unit may have the other's."""
    return one.unit == other.unit or not (one.unit and other.unit)


def _ages(text: Text, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The ages, and the bare numbers behind one of them that may be another: "batas usia 56, sebagian bilang 58"."""
    rule, behind = _table()["ages"], False
    for amount in amounts:
        if _is_led(text, amount, rule):
            behind = True
            yield amount
        elif behind and _may_be_age(text, amount, rule):
            yield amount


def _may_be_age(text: Text, amount: Amount, rule: Mapping[str, Any]) -> bool:
    bare = amount.kind == "number" and not amount.unit and rule["least"] <= amount.value <= rule["most"]
    return bare and text.at(amount.first - 1) not in rule["others"]


def _is_said(text: Text, amount: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether somebody is said to say an amount, the first behind the word of it."""
    rule = _table()["rivals"]
    low = max([0, amount.first - int(rule["reach"]), *(a.last + 1 for a in amounts if a.last < amount.first)])
    return any(text.at(at) in rule["saying"] for at in range(low, amount.first))


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
