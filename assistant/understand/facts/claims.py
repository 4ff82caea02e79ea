"""Which fact a value could be, and how much speaks for it: the words around it, what was asked, what is calculated."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understand.facts.context import Context
from assistant.understand.facts.heads import headed_by, load_heads
from assistant.understand.facts.held_since import is_held_since
from assistant.understand.facts.nothing_of import denies_another
from assistant.understand.facts.objections import (
    belongs_before,
    counts_something_else,
    has_beginning,
    is_aim,
    is_day_of_case,
    is_mere_no,
    is_named_behind_mark,
)
from assistant.understand.facts.pairs import (
    PAIR,
    in_pair,
    is_another_rate,
    is_of_rate,
    is_one_of_two,
    is_rather,
    is_second_rate,
)
from assistant.understand.facts.seen import Seen, worth_of_cues
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.units import load_units
from assistant.understand.quantities.introduced import (
    introduced_as_another,
    is_age,
    is_missed,
    is_of_age,
    is_present_age,
)
from assistant.understand.quantities.values import Value

_PREFERRED, _ASKED, _PER_RANK = 4.0, 6.0, 0.1  # what it is worth that a fact is calculated with, or asked for
_PERSONS = "orang"
_RETIREMENT = "batas_usia_pensiun"
_ENDS = frozenset(".?!;")
_COUNTS = frozenset({"kali", _PERSONS})
_ITS_DAY = 12.0  # what it is worth that a date is the next thing told of what happened on it
_NEXT = 5  # words between what happened and the day on which it did


@dataclass(frozen=True)
class Claim:
    """A fact's claim to a value."""

    score: float
    field: str
    value: Value
    cued: bool


def claims_to(value: Value, seen: Seen) -> Iterator[Claim]:
    """The claims of all facts to one value."""
    preferred, asked = seen.context.preferred, seen.context.asked
    taken = any(name in preferred for name in value.fits)
    for name in value.fits:
        if taken and name not in preferred and name not in asked:
            continue  # what the calculator could take is not told about something else
        if value.day and (has_beginning(name, seen) or is_day_of_case(value, name, seen)):
            continue
        pair = in_pair(value, name, seen) + _of_head(value, name, seen)
        if pair < 0:
            continue
        if is_missed(value, seen.text) or is_of_rate(value, name, seen):
            continue
        if name not in asked and counts_something_else(value, name, seen):
            continue
        cued = worth_of_cues(value, name, seen)
        if introduced_as_another(value, seen.fields[name], seen.text) and (value.unit or not cued):
            continue
        second = seen.fields[name].second_of and cued > 0  # "12 setahun, kalau dinaikkan jadi 18"
        follows = is_second_rate(value, seen.fields[name], seen)
        rather = is_rather(value, seen.fields[name], seen)
        if rather < 0:
            continue
        if (not (second or follows or rather) and is_another_rate(value, seen.fields[name], seen)) or belongs_before(
            value, name, seen
        ):
            continue
        if denies_another(value, name, seen) or (name in asked and is_mere_no(value, name, seen)):
            continue
        if is_named_behind_mark(value, name, seen):
            continue
        pair += PAIR * follows + rather
        worth = cued if cued > 0 else max(_uncued(value, name, seen), pair)
        worth = max(worth, _ITS_DAY * (_is_its_day(value, name, seen) or is_held_since(value, name, seen)))
        if worth > 0:
            yield Claim(worth + pair + _lead(name, seen.context), name, value, cued=cued > 0)


def _of_head(value: Value, name: str, seen: Seen) -> float:
    """What it says for a fact that the noun of a choice's clause is its own; below 0 where it is another's."""
    if value.bare or name not in load_heads().fields or name in seen.context.asked:
        return 0.0
    head = headed_by(seen.text, value.first, value.last)
    return 0.0 if head is None else (PAIR if head == name else -PAIR)


def _lead(name: str, context: Context) -> float:
    """What it adds that a fact is calculated with, or asked for; the first fact asked for leads."""
    rank = context.asked.index(name) if name in context.asked else 0
    return _PREFERRED * (name in context.preferred) + _ASKED * (name in context.asked) - _PER_RANK * rank


def _uncued(value: Value, name: str, seen: Seen) -> float:
    """What speaks for a fact that no cue names; 0 where nothing does."""
    field, context = seen.fields[name], seen.context
    preferred = name in context.preferred
    if value.itself:
        return 0.0
    if name in context.asked:
        return 3.0
    if value.ago:
        return 0.0
    if is_one_of_two(value, seen):  # "dari 15 jadi 18" tells two rates where the calculator compares them
        return 2.0 * field.yearly
    if value.since and field.began and preferred:
        return 2.0
    if value.day and field.began and preferred and _is_named_with(value, name, seen):
        return 1.5
    if field.year and value.year and preferred:
        return 2.0
    if field.last and preferred and (value.day or _unlike_another(name, value, seen) or _is_aimed_at(value, seen)):
        return 0.5
    if field.least and value.bare and not field.least <= value.fits[name]:
        return 0.0
    if value.unit and value.unit == field.words.unit and preferred and not field.guarded:
        lone = value.unit != _PERSONS or _only(name, value, context)
        return 2.5 * (lone or _alone_named(name, value, seen))
    if field.guarded:
        return 0.0
    if value.guarded:
        return 2.0 * (value.unit in _COUNTS and _alone_named(name, value, seen))
    if _is_present_age(value, name, seen):
        return 2.5
    if is_age(value, seen.text):
        return 2.0 * (preferred and field.least > 0 and is_of_age(field))
    if field.alone and (not value.bare or preferred):
        return 2.0
    return 1.0 * (preferred and _only(name, value, context))


def _is_present_age(value: Value, name: str, seen: Seen) -> bool:
    """Whether a number tells how old somebody is now, beside the age at which they retire."""
    limited = any(cue.payload == _RETIREMENT for cue in seen.cues) and name in seen.context.preferred
    least = seen.fields[name].least
    return (
        limited
        and least > 0
        and is_of_age(seen.fields[name])
        and is_present_age(value, seen.text)
        and (least <= value.fits[name])
    )


def _unlike_another(name: str, value: Value, seen: Seen) -> bool:
    """Whether a choice is told beside another one of the same fact: who is muda and speaks of madya aims at it."""
    told = {other.fits[name] for other in seen.values if name in other.fits and not other.bare}
    return not value.bare and len(told) > 1


def _is_aimed_at(value: Value, seen: Seen) -> bool:
    """Whether the words before a choice say that it is no fact of the present: "can I be appointed ahli muda"."""
    return not value.bare and any(is_aim(value, seen.fields[n], seen) for n in value.fits if not seen.fields[n].last)


def _only(name: str, value: Value, context: Context) -> bool:
    """Whether the calculator has no other fact that this value could be."""
    return [other for other in value.fits if other in context.preferred] == [name]


def _alone_named(name: str, value: Value, seen: Seen) -> bool:
    """Whether of what a number of times or persons could be, a message names this fact alone, if far from it."""
    low, high = sentence_of(seen.text, value.first, value.last)
    if seen.fields[name].kind != "cacah" or value.first == value.last or seen.text.at(high) == "?":
        return False
    low = next((at + 1 for at in range(value.first - 1, low - 1, -1) if seen.text.at(at) == ","), low)
    high = next((at for at in range(value.last + 1, high) if seen.text.at(at) == ","), high)
    near = {cue.payload for cue in seen.cues if low <= cue.first and cue.last < high}
    named = near & value.fits.keys() & seen.context.preferred
    here = (v for v in seen.values if v != value and low <= v.first < high)
    return named == {name} and not any(name in v.fits and v.unit == value.unit for v in here)


def _is_named_with(value: Value, name: str, seen: Seen) -> bool:
    """Whether a cue of this fact stands before a value in its sentence, however far: "I became ... on 1 March"."""
    low, _ = sentence_of(seen.text, value.first, value.last)
    return any(cue.payload == name and low <= cue.first < value.first for cue in seen.cues)


def _is_its_day(value: Value, name: str, seen: Seen) -> bool:
    """Whether a date is the next thing told of what happened before it: "pernah dibatalkan, suratnya 5 Mei 2024"."""
    event = seen.fields[name].day_of
    if not value.day or not event:
        return False
    low, _ = sentence_of(seen.text, value.first, value.last)
    happened = [cue.last for cue in seen.cues if cue.payload == event and low <= cue.first and cue.last < value.first]
    if not happened or load_polarity().no & {seen.text.at(at) for at in range(low, max(happened))}:
        return False
    between = [word.text for word in seen.text.words[max(happened) + 1 : value.first]]
    other = any(max(happened) < v.first < value.first and v.bare for v in seen.values)
    return not other and not load_units().ahead & {*between} and sum(w.isalnum() for w in between) <= _NEXT
