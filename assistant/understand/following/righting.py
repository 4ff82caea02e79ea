"""A fact that a message tells by its bare value: one told before that it puts right or tries anew, or one asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.reading import Fact
from assistant.understand.clues import Clues
from assistant.understand.facts.context import Context
from assistant.understand.facts.yes_no import read_yes_no
from assistant.understand.following.entries import NUMBERED
from assistant.understand.following.followups import is_empty, joins, load_follow_ups, right_from, supposes
from assistant.understand.following.thin import telling
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text, overlaps
from assistant.understand.message.split import asks
from assistant.understand.observer import Observer

_LOOKED_BACK = 4  # messages in which the fact may have been told
_LONGEST = 6  # words of a message that tells a bare value
_YES_NO = "ya_tidak"
_LED = "yang"  # before another value: "yang sangat baik?"


def put_right(observer: Observer, clues: Clues, tool: str) -> tuple[Fact, ...]:
    """ "Maksudnya baik" after "SKP cukup": the one fact told before of which this is another value; () where none is."""
    first = right_from(clues.text)
    if not first or _too_much(clues) or asks(clues.text):
        return ()
    start = clues.text.words[first].start
    rest = observer.speller.read(clues.text.raw[start:])
    if observer.facts.cued(rest) & observer.inputs[tool]:
        return ()
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    for fields in _told_before(observer, clues, tool):
        meant = [fact for name in fields for fact in _as_answer(observer, clues, rest, tool, name)]
        changed = [fact for fact in meant if fact.field in known and known[fact.field] != fact.value]
        if changed:
            again = [replace(fact, start=fact.start + start, end=fact.end + start) for fact in changed]
            return tuple(again) if len(again) == 1 else ()
    return ()


def instead(observer: Observer, clues: Clues, tool: str) -> tuple[Fact, ...]:
    """ "Yang sangat baik?" after "predikat kurang", "and number 9?": the fact told last of which this is another value."""
    text = clues.text
    led = supposes(text) or joins(text) or text.at(0) == _LED
    if not led or _too_much(clues) or observer.facts_for(clues, tool).facts:
        return ()
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    for fields in _told_before(observer, clues, tool):
        meant = [fact for name in dict.fromkeys(fields) for fact in _as_answer(observer, clues, text, tool, name)]
        other = [fact for fact in meant if known.get(fact.field, fact.value) != fact.value and _is_all(text, fact)]
        if other:
            return tuple(other) if len(other) == 1 else ()
    return ()


def _is_all(text: Text, fact: Fact) -> bool:
    """Whether a message tells nothing beside a fact, but for small words and the word "nomor"."""
    beside = [w.text for w in text.words if not w.is_mark and not overlaps(w.start, w.end, [(fact.start, fact.end)])]
    return fact.start < fact.end and not {*telling(beside)} - NUMBERED - {_LED}


def answered(observer: Observer, clues: Clues, tool: str) -> tuple[Fact, ...]:
    """ "Kalau sudah lulus?": of the yes-or-no facts just asked for the first that is told in just this word."""
    text = clues.text
    if _too_much(clues) or observer.facts.cued(text) & observer.inputs[tool]:
        return ()
    named = {fact.field for fact in observer.facts_for(clues, tool).facts}
    for name in (*clues.conversation.asked, *_open_ones(observer, clues, tool)):
        field = observer.fields.get(name)
        if name in named and field is not None and field.kind != _YES_NO:
            return ()  # "tahun kemarin baik" answers for the rating, asked for first
        if field is None or name not in observer.inputs[tool] or field.kind != _YES_NO:
            continue
        for at, word in enumerate(text.words):
            if word.text not in field.yes or _says_little(word.text) or not _alone(text, at):
                continue
            hit = PhraseHit(at, at, name, (word.text,))
            for told in read_yes_no(text, [hit], observer.fields):
                start, end = text.span(told.first, told.last)
                return (Fact(name, told.value, start, end, text.raw[start:end]),)
    return ()


def _open_ones(observer: Observer, clues: Clues, tool: str) -> list[str]:
    """The yes-or-no fact that a calculator takes and nobody told or asked for, where it takes but one such fact."""
    fields = [name for name in observer.inputs[tool] if observer.fields[name].kind == _YES_NO]
    return fields if len(fields) == 1 and not clues.conversation.asked else []


def _too_much(clues: Clues) -> bool:
    return clues.text.length > _LONGEST or clues.text.raw != clues.whole.raw or clues.cites


def _told_before(observer: Observer, clues: Clues, tool: str) -> Iterator[Sequence[str]]:
    """The facts of each earlier message, the last one first; then all that are known."""
    for said in reversed(clues.conversation.recent[-_LOOKED_BACK:]):
        yield [fact.field for fact in observer.facts_of(said, tool) if fact.field in observer.inputs[tool]]
    yield [name for name in clues.conversation.facts if name in observer.inputs[tool]]


def _as_answer(observer: Observer, clues: Clues, text: Text, tool: str, name: str) -> Iterator[Fact]:
    """What a text tells of one fact, read as if that one had been asked for."""
    context = Context(observer.inputs[tool], (name,), year=observer.year_of(clues.conversation))
    told = observer.facts.read(text, context, observer.today()).facts
    yield from (fact for fact in told if fact.field == name)


def _says_little(word: str) -> bool:
    """Whether a word says yes to anything ("ada", "sudah")."""
    return word in load_polarity().yes


def _alone(text: Text, at: int) -> bool:
    """Whether nothing but small words stands beside a word."""
    table, small = load_polarity(), {word for phrase in load_follow_ups().what_if for word in phrase.split()}
    small |= table.yes | table.no | table.fillers
    small |= load_follow_ups().when
    others = [word.text for place, word in enumerate(text.words) if place != at and not word.is_mark]
    return all(word in small or is_empty(word) for word in others)
