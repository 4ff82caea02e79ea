"""A bare amount that is told again: it means the fact that was told in the same words before."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.reading import Fact
from assistant.understand.clues import Clues
from assistant.understand.facts.context import Context
from assistant.understand.following.entries import NUMBERED
from assistant.understand.following.followups import corrects, is_empty, load_follow_ups, supposes, taken_back
from assistant.understand.following.thin import telling
from assistant.understand.language.text import Text, overlaps
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import AMOUNT_KINDS
from assistant.understand.observer import Observer
from assistant.understand.quantities.amount import ORDINAL, Amount

_LOOKED_BACK = 4  # messages in which the fact may have been told
_LONGEST = 8  # words of a message that only tells an amount again
_FULL = 12  # words of one that tells a day or a case to try
_EARLIER = 0.4  # what it takes from a figure that others were told after it
_DAY, _TODAY = "tanggal", "tanggal"  # the kind of facts that are days, and the day from which all is looked at


def retold(observer: Observer, clues: Clues, tool: str, told: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a short message, an amount without a cue taken for the fact last told with the same word beside it.

    "Yang datang 5" after "anggota 7, yang datang 4" is who came; "kalau 6 orang?" after "5 orang, 2 di antaranya" all.
    """
    brief = clues.text.length <= _LONGEST
    if clues.text.length > _FULL or clues.text.raw != clues.whole.raw:
        return tuple(told)
    cued = observer.facts.cued(clues.text)
    for amount in clues.amounts:
        own = [fact for fact in told if overlaps(fact.start, fact.end, [(amount.start, amount.end)])]
        if any(fact.field in cued for fact in own):
            continue
        meant = (_meant(observer, clues, tool, amount) if brief else "") or _nearest(observer, clues, tool, amount, own)
        meant = meant or (_last_figure(observer, clues, tool) if brief else "")
        if meant and all(fact.field != meant for fact in told):
            spans = [(amount.start, amount.end)]
            read = (fact for fact in _as_answer(observer, clues, tool, meant) if fact.field == meant)
            again = [fact for fact in read if overlaps(fact.start, fact.end, spans)]
            told = (*(fact for fact in told if fact not in own), *again) if again else told
    return tuple(_come_to(observer, clues, told)) if brief else tuple(told)


def _come_to(observer: Observer, clues: Clues, told: Sequence[Fact]) -> Iterator[Fact]:
    """ "Kalau satu orang mundur jadi bertiga?": of two amounts of one kind the one that it comes to."""
    becoming = load_follow_ups().becoming & {"jadi", "menjadi", "become", "becomes", "becoming"}
    last = next((a for a in clues.amounts if clues.text.at(a.first - 1) in becoming), None)
    for fact in told:
        own = next((a for a in clues.amounts if overlaps(fact.start, fact.end, [(a.start, a.end)])), None)
        alike = last and own and own.end <= last.start and (own.kind, own.unit) == (last.kind, last.unit)
        if alike and last and type(fact.value) is int and _is_figure(observer, fact.field):
            words = clues.text.raw[last.start : last.end]
            fact = replace(fact, value=int(last.value), start=last.start, end=last.end, text=words)
        yield fact


def increased(observer: Observer, clues: Clues, told: Sequence[Fact]) -> tuple[Fact, ...]:
    """ "Tambah 4 JP lagi", "2 more": the number known so far with what is added to it."""
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    return tuple(
        replace(fact, value=known[fact.field] + fact.value)
        if fact.field in known and _is_figure(observer, fact.field) and _is_more(clues.whole, fact)
        else fact
        for fact in told
    )


def _is_more(text: Text, fact: Fact) -> bool:
    """Whether a number is told as one to be added."""
    places, table = text.places(fact.start, fact.end), load_follow_ups()
    if not places or isinstance(fact.value, date):
        return False
    behind = {text.at(places[0] + 1), text.at(places[-1] + 1)}
    return text.at(places[0] - 1) in table.increasing or not table.increasing_behind.isdisjoint(behind)


def _last_figure(observer: Observer, clues: Clues, tool: str) -> str:
    """Of "kalau cuma 3?" the one figure told in the message before; "" where it told several, or this one tells more."""
    text = clues.text
    taken = [(amount.start, amount.end) for amount in clues.amounts]
    rest = [word.text for word in text.words if not word.is_mark and not overlaps(word.start, word.end, taken)]
    if not supposes(text) or len(taken) != 1 or telling(rest):
        return ""
    told = [fact.field for fact in observer.facts_of(clues.conversation.recent[-1], tool)]
    figures = {name for name in told if name in observer.inputs[tool] and _is_figure(observer, name)}
    return figures.pop() if len(figures) == 1 else ""


def numbered(observer: Observer, clues: Clues, tool: str) -> tuple[Fact, ...]:
    """ "Kalau yang ketiga?", "and the fourth one?": the one number told last, the next of its kind; () where more is told."""
    ordinals = load_units().ordinals_alone
    telling_words = telling([word.text for word in clues.text.words if not word.is_mark])
    ordinals = {**ordinals, **_numbered_alone(clues)}
    telling_words = [word for word in telling_words if word not in _beside_ordinals()] or telling_words
    if len(telling_words) != 1 or telling_words[0] not in ordinals or clues.text.raw != clues.whole.raw:
        return ()
    for said in reversed(clues.conversation.recent[-_LOOKED_BACK:]):
        told = [fact for fact in observer.facts_of(said, tool) if fact.field in observer.inputs[tool]]
        counts = [fact.field for fact in told if fact.field in observer.fields and _is_count(observer, fact.field)]
        if counts:
            whole, value = clues.whole.raw, ordinals[telling_words[0]]
            return (Fact(counts[0], value, 0, len(whole), whole),) if len(counts) == 1 else ()
    return ()


def _numbered_alone(clues: Clues) -> dict[str, int]:
    """ "Ke-7" as an ordinal of its own."""
    amounts = [amount for amount in clues.amounts if amount.unit == ORDINAL]
    return {clues.text.at(at): int(a.value) for a in amounts[:1] for at in range(a.first, a.last + 1)}


def _beside_ordinals() -> frozenset[str]:
    """Words beside an ordinal that tell no more than it: "yang terakhir, ke-7"."""
    return NUMBERED | load_follow_ups().places.keys() - load_units().ordinals_alone.keys()


def _is_count(observer: Observer, name: str) -> bool:
    return observer.fields[name].kind == "cacah"


def _meant(observer: Observer, clues: Clues, tool: str, amount: Amount) -> str:
    """The one fact that was told with the word before this amount, else with the word behind it; "" where none was."""
    beside = _beside(clues.text, amount.first, amount.last)
    before = [(fact.field, words) for fact, words in _earlier(observer, clues, tool)]
    for at in (0, 1):
        fields = {field for field, words in before if words[at] and words[at] == beside[at]}
        if fields:
            return fields.pop() if len(fields) == 1 else ""
    return ""


def _nearest(observer: Observer, clues: Clues, tool: str, amount: Amount, own: Sequence[Fact]) -> str:
    """ "Kalau cuma 15?": of the figures known the one that this could be instead, by how near it is and how late told.

    A date that no word leads to is the one that the calculator still lacks rather than the day it looks from.
    """
    conversation, model = clues.conversation, observer.tools[tool].facts.model_fields
    if conversation.asked and not (supposes(clues.text) or corrects(clues.text)):
        return ""
    known = {**conversation.facts, **conversation.supposed}
    figures = [name for name in model if _is_figure(observer, name)]
    if amount.kind in ("date", "since") and not corrects(clues.text):
        open_days = [n for n in figures if observer.fields[n].kind == _DAY and n not in known and n != _TODAY]
        if open_days and all(fact.field == _TODAY for fact in own):
            return open_days[0]
    fits: dict[str, Any] = {}
    for name in figures:
        if known.get(name) is None or name == _TODAY:
            continue
        for fact in _as_answer(observer, clues, tool, name):
            if fact.field == name and overlaps(fact.start, fact.end, [(amount.start, amount.end)]):
                fits[name] = fact.value
    late = sorted({conversation.told_in.get(name, 0) for name in fits}, reverse=True)
    return min(
        fits,
        key=lambda name: _apart(fits[name], known[name]) + _EARLIER * late.index(conversation.told_in.get(name, 0)),
        default="",
    )


def _apart(one: Any, other: Any) -> float:
    """How far two figures are from each other, whatever their size; days are all alike."""
    if isinstance(one, date) or isinstance(other, date) or min(one, other) < 0:
        return 0.0
    return abs(math.log((float(one) + 1) / (float(other) + 1)))


def _earlier(observer: Observer, clues: Clues, tool: str) -> Iterator[tuple[Fact, tuple[str, str]]]:
    """The amounts told before, each with the words beside it."""
    for said in clues.conversation.recent[-_LOOKED_BACK:]:
        text = observer.hear(said)
        for fact in observer.facts_of(said, tool):
            if fact.field in observer.inputs[tool] and _is_figure(observer, fact.field):
                places = text.places(fact.start, fact.end)
                yield fact, _beside(text, places[0], places[-1])


def _is_figure(observer: Observer, name: str) -> bool:
    return name in observer.fields and observer.fields[name].kind in AMOUNT_KINDS


def _as_answer(observer: Observer, clues: Clues, tool: str, asked: str) -> tuple[Fact, ...]:
    """The facts of a message, read as if this one had been asked for."""
    context = Context(observer.inputs[tool], (asked,), year=observer.year_of(clues.conversation))
    return observer.facts.read(clues.whole, context, observer.today(), taken_back(clues.whole)).facts


def _beside(text: Text, first: int, last: int) -> tuple[str, str]:
    """The telling words right before and right behind a place; "" for a word that tells nothing."""
    unit = text.at(last)  # "6 orang" is one amount or two words
    before, behind = text.at(first - 1), unit if unit.isalpha() and last > first else text.at(last + 1)
    return _telling(before), _telling(behind)


def _telling(word: str) -> str:
    return word if word.isalpha() and not is_empty(word) else ""
