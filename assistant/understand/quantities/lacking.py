"""Amounts told by what is missing from a whole: "kurang 2 bulan lagi genap 2 tahun" says 22 months, not 24 and not 2."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_YEAR = 12


def without_missing(text: Text, told: Sequence[Amount], today: date) -> list[Amount]:
    """The amounts, each whole with what is missing from it as one."""
    found: list[Amount] = []
    for amount in told:
        whole = _left(text, found[-1], amount) if found else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(_before_next_month(text, amount, today))
    return found


def _left(text: Text, one: Amount, other: Amount) -> Amount | None:
    """What two amounts come to where one is missing from the other."""
    if one.kind != other.kind or one.kind not in ("number", "duration") or text.parts_lines(one.last, other.first):
        return None
    between = [word.text for word in text.words[one.last + 1 : other.first]]
    if _is_missing_from(text, one, between):
        return _less(other, one)
    table = _table()
    behind = text.at(other.last + 1) not in table["not_behind"]
    if between and between[0] in table["less"] and len(between) == 1 and behind:
        return _less(one, other)
    return None


def _is_missing_from(text: Text, missing: Amount, between: Sequence[str]) -> bool:
    """Whether the words say that an amount is missing from the one behind them."""
    table = _table()
    goal = any(word in table["goals"] for word in between)
    if not goal or any(word not in table["goals"] and word not in table["between"] for word in between):
        return False
    led = text.at(missing.first - 1) in table["leads"] or (missing.short and "dari" in between)
    return led or bool({*between} & {*table["short"]}) or bool({*between[:2]} & {*table["more"]})


def _less(whole: Amount, missing: Amount) -> Amount | None:
    """What is left of a whole, told by the words of both; nothing where no more is there than is missing."""
    if whole.value <= missing.value:
        return None
    ends = sorted((whole, missing), key=lambda amount: amount.first)
    start, first, end, last = ends[0].start, ends[0].first, ends[1].end, ends[1].last
    left = whole.value - missing.value
    return replace(
        whole, value=left, start=start, first=first, end=end, last=last, short=False, later=False, reckoned=True
    )


def _before_next_month(text: Text, amount: Amount, today: date) -> Amount:
    """ "Genap 2 tahun bulan depan" is a month less today, "genap 2 tahun April nanti" as many as there are till April."""
    if amount.kind != "duration" or text.at(amount.first - 1) not in _table()["reaching"]:
        return amount
    months = _months_ahead(text, amount.last + 1, today)
    if not months or amount.value <= months:
        return amount
    return replace(amount, value=amount.value - months, later=False)


def _months_ahead(text: Text, at: int, today: date) -> int:
    """How many months lie before the time that these words tell; 0 where they tell none."""
    table = _table()
    if any(text.begins(at, phrase) for phrase in table["next_month"]):
        return 1
    while text.at(at) in table["month_leads"]:
        at += 1
    month = load_units().month_names.get(text.at(at), 0)
    if not month or not text.begins(at + 1, *table["coming"]):
        return 0
    return (month - today.month) % _YEAR or _YEAR


@cache
def _table() -> Mapping[str, frozenset[str] | Sequence[str]]:
    loaded = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in loaded.items()}
