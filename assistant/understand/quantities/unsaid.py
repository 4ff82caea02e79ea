"""Amounts told to be no value: "hampir 50", "antara 24 dan 27", "selisih 2"; and those of a part of the year alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.taking import Taking, are_alike, is_reckoned
from corpus.data import load_yaml

_PERCENT, _WHOLE = "persen", Decimal(100)
_YEAR, _MOST_PARTS = 12, 4  # months; parts of a year
_BEFORE, _BEHIND = 4, 5  # words around an amount that tell of it
_ENDS = frozenset(".?!;,:")


def without_unsaid(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts without those that are told to be no value."""
    gone = [*_ends_of_ranges(text, amounts, taking)] if not taking.has_second else []
    left = [amount for amount in amounts if amount not in gone and not _is_none(text, amount, amounts, taking)]
    reached = (_reached(text, amount, taking) for amount in left)
    return _of_the_year(text, [amount for amount in reached if amount is not None], taking)


def _is_none(text: Text, amount: Amount, amounts: Sequence[Amount], taking: Taking) -> bool:
    """Whether a number is only come near, a difference, or what is left of another."""
    table = _table()
    if amount.kind == "number" and is_reckoned(amount):
        others = any(other != amount and are_alike(other, amount) for other in amounts)
        if _led(text, amount.first, table["near"]) or (others and _led(text, amount.first, table["apart"])):
            return True
    if _is_later(text, amount, taking) or _is_moved(text, amount) or _is_scale(text, amount, taking):
        return True
    if _is_difference(text, amount):
        return True
    if text.at(amount.first - 1) not in table["left"] or not is_reckoned(amount):
        return False
    before = [a for a in amounts if a.last < amount.first and is_reckoned(a) and are_alike(a, amount)]
    return bool(before) and not taking.own(before[-1], amount)


def _is_later(text: Text, amount: Amount, taking: Taking) -> bool:
    """Whether a time is told as what will be left only then."""
    rule = _table()["later"]
    return amount.kind == "duration" and taking.takes(rule["only"]) and text.begins(amount.last + 1, *rule["next"])


def _is_difference(text: Text, amount: Amount) -> bool:
    """Whether a number is told as how far it lies from one that is not known: "10 poin lebih rendah"."""
    rule, at = _table()["compared"], amount.last + 1
    said = next((p for p in rule["next"] if text.begins(at, p)), "") if amount.kind == "number" else ""
    return bool(said) and not amount.reckoned and text.at(at + len(said.split())) not in rule["than"]


def _is_scale(text: Text, amount: Amount, taking: Taking) -> bool:
    """Whether a number is the scale of the mark before it: "65 dari 100"."""
    rule = _table()["scale"]
    whole = amount.kind == "number" and not amount.unit and str(amount.value) == rule["most"]
    of = (p for p in rule["of"] if text.before(amount.first, p.count(" ") + 1) == p)
    return (
        whole
        and taking.takes(rule["only"])
        and any(text.at(amount.first - 1 - len(p.split()))[:1].isdigit() for p in of)
    )


def _is_moved(text: Text, amount: Amount) -> bool:
    """Whether a day is the one that something was moved away from, and how far."""
    rule, before = _table()["moved"], text.said[max(0, amount.first - _BEHIND) : amount.first]
    return (
        amount.kind in ("date", "since")
        and bool(before)
        and before[-1] in rule["from"]
        and bool({*before} & {*rule["words"]})
    )


def _led(text: Text, first: int, phrases: Sequence[str]) -> bool:
    return any(text.before(first, phrase.count(" ") + 1) == phrase for phrase in phrases)


def _ends_of_ranges(text: Text, amounts: Sequence[Amount], taking: Taking) -> Iterator[Amount]:
    """Both ends of every range."""
    table = _table()["ranges"]
    told = [amount for amount in amounts if is_reckoned(amount)]
    for one, other in pairwise(told):
        bare = one.kind == "number" and not one.unit
        between = [word for word in text.said[one.last + 1 : other.first]]
        if one.value >= other.value * (1 if one.kind == other.kind else _WHOLE) or not (bare or are_alike(one, other)):
            continue
        led = text.at(one.first - 1) in table["lead"] and text.at(one.first - 2) not in table["chosen"]
        if (led and between and {*between} <= {*table["joints"]}) or " ".join(between) in table["joints_alone"]:
            yield from (one, other)


def _reached(text: Text, amount: Amount, taking: Taking) -> Amount | None:
    """A share of what was not reached as that of what was; none where it may be either."""
    rule = _table()["unreached"]
    if amount.unit != _PERCENT or not taking.takes(rule["only"]):
        return amount
    behind: list[str] = []
    for word in text.words[amount.last + 1 : amount.last + 1 + _BEHIND]:
        if word.text in _ENDS or word.text[0].isdigit():
            break
        behind.append(word.text)
    denied = next((at for at, word in enumerate(behind) if word in load_polarity().no), None)
    if denied is None or not {*behind[denied + 1 : denied + 3]} & {*rule["words"]}:
        return amount
    whole = denied == 0 and text.raw[: text.words[amount.last].end].casefold().endswith("nya")
    return replace(amount, value=_WHOLE - amount.value) if whole or {*behind[:denied]} & {*rule["of"]} else None


def _of_the_year(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts, those of its halves as one of the year; none where only a part of it is told."""
    rule = _table()["halves"]
    if not taking.takes(rule["only"]):
        return list(amounts)
    named = [a for a in amounts if not _is_name_of_a_half(text, a) and not _is_of_years(text, a, amounts)]
    of_parts = [a for a in named if _is_of(text, a, amounts, (*rule["words"], *rule["others"]))]
    halves = [a for a in of_parts if _is_of(text, a, amounts, rule["words"])]
    rest = [a for a in named if a not in of_parts]
    if len(of_parts) == len(halves) == 2 and taking.takes(rule["added"]):
        first, second = halves
        value = first.value + second.value
        rest.append(replace(first, value=value, end=second.end, last=second.last, per=0))
    return sorted(rest, key=lambda amount: amount.start)


def _is_name_of_a_half(text: Text, amount: Amount) -> bool:
    rule = _table()["halves"]
    named = amount.kind == "number" and text.at(amount.first - 1) in (*rule["words"], *rule["others"])
    return named and amount.value <= _MOST_PARTS and text.at(amount.first - 2) not in rule["each"]


def _is_of_years(text: Text, amount: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether a number is told as that of several years together: "dua tahun ini total 30"."""
    spans = (a for a in amounts if a.kind == "duration" and a.back and a.value > _YEAR and a.last < amount.first)
    between = (text.said[span.last + 1 : amount.first] for span in spans if amount.kind == "number")
    return any({*said} & {*_table()["halves"]["together"]} and not {*said} & _ENDS for said in between)


def _is_of(text: Text, amount: Amount, amounts: Sequence[Amount], words: Sequence[str]) -> bool:
    """Whether one of these parts of the year stands beside a number in its clause."""
    if amount.kind != "number" or amount.per or not is_reckoned(amount):
        return False
    low = max(
        [
            0,
            amount.first - _BEFORE,
            *(a.last + 1 for a in amounts if a.last < amount.first and not _is_name_of_a_half(text, a)),
        ]
    )
    high = min([len(text.words), amount.last + _BEHIND, *(a.first for a in amounts if a.first > amount.last)])
    ends = [at for at in range(amount.last + 1, high) if text.at(at) in _ENDS]
    places = [*range(low, amount.first), *range(amount.last + 1, min([high, *ends]))]
    return any(text.at(at) in words and text.at(at - 1) not in _table()["halves"]["each"] for at in places)


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
