"""Amounts told by another one: "100 kecuali 8 yang masih dinilai" are 92, "naik 5 poin dari 68" is 73, "2 x 20 JP" are 40."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.amount import Amount
from assistant.understand.polarity import load_polarity
from assistant.understand.taking import Taking, are_alike, is_reckoned
from assistant.understand.text import Text, overlaps
from assistant.understand.totals import came_to, in_places, with_addition, with_persons
from assistant.understand.units import load_units
from corpus.data import load_yaml

_PERCENT, _WHOLE = "persen", 100
_MOST_BETWEEN = 9  # words between two amounts that are reckoned together
_BEHIND = 6  # words behind an amount that tell of it
_EARLIER = 6  # words before an amount that tell when it was so
_ENDS = frozenset(".?!;,:")
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
    "share": lambda one, other: one * other,
    "part": lambda one, other: one * other / _WHOLE,
    "whole": lambda one, other: one * _WHOLE / other,
}


def reckoned(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts, those that are told by another one as what they come to."""
    found: list[Amount] = []
    for amount in with_persons(text, came_to(text, amounts, taking), taking):
        at = next((i for i in range(len(found) - 1, -1, -1) if is_reckoned(found[i])), None)
        both = _both(text, found[at], amount, taking) if at is not None and is_reckoned(amount) else None
        if at is None or both is None:
            found.append(amount)
        else:
            found[at : at + 1] = both
    return sorted(found, key=lambda amount: amount.start)


def _both(text: Text, one: Amount, other: Amount, taking: Taking) -> list[Amount] | None:
    """What stands in the place of two amounts that are told together; None where they are two."""
    if text.parts_lines(one.last, other.first) or other.first - one.last - 1 > _MOST_BETWEEN:
        return None
    parts = with_addition(text, one, other, taking) or in_places(text, one, other, taking)
    if parts is not None:
        return parts
    return next(filter(lambda both: both is not None, _readings(text, one, other, taking)), None)


def _readings(text: Text, one: Amount, other: Amount, taking: Taking) -> Iterator[list[Amount] | None]:
    """What two amounts come to by each form of words that they are told in."""
    table = _table()
    own = taking.own(one, other)
    for form in table["forms"]:
        if not _is_told(text, one, other, form, table["small"], taking):
            continue
        if form["give"] == "more" and any(taking.fields[name].part_of in taking.preferred for name in own):
            yield [
                replace(one, value=one.value + other.value, reckoned=True),
                other,
            ]  # "5 orang ditambah 2 dari instansi pembina"
        elif _is_for(text, one, other, form, taking):
            yield _given(one, other, form["give"], apart=form["give"] in ("share", "part") and taking.has_pair)
    for form in table["relative"]:
        if _is_told(text, one, other, form, (*table["small"], *table["comparing"]), taking):
            apart = bool(own) or taking.has_second or (form["give"] == "part" and taking.has_pair)
            if apart or "." not in text.said[one.last + 1 : other.first]:
                yield _given(one, other, form["give"], apart)


def _given(one: Amount, other: Amount, give: str, apart: bool) -> list[Amount] | None:
    """One amount for two, or both where they are facts `apart`; neither where it cannot be known what they come to."""
    if give in _CHANGES and (one.unit == _PERCENT) != (other.unit == _PERCENT):
        return []
    if (give in _CHANGES or give == "first") and not are_alike(one, other):
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


def _is_for(text: Text, one: Amount, other: Amount, form: Mapping[str, Any], taking: Taking) -> bool:
    """Whether a form holds for what the calculator takes; an amount that is named as another fact stands alone."""
    if "only" in form and not taking.takes(form["only"]):
        return False
    if (form.get("alone") and taking.has_addition) or (form.get("unpaired") and taking.has_pair):
        return False
    if form.get("then") and not _has_changed(text, one, other):
        return False
    if form["give"] not in ("more", "less") or "only" in form:
        return True
    own = taking.own(one, other)
    if form.get("refused"):  # of a part so much does not count: "disyaratkan 12, ada 9 tapi 2 ditolak"
        return own <= taking.parts and (not taking.has_pair or taking.is_full)
    return not own


def _is_told(
    text: Text, one: Amount, other: Amount, form: Mapping[str, Any], small: Collection[str], taking: Taking
) -> bool:
    """Whether the words around two amounts are those of a form."""
    if form.get("first", one.unit) != one.unit or form.get("second", other.unit) != other.unit:
        return False
    if "lead" in form and not _leads(text, one.first, form["lead"]):
        return False
    if not _only(text, one, other, form.get("between", ()), [*small, *" ".join(form.get("led", ())).split()], taking):
        return False
    if ("led" in form and not _leads(text, other.first, form["led"])) or (
        form.get("own") and not taking.own(one, other)
    ):
        return False
    if (
        "next" in form
        and not _follows(text, other.last, form["next"])
        and not (form.get("its") and _is_its(text, other))
    ):
        return False
    if form.get("refused"):
        return _is_refused(text, other.last)
    behind = _clause_behind(text, other.last)
    return "behind" not in form or bool({*behind} & {*form["behind"]})


def _only(
    text: Text, one: Amount, other: Amount, phrases: Collection[str], small: Collection[str], taking: Taking
) -> bool:
    """Whether between two amounts stand small words alone, and one of these phrases where there are any."""
    at, found = one.last + 1, not phrases or ("" in phrases and one.last + 1 == other.first)
    longest = sorted((phrase for phrase in phrases if phrase), key=len, reverse=True)
    while at < other.first:
        said = next((p for p in longest if text.begins(at, p) and at + len(p.split()) <= other.first), "")
        known = said or text.at(at) in small or text.at(at) in load_units().by_word
        if not known and not overlaps(text.words[at].start, text.words[at].end, taking.passed):
            return False
        found, at = found or bool(said), at + (len(said.split()) or 1)
    return found


def _leads(text: Text, first: int, words: Collection[str]) -> bool:
    """Whether one of these stands before an amount, nothing between but how much it is."""
    at = first
    while text.at(at - 1) in _table()["as_much"]:
        at -= 1
    return any(text.before(at, word.count(" ") + 1) == word for word in words)


def _follows(text: Text, last: int, phrases: Collection[str]) -> bool:
    """Whether one of these stands right behind an amount, but for its unit."""
    at = last + 1
    while text.at(at) in load_units().by_word:
        at += 1
    return any(text.begins(at, phrase) for phrase in phrases)


def _is_its(text: Text, amount: Amount) -> bool:
    """Whether a share is told as one of what stands before it: "75 persennya"."""
    return text.raw[: amount.end].casefold().endswith("nya")


def _clause_behind(text: Text, last: int) -> list[str]:
    """The words behind an amount in its clause."""
    found: list[str] = []
    for word in text.words[last + 1 : last + 1 + _BEHIND]:
        if word.text in _ENDS or word.text[0].isdigit():
            break
        found.append(word.text)
    return found


def _is_refused(text: Text, last: int) -> bool:
    """Whether the words behind an amount tell that so much is not accepted."""
    said = _clause_behind(text, last)
    if {*said} & {*_table()["refused"]}:
        return True
    denied = next((at for at, word in enumerate(said) if word in load_polarity().no), None)
    return denied is not None and any(word in _table()["accepted"] for word in said[denied + 1 :])


def _has_changed(text: Text, one: Amount, other: Amount) -> bool:
    """Whether the first of two amounts was so before the second came to it."""
    before, between = text.said[max(0, one.first - _EARLIER) : one.first], text.said[one.last + 1 : other.first]
    return bool({*before} & {*_table()["before"]} or {*between} & {*_table()["now"]})


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
