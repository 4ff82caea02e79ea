"""One value for each fact: what was read twice, or read of words that tell something else, is dropped."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.reading import Fact
from assistant.understand.facts.alike import like_another
from assistant.understand.facts.claims import Claim
from assistant.understand.facts.context import Context
from assistant.understand.facts.heads import joined_heads, load_heads
from assistant.understand.facts.seen import Seen
from assistant.understand.language.cuebook import CueBook
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.text import Text, overlaps
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import AMOUNT_KINDS, Field

_EACH = ("masing masing", "sama sama", "keduanya", "dua duanya", "begitu juga", "begitu pula", "both", "each")
_TOGETHER = ("sama sama",)  # of those, what two do or agree on as well
_CLAUSE_ENDS = frozenset(".?!;,")
_OF = frozenset({"the", "of", "yang", "dari", "ke"})
_DIFFERING = (
    "selisih",
    "selisihnya",
    "beda",
    "bedanya",
    "berbeda",
    "berselisih",
    "terpaut",
    "differ",
    "differed",
    "difference",
)
_EVERY = frozenset({"semua", "seluruh", "segenap", "keseluruhan", "lengkap", "komplit", "all", "every"})
_ALL = _EVERY | {"semuanya", "seluruhnya", "everyone", "everybody"}
_ASKING = frozenset({"?", "wajib", "harus", "apakah", "must", "should", "kalau", "jika", "kah"})
_BOTH = (
    *(
        "kedua penilai",
        "dua penilai",
        "dua 2 nya",
        "identical to",
        "same as",
        "sama persis",
        "persis sama",
        "sama dengan penilai",
    ),
    *(
        "nilainya sama",
        "sama juga",
        "angka yang sama",
        "nilai yang sama",
        "the same figure",
        "the same score",
        "identik",
    ),
)  # of the second of two like amounts alone


def agree(facts: Sequence[Fact], claims: Sequence[Claim], seen: Seen, book: CueBook) -> list[Fact]:
    """One value for each fact; a number inside a row or list is part of it alone unless a cue claimed it."""
    fields, context = seen.fields, seen.context
    cued = {claim.field for claim in claims if claim.cued}
    rows = [(f.start, f.end) for f in facts if f.field in context.shapes or _is_plain_list(fields[f.field])]
    kept = {f.field: f for f in facts if f.field in cued or not _is_part(f, rows, seen)}
    kept = {
        n: f
        for n, f in kept.items()
        if (n in cued or not _beside_rating(f, kept, fields)) and not _is_of_rating(f, kept, seen)
    }
    for fact in list(_of_each(kept, claims, seen, book)):
        kept.setdefault(fact.field, fact)
    for fact in [*_of_all(kept, claims, seen), *_of_joined(claims, seen), *like_another(kept, seen)]:
        kept.setdefault(fact.field, fact)
    words = [c for c in claims if c.field in context.preferred and c.value.first == c.value.last]
    return [f for f in kept.values() if not any(_same_words(f, claim, fields, context) for claim in words)]


def with_events(facts: Sequence[Fact], fields: Mapping[str, Field], named: Collection[str]) -> list[Fact]:
    """The facts, with it that what has a day told has happened: "studi pertama selesai 3 Mei 2024"."""
    days = {fields[fact.field].day_of: fact for fact in facts if fact.field in fields and fields[fact.field].day_of}
    happened = [replace(day, field=event, value=True) for event, day in days.items() if event in named]
    told = {fact.field for fact in happened if all(f.field != fact.field or f.value is not True for f in facts)}
    return [*(f for f in facts if f.field not in told), *(f for f in happened if f.field in told)]


def _is_plain_list(field: Field) -> bool:
    return field.kind == "daftar" and not field.choices


def _is_part(fact: Fact, rows: Sequence[tuple[int, int]], seen: Seen) -> bool:
    """Whether a fact was read from a number that stands in a row."""
    number = fact.field not in seen.context.shapes and seen.fields[fact.field].kind in AMOUNT_KINDS
    return number and overlaps(fact.start, fact.end, rows)


def _of_each(kept: Mapping[str, Fact], claims: Sequence[Claim], seen: Seen, book: CueBook) -> Iterator[Fact]:
    """ "Masing-masing 30": the value is told of every fact of its kind whose cue stands in the message."""
    if not seen.text.has(*_EACH, *_BOTH) or (seen.text.has(*_DIFFERING) and not seen.text.has(*_EACH)):
        return
    preferred = seen.context.preferred
    cued = {cue.payload for cue in book.find(seen.text, preferred)}
    for claim in claims:
        if _is_of_rated_years(claim, kept, seen) or _is_of_others(claim, seen):
            continue
        like, value = seen.fields[claim.field].words, claim.value
        seconds = {n for n in preferred if seen.fields[n].second_of == claim.field}
        seconds |= preferred & {seen.fields[claim.field].second_of}
        every = cued | seconds if seen.text.has(*_EACH) else seconds
        for name in every - kept.keys():
            other = seen.fields[name].words
            alike = (other.kind, other.unit, set(other.choices)) == (like.kind, like.unit, set(like.choices))
            if alike and not seen.fields[name].last and (name in value.fits or other.choices):
                told = value.fits.get(name, value.fits[claim.field])
                yield Fact(name, told, value.start, value.end, seen.text.raw[value.start : value.end])


def _is_of_others(claim: Claim, seen: Seen) -> bool:
    """Whether all that is told of each stands in another clause than a value: "dua tahun. Donor dan PPK sama-sama setuju"."""
    if not seen.text.has(*_TOGETHER) or seen.text.has(*_BOTH, *(each for each in _EACH if each not in _TOGETHER)):
        return False
    low, high = sentence_of(seen.text, claim.value.first, claim.value.last, _CLAUSE_ENDS)
    return not Text(seen.text.raw, seen.text.words[low:high]).has(*_TOGETHER)


def _is_of_rated_years(claim: Claim, kept: Mapping[str, Fact], seen: Seen) -> bool:
    """Whether what tells of each stands nearer to a rating than to a value: "five years of it, good in both years"."""
    rated = [seen.text.places(f.start, f.end)[0] for n, f in kept.items() if seen.fields[n].kind == "daftar"]
    said = [at for phrase in (*_EACH, *_BOTH) for at, _ in seen.text.find(phrase)]
    return bool(rated and said) and all(min(abs(at - r) for r in rated) < abs(at - claim.value.first) for at in said)


def _of_all(kept: Mapping[str, Fact], claims: Sequence[Claim], seen: Seen) -> Iterator[Fact]:
    """ "Dihadiri semua 7 anggota": where all of them came, there are as many of them as came, and the other way round."""
    for whole in seen.context.preferred & seen.fields.keys():
        pair = {whole, seen.fields[whole].part}
        if len(pair & kept.keys()) != 1 or not seen.fields[whole].part:
            continue
        told, missing = (pair & kept.keys()).pop(), (pair - kept.keys()).pop()
        claim = next((c for c in claims if c.field == told), None)
        if claim and missing in claim.value.fits and (_is_of_all(claim, seen) or _came_all(missing, seen)):
            value = claim.value
            yield Fact(missing, value.fits[missing], value.start, value.end, seen.text.raw[value.start : value.end])


def _of_joined(claims: Sequence[Claim], seen: Seen) -> Iterator[Fact]:
    """ "Prodi dan kampusnya akreditasi A": a choice told of two things that are named together is that of both."""
    for claim in claims:
        value, of = claim.value, load_heads().fields
        both = joined_heads(seen.text, value.first) if claim.field in of and not value.bare else frozenset()
        for name in both & seen.context.preferred - {claim.field}:
            told = value.fits.get(name, value.fits[claim.field])
            yield Fact(name, told, value.start, value.end, seen.text.raw[value.start : value.end])


def _came_all(part: str, seen: Seen) -> bool:
    """Whether all are told to have come, without a number: "tim kita 7 orang, hadir semua"."""
    text, no = seen.text, load_polarity().no
    for cue in (cue for cue in seen.cues if cue.payload == part):
        after, before = text.at(cue.last + 1) in _ALL, text.at(cue.first - 1) in _ALL
        first = cue.first - before
        high = cue.last + 1 + after
        asked = any(text.at(at) in _ASKING for at in (first - 1, high))
        counted = any(v.bare and v.first in (high, cue.first - 1) for v in seen.values)
        denied = any(text.at(at) in no for at in (first - 1, cue.first - 1, high))
        if (after or before) and not (asked or counted or denied):
            return True
    return False


def _is_of_all(claim: Claim, seen: Seen) -> bool:
    """Whether a word for all stands right before a number, or "the" between ("all the seven")."""
    text, at = seen.text, claim.value.first - 1
    return text.at(at) in _EVERY or (text.at(at) in _OF and text.at(at - 1) in _EVERY)


def _is_of_rating(fact: Fact, kept: Mapping[str, Fact], seen: Seen) -> bool:
    """Whether a time is that of a rating whatever cue is near: "kinerja baik dua tahun, ...", "2 tahun terakhir baik"."""
    if fact.field not in seen.fields or seen.fields[fact.field].kind != "lama":
        return False
    text, places = seen.text, seen.text.places(fact.start, fact.end)
    ratings = [f for n, f in kept.items() if n in seen.fields and seen.fields[n].kind == "daftar"]
    if not places or not ratings:
        return False
    back = text.at(places[-1] + 1) in load_units().looking_back
    after = places[-1] + 1 + back
    if after < len(text.words) and any(text.words[after].start == rating.start for rating in ratings):
        return True
    closes = after >= len(text.words) or text.words[after].is_mark
    return closes and any(0 <= fact.start - rating.end <= 1 for rating in ratings)


def _same_words(fact: Fact, claim: Claim, fields: Mapping[str, Field], context: Context) -> bool:
    """Whether a rating of years was read from the very word that the calculator takes as one choice."""
    if fact.field in context.preferred or fields[fact.field].kind != "daftar":
        return False
    return (fact.start, fact.end) == (claim.value.start, claim.value.end)


def _beside_rating(fact: Fact, kept: Mapping[str, Fact], fields: Mapping[str, Field]) -> bool:
    """Whether a duration no cue claims stands right at a rating: "SKP dua tahun baik" tells of its years."""
    if fact.field not in fields or fields[fact.field].kind != "lama":
        return False
    ratings = [f for n, f in kept.items() if n in fields and fields[n].kind == "daftar"]
    return any(abs(r.start - fact.end) <= 1 or abs(fact.start - r.end) <= 1 for r in ratings)
