"""Times that say of which years something else is: "nilai kinerja baik pada dua tahun terakhir" is no time in a rank."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.understand.facts.seen import Seen
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.values import Value
from assistant.understand.ratings.rated_years import NEAR

_OTHER = frozenset({"ya_tidak", "daftar", "bilangan", "cacah"})  # kinds of facts that are told of the past years
_ENDS = frozenset(",.?!;:")
_APART = NEAR + 1  # words that part what does not belong together


def without_rated_times(seen: Seen, ratings: Sequence[PhraseHit[str]]) -> list[Value]:
    """The values, a time that looks back none of a fact that is named less near to it than what it is told of.

    Any other time is so only right behind what is rated: "kinerja 2 tahun: baik".
    """
    rated = [cue for cue in seen.cues if seen.fields[cue.payload].kind == "daftar"]
    told = [*ratings, *(cue for cue in seen.cues if _is_of_years(seen.fields[cue.payload]))]
    return [_left(v, seen, told if v.back else [cue for cue in rated if cue.last == v.first - 1]) for v in seen.values]


def _is_of_years(field: Field) -> bool:
    return field.kind in _OTHER or (field.kind == "pilihan" and field.guarded)


def _left(value: Value, seen: Seen, told: Sequence[PhraseHit[str]]) -> Value:
    of_it = _nearest(seen.text, value, told)
    near = 0 if value.back else 1  # of two as near it is the rating's where it looks back
    times = {name for name in value.fits if seen.fields[name].kind == "lama"} if of_it <= NEAR else set()
    taken = {name for name in times if of_it + near <= _own(seen, value, name)}
    return replace(value, fits={n: fit for n, fit in value.fits.items() if n not in taken}) if taken else value


def _own(seen: Seen, value: Value, name: str) -> int:
    """How far the nearest cue of a fact stands from a time; below 0 where "terakhir" belongs to it: "pangkat terakhir 2 tahun"."""
    cues = [cue for cue in seen.cues if cue.payload == name]
    lead = value.first - 1
    if seen.text.at(lead) in load_units().looking_back and any(cue.last == lead for cue in cues):
        return -1
    return _nearest(seen.text, value, cues)


def _nearest(text: Text, value: Value, hits: Sequence[PhraseHit[str]]) -> int:
    """How many words part a time from the nearest of these in its clause."""
    return min((_gap(text, value, hit) for hit in hits), default=_APART)


def _gap(text: Text, value: Value, hit: PhraseHit[str]) -> int:
    low, high = (value.last + 1, hit.first) if hit.first > value.last else (hit.last + 1, value.first)
    between = [word.text for word in text.words[low:high]]
    if _ENDS & {*between} or text.parts_lines(min(hit.last, value.last), max(hit.first, value.first)):
        return _APART
    return sum(word[:1].isalnum() for word in between)
