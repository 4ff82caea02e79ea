"""A message with the values and cues in it, and what the words around a value say for a fact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.understand.facts.context import Context
from assistant.understand.facts.nearness import PER_WORD, nearness
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.amount import ORDINAL
from assistant.understand.quantities.introduced import is_of_age
from assistant.understand.quantities.values import Value, same_unit

OF_RANK = frozenset({"jenjang", "ahli", "golongan", "pangkat", "ruang", "level"})
_BY_UNIT = 6.0  # what a number's own unit word is worth as a cue
_FOR_ORDINAL = 3.0  # by which "periode ketiga" is less of a count than "dua periode"
_FOR_DAY = 3.0  # by which a date is less of a duration than a duration
_LAST = 2.0  # by which a fact that takes what is left is led to less
_BELOW = 4.0  # by which a number is led to less that is smaller than the fact is ever told
_SAME_UNIT = 1.0  # what a cue is worth more beside a number of the fact's unit
_MORE = 13.0  # what it is worth that an amount is told as added, for a fact that is
_HELD, _HELD_WITHIN = 10.0, 4  # what it is worth that "di IV/c" stands behind a time, and within how many words
_PERSONS = "orang"
_NAMED_WITHIN = 2  # words behind a number in which another fact is named for it
_WITHIN = frozenset({"di", "pada", "sebagai", "in", "at", "as", "ini", "jabatan", "posisi", "an", "a"})
_LATELY = frozenset(
    {"terakhir", "baru", "sejak", "kemarin", "sekitar", "kira", "itu", "about", "last", "since", "sudah", "nya"}
)
_MANY = frozenset({"orang", "kali", "angka kredit"})


@dataclass(frozen=True)
class Seen:
    """A message with the values and cues in it, and what leads the reading."""

    text: Text
    values: Sequence[Value]
    cues: Sequence[PhraseHit[str]]
    fields: Mapping[str, Field]
    context: Context


def worth_of_cues(value: Value, name: str, seen: Seen) -> float:
    """What the words around a value say for a fact: its cues, the nearer the more, or the unit of the number."""
    field = seen.fields[name]
    own_unit = bool(value.unit) and value.unit == field.words.unit and value.unit not in _MANY
    near = [
        score
        + _SAME_UNIT * own_unit
        - _FOR_DAY * (value.day and field.kind == "lama")
        - PER_WORD * (cue.length - 1) * _is_passed_by(cue, value, field, seen)
        for cue in seen.cues
        if (cue.payload == name or (value.day and cue.payload == field.began))
        and not leads_on(cue, value, seen)
        and (score := nearness(seen.text, value, cue, seen.values, field)) > 0
    ]
    near.append(_HELD * (_is_held_in(value, field, seen) or _happened(value, field, seen)))
    near.append((_MORE + _SAME_UNIT * own_unit) * (value.more and field.more))
    by_unit = _BY_UNIT * (_counts(value.unit, field) or (value.per and field.yearly))
    best = max([*near, by_unit], default=0.0)
    best = max(best - _LAST, min(best, _LAST)) if field.last else best
    if field.least and value.bare and not value.day and value.fits[name] < field.least:
        best -= best if is_of_age(field) else min(best, _BELOW)  # "genap lima tahun" is nobody's age
    return best - _FOR_ORDINAL * (value.unit == ORDINAL and best > _FOR_ORDINAL)


def leads_on(cue: PhraseHit[str], value: Value, seen: Seen) -> bool:
    """Whether a cue behind a value leads to the number behind it: "total tim 7 | yang hadir | cuma 4"."""
    at = cue.last + 1
    if cue.first <= value.last or seen.text.at(at) not in load_units().merely:
        return False
    while seen.text.at(at) in load_units().merely:
        at += 1
    number = next((v for v in seen.values if v.bare and v.first == at and cue.payload in v.fits), None)
    if number is None:
        return False
    near = range(number.last + 1, number.last + 1 + _NAMED_WITHIN)
    other = (c for c in seen.cues if c.first in near and c.payload != cue.payload and c.payload in number.fits)
    return next(other, None) is None  # "7 yang hadir, hanya 4 yang setuju"


def _is_passed_by(cue: PhraseHit[str], value: Value, field: Field, seen: Seen) -> bool:
    """Whether another fact's cue leads right to a number of persons behind this one: "tim penilai ... | dihadiri | 5 orang"."""
    return value.unit == _PERSONS and any(
        cue.last < other.first and other.last == value.first - 1
        for other in seen.cues
        if other.payload in value.fits and other.payload != field.name and other.payload in seen.context.preferred
    )


def _is_held_in(value: Value, field: Field, seen: Seen) -> bool:
    """Whether a time is told with that in which it passed right behind it: "baru setahun di IV/c"."""
    if not field.held_in or value.day or value.unit not in load_units().months:
        return False
    held = (o for o in seen.values if field.held_in in o.fits and value.last < o.first <= value.last + _HELD_WITHIN)
    between = ([word.text for word in seen.text.words[value.last + 1 : other.first]] for other in held)
    return any(words and words[0] in _WITHIN and {*words} <= _WITHIN | OF_RANK for words in between)


def _happened(value: Value, field: Field, seen: Seen) -> bool:
    """Whether a time ago, or since when, is told right behind what made this time begin: "naik pangkat 10 bulan lalu"."""
    if not (value.ago or value.since) or not field.happened:
        return False
    at = value.first
    while at > 0 and seen.text.at(at - 1) in _LATELY:
        at -= 1
    return any(seen.text.before(at, phrase.count(" ") + 1) == phrase for phrase in field.happened)


def _counts(unit: str, field: Field) -> bool:
    """Whether a number's unit word is the one this fact counts in; time units and persons serve too many facts."""
    many = unit in _MANY or unit in load_units().months
    return bool(unit) and not many and bool(field.words.unit) and same_unit(unit, field.words.unit)
