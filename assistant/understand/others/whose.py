"""Whose a value is, or of when: of "target 90, dapat 78" and "teman 20 persen, saya 60" the second holds for who asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.understand.facts.claims import Claim
from assistant.understand.facts.seen import Seen, worth_of_cues
from assistant.understand.language.text import Spans, Text
from assistant.understand.language.vocabulary import Field
from assistant.understand.others.marked import (
    OF_A_WISH,
    OF_BEFORE,
    OF_OTHERS,
    Mark,
    clauses_of,
    governing,
    marks_of,
    table,
)
from assistant.understand.quantities.introduced import introduced_as_another, is_led_by, is_missed
from assistant.understand.quantities.values import CREDITS, Value

_NEAR = 5  # words between a value and what it came to be
_YEAR = "tahun"
_RANKED = frozenset({"golongan", "jenjang"})  # what one rises to is not yet so


def own_rather(seen: Seen, claims: Sequence[Claim]) -> tuple[list[Claim], list[Value]]:
    """The claims, those to another's value moved on to one's own that nobody claims; and the values so passed over."""
    marks = marks_of(seen.text)
    if not marks and not seen.text.has(*table()["changing"]):
        return list(claims), []
    found, passed = list(claims), []
    for claim in claims:
        free = [v for v in seen.values if v not in passed and _is_free(v, claim, found) and _may_be(v, claim, seen)]
        free += [v for v in _doubled(claim, found, seen) if _may_be(v, claim, seen)]
        better = _changed(seen.text, claim.value, free) or _own(seen, claim, free, marks)
        if better is not None:
            passed.append(claim.value)
            found = _moved(found, claim, better, seen)
        elif _tells_nothing(seen, claim, marks):
            passed.append(claim.value)
            found.remove(claim)
    passed += [v for v in seen.values if any(_is_told_beside(v, claim, seen, marks) for claim in found)]
    return sorted(found, key=lambda claim: claim.value.start), passed


def _is_free(value: Value, claim: Claim, held: Sequence[Claim]) -> bool:
    """Whether no fact but the claiming one holds a value by its words."""
    return all(value != other.value for other in held if other.cued or other == claim)


def _doubled(claim: Claim, held: Sequence[Claim], seen: Seen) -> Iterator[Value]:
    """Values that another fact holds which has the same told once more: the 20 of "pertama 20, kedua 24, jadi 20"."""
    yield from (other.value for other in held if other != claim and _once_more(other, held, seen))


def _once_more(claim: Claim, held: Sequence[Claim], seen: Seen) -> Value | None:
    """The value that nobody holds and that is as much as a claim's own."""
    free = [value for value in seen.values if value.bare and all(value != other.value for other in held)]
    return next((v for v in free if v.fits.get(claim.field) == claim.value.fits[claim.field]), None)


def _moved(held: Sequence[Claim], claim: Claim, better: Value, seen: Seen) -> list[Claim]:
    """The claims, one moved on to a better value; who held that one has the same told once more, or nothing."""
    found = [replace(claim, value=better)]
    for other in held:
        if other == claim:
            continue
        again = _once_more(other, held, seen) if other.value == better else other.value
        found += [replace(other, value=again)] if again else []
    return found


def _is_told_beside(value: Value, claim: Claim, seen: Seen, marks: Sequence[Mark]) -> bool:
    """Whether a value is another's, or only wished, beside one's own that a fact holds: it is told of nothing else."""
    if claim.field not in value.fits or value == claim.value or not value.bare:
        return False
    foreign = {mark.kind for mark in governing(seen.text, value, marks, seen.values) if not mark.own}
    return any(_is_own(seen.text, claim.value, marks, seen.values, kind) for kind in foreign)


def others_choices(text: Text, choices: Sequence[Value], wanted: Mapping[str, Field]) -> Spans:
    """The characters of choices told of another, or of before, where one's own is told as well for every fact."""
    marks = [mark for mark in marks_of(text) if mark.kind in (OF_BEFORE, OF_OTHERS)]
    marks = [mark for mark in marks if mark.kind == OF_BEFORE or not _asks_about_another(text)]
    left, hidden = list(choices), []
    for value in choices:
        fields = [name for name in value.fits if name in wanted and not wanted[name].last]
        like = [other for other in left if {*fields} <= other.fits.keys() and other is not value]
        if len(like) >= len(fields) > 0 and _gives_way(text, value, like, marks, choices):
            left.remove(value)
            hidden.append((value.start, value.end))
    return hidden


def _gives_way(text: Text, value: Value, like: Sequence[Value], marks: Sequence[Mark], all_: Sequence[Value]) -> bool:
    """Whether a choice is another's, or was so before, and one of those like it is one's own."""
    if not _RANKED & value.fits.keys() and _changed(text, value, like):
        return True
    kinds = {mark.kind for mark in governing(text, value, marks, all_) if not mark.own}
    mine = [other for other in like if text.at(other.first - 1) not in table()["goals"]]
    return any(_is_own(text, other, marks, all_, kind) for other in mine for kind in kinds)


def _may_be(value: Value, claim: Claim, seen: Seen) -> bool:
    """Whether a value may stand in the place of the one that a fact claims."""
    field = seen.fields[claim.field]
    if claim.field not in value.fits or value.bare != claim.value.bare or value.day != claim.value.day:
        return False
    if not value.bare or (field.never_led_by and is_led_by(seen.text, value.first, field.never_led_by)):
        return False
    return not introduced_as_another(value, field, seen.text) and not is_missed(value, seen.text) and not value.more


def _changed(text: Text, value: Value, free: Sequence[Value]) -> Value | None:
    """What a value came to be: "80 naik jadi 85", "turun dari 8 ke 5"; none where a message only supposes it."""
    later = next((other for other in free if 0 < other.first - value.last <= _NEAR), None)
    if later is None or text.has(*table()["both"]):
        return None
    between = [word.text for word in text.words[value.last + 1 : later.first]]
    changing = {*table()["changing"]}
    led = text.at(value.first - 1) in ("dari", "from") and changing & {text.at(value.first - n) for n in (2, 3)}
    turned = between and between[-1] in table()["to"] and (led or changing & {*between})
    return later if turned and {*between} <= {*table()["between"], *table()["to"], *changing} else None


def _own(seen: Seen, claim: Claim, free: Sequence[Value], marks: Sequence[Mark]) -> Value | None:
    """One's own value where a claim is to another's: the nearest that a mark of the same kind makes one's own."""
    text = seen.text
    for mark in _foreign(seen, claim, marks):
        own = [v for v in free if _is_own(text, v, marks, seen.values, mark.kind) and not _is_added(text, v)]
        if not own and mark.kind == OF_OTHERS and any(each.own and each.kind == OF_OTHERS for each in marks):
            own = [v for v in free if _is_nobodys(seen, v, claim, marks)]
        if own:
            return min(own, key=lambda value: abs(value.first - claim.value.first))
    return None


def _is_nobodys(seen: Seen, value: Value, claim: Claim, marks: Sequence[Mark]) -> bool:
    """Whether a value that a cue of the fact leads to is told of nobody: "lamanya 20 bulan. Istri saya 5 bulan"."""
    told = governing(seen.text, value, marks, seen.values)
    return not told and value != claim.value and worth_of_cues(value, claim.field, seen) > 0


def _foreign(seen: Seen, claim: Claim, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks by which the value of a claim is another's, of before or only wished, for a fact not about these."""
    text, field = seen.text, seen.fields[claim.field]
    if not claim.value.bare or text.has(*table()["both"]):
        return
    for mark in governing(text, claim.value, marks, seen.values):
        if mark.own or _is_about(text, mark, field) or _adds_up(text, mark, field):
            continue
        if mark.kind != OF_OTHERS or not _asks_about_another(text):
            yield mark


def _tells_nothing(seen: Seen, claim: Claim, marks: Sequence[Mark]) -> bool:
    """Whether a value is another's, and one's own is said not to be there yet, or it is asked about oneself alone."""
    text, field = seen.text, seen.fields[claim.field]
    for mark in _foreign(seen, claim, marks):
        said = " ".join(word.text for word in text.words[mark.first : mark.last + 1])
        if mark.kind == OF_A_WISH:
            if said in table()["only_wished"] and field.words.unit == CREDITS and not field.yearly:
                return True
            continue
        of_self = mark.kind == OF_OTHERS and _asks_about_self(text, marks)
        if of_self or any(_says_none(seen, mark.kind, marks, *clause) for clause in clauses_of(text)):
            return True
    return False


def _says_none(seen: Seen, kind: str, marks: Sequence[Mark], low: int, high: int) -> bool:
    """Whether a clause says that there is none yet of one's own: "tahun ini belum keluar"."""
    own = [mark for mark in marks if mark.own and mark.kind == kind and low <= mark.first < high]
    told = any(low <= value.first < high for value in seen.values if value.bare)
    return (
        bool(own) and not told and any(seen.text.at(at) in table()["none_yet"] for at in range(own[0].last + 1, high))
    )


def _asks_about_self(text: Text, marks: Sequence[Mark]) -> bool:
    """Whether "saya" is followed by a word that asks: "saya masih boleh?"."""
    own = (mark for mark in marks if mark.own and mark.kind == OF_OTHERS)
    return any(text.at(mark.last + 1) in table()["asks_of_self"] for mark in own)


def _asks_about_another(text: Text) -> bool:
    """Whether the last clause speaks of somebody else: "apa dia bisa naik?"."""
    low, high = [*clauses_of(text)][-1]
    return any(text.begins(at, *table()["asked_about"]) for at in range(low, high))


def _is_about(text: Text, mark: Mark, field: Field) -> bool:
    """Whether a fact is about what a mark says: "diminta" tells of the documents asked for."""
    said = " ".join(word.text for word in text.words[mark.first : mark.last + 1])
    if mark.kind == OF_BEFORE and field.name in table()["summed"]:
        return True
    led = (said in field.cues or said in field.before) and said not in table()["plain"]
    return led or said in field.words.label.casefold().split()


def _adds_up(text: Text, mark: Mark, field: Field) -> bool:
    """Whether amounts of different years are all had: of credits those of last year are kept."""
    return mark.kind == OF_BEFORE and field.words.unit == CREDITS and text.at(mark.first) == _YEAR


def _is_added(text: Text, value: Value) -> bool:
    return any(text.before(value.first, phrase.count(" ") + 1) == phrase for phrase in table()["added"])


def _is_own(text: Text, value: Value, marks: Sequence[Mark], values: Sequence[Value], kind: str) -> bool:
    """Whether a value is marked as one's own by this kind of mark, and by none as another's."""
    found = governing(text, value, marks, values)
    return any(mark.own and mark.kind == kind for mark in found) and all(mark.own for mark in found)
