"""How old somebody is now, where a message tells an age to come or of the past: "dua tahun lagi umur saya 57" is 55."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.taking import Taking
from corpus.data import load_yaml

_AGES = range(18, 76)
_YEAR, _FARTHEST = 12, 240  # months in a year, and those that a time lies ahead or behind at most
_MARKS = frozenset(".?!;,:()-")


@dataclass(frozen=True)
class Moment:
    """A time on words `first` to `last` that lies so many years ahead, or behind where they are less than none."""

    years: int
    first: int
    last: int
    amount: Amount | None = None


def with_present_ages(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts, an age of another time as the one of today."""
    if not taking.takes(_table()["only"]):
        return list(amounts)
    moments = [*_moments(text, amounts)]
    found: list[Amount] = []
    used: list[Amount | None] = []
    for at, amount in enumerate(amounts):
        years = _years(text, amount)
        short = amounts[at + 1] if years and at + 1 < len(amounts) else None
        if short is not None and _is_short_of(text, amount, short):
            used.append(short)
            amount = replace(amount, value=amount.value - 1, end=short.end, last=short.last, reckoned=True)
            years = 0
        moment = next((m for m in moments if years and m.amount is not amount and _is_at(text, amount, m)), None)
        if years and moment is not None:
            used.append(moment.amount)
            amount = _placed(text, amount, years - moment.years, moment)
        found.append(amount)
    return [amount for amount in found if amount not in used]


def _years(text: Text, amount: Amount) -> int:
    """The age that an amount may be; 0 where it is none."""
    if amount.kind == "number" and not amount.unit and amount.value == int(amount.value):
        years = int(amount.value)
    elif amount.kind == "duration" and amount.unit == "tahun" and amount.value % _YEAR == 0:
        years = int(amount.value) // _YEAR
    elif amount.kind == "duration" and amount.unit == "bulan" and text.at(amount.last) == amount.unit:
        years = int(amount.value)  # "53 bulan Mei nanti"
    else:
        return 0
    return years if years in _AGES and _is_led(text, amount) else 0


def _is_led(text: Text, amount: Amount) -> bool:
    """Whether the words before an amount tell an age, or who is so old at the beginning of a clause."""
    table, at = _table(), amount.first - 1
    while at >= 0 and text.at(at) in table["fillers"] and text.at(at) not in table["words"]:
        at -= 1
    if text.at(at) in table["words"]:
        return True
    led = text.at(at + 1) in table["person"] or text.at(at + 2) in table["person"]
    return led and at + 1 < amount.first and (_begins(text, at + 1) or _ends_moment(text, at))


def _ends_moment(text: Text, at: int) -> bool:
    return text.at(at) in _to_come()


@cache
def _to_come() -> frozenset[str]:
    """The words that tell a time to come."""
    phrases = (*_table()["next"], *_table()["coming"], *_table()["from_now"])
    return load_units().later.union(word for phrase in phrases for word in phrase.split())


def _begins(text: Text, at: int) -> bool:
    """Whether a clause begins with this word."""
    return at <= 0 or text.at(at - 1) in _MARKS or text.parts_lines(at - 1, at)


def _is_at(text: Text, amount: Amount, moment: Moment) -> bool:
    """Whether an age is told to be that of a moment right before or behind it."""
    table = _table()
    if moment.last < amount.first:
        between = {*text.said[moment.last + 1 : amount.first]}
        begins = _begins(text, moment.first) or text.at(moment.first - 1) in table["leads"]
        return begins and between <= {*table["between"], *table["fillers"]}
    if moment.first < amount.last:
        return False
    if amount.unit == "bulan" and moment.first > amount.last:
        return False
    at = moment.last + 1
    ends = at == len(text.words) or text.at(at) in (*_MARKS, *table["behind"]) or text.parts_lines(at - 1, at)
    return ends and {*text.said[amount.last + 1 : moment.first]} <= {*table["joints"]}


def _is_short_of(text: Text, age: Amount, months: Amount) -> bool:
    """Whether some months are missing from an age: "53 kurang 3 bulan"."""
    told = age.kind == "number" and months.kind == "duration" and months.value < _YEAR
    return told and months.first == age.last + 2 and text.at(age.last + 1) in load_units().short


def _placed(text: Text, amount: Amount, years: int, moment: Moment) -> Amount:
    """The age of today on the words of the age told, and on those of the time that stands right behind it."""
    last = max(amount.last, moment.last) if moment.first >= amount.first else amount.last
    value, end = Decimal(years), text.words[last].end
    return replace(
        amount, kind="number", unit="", value=value, last=last, end=end, later=False, ago=False, reckoned=True
    )


def _moments(text: Text, amounts: Sequence[Amount]) -> Iterator[Moment]:
    """The times of a message that lie ahead or behind."""
    table = _table()
    for amount in amounts:
        if amount.kind == "duration" and 0 < amount.value <= _FARTHEST:
            yield from _told(text, amount)
    for years, phrases in ((1, table["next"]), (-1, table["last"])):
        yield from (Moment(years, *place) for phrase in phrases for place in text.find(phrase))
    for at, word in enumerate(text.words):
        if word.text in load_units().month_names:
            yield from _month(text, at)


def _told(text: Text, amount: Amount) -> Iterator[Moment]:
    """ "Dua tahun lagi", "in two years", "two years from now", "dua tahun yang lalu"."""
    table, years = _table(), -(-int(amount.value) // _YEAR)
    if amount.ago:
        ends = next(at for at in (amount.last + 1, amount.last + 2) if text.at(at) in load_units().ago)
        yield Moment(-(int(amount.value) // _YEAR), amount.first, ends, amount)
    elif amount.later:
        yield Moment(years, amount.first, amount.last + 1, amount)
    elif phrase := next((p for p in table["from_now"] if text.begins(amount.last + 1, p)), ""):
        yield Moment(years, amount.first, amount.last + len(phrase.split()), amount)
    elif text.at(amount.first - 1) in table["in"]:
        yield Moment(years, amount.first - 1, amount.last, amount)


def _month(text: Text, at: int) -> Iterator[Moment]:
    """ "Mei nanti", "bulan Mei tahun depan", "next May"."""
    table, first = _table(), at
    before = text.at(at - 1) in table["next_before"]
    phrase = max((p for p in table["coming"] if text.begins(at + 1, p)), key=len, default="")
    if not before and not phrase:
        return
    first -= before
    while text.at(first - 1) in table["month_leads"] and first > 0:
        first -= 1
    yield Moment(1, first, at + len(phrase.split()))


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
