"""Totals told with what they are made of: "4 orang ditambah ketua jadi 5", "24 bulan termasuk perpanjangan 6 bulan"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.amount import Amount
from assistant.understand.taking import Taking, are_alike, is_reckoned
from assistant.understand.text import Text
from assistant.understand.units import load_units
from corpus.data import load_yaml

_MOST_BETWEEN = 6  # words between a change and what it came to
_ENDS = frozenset(".;?!")
_LEAD = 5  # words before a length that tell that it was lengthened


def came_to(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts without those of which a later one is the total: "2 tahun, diperpanjang setahun, jadi total 3 tahun"."""
    gone: set[int] = set()
    for at, total in enumerate(amounts):
        before = [a for a in amounts[:at] if is_reckoned(a) and are_alike(a, total)][-2:]
        if taking.has_addition or not before or not is_reckoned(total) or not _is_total(text, total):
            continue
        parts = before if len(before) > 1 and _adds_up(before, total) else before[-1:]
        between = text.said[parts[0].last + 1 : total.first]
        summed = len(parts) > 1 and not taking.own(*parts)  # "14 bulan di A, 11 bulan di B, total 25 bulan"
        changed = summed or {*between} & {*_table()["changing"]}
        if len(between) <= _MOST_BETWEEN * len(parts) and changed:
            gone |= {id(part) for part in parts if len(parts) > 1 or not _adds_up(before, total)}
    return [amount for amount in amounts if id(amount) not in gone]


def _is_total(text: Text, amount: Amount) -> bool:
    return text.at(amount.first - 1) in _table()["came_to"]


def _adds_up(parts: Sequence[Amount], total: Amount) -> bool:
    """Whether two amounts come to a third one."""
    one, other = parts[0].value, parts[-1].value
    return len(parts) > 1 and total.value in (one + other, one - other)


def with_addition(text: Text, one: Amount, other: Amount, taking: Taking) -> list[Amount] | None:
    """A whole and an addition that it includes as two; None where they are told otherwise."""
    if one.kind != "duration" or not are_alike(one, other) or not taking.preferred or not taking.has_addition:
        return None
    between = text.said[one.last + 1 : other.first]
    named = {cue.payload for cue in taking.cues if one.last < cue.first and cue.last < other.first}
    if {*between} & {*_table()["including"]} and any(taking.fields[n].more for n in named) and other.value < one.value:
        return [replace(one, value=one.value - other.value), other]
    words = _table()["lengthened"]
    before = {*text.said[max(0, one.first - _LEAD) : one.first]}
    led = text.at(one.first - 1) in words["from"] and before & {*words["lead"]}
    if led and len(between) == 1 and between[0] in words["to"] and one.value < other.value:
        added = replace(other, value=other.value - one.value, more=True, reckoned=True)
        stays = text.at(one.first - 2) in words["verbs"]  # "studi diperpanjang dari 24 jadi 30 bulan"
        return [one, added] if stays else [replace(added, start=one.start, first=one.first)]
    return None


def in_places(text: Text, one: Amount, other: Amount, taking: Taking) -> list[Amount] | None:
    """Amounts of two places as what they come to: "14 bulan di unit A dan 11 bulan di unit B", "8 JP dari diklat dan 5 dari magang"."""
    between = text.said[one.last + 1 : other.first]
    if not are_alike(one, other) or not {*between} & {*_table()["joints"]} or {*between} & _ENDS:
        return None
    ends = [_behind(text, amount) for amount in (one, other)]
    for rule in _table()["places"]:
        led = taking.takes(rule["only"]) and all(text.at(at) in rule["at"] for at in ends)
        places = [text.at(at + 1) for at in ends]
        if led and ("kinds" not in rule or {*places} <= {*rule["kinds"]}):
            unit = one.unit if one.kind == "number" else "bulan"
            value = one.value + other.value
            return [replace(one, value=value, unit=unit, end=other.end, last=other.last, reckoned=True)]
    return None


def _behind(text: Text, amount: Amount) -> int:
    """The place of the first word behind an amount that is no unit of it."""
    at = amount.last + 1
    while text.at(at) in load_units().by_word:
        at += 1
    return at


def with_persons(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts, those of persons with who is counted besides without a number: "5 orang di luar ketua" are 6."""
    return [replace(a, value=a.value + _besides(text, a, taking)) if a.kind == "number" else a for a in amounts]


def _besides(text: Text, amount: Amount, taking: Taking) -> int:
    """How many more, or fewer, there are than an amount says."""
    at = _behind(text, amount)
    own = [rule for rule in _table()["persons"] if taking.takes(rule["only"])] if is_reckoned(amount) else []
    return next((int(rule["adds"]) for rule in own if text.begins(at, *rule["next"])), 0)


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
