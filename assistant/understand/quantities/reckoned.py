"""Amounts told by another one: "100 kecuali 8 yang masih dinilai" are 92, "naik 5 poin dari 68" is 73, "2 x 20 JP" are 40."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.reckoning_forms import is_for, is_told, load_forms
from assistant.understand.quantities.taking import Taking, are_alike, is_reckoned
from assistant.understand.quantities.totals import came_to, in_places, with_addition, with_persons, without_counted_in

_PERCENT, _PERSONS, _WHOLE = "persen", "orang", 100
_MOST_BETWEEN = 9  # words between two amounts that are reckoned together
_CHANGES = frozenset({"more", "less", "sum", "rest"})  # these are reckoned of two amounts of one kind
_OF_THE_FIRST = frozenset({"more", "less", "first", "whole"})  # what these come to is of the first one's kind
_COUNTS = frozenset({"kali", "hari"})
_GIVES: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "more": lambda one, other: one + other,
    "sum": lambda one, other: one + other,
    "less": lambda one, other: one - other,
    "rest": lambda one, other: other - one,
    "product": lambda one, other: one * other,
    "first": lambda one, other: one,
    "second": lambda one, other: other,
    "share": lambda one, other: one * other,
    "part": lambda one, other: one * other / _WHOLE,
    "whole": lambda one, other: one * _WHOLE / other,
}


def reckoned(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts, those that are told by another one as what they come to."""
    found: list[Amount] = []
    told = without_counted_in(text, came_to(text, amounts, taking), taking)
    for amount in with_persons(text, told, taking):
        at = next((i for i in range(len(found) - 1, -1, -1) if is_reckoned(found[i])), None)
        both = _both(text, found[at], _unsigned(amount), taking) if at is not None and is_reckoned(amount) else None
        if at is None or both is None:
            found.append(amount)
        else:
            found[at : at + 1] = both
    return sorted(found, key=lambda amount: amount.start)


def _unsigned(amount: Amount) -> Amount:
    """A number behind another one, for which the minus before it is a word between the two: "131 minus 6"."""
    return replace(amount, value=-amount.value, first=amount.last) if amount.value < 0 else amount


def _both(text: Text, one: Amount, other: Amount, taking: Taking) -> list[Amount] | None:
    """What stands in the place of two amounts that are told together; None where they are two."""
    if text.parts_lines(one.last, other.first) or other.first - one.last - 1 > _MOST_BETWEEN:
        return None
    if one.unit == _PERSONS and one.value == 1 and other.unit == _PERCENT:
        return None  # "seorang negosiator ... 22,5 persen dari target"
    parts = with_addition(text, one, other, taking) or in_places(text, one, other, taking)
    if parts is not None:
        return parts
    return next(filter(lambda both: both is not None, _readings(text, one, other, taking)), None)


def _readings(text: Text, one: Amount, other: Amount, taking: Taking) -> Iterator[list[Amount] | None]:
    """What two amounts come to by each form of words that they are told in."""
    table = load_forms()
    own = taking.own(one, other)
    for form in table["forms"]:
        if not is_told(text, one, other, form, table["small"], taking):
            continue
        if form["give"] == "more" and any(taking.fields[name].part_of in taking.preferred for name in own):
            # "5 orang ditambah 2 dari instansi pembina"
            yield [replace(one, value=one.value + other.value, reckoned=True), other]
        elif is_for(text, one, other, form, taking):
            yield _given(one, other, form["give"], apart=form["give"] in ("share", "part") and taking.has_pair)
    for form in table["relative"]:
        if is_told(text, one, other, form, (*table["small"], *table["comparing"]), taking):
            apart = bool(own) or taking.has_second or (form["give"] == "part" and taking.has_pair)
            if apart or "." not in text.said[one.last + 1 : other.first]:
                yield _given(one, other, form["give"], apart)


def _given(one: Amount, other: Amount, give: str, apart: bool) -> list[Amount] | None:
    """One amount for two, or both where they are facts `apart`; neither where it cannot be known what they come to."""
    if give in _CHANGES and (one.unit == _PERCENT) != (other.unit == _PERCENT):
        return []
    if (give in _CHANGES or give in ("first", "second")) and not are_alike(one, other):
        return None
    if give == "share" and one.unit == _PERCENT != other.unit:
        give = "part"
    fraction = not one.unit and 0 < one.value < 1 and other.unit != _PERCENT
    if (give == "share" and not fraction) or (give == "product" and one.kind == "duration"):
        return None
    value = _GIVES[give](one.value, other.value)
    return [*_placed(one, other, value, give, apart)] if value > 0 else None


def _placed(one: Amount, other: Amount, value: Decimal, give: str, apart: bool) -> Iterator[Amount]:
    """What two amounts come to in the place of both; beside the one that it is told by where that is a fact `apart`."""
    like = (
        one if other.unit in _COUNTS or (other.unit == _PERCENT and give != "less") or give in _OF_THE_FIRST else other
    )
    unit = like.unit or (one.unit if give in _CHANGES else "")
    told = replace(like, value=value, unit=unit, per=one.per or other.per, short=False, more=False, reckoned=True)
    told = replace(told, counts_noun=one.counts_noun and other.counts_noun)
    if not apart:
        yield replace(told, start=one.start, end=other.end, first=one.first, last=other.last)
        return
    second_stays = give == "share" or one.unit == _PERCENT
    own, whole = (one, other) if second_stays else (other, one)
    yield whole
    yield replace(told, start=own.start, end=own.end, first=own.first, last=own.last)
