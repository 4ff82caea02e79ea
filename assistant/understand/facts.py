"""Facts in free text: every fact of the shared vocabulary that a message tells, with the characters it came from.

What could be read in several ways becomes a doubt with its readings, never a guess; what cannot be (a negative amount,
a rank that does not exist) is kept as told, so that the calculator refuses it by name.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.reading import Doubt, Fact
from assistant.understand.amounts import Amount, read_amounts
from assistant.understand.choices import Choices
from assistant.understand.claims import Claim, Context, Cues, Value, amount_values, settle
from assistant.understand.lists import Lists
from assistant.understand.names import read_names
from assistant.understand.phrasebook import PhraseHit
from assistant.understand.polarity import read_yes_no, whole_answer
from assistant.understand.ratings import Ratings
from assistant.understand.rows import read_rows
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field

_EACH = ("masing masing", "sama sama", "keduanya", "both", "each")
_NOBODY = (
    "tidak ada yang",
    "belum ada yang",
    "tidak ada",
    "belum ada",
    "belum pernah",
    "tidak pernah",
    "nobody",
    "no one",
    "none",
)
_AMOUNT_KINDS = frozenset({"bilangan", "cacah", "lama", "tanggal"})


@dataclass(frozen=True)
class Told:
    """What a message tells: facts in its order, doubts, and the facts whose cue words stand in it."""

    facts: tuple[Fact, ...]
    doubts: tuple[Doubt, ...]
    cued: frozenset[str]


class FactReader:
    """Reads facts of the shared vocabulary."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self.fields = fields
        self._cues = Cues(fields)
        self.choices = Choices(fields)
        self._ratings = Ratings(fields)
        self._lists = Lists(fields)
        self._amount_fields = [name for name, field in fields.items() if field.kind in _AMOUNT_KINDS]

    def read(self, text: Text, context: Context, today: date, hidden: Sequence[tuple[int, int]] = ()) -> Told:
        """The facts of a message; `hidden` characters (citations) are passed over."""
        wanted = self._wanted(context)
        cues = [hit for hit in self._cues.find(text, wanted) if not _covered(text, hit, hidden)]
        own = self.fields.keys() & {*context.preferred, *context.asked}
        found = [v for v in self.choices.find(text, wanted, own) if not _overlaps(v.start, v.end, hidden)]
        choices = [value for value in found if value.fits]
        masked = [*hidden, *((value.start, value.end) for value in choices)]
        amounts = read_amounts(text, today, masked)
        values = [*choices, *amount_values(amounts, self.fields, [n for n in self._amount_fields if n in wanted], cues)]
        claims = settle(text, values, cues, self.fields, context)
        facts = [self._fact(text, claim) for claim in claims]
        facts += self._ratings_and_lists(text, amounts, cues, context)
        facts += self._yes_no(text, [*cues, *self._said_apart(text, cues, own, hidden)], context)
        facts += self._none(text, cues, context, {fact.field for fact in facts})
        facts += [
            Fact(name, said, start, end, text.raw[start:end])
            for name, said, start, end in read_names(text, cues, context, self.fields)
        ]
        facts += self._rows(text, amounts, context, facts)
        facts = self._consistent(text, facts, claims, context)
        doubts = tuple(self._doubts(text, amounts, values, facts, context))
        cued = frozenset(cue.payload for cue in self._cues.find(text, self.fields)) | {claim.field for claim in claims}
        return Told(tuple(sorted(facts, key=lambda fact: fact.start)), doubts, cued)

    def _wanted(self, context: Context) -> set[str]:
        """The facts to look for: those of the calculator, those asked for, and those that people tell unasked."""
        own = self.fields.keys() & {*context.preferred, *context.asked}
        shared = {name for name, field in self.fields.items() if field.shared}
        if context.preferred:  # a number that the calculator does not take is no fact told in passing
            shared = {name for name in shared if self.fields[name].kind not in ("bilangan", "lama", "cacah")}
        return shared | own

    def _fact(self, text: Text, claim: Claim) -> Fact:
        value = claim.value
        return Fact(claim.field, value.fits[claim.field], value.start, value.end, text.raw[value.start : value.end])

    def _ratings_and_lists(
        self, text: Text, amounts: Sequence[Amount], cues: Sequence[PhraseHit[str]], context: Context
    ) -> Iterator[Fact]:
        for name, choices, start, end in self._ratings.find(text, amounts, cues, context):
            yield Fact(name, choices, start, end, text.raw[start:end])
        for name, values, start, end in self._lists.find(text, context):
            yield Fact(name, values, start, end, text.raw[start:end])

    def _yes_no(self, text: Text, cues: Sequence[PhraseHit[str]], context: Context) -> Iterator[Fact]:
        asked = [name for name in context.asked if name in self.fields and self.fields[name].kind == "ya_tidak"]
        answer = whole_answer(text)
        if answer is not None and asked and context.asked[0] == asked[0]:
            yield Fact(asked[0], answer, 0, len(text.raw), text.raw)
            return
        open_ones = [name for name in context.preferred if self.fields[name].kind == "ya_tidak"]
        if answer is not None and len(open_ones) == 1 and not context.asked:
            yield Fact(open_ones[0], answer, 0, len(text.raw), text.raw)
            return
        for told in read_yes_no(text, cues, self.fields):
            start, end = text.words[told.first].start, text.words[told.last].end
            yield Fact(told.field, told.value, start, end, text.raw[start:end])

    def _said_apart(
        self, text: Text, cues: Sequence[PhraseHit[str]], own: Collection[str], hidden: Sequence[tuple[int, int]]
    ) -> list[PhraseHit[str]]:
        """Cues of yes-or-no facts whose words stand apart, for facts that no cue leads to as it is written."""
        unled = set(own) - {cue.payload for cue in cues}
        return [hit for hit in self._cues.apart(text, unled) if not _covered(text, hit, hidden)]

    def _none(
        self, text: Text, cues: Sequence[PhraseHit[str]], context: Context, told: Collection[str]
    ) -> Iterator[Fact]:
        """ "Tidak ada yang pensiun": a count of none."""
        for cue in cues:
            count = self.fields[cue.payload].kind == "cacah" and cue.payload in {*context.preferred, *context.asked}
            start = _none_before(text, cue.first) if count and cue.payload not in told else None
            if start is not None:
                begin, end = text.words[start].start, text.words[cue.last].end
                yield Fact(cue.payload, 0, begin, end, text.raw[begin:end])

    def _rows(self, text: Text, amounts: Sequence[Amount], context: Context, facts: Collection[Fact]) -> Iterator[Fact]:
        spans = [(fact.start, fact.end) for fact in facts]
        free = [amount for amount in amounts if not _overlaps(amount.start, amount.end, spans)]
        for name, shape in context.shapes.items():
            rows, start, end = read_rows(text, free, shape, asked=name in context.asked)
            if rows:
                yield Fact(name, tuple(rows), start, end, text.raw[start:end])

    def _consistent(self, text: Text, facts: list[Fact], claims: Sequence[Claim], context: Context) -> list[Fact]:
        """One value for each fact; a number inside a row or list is part of it alone unless a cue claimed it."""
        cued = {claim.field for claim in claims if claim.cued}
        rows = [(f.start, f.end) for f in facts if f.field in context.shapes or self._is_plain_list(f.field)]
        kept = {}
        for fact in facts:
            inside = fact.field not in context.shapes and self.fields[fact.field].kind in _AMOUNT_KINDS
            if not (inside and fact.field not in cued and _overlaps(fact.start, fact.end, rows)):
                kept[fact.field] = fact
        kept = {n: f for n, f in kept.items() if n in cued or not self._beside_rating(text, f, kept)}
        self._each(text, kept, claims, context)
        choices = [
            claim for claim in claims if claim.field in context.preferred and claim.value.first == claim.value.last
        ]
        for claim in choices:
            kept = {n: f for n, f in kept.items() if not self._same_words(f, claim, context)}
        return list(kept.values())

    def _each(self, text: Text, kept: dict[str, Fact], claims: Sequence[Claim], context: Context) -> None:
        """ "Masing-masing 30": the number is told of every fact of its kind whose cue stands in the message."""
        words = f" {' '.join(word.text for word in text.words if not word.is_mark)} "
        if not any(f" {phrase} " in words for phrase in _EACH):
            return
        cued = {cue.payload for cue in self._cues.find(text, context.preferred)}
        for claim in claims:
            like = self.fields[claim.field].words
            seconds = {n for n in context.preferred if self.fields[n].second_of == claim.field}
            for name in (cued | seconds) - kept.keys():
                other = self.fields[name].words
                if claim.value.bare and (other.kind, other.unit) == (like.kind, like.unit) and name in claim.value.fits:
                    kept[name] = Fact(
                        name, claim.value.fits[name], claim.value.start, claim.value.end, kept[claim.field].text
                    )

    def _same_words(self, fact: Fact, claim: Claim, context: Context) -> bool:
        """Whether a rating of years was read from the very word that the calculator takes as one choice."""
        if fact.field in context.preferred or self.fields[fact.field].kind != "daftar":
            return False
        return (fact.start, fact.end) == (claim.value.start, claim.value.end)

    def _beside_rating(self, text: Text, fact: Fact, kept: Mapping[str, Fact]) -> bool:
        """Whether a duration no cue claims stands right at a rating: "SKP dua tahun baik" tells of its years."""
        if fact.field not in self.fields or self.fields[fact.field].kind != "lama":
            return False
        ratings = [f for n, f in kept.items() if n in self.fields and self.fields[n].kind == "daftar"]
        return any(abs(r.start - fact.end) <= 1 or abs(fact.start - r.end) <= 1 for r in ratings)

    def _is_plain_list(self, name: str) -> bool:
        return self.fields[name].kind == "daftar" and not self.fields[name].choices

    def _doubts(
        self, text: Text, amounts: Sequence[Amount], values: Sequence[Value], facts: Sequence[Fact], context: Context
    ) -> Iterator[Doubt]:
        told = {fact.field for fact in facts}
        spans = [(fact.start, fact.end) for fact in facts]
        for amount in amounts:
            if amount.kind == "duration" and amount.rough:
                yield from self._rough(text, amount, told, context)
        for value in values:
            if value.bare and not value.guarded and not _overlaps(value.start, value.end, spans):
                open_fields = [name for name in value.fits if name in context.preferred and name not in told]
                if len(open_fields) > 1:
                    yield self._which(text, value, open_fields)
                    return

    def _rough(self, text: Text, amount: Amount, told: Collection[str], context: Context) -> Iterator[Doubt]:
        """ "2,3 tahun" may be 2.3 years or 2 years and 3 months."""
        field = next(
            (
                n
                for n in (*context.asked, *context.preferred)
                if n in self.fields and self.fields[n].kind == "lama" and n not in told
            ),
            None,
        )
        if field is None:
            return
        said = text.raw[amount.start : amount.end]
        years, tenths = divmod(amount.value / 12 * 10, 10)
        months = int(years) * 12 + int(tenths)
        readings = {
            f"{int(years)} tahun {int(tenths)} bulan": months,
            f"{int(amount.value)} bulan penuh": int(amount.value),
        }
        yield Doubt(field, f"“{said}” maksudnya {' atau '.join(readings)}?", readings)

    def _which(self, text: Text, value: Value, names: Sequence[str]) -> Doubt:
        said = text.raw[value.start : value.end]
        readings: dict[str, Any] = {self.fields[name].words.label: {name: value.fits[name]} for name in names[:4]}
        return Doubt(names[0], f"{said} itu untuk apa: {'; '.join(readings)}?", readings)


def _none_before(text: Text, at: int) -> int | None:
    """The first word of "tidak ada yang" where it stands right before a place."""
    for phrase in _NOBODY:
        words = phrase.split()
        if at >= len(words) and [word.text for word in text.words[at - len(words) : at]] == words:
            return at - len(words)
    return None


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in spans)


def _covered(text: Text, hit: PhraseHit[str], hidden: Sequence[tuple[int, int]]) -> bool:
    return _overlaps(text.words[hit.first].start, text.words[hit.last].end, hidden)
