"""Weights told beside scores: of "bobotnya 50 teknis, 35 manajerial, 15 administrasi" no number is somebody's score."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.taking import Taking
from corpus.data import load_yaml

_PERCENT = "persen"
_FEWEST = 2


def without_weights(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts but for weights, where a calculator takes scores."""
    words = table()["weights"]
    if not taking.takes(words["only"]):
        return [*amounts]
    gone: list[Amount] = []
    for first, last in (hit for word in words["words"] for hit in text.find(word)):
        _, high = sentence_of(text, first, last)
        gone += _whole([a for a in amounts if last < a.first and a.last < high])
    gone += _whole([a for a in amounts if a.unit == _PERCENT])
    return [amount for amount in amounts if amount not in gone]


def _whole(amounts: Sequence[Amount]) -> list[Amount]:
    """The first of these numbers that together come to a hundred; none where they do not."""
    total, whole = Decimal(0), Decimal(table()["weights"]["whole"])
    for at, amount in enumerate(amounts):
        if amount.kind != "number":
            return []
        total += amount.value
        if total == whole and at + 1 >= _FEWEST:
            return [*amounts[: at + 1]]
    return []


@cache
def table() -> Mapping[str, Any]:
    """The words of `in_turn.yaml`."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_name("in_turn.yaml"))
    return loaded
