"""Which fact a value could be, and how much speaks for it: the words around it, what was asked, what is calculated."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.understand.amount import ORDINAL
from assistant.understand.context import Context
from assistant.understand.introduced import introduced_as_another, is_age, is_led_by, is_missed, is_of_age
from assistant.understand.nearness import nearness
from assistant.understand.phrasebook import PhraseHit
from assistant.understand.text import Text
from assistant.understand.units import load_units
from assistant.understand.values import Value, same_unit
from assistant.understand.vocabulary import Field

_BY_UNIT = 6.0  # what a number's own unit word is worth as a cue
_FOR_ORDINAL = 3.0  # by which "periode ketiga" is less of a count than "dua periode"
_FOR_DAY = 3.0  # by which a date is less of a duration than a duration
_LAST = 2.0  # by which a fact that takes what is left is led to less
_BELOW = 4.0  # by which a number is led to less that is smaller than the fact is ever told
_PREFERRED, _ASKED, _PER_RANK = 4.0, 6.0, 0.1  # what it is worth that a fact is calculated with, or asked for
_SAME_UNIT = 1.0  # what a cue is worth more beside a number of the fact's unit
_PAIRED = frozenset({"dan", "sama", "atau", "vs", "versus", "or", "and", "dengan"})
_OF_RANK = frozenset({"jenjang", "ahli", "golongan", "pangkat", "ruang", "level"})
_OF_POSITION = frozenset(
    {"negosiator", "pengawas", "perdagangan", "jabatan", "fungsional", "pejabat", "trade", "negotiator", "inspector"}
    | {"supervisor", "the", "a", "an", "at", "track", "post", "position", "jf"}
)
_UP = frozenset({"naik", "ke", "jadi", "menjadi", "promoted", "to"})
_ALREADY = frozenset({"baru", "sudah", "habis", "just"})
_CREDITS = "angka kredit"
_PAIR = 8.0  # what it is worth that a number stands at its place in "7 dari 10"
_OUT_OF = frozenset({"dari", "of", "/"})
_ALL = frozenset({"total", "seluruh", "semua", "kebutuhan", "syarat", "the", "target", "jumlah", "minimal"})
_APART = 5  # words between the two
_STOPS = frozenset(".,;?!:")
_CLAUSE_ENDS = frozenset(".,;?!") | {"tapi", "tetapi", "namun", "but", "maupun", "ataupun", "nor"}
_LONGEST_LEAD = 3  # words that lead to what is aimed at: "mau jadi", "transfer to the"
_COMPARED = _PAIRED | {"jadi", "menjadi", "to", "apa", "against", "ketimbang", "daripada"}
_HELD, _HELD_WITHIN = 10.0, 4  # what it is worth that "di IV/c" stands behind a time, and within how many words
_WITHIN = frozenset({"di", "pada", "sebagai", "in", "at", "as", "ini", "jabatan", "posisi", "an", "a"})
_PERSONS = "orang"
_ENDS = frozenset(".?!;")
_COUNTS = frozenset({"kali", _PERSONS})
_MANY = frozenset({_PERSONS, "kali", "angka kredit"})


@dataclass(frozen=True)
class Claim:
    """A fact's claim to a value."""

    score: float
    field: str
    value: Value
    cued: bool


@dataclass(frozen=True)
class Seen:
    """A message with the values and cues in it, and what leads the reading."""

    text: Text
    values: Sequence[Value]
    cues: Sequence[PhraseHit[str]]
    fields: Mapping[str, Field]
    context: Context


def claims_to(value: Value, seen: Seen) -> Iterator[Claim]:
    """The claims of all facts to one value."""
    preferred, asked = seen.context.preferred, seen.context.asked
    taken = any(name in preferred for name in value.fits)
    for name in value.fits:
        if taken and name not in preferred and name not in asked:
            continue  # what the calculator could take is not told about something else
        if value.day and (_has_beginning(name, seen) or _is_day_of_case(value, name, seen)):
            continue
        pair = _in_pair(value, name, seen)
        if pair < 0:
            continue
        if is_missed(value, seen.text):
            continue
        if name not in asked and _counts_something_else(value, name, seen):
            continue
        if introduced_as_another(value, seen.fields[name], seen.text) and (value.unit or not _cued(value, name, seen)):
            continue
        second = seen.fields[name].second_of and _cued(value, name, seen) > 0  # "12 setahun, kalau dinaikkan jadi 18"
        if (not second and _is_another_rate(value, seen.fields[name], seen)) or _belongs_before(value, name, seen):
            continue
        cued = _cued(value, name, seen)
        worth = cued if cued > 0 else max(_uncued(value, name, seen), pair)
        if worth > 0:
            yield Claim(worth + pair + _lead(name, seen.context), name, value, cued=cued > 0)


def _lead(name: str, context: Context) -> float:
    """What it adds that a fact is calculated with, or asked for; the first fact asked for leads."""
    rank = context.asked.index(name) if name in context.asked else 0
    return _PREFERRED * (name in context.preferred) + _ASKED * (name in context.asked) - _PER_RANK * rank


def _cued(value: Value, name: str, seen: Seen) -> float:
    """What the words around a value say for a fact: its cues, the nearer the more, or the unit of the number."""
    field = seen.fields[name]
    own_unit = bool(value.unit) and value.unit == field.words.unit and value.unit not in _MANY
    near = [
        score + _SAME_UNIT * own_unit - _FOR_DAY * (value.day and field.kind == "lama")
        for cue in seen.cues
        if (cue.payload == name or (value.day and cue.payload == field.began))
        and (score := nearness(seen.text, value, cue, seen.values, field)) > 0
    ]
    near.append(_HELD * _is_held_in(value, field, seen))
    by_unit = _BY_UNIT * (_counts(value.unit, field) or (value.per and field.yearly))
    best = max([*near, by_unit], default=0.0)
    best = max(best - _LAST, min(best, _LAST)) if field.last else best
    if field.least and value.bare and not value.day and value.fits[name] < field.least:
        best -= min(best, _BELOW)
    return best - _FOR_ORDINAL * (value.unit == ORDINAL and best > _FOR_ORDINAL)


def _is_held_in(value: Value, field: Field, seen: Seen) -> bool:
    """Whether a time is told with that in which it passed right behind it: "baru setahun di IV/c"."""
    if not field.held_in or value.day or value.unit not in load_units().months:
        return False
    held = (o for o in seen.values if field.held_in in o.fits and value.last < o.first <= value.last + _HELD_WITHIN)
    between = ([word.text for word in seen.text.words[value.last + 1 : other.first]] for other in held)
    return any(words and words[0] in _WITHIN and {*words} <= _WITHIN | _OF_RANK for words in between)


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
    if _is_one_of_two(value, seen):  # "dari 15 jadi 18" tells two rates where the calculator compares them
        return 2.0 * field.yearly
    if value.since and field.began and preferred:
        return 2.0
    if field.year and value.year and preferred:
        return 2.0
    if field.last and preferred and (value.day or _unlike_another(name, value, seen)):
        return 0.5
    if field.least and value.bare and not field.least <= value.fits[name]:
        return 0.0
    if value.unit and value.unit == field.words.unit and preferred and not field.guarded:
        return 2.5 * (value.unit != _PERSONS or _only(name, value, context))
    if field.guarded:
        return 0.0
    if value.guarded:
        return 2.0 * (value.unit in _COUNTS and _alone_named(name, value, seen))
    if is_age(value, seen.text):
        return 2.0 * (preferred and field.least > 0 and is_of_age(field))
    if field.alone and (not value.bare or preferred):
        return 2.0
    return 1.0 * (preferred and _only(name, value, context))


def _alone_named(name: str, value: Value, seen: Seen) -> bool:
    """Whether of what a number of times or persons could be, a message names this fact alone, if far from it."""
    low, high = _sentence(seen.text, value)
    if seen.fields[name].kind != "cacah" or value.first == value.last or seen.text.at(high) == "?":
        return False
    near = {cue.payload for cue in seen.cues if low <= cue.first and cue.last < high}
    named = near & value.fits.keys() & seen.context.preferred
    return named == {name} and not any(v != value and name in v.fits and v.unit == value.unit for v in seen.values)


def _sentence(text: Text, value: Value) -> tuple[int, int]:
    """The places from the first word of a value's sentence or line to the mark behind it."""
    low, high = value.first, value.last + 1
    while low > 0 and text.at(low - 1) not in _ENDS and not text.parts_lines(low - 1, low):
        low -= 1
    while high < len(text.words) and text.at(high) not in _ENDS and not text.parts_lines(high - 1, high):
        high += 1
    return low, high


def _has_beginning(name: str, seen: Seen) -> bool:
    """Whether the calculator takes the date on which this duration began, so that a date tells no duration."""
    return any(seen.fields[other].began == name for other in seen.context.preferred if other in seen.fields)


def _is_day_of_case(value: Value, name: str, seen: Seen) -> bool:
    """Whether "per 1 Agustus 2026" tells the day on which a case is judged, for which this fact is another.

    So it is where a clause begins with it, or a time that has passed stands before it: "6 bulan di pangkat per ...".
    """
    text, field, units = seen.text, seen.fields[name], load_units()
    if field.last or not any(seen.fields[n].last for n in seen.context.preferred & value.fits.keys()):
        return False
    lead = next((said for said in units.as_of if text.before(value.first, said.count(" ") + 1) == said), "")
    low = value.first - lead.count(" ") - 1
    if not lead or any(cue.payload == name and low <= cue.first < value.first for cue in seen.cues):
        return False
    if low == 0 or text.at(low - 1) in _STOPS or text.parts_lines(low - 1, low):
        return True
    passed = (v for v in seen.values if v.unit in units.months and v.last < low)
    return any(not any(text.at(at) in _STOPS for at in range(v.last + 1, low)) for v in passed)


def _unlike_another(name: str, value: Value, seen: Seen) -> bool:
    """Whether a choice is told beside another one of the same fact: who is muda and speaks of madya aims at it."""
    told = {other.fits[name] for other in seen.values if name in other.fits and not other.bare}
    return not value.bare and len(told) > 1


def _in_pair(value: Value, name: str, seen: Seen) -> float:
    """What it says for a fact that a number is the 7 or the 10 of "7 dari 10"; below 0 where it is the other of them."""
    named = seen.context.preferred & seen.fields.keys()
    wholes = {n for n in named if seen.fields[n].part in named} | (named & {seen.fields[n].part_of for n in named})
    part = seen.fields[name].part_of in wholes or any(seen.fields[n].part == name for n in wholes)
    whole = name in wholes
    if not value.bare or whole == part:
        return 0.0
    is_whole = any(_of(other, value, seen.text) for other in seen.values)
    is_part = any(_of(value, other, seen.text) for other in seen.values)
    if is_whole == is_part or (is_part and seen.fields[name].part_of and not _cued(value, name, seen)):
        return 0.0
    return _PAIR if whole == is_whole else -_PAIR


def _of(part: Value, whole: Value, text: Text) -> bool:
    """Whether two numbers are told as one out of the other: "5 yang hadir dari total 9", "95/100"."""
    if not part.bare or not whole.bare or part.day or whole.day:
        return False
    if whole.counts_noun and _is_more(part, whole):
        return False  # "6 AK dari satu kegiatan"
    between = [word.text for word in text.words[part.last + 1 : whole.first]]
    while between and between[-1] in _ALL:
        between.pop()
    if not between or between[-1] not in _OUT_OF or len(between) > _APART:
        return False
    return part.first < whole.first and not any(word in _STOPS or word[0].isdigit() for word in between[:-1])


def _is_more(part: Value, whole: Value) -> bool:
    """Whether the first of two numbers is greater than the second, for a fact that either could be."""
    both = part.fits.keys() & whole.fits.keys()
    return any(part.fits[name] > whole.fits[name] for name in both)


def _counts_something_else(value: Value, name: str, seen: Seen) -> bool:
    """Whether a number says how many of something there are, and no cue of this amount of credit leads to it."""
    if not value.counts_noun or seen.fields[name].words.unit != _CREDITS:
        return False
    led = [other for other in seen.values if name in other.fits and _is_led_to(other, name, seen)]
    return value not in led or any(not other.counts_noun and not other.day for other in led)


def _is_led_to(value: Value, name: str, seen: Seen) -> bool:
    """Whether a cue of this fact stands right before a value; "dari (satu kegiatan)" only tells where it comes from."""
    cues = (cue for cue in seen.cues if cue.payload == name and cue.last == value.first - 1)
    return any(" ".join(cue.phrase) not in _OUT_OF for cue in cues)


def _is_another_rate(value: Value, field: Field, seen: Seen) -> bool:
    """Whether one amount comes back every year, and it is not this one."""
    rated = any(other.per for other in seen.values)
    return field.yearly and not value.per and rated and not _beside_rate(value, seen)


def _beside_rate(value: Value, seen: Seen) -> bool:
    """Whether an amount is the first of a pair of which the second says how often: "14 sama 18 setahun"."""
    joined = seen.text.at(value.last + 1) in _COMPARED
    return joined and any(other.per and other.first == value.last + 2 for other in seen.values)


def _is_one_of_two(value: Value, seen: Seen) -> bool:
    """Whether a bare number stands in a pair ("15 jadi 18") and the calculator compares two yearly amounts."""
    two = any(seen.fields[n].yearly and seen.fields[n].second_of for n in seen.context.preferred if n in seen.fields)
    if not two or not value.bare or value.day or (value.unit and value.unit != _CREDITS):
        return False
    beside = {value.last + 2, value.first - 2}
    like = [v for v in seen.values if v.bare and not v.day and v.unit in ("", _CREDITS) and {v.first, v.last} & beside]
    return any(seen.text.at((value.last if v.first > value.last else v.last) + 1) in _COMPARED for v in like)


def _belongs_before(value: Value, name: str, seen: Seen) -> bool:
    """Whether a word before a value says that it is not this fact, and one told before could be."""
    field = seen.fields[name]
    if _is_aim(value, field, seen) or (value.bare and is_led_by(seen.text, value.first, field.never_led_by)):
        return True
    if not value.bare and _in_clause(seen.text, value, field.never_with):
        return True
    if field.last and not value.bare and _is_reached(value, seen.text):
        return True
    unlike = seen.text.at(value.first - 1) in seen.fields[name].unless_after
    return unlike and any(name in other.fits and other.first < value.first for other in seen.values)


def _is_aim(value: Value, field: Field, seen: Seen) -> bool:
    """Whether a value is told as what somebody aims at ("ke jenjang madya"), not as what was reached ("baru naik ke")."""
    text, at = seen.text, value.first - 1
    aims = {name for name in seen.context.preferred & value.fits.keys() if seen.fields[name].last}
    aimed = aims and not any(other.first > value.last and aims & other.fits.keys() for other in seen.values)
    passed = _OF_RANK | _OF_POSITION if aimed else _OF_RANK  # "ke negosiator madya" where the aim is a fact of its own
    while text.at(at) in passed:
        at -= 1
    leads = any(text.before(at + 1, length) in field.never_after for length in range(1, _LONGEST_LEAD + 1))
    told = leads and not text.parts_lines(max(at, 0), value.first)
    reached = "ke" in field.never_after and _ALREADY & {text.at(at - 1), text.at(at - 2)}
    return told and not reached


def _is_reached(value: Value, text: Text) -> bool:
    """Whether a choice is told as what was reached already: "baru naik ke ahli muda"."""
    at = value.first - 1
    while text.at(at) in _OF_RANK | _OF_POSITION or text.at(at) in _UP:
        at -= 1
    return at < value.first - 1 and text.at(at + 1) in _UP and text.at(at) in _ALREADY


def _in_clause(text: Text, value: Value, phrases: Sequence[str]) -> bool:
    """Whether one of these phrases stands in the clause of a value, and not in its own words."""
    if not phrases:
        return False
    low, high = value.first, value.last + 1
    while low > 0 and not text.parts_lines(low - 1, low) and text.at(low - 1) not in _CLAUSE_ENDS:
        low -= 1
    while high < len(text.words) and not text.parts_lines(high - 1, high) and text.at(high) not in _CLAUSE_ENDS:
        high += 1
    before, behind = (
        " ".join(w.text for w in words if not w.is_mark)
        for words in (text.words[low : value.first], text.words[value.last + 1 : high])
    )
    return any(f" {phrase} " in f" {said} " for phrase in phrases for said in (before, behind))


def _counts(unit: str, field: Field) -> bool:
    """Whether a number's unit word is the one this fact counts in; time units and persons serve too many facts."""
    many = unit in _MANY or unit in load_units().months
    return bool(unit) and not many and bool(field.words.unit) and same_unit(unit, field.words.unit)


def _only(name: str, value: Value, context: Context) -> bool:
    """Whether the calculator has no other fact that this value could be."""
    return [other for other in value.fits if other in context.preferred] == [name]
