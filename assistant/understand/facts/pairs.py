"""Numbers told in pairs: one out of the other ("7 dari 10"), or two amounts a year that are compared ("15 jadi 18")."""

from assistant.understand.facts.seen import Seen, worth_of_cues
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.values import CREDITS, Value

OUT_OF = frozenset({"dari", "of", "/"})
PAIR = 8.0  # what it is worth that a number stands at its place in "7 dari 10"
_ALL = frozenset(
    {"total", "seluruh", "semua", "kebutuhan", "syarat", "the", "target", "jumlah", "minimal"}
    | {"our", "my", "their", "its", "all", "these", "those", "keseluruhan", "segenap"}
)
_APART = 5  # words between the two
STOPS = frozenset(".,;?!:")
_PAIRED = frozenset({"dan", "sama", "atau", "vs", "versus", "or", "and", "dengan"})
_SUPPOSED = frozenset(
    {"kalau", "jika", "bila", "dapat", "dapet", "yang", "if", "saya", "setahun", "getting", "i", "get"}
)
_COMPARED = _PAIRED | {"jadi", "menjadi", "to", "apa", "against", "ketimbang", "daripada"}
_RATHER = (("instead", "of"), ("rather", "than"), ("ketimbang",), ("daripada",))


def in_pair(value: Value, name: str, seen: Seen) -> float:
    """What it says for a fact that a number is the 7 or the 10 of "7 dari 10"; below 0 where it is the other of them."""
    named = seen.context.preferred & seen.fields.keys()
    wholes = {n for n in named if seen.fields[n].part in named} | (named & {seen.fields[n].part_of for n in named})
    part = seen.fields[name].part_of in wholes or any(seen.fields[n].part == name for n in wholes)
    whole = name in wholes
    if not value.bare or whole == part:
        return 0.0
    is_whole = any(_of(other, value, seen.text) for other in seen.values)
    is_part = any(_of(value, other, seen.text) for other in seen.values)
    if is_whole == is_part or (is_part and seen.fields[name].part_of and not worth_of_cues(value, name, seen)):
        return 0.0
    return PAIR if whole == is_whole else -PAIR


def _of(part: Value, whole: Value, text: Text) -> bool:
    """Whether two numbers are told as one out of the other: "5 yang hadir dari total 9", "95/100"."""
    if not part.bare or not whole.bare or part.day or whole.day:
        return False
    if whole.counts_noun and _is_more(part, whole):
        return False  # "6 AK dari satu kegiatan"
    between = [word.text for word in text.words[part.last + 1 : whole.first]]
    while between and between[-1] in _ALL:
        between.pop()
    if not between or between[-1] not in OUT_OF or len(between) > _APART:
        return False
    return part.first < whole.first and not any(word in STOPS or word[0].isdigit() for word in between[:-1])


def _is_more(part: Value, whole: Value) -> bool:
    """Whether the first of two numbers is greater than the second, for a fact that either could be."""
    both = part.fits.keys() & whole.fits.keys()
    return any(part.fits[name] > whole.fits[name] for name in both)


def is_another_rate(value: Value, field: Field, seen: Seen) -> bool:
    """Whether one amount comes back every year, and it is not this one."""
    rated = any(other.per for other in seen.values)
    return field.yearly and not value.per and rated and not _beside_rate(value, seen)


def _beside_rate(value: Value, seen: Seen) -> bool:
    """Whether an amount is one of a pair of which the other says how often: "14 sama 18 setahun"."""
    joined = seen.text.at(value.last + 1) in _COMPARED
    return joined and any(other.per and other.first == value.last + 2 for other in seen.values)


def is_rather(value: Value, field: Field, seen: Seen) -> float:
    """What it says for one of two yearly amounts that a number is told instead of another: "38 instead of 28 credits"."""
    compared = {f.second_of for n in seen.context.preferred if (f := seen.fields.get(n)) and f.yearly and f.second_of}
    second = bool(field.yearly and field.second_of in seen.context.preferred)
    if value.day or not value.bare or not (second or field.name in compared):
        return 0.0
    instead = any(_stands_for(value, other, seen.text) for other in seen.values)
    replaced = any(_stands_for(other, value, seen.text) for other in seen.values)
    return PAIR * (instead - replaced) * (1 if second else -1)


def _stands_for(value: Value, other: Value, text: Text) -> bool:
    """Whether one number is told instead of another, nothing but words of it between them."""
    if not other.bare or other.day or value.last >= other.first:
        return False
    between = tuple(word.text for word in text.words[value.last + 1 : other.first])
    return any(between[-len(said) :] == said and len(between) <= len(said) + 1 for said in _RATHER)


def is_of_rate(value: Value, name: str, seen: Seen) -> bool:
    """Whether "setahun" only says of the amount behind it that it is a year's: "TMT 1-4-2024, rata-rata setahun 14 AK"."""
    text, behind = seen.text, next((v for v in seen.values if v.bare and v.first == value.last + 1), None)
    if seen.fields[name].kind != "lama" or value.first != value.last or behind is None:
        return False
    rates = [c for c in seen.cues if seen.fields[c.payload].yearly and c.payload in behind.fits]
    said = any(cue.first <= value.first <= cue.last for cue in rates)
    led = any(cue.last == value.first - 1 for cue in rates)
    return said and (led or value.first == 0 or text.words[value.first - 1].is_mark)


def is_second_rate(value: Value, field: Field, seen: Seen) -> bool:
    """Whether an amount follows the yearly one that it is compared with: "setahun 20 sama kalau dapat 30"."""
    if not (field.yearly and field.second_of and value.bare) or value.day:
        return False
    before = [other for other in seen.values if other.per and other.last < value.first]
    if not before:
        return False
    between = [word.text for word in seen.text.words[max(o.last for o in before) + 1 : value.first]]
    told = bool(_COMPARED & {*between}) and {*between} <= _COMPARED | _SUPPOSED
    return told and bool(between) and len(between) <= _APART


def is_one_of_two(value: Value, seen: Seen) -> bool:
    """Whether a bare number stands in a pair ("15 jadi 18") and the calculator compares two yearly amounts."""
    two = any(seen.fields[n].yearly and seen.fields[n].second_of for n in seen.context.preferred if n in seen.fields)
    if not two or not value.bare or value.day or (value.unit and value.unit != CREDITS):
        return False
    beside = {value.last + 2, value.first - 2}
    like = [v for v in seen.values if v.bare and not v.day and v.unit in ("", CREDITS) and {v.first, v.last} & beside]
    return any(seen.text.at((value.last if v.first > value.last else v.last) + 1) in _COMPARED for v in like)
