"""Days told by another day: "seminggu setelah 5 Juli 2026" is 12 July, "3 hari sebelum 10 Juli 2026" the 7th."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from assistant.calculators.kalender import add_months
from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.taking import Taking
from corpus.data import load_yaml

_DAYS: Mapping[str, int] = {"hari": 1, "minggu": 7}
_MOST = 1000  # how far a day is moved
_FAR, _NEAR = 12, 3  # words between the day told last and a time, and between a time and what lasted so long
_ENDS = frozenset(".?!;")


def with_moved_days(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts, a time and the day that it is told from as the day they come to."""
    lasting = [amount for amount in amounts if amount.kind == "duration" and _lasts(amount, taking)]
    told = sorted([*amounts, *_single_days(text, amounts)], key=lambda amount: amount.start)
    found: list[Amount] = []
    for at, amount in enumerate(told):
        moved = _moved(text, told[at - 1], amount) if at and told[at - 1] not in lasting else None
        if moved is not None:
            found[-1:] = [moved]
        else:
            found.append(amount if amount in lasting else _from_last(text, amount, found))
    return [amount for amount in found if amount in amounts or amount.kind == "date"]


def _lasts(time: Amount, taking: Taking) -> bool:
    """Whether the words before a time name what lasted so long: "masa pangkat 2 tahun sebelum 1 April 2026"."""
    lasting = (cue for cue in taking.cues if taking.fields[cue.payload].kind == "lama")
    return any(time.first - _NEAR <= cue.last < time.first for cue in lasting)


def _moved(text: Text, time: Amount, day: Amount) -> Amount | None:
    """The day that a time right before another one leads to."""
    if not _is_time(time) or day.kind not in ("date", "since"):
        return None
    if _is_late(text, time, day):
        told = day.value if day.kind == "date" else day.value[0]
        return replace(day, kind="date", value=_later(told, time, 1), start=time.start, first=time.first, reckoned=True)
    if day.kind != "date":
        return None
    between = text.said[time.last + 1 : day.first]
    table = _table()
    for kind, sign in (("after", 1), ("before", -1)):
        for phrase in table[kind]:
            rest = between[len(phrase.split()) :]
            if text.begins(time.last + 1, phrase) and len(rest) < len(between) and {*rest} <= {*table["led"]}:
                value = _later(day.value, time, sign)
                return replace(day, value=value, start=time.start, first=time.first, reckoned=True)
    return None


def _is_late(text: Text, time: Amount, day: Amount) -> bool:
    """Whether a time tells how much later than a day something came."""
    rule, before = _table()["late"], {*text.said[max(0, time.first - 2) : time.first]}
    between = text.said[time.last + 1 : day.first]
    return bool(before & {*rule["words"]}) and between[:1] in [(word,) for word in rule["from"]] and len(between) == 1


def _from_last(text: Text, time: Amount, found: Sequence[Amount]) -> Amount:
    """A time told as before or behind the day told last as that day; else the time itself."""
    table = _table()
    days = [amount for amount in found if amount.kind in ("date", "since")]
    if not days or not _is_time(time) or time.first - days[-1].last > _FAR:
        return time
    if _ENDS & {*text.said[days[-1].last + 1 : time.first]}:
        return time
    for kind, sign in (("then", 1), ("earlier", -1)):
        phrase = max((p for p in table[kind] if text.begins(time.last + 1, p)), key=len, default="")
        phrase = phrase or _of_it(text, time.last + 1, table["after" if sign > 0 else "before"])
        if phrase:
            told = days[-1].value if days[-1].kind == "date" else days[-1].value[0]
            last = time.last + len(phrase.split())
            value, end = _later(told, time, sign), text.words[last].end
            return replace(time, kind="date", value=value, unit="", end=end, last=last, back=False, reckoned=True)
    return time


def _of_it(text: Text, at: int, words: Sequence[str]) -> str:
    """The word at a place where it is one of these and tells it of what was told before: "setelahnya"."""
    word = text.words[at] if at < len(text.words) else None
    return word.text if word and word.text in words and text.raw[: word.end].casefold().endswith("nya") else ""


def _is_time(amount: Amount) -> bool:
    exact = _is_counted(amount) and not amount.rough and not amount.bound
    return exact and 0 < amount.value < _MOST and amount.value == int(amount.value)


def _is_counted(amount: Amount) -> bool:
    return amount.kind == "duration" or (amount.kind == "number" and amount.unit in _DAYS)


def _later(day: date, time: Amount, sign: int) -> date:
    """The day that lies a time behind another one, or before it."""
    if time.kind == "duration":
        return add_months(day, sign * int(time.value))
    return day + timedelta(days=sign * int(time.value) * _DAYS[time.unit])


def _single_days(text: Text, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """ "Sehari", where it is told before or behind another day."""
    words = [*_table()["after"], *_table()["before"], *_table()["then"], *_table()["earlier"]]
    for phrase in _table()["one_day"]:
        for first, last in text.find(phrase):
            taken = any(amount.first <= last and first <= amount.last for amount in amounts)
            if not taken and text.begins(last + 1, *words):
                yield Amount("number", 1, *text.span(first, last), first, last, unit="hari")


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
