"""What speaks against a fact for a value: it counts something else, tells an aim, or the day of the case."""

from collections.abc import Sequence

from assistant.understand.facts.pairs import OUT_OF, STOPS
from assistant.understand.facts.posted import is_held_there
from assistant.understand.facts.seen import OF_RANK, Seen
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.introduced import is_led_by
from assistant.understand.quantities.values import CREDITS, Value

_OF_POSITION = frozenset(
    {"negosiator", "pengawas", "perdagangan", "jabatan", "fungsional", "pejabat", "trade", "negotiator", "inspector"}
    | {"supervisor", "the", "a", "an", "at", "track", "post", "position", "jf"}
)
_POST = frozenset({"jabatan", "fungsional", "pejabat", "posisi", "seorang"})  # these only say that it is one
_UP = frozenset(
    {"naik", "ke", "jadi", "menjadi", "promoted", "to", "dipromosikan", "dilantik", "diangkat", "sebagai", "as"}
)
_BECOMING = frozenset({"jadi", "menjadi", "sebagai", "as", "become", "becoming"})
_ALREADY = frozenset({"sejak", "since", "semenjak", "baru", "sudah", "habis", "just"})
_CLAUSE_ENDS = frozenset(".,;?!") | {"tapi", "tetapi", "namun", "but", "maupun", "ataupun", "nor"}
_NOT_YET = ("belum", "not yet")
_COUNTED_WITHIN = 4  # words from a number of things to what they are worth
_LONGEST_LEAD = 3  # words that lead to what is aimed at: "mau jadi", "transfer to the"


def has_beginning(name: str, seen: Seen) -> bool:
    """Whether the calculator takes the date on which this duration began, so that a date tells no duration."""
    return any(seen.fields[other].began == name for other in seen.context.preferred if other in seen.fields)


def is_day_of_case(value: Value, name: str, seen: Seen) -> bool:
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
    if low == 0 or text.at(low - 1) in STOPS | load_polarity().conditions or text.parts_lines(low - 1, low):
        return True
    passed = (v for v in seen.values if v.unit in units.months and v.last < low)
    return any(not any(text.at(at) in STOPS for at in range(v.last + 1, low)) for v in passed)


def counts_something_else(value: Value, name: str, seen: Seen) -> bool:
    """Whether a number says how many of something there are, and no cue of this amount of credit leads to it."""
    if not value.counts_noun or seen.fields[name].words.unit != CREDITS:
        return False
    if any(_is_of_counted(value, other, seen) for other in seen.values):
        return True
    led = [other for other in seen.values if name in other.fits and _is_led_to(other, name, seen)]
    return value not in led or any(not other.counts_noun and not other.day for other in led)


def _is_of_counted(value: Value, other: Value, seen: Seen) -> bool:
    """Whether a number of credits is told right behind the thing that another one counts: "satu karya 6 AK"."""
    near = value.last < other.first <= value.last + _COUNTED_WITHIN
    return (
        near and other.unit == CREDITS and not any(seen.text.words[at].is_mark for at in range(value.last, other.first))
    )


def _is_led_to(value: Value, name: str, seen: Seen) -> bool:
    """Whether a cue of this fact stands right before a value; "dari (satu kegiatan)" only tells where it comes from."""
    cues = [cue for cue in seen.cues if cue.payload == name]
    led = any(cue.last == value.first - 1 and " ".join(cue.phrase) not in OUT_OF for cue in cues)
    return led or any(cue.first == value.last + 1 and _names_credits(seen.text, cue) for cue in cues)


def _names_credits(text: Text, cue: PhraseHit[str]) -> bool:
    """Whether a cue or the word behind it is a word of credits: "6 | professional development | credits"."""
    return any(load_units().by_word.get(text.at(at)) == CREDITS for at in range(cue.first, cue.last + 2))


def belongs_before(value: Value, name: str, seen: Seen) -> bool:
    """Whether a word beside a value says that it is not this fact, or one before it where one told before could be."""
    field = seen.fields[name]
    if is_aim(value, field, seen) or (value.bare and is_told_of_others(value, field, seen.text)):
        return True
    if not value.bare and _in_clause(seen.text, value, field.never_with):
        return True
    if field.last and not value.bare and _is_reached(value, seen.text):
        return True
    if seen.text.at(lead_of(seen.text, value.first)) not in field.unless_after or _was_reached(value, seen.text):
        return False
    others = [other for other in seen.values if name in other.fits and other != value]
    if any(other.first < value.first for other in others):
        return True
    own = [other for other in others if seen.text.at(lead_of(seen.text, other.first)) not in field.unless_after]
    return bool(own) and seen.text.at(value.first - 1) not in _BECOMING


def is_told_of_others(value: Value, field: Field, text: Text) -> bool:
    """Whether the word that leads to a number, or the one behind it, says that it is not this fact."""
    if value.reckoned:  # "7 orang, dua mundur" are five
        return False
    return is_led_by(text, value.first, field.never_led_by) or text.begins(value.last + 1, *field.never_before)


def is_named_behind_mark(value: Value, name: str, seen: Seen) -> bool:
    """Whether a number is named as another fact behind the mark that parts it from this one's words.

    "Nilai akhir ujikom: pengetahuan 75, makalah 80" tells no final score.
    """
    at = value.first - 1
    others = [cue for cue in seen.cues if cue.last == at and cue.payload in value.fits and cue.payload != name]
    first = min((cue.first for cue in others), default=0)
    own = [cue for cue in seen.cues if cue.payload == name]
    return value.bare and first > 0 and seen.text.words[first - 1].is_mark and all(cue.last < first for cue in own)


def lead_of(text: Text, first: int) -> int:
    """The place of the word that leads to a choice, those passed over that only say that it is a post."""
    at = first - 1
    while text.at(at) in _POST and not text.parts_lines(at, at + 1):
        at -= 1
    return at


def is_aim(value: Value, field: Field, seen: Seen) -> bool:
    """Whether a value is told as what somebody aims at ("ke jenjang madya"), not as what was reached ("baru naik ke")."""
    text, at = seen.text, value.first - 1
    aims = {name for name in seen.context.preferred & value.fits.keys() if seen.fields[name].last}
    aimed = aims and not any(other.first > value.last and aims & other.fits.keys() for other in seen.values)
    passed = (
        OF_RANK | _OF_POSITION if aimed else OF_RANK | _POST
    )  # "ke negosiator madya" where the aim is a fact of its own
    while text.at(at) in passed or (aimed and _parts_post_and_level(text, at, value)):
        at -= 1
    leads = any(text.before(at + 1, length) in field.never_after for length in range(1, _LONGEST_LEAD + 1))
    told = leads and not text.parts_lines(max(at, 0), value.first) and not seen.context.preferred & field.decided_by
    told = told and not is_held_there(text, value, at)
    reached = "ke" in field.never_after and _ALREADY & {text.at(at - 1), text.at(at - 2)}
    return told and not (reached and text.at(at - 1) not in load_polarity().may)  # "baru bisa jadi kabag" is not yet


def _parts_post_and_level(text: Text, at: int, value: Value) -> bool:
    """Whether a comma parts a post from its level: "ke negosiator, jenjang ahli muda", "into negotiator, ahli muda level"."""
    named = OF_RANK & {text.at(at + 1), text.at(value.last + 1)}
    return text.at(at) == "," and text.at(at - 1) in _OF_POSITION and bool(named)


def _is_reached(value: Value, text: Text) -> bool:
    """Whether a choice is told as what was reached already: "baru naik ke ahli muda"."""
    at = value.first - 1
    while text.at(at) in OF_RANK | _OF_POSITION or text.at(at) in _UP:
        at -= 1
    return (at < value.first - 1 and text.at(at + 1) in _UP and text.at(at) in _ALREADY) or _was_reached(value, text)


def _was_reached(value: Value, text: Text) -> bool:
    """Whether a choice is told as held for a time: "11 bulan jadi ahli muda"."""
    at = value.first - 1
    while text.at(at) in OF_RANK | _OF_POSITION or text.at(at) in _BECOMING:
        at -= 1
    return text.at(at) in load_units().by_word and load_units().by_word[text.at(at)] in load_units().months


def _in_clause(text: Text, value: Value, phrases: Sequence[str]) -> bool:
    """Whether one of these phrases stands in the clause of a value before it or behind it."""
    if not phrases:
        return False
    low, high = value.first, value.last + 1
    while low > 0 and not text.parts_lines(low - 1, low) and text.at(low - 1) not in _CLAUSE_ENDS:
        low -= 1
    while high < len(text.words) and not text.parts_lines(high - 1, high) and text.at(high) not in _CLAUSE_ENDS:
        high += 1
    lasts = value.first < value.last and text.at(value.first + 1) in load_polarity().lasting  # "tidak | sedang kena"
    ends = (value.first if lasts else value.last) + 1
    before, behind = (
        " ".join(w.text for w in words if not w.is_mark)
        for words in (text.words[low : value.first], text.words[ends:high])
    )
    return any(_says(said, phrase) for phrase in phrases for said in (before, behind))


def _says(said: str, phrase: str) -> bool:
    """Whether words hold a phrase that is not told as still to come: "belum selesai dijalani"."""
    return f" {phrase} " in f" {said} " and not any(f" {word} {phrase} " in f" {said} " for word in _NOT_YET)


def is_mere_no(value: Value, name: str, seen: Seen) -> bool:
    """Whether words of denial that would answer what was asked deny something else: "pelatihannya belum pernah ikut"."""
    said = {word.text for word in seen.text.words[value.first : value.last + 1]}
    table = load_polarity()
    if value.bare or not said <= table.yes | table.no:
        return False
    named = {cue.payload for cue in seen.cues if cue.payload in seen.context.preferred}
    return name not in named and any(seen.fields[other].kind == "ya_tidak" for other in named)
