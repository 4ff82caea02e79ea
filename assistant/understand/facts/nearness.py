"""How near a cue stands to a value, which says how likely the value is the cue's fact."""

from collections.abc import Sequence
from functools import cache

from assistant.understand.following.followups import load_follow_ups
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.values import Value
from assistant.understand.rows.row_words import load_row_words

_OWN = 4.0  # what the word for persons is worth within a number of them: "sembilan orang"
_UNIT = 7.0  # what a cue is worth that is a number's own unit
_FAR = 6  # words between a value and its cue
_BESIDE = 9.0  # what a cue right beside a value is worth
PER_WORD = 1.5  # what each word of a cue adds
_PER_PAUSE = 2.5  # what a pause, or another value, between them takes away
_BEHIND = 0.5  # the same for a cue behind its value
_SUPPOSED = 2  # pauses that a condition counts for: what it supposes is not of the number before it
_PERSONS, _POSITION = "orang", "jabatan"
_STOP = frozenset(".?!;")
_BY = frozenset({"sama", "oleh", "dari", "by", "from", "menurut", "versi"})
_AND = frozenset({"sama", "ama"})
_PAUSE = frozenset(",") | {"dan", "sama", "terus", "and", "dengan", "tapi", "lalu"}


def nearness(text: Text, value: Value, cue: PhraseHit[str], values: Sequence[Value], field: Field) -> float:
    """How near a cue stands, 0 when it cannot belong: longer cues count more, words and pauses between count less."""
    worth = _BESIDE + PER_WORD * cue.length
    if cue.first <= value.last and value.first <= cue.last:
        return worth if _goes_on(value, cue) else _OWN * _counts_by(value, cue)
    if any(_counts_by(other, cue) for other in values):
        return 0.0  # "dari sembilan orang itu tiga pengawas": the word for persons belongs to the nine
    if field.part and any(other != value and _named_by(other, cue) for other in values):
        return 0.0  # "7 anggota tim penilai, 4 setuju": the team is of the seven
    behind = cue.first > value.last
    if behind and cue.first == value.last + 1 and load_units().by_word.get(" ".join(cue.phrase)) == value.unit != "":
        return _UNIT  # the word only says what is counted: "20 angka kredit"
    joined = _joins_next(text, cue, values)
    if " ".join(cue.phrase) in (field.before if behind else () if joined else field.behind) or (joined and behind):
        return 0.0
    low, high = (value.last + 1, cue.first) if behind else (cue.last + 1, value.first)
    between = text.words[low:high]
    small = _small_words()
    right = any(word.text in small for word in between)  # "wawancaranya salah, 60"
    passed = frozenset[int]() if behind else _passed(values)
    if not behind and value.unit == _PERSONS:
        passed |= _circumstances(text)
    words = sum(
        not word.is_mark and word.text not in small and at not in passed for at, word in enumerate(between, start=low)
    )
    ends = min(cue.last, value.last), max(cue.first, value.first)
    if words > _FAR or any(word.text in _STOP for word in between) or text.parts_lines(*ends):
        return 0.0
    if behind and field.parted and any(word.text in load_units().adding for word in between):
        return 0.0  # "AK 98 ditambah penunjang", "97 credits with supporting ones included"
    if behind and len(between) == 1 and between[0].text in _BY:
        return worth - _BEHIND  # "24,5 sama penilai pertama": by whom
    asked = not behind and text.at(cue.last + 1) in load_row_words().how_much  # "nilai akhir berapa kalau makalah 83"
    pauses = asked + sum(word.text in _PAUSE for word in between) - right
    pauses += _SUPPOSED * (behind and _supposes(text, low, high))
    others = sum(low <= v.first < high and v.bare and not v.year for v in values if v != value)
    return worth - words - _PER_PAUSE * max(0, pauses) - _PER_PAUSE * others - _BEHIND * behind


def _joins_next(text: Text, cue: PhraseHit[str], values: Sequence[Value]) -> bool:
    """Whether the "sama" of a cue means "and": "penilai pertama 16 | sama penilai kedua | 17", each before its number."""
    own = (value for value in values if value.bare and value.first == cue.last + 1)
    return cue.phrase[0] in _AND and any(text.at(value.last + 1) not in _BY for value in own)


def _supposes(text: Text, low: int, high: int) -> bool:
    """Whether a clause between these places begins with a condition: "24 bulan, kalau (diperpanjang)"."""
    conditions = load_polarity().conditions
    return any(text.at(at) in conditions and text.words[at - 1].is_mark for at in range(max(low, 1), high))


def _passed(values: Sequence[Value]) -> frozenset[int]:
    """The places of the words that say of which position or year something is told: "kebutuhan negosiator 2027: 20"."""
    told = (value for value in values if value.year or _POSITION in value.fits)
    return frozenset(at for value in told for at in range(value.first, value.last + 1))


def _circumstances(text: Text) -> frozenset[int]:
    """The places of the words that only say where or when: "di unit kami pada tahun yang dihitung"."""
    said = load_units().circumstances if text.has(*load_units().circumstances) else ()
    places = (place for phrase in said for place in text.find(phrase))
    return frozenset(at for first, last in places for at in range(first, last + 1))


@cache
def _small_words() -> frozenset[str]:
    """The words that put something right, which part no number from its cue."""
    return frozenset(word for phrase in load_follow_ups().putting_right for word in phrase.split())


def _counts_by(value: Value, cue: PhraseHit[str]) -> bool:
    """Whether a cue is the very word for persons behind a number of them."""
    return value.unit == _PERSONS and value.first < cue.first <= cue.last == value.last


def _named_by(value: Value, cue: PhraseHit[str]) -> bool:
    """Whether a cue says what a number of persons makes up: "7 anggota" + "tim penilai"."""
    return value.unit == _PERSONS and cue.first in (value.last, value.last + 1)


def _goes_on(value: Value, cue: PhraseHit[str]) -> bool:
    """Whether a cue begins within a value and leads on ("tidak pernah" + "pernah kena ...") or leads into it.

    Of a number it goes on behind the word for persons: "4 anggota" + "anggota negosiator".
    """
    leads_on = value.first < cue.first and value.last < cue.last
    if value.bare:
        return leads_on and value.unit == _PERSONS and cue.first == value.last
    same = (cue.first, cue.last) == (
        value.first,
        value.last,
    ) and cue.length > 1  # "hukdis tidak pernah" names and tells
    return leads_on or same or (cue.first < value.first and cue.last <= value.last)
