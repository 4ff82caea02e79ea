"""Amounts told by what is missing from a whole: "kurang 2 bulan lagi genap 2 tahun" says 22 months, not 24 and not 2."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from assistant.understand.amount import Amount
from assistant.understand.text import Text

_SHORT = frozenset({"short", "shy", "away"})  # say by themselves that something is missing
_MORE = frozenset({"lagi", "left", "more"})


def without_missing(text: Text, told: Sequence[Amount]) -> list[Amount]:
    """The amounts, each whole with what is missing from it as one."""
    found: list[Amount] = []
    for amount in told:
        whole = _left(text, found[-1], amount) if found else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(_before_next_month(text, amount))
    return found


def _left(text: Text, one: Amount, other: Amount) -> Amount | None:
    """What two amounts come to where one is missing from the other."""
    if one.kind != other.kind or one.kind not in ("number", "duration") or text.parts_lines(one.last, other.first):
        return None
    between = [word.text for word in text.words[one.last + 1 : other.first]]
    if _is_missing_from(text, one, between):
        return _less(text, other, one, one.start, one.first)
    table = _table()
    behind = text.at(other.last + 1) not in table["not_behind"]
    if between and between[0] in table["less"] and len(between) == 1 and behind and one.value > other.value:
        merged = _less(text, one, other, one.start, one.first)
        return replace(merged, end=other.end, last=other.last) if merged else None
    return None


def _is_missing_from(text: Text, missing: Amount, between: Sequence[str]) -> bool:
    """Whether the words say that an amount is missing from the one behind them."""
    table = _table()
    goal = any(word in table["goals"] for word in between)
    if not goal or any(word not in table["goals"] and word not in table["between"] for word in between):
        return False
    led = text.at(missing.first - 1) in table["leads"] or (missing.short and "dari" in between)
    return led or bool({*between} & _SHORT) or bool({*between[:2]} & _MORE)


def _less(text: Text, whole: Amount, missing: Amount, start: int, first: int) -> Amount | None:
    if whole.value <= missing.value:
        return None
    return replace(whole, value=whole.value - missing.value, start=start, first=first, short=False, later=False)


def _before_next_month(text: Text, amount: Amount) -> Amount:
    """ "Genap 2 tahun bulan depan" is a month less today."""
    table = _table()
    soon = any(text.begins(amount.last + 1, phrase) for phrase in table["next_month"])
    if amount.kind != "duration" or text.at(amount.first - 1) not in table["reaching"] or not soon or amount.value <= 1:
        return amount
    return replace(amount, value=amount.value - 1, later=False)


@cache
def _table() -> Mapping[str, frozenset[str] | Sequence[str]]:
    loaded = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return {name: tuple(words) for name, words in loaded.items()}
