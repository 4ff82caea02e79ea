"""Totals told with what they are made of: "4 orang ditambah ketua jadi 5", "24 bulan termasuk perpanjangan 6 bulan"."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.taking import Taking, are_alike, is_reckoned
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
            gone |= {id(again) for again in amounts[:at] if summed and _is_said_twice(again, parts)}
    left = [(at, amount) for at, amount in enumerate(amounts) if id(amount) not in gone]
    return [replace(a, unit=_unit_of(text, a, amounts[:at])) if gone else a for at, a in left]


def _is_said_twice(amount: Amount, parts: Sequence[Amount]) -> bool:
    """Whether an amount is one of these parts told before: "18 jam, ya 18 ditambah webinar 4 jam"."""
    return any(amount.value == part.value and are_alike(amount, part) for part in parts)


def _unit_of(text: Text, total: Amount, before: Sequence[Amount]) -> str:
    """The unit of a total told without one, which is that of its parts."""
    said = [a.unit for a in before[-2:] if is_reckoned(a) and a.kind == "number" and a.unit]
    plain = not total.unit and total.kind == "number" and _is_total(text, total)
    return said[-1] if plain and said else total.unit


def _is_total(text: Text, amount: Amount) -> bool:
    """Whether the word before an amount tells that it is a total, or those behind it do."""
    if text.at(amount.first - 1) in _table()["came_to"]:
        return True
    return text.begins(_behind(text, amount), *_table()["in_all"])


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
    grown = {*between} & {*words["grown"]} and between[-1] in words["to"] and not {*between} & _ENDS
    if grown and one.value < other.value:  # "studi 24 bulan, molor jadi 30 bulan"
        return [one, replace(other, value=other.value - one.value, more=True, reckoned=True)]
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


def without_counted_in(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts, a count told with and without one person as that without: "sepuluh, sembilan tanpa Sekjen" is nine."""
    rules = [rule for rule in _table()["counted_in"] if taking.takes(rule["only"]) and text.has(*rule["who"])]
    counts = [a for a in amounts if rules and is_reckoned(a) and a.kind == "number"]
    for one, other in itertools.pairwise(counts):
        near = other.first - one.last <= _MOST_BETWEEN + 2
        if near and are_alike(one, other) and any(abs(one.value - other.value) == int(rule["adds"]) for rule in rules):
            least = min(one.value, other.value)
            both = replace(one, value=least, end=other.end, last=other.last, reckoned=True)
            return [both if amount is one else amount for amount in amounts if amount is not other]
    return list(amounts)


def with_persons(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts, those of persons with who is counted besides without a number: "5 orang di luar ketua" are 6."""
    return [replace(a, value=a.value + _besides(text, a, taking)) if a.kind == "number" else a for a in amounts]


def _besides(text: Text, amount: Amount, taking: Taking) -> int:
    """How many more, or fewer, there are than an amount says."""
    at = _behind(text, amount)
    own = [rule for rule in _table()["persons"] if taking.takes(rule["only"])] if is_reckoned(amount) else []
    passed = at
    while text.at(passed) in _table()["beside"]:
        passed += 1
    return next(
        (int(rule["adds"]) for rule in own if text.begins(at, *rule["next"]) or text.begins(passed, *rule["next"])), 0
    )


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
