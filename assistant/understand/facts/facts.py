"""Facts in free text: every fact of the shared vocabulary that a message tells, with the characters it came from.

What could be read in several ways becomes a doubt with its readings, never a guess; what cannot be (a negative amount,
a rank that does not exist) is kept as told, so that the calculator refuses it by name.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.reading import Doubt, Fact
from assistant.understand.facts.agreement import agree
from assistant.understand.facts.answers import read_answers
from assistant.understand.facts.attribution import Attribution
from assistant.understand.facts.bracketed import without_bracketed
from assistant.understand.facts.carried import carry
from assistant.understand.facts.choices import Choices
from assistant.understand.facts.claims import Claim
from assistant.understand.facts.context import Context
from assistant.understand.facts.doubts import Doubts
from assistant.understand.facts.elsewhere import without_elsewhere
from assistant.understand.facts.foreign import without_foreign
from assistant.understand.facts.in_turn import told_in_turn
from assistant.understand.facts.names import read_names
from assistant.understand.facts.none import is_none, read_none
from assistant.understand.facts.ruled import beside_rules, is_strict, ruled_values, strict_values
from assistant.understand.facts.seen import Seen
from assistant.understand.facts.settle import all_claims, settle
from assistant.understand.facts.shares import without_weights
from assistant.understand.facts.sparse import without_strangers
from assistant.understand.facts.vote_counts import with_votes_before
from assistant.understand.language.cuebook import CueBook
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.remembered import Remembered
from assistant.understand.language.text import Spans, Text, overlaps
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import AMOUNT_KINDS, Field
from assistant.understand.others.named_people import with_named_people
from assistant.understand.others.whose import own_rather
from assistant.understand.quantities.ages import with_present_ages
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.amounts import read_amounts
from assistant.understand.quantities.introduced import is_about_age, is_led_by, load_introductions
from assistant.understand.quantities.reckoned import reckoned
from assistant.understand.quantities.shifted import with_moved_days
from assistant.understand.quantities.taking import Taking
from assistant.understand.quantities.unsaid import without_unsaid
from assistant.understand.quantities.values import CREDITS, Value, amount_values
from assistant.understand.ratings.rated_times import without_rated_times
from assistant.understand.ratings.ratings import Ratings
from assistant.understand.rows.lists import Lists
from assistant.understand.rows.row_shapes import RowShape
from assistant.understand.rows.rows import Row, is_work, numbers_of_rows, read_rows

_WHOEVER = frozenset(
    {"", "apakah", "apa", "bila", "jika", "kalau", "apabila", "apalagi", "bagi", "untuk", "can", "may", "if"}
)
_PERSONS, _YES_NO, _CHOICE, _POSITION = "orang", "ya_tidak", "pilihan", "jabatan"


@dataclass(frozen=True)
class Told:
    """What a message tells: facts in its order, doubts, and the facts whose cue words stand in it."""

    facts: tuple[Fact, ...]
    doubts: tuple[Doubt, ...]
    cued: frozenset[str]


class FactReader:
    """Reads facts of the shared vocabulary."""

    def __init__(self, fields: Mapping[str, Field], attribution: Attribution | None = None) -> None:
        self.fields = fields
        self._attribution = attribution
        self._cues = CueBook(fields)
        self.choices = Choices(fields)
        self._ratings = Ratings(fields)
        self._lists = Lists(fields)
        self._amount_fields = [name for name, field in fields.items() if field.kind in AMOUNT_KINDS]
        self._cued_in: Remembered[frozenset[str]] = Remembered()

    def read(self, text: Text, context: Context, today: date, hidden: Spans = (), weighed: bool = False) -> Told:
        """The facts of a message; `hidden` characters (citations) are passed over.

        Where it is `weighed`, cue words and rules do not settle alone which fact an amount is.
        """
        seen, amounts = self._look(text, context, today, hidden)
        ruling = [*self._hidden(seen, today, hidden), *strict_values(seen)]
        seen = replace(seen, values=[value for value in seen.values if value not in ruling])
        settled = without_strangers(seen, lambda part: self._settled(self._amid(part), weighed))
        claims, passed = own_rather(seen, settled)
        claims = told_in_turn(seen, beside_rules(seen, claims, ruling))
        passed = [*passed, *ruled_values(seen)]
        left = [value for value in seen.values if value not in passed]
        facts = [_fact(text, claim) for claim in claims]
        facts += self._ratings_and_lists(seen, amounts)
        facts += read_answers(text, [*seen.cues, *self._said_apart(seen, hidden)], context, self.fields)
        none = read_none(text, seen.cues, context.named - {fact.field for fact in facts}, self.fields)
        facts += [fact for fact in none if not _is_part_of_a_choice(fact, seen.values)]
        facts += _told(text, read_names(text, seen.cues, context, self.fields))
        facts += self._rows(seen, amounts, facts, hidden)
        facts = agree(facts, claims, seen, self._cues)
        doubts = tuple(Doubts(self.fields, text, facts, context).find(amounts, left))
        cued = self._cued(text, amounts) | {claim.field for claim in claims}
        return Told(tuple(sorted(facts, key=lambda fact: fact.start)), doubts, cued)

    def names(self, text: Text, context: Context) -> list[tuple[str, str, int, int]]:
        """Each name told: field, the words in small letters, and their characters."""
        return list(read_names(text, self._cues.find(text, self._wanted(context)), context, self.fields))

    def _hidden(self, seen: Seen, today: date, hidden: Spans) -> list[Value]:
        """The numbers on characters that are passed over."""
        if not hidden:
            return []
        amounts = [a for a in read_amounts(seen.text, today) if overlaps(a.start, a.end, hidden)]
        return amount_values(amounts, self.fields, [*self._wanted(seen.context) & {*self._amount_fields}], seen.cues)

    def _settled(self, seen: Seen, weighed: bool) -> list[Claim]:
        claims = with_votes_before(seen, all_claims(seen))
        held = settle(seen, claims)
        return self._attribution.settle(seen, claims, held) if weighed and self._attribution else held

    def _amid(self, seen: Seen) -> Seen:
        """What is seen, with cues carried on to where they are meant as well."""
        some = self._of_some(seen)
        return replace(some, cues=carry(some))

    def look(self, text: Text, context: Context, today: date, hidden: Spans = ()) -> Seen:
        """The values and cues of a message, but for those told to be none."""
        return self._amid(self._look(text, context, today, hidden)[0])

    def _cued(self, text: Text, amounts: Sequence[Amount]) -> frozenset[str]:
        """The facts whose cue words stand in a message; those of a date are everyday words where no date is told."""
        dated = any(amount.kind in ("date", "since") for amount in amounts)
        cues = self._cued_in.of(text, lambda: frozenset(cue.payload for cue in self._cues.find(text, self.fields)))
        return cues if dated else frozenset(name for name in cues if self.fields[name].kind != "tanggal")

    def cued(self, text: Text) -> frozenset[str]:
        """The facts whose cue words stand in a text."""
        no = load_polarity().no
        return frozenset(cue.payload for cue in self._cues.find(text, self.fields) if not no.issuperset(cue.phrase))

    def names_a_condition(self, text: Text) -> bool:
        """Whether a cue of a yes-or-no fact or of a sanction stands in a text."""
        return any(self.fields[name].kind in (_YES_NO, _CHOICE) for name in self.cued(text))

    def holds_yes_no(self, text: Text, span: tuple[int, int], wanted: Collection[str]) -> bool:
        """Whether a cue of one of these yes-or-no facts stands on these characters."""
        names = {name for name in wanted if name in self.fields and self.fields[name].kind == _YES_NO}
        return any(_covered(text, cue, [span]) for cue in self._cues.find(text, names))

    def _look(self, text: Text, context: Context, today: date, hidden: Spans) -> tuple[Seen, Sequence[Amount]]:
        """The values and cues of a message, and its amounts."""
        wanted = self._wanted(context)
        cues = [hit for hit in self._cues.find(text, wanted) if not _covered(text, hit, hidden)]
        found = self.choices.find(text, wanted, self.fields.keys() & context.named)
        names = [(start, end) for _, _, start, end in read_names(text, cues, context, self.fields)]
        passed = [*hidden, *names]  # "Direktorat Bina Pasar Dalam Negeri" names a unit, no cluster
        choices = [v for v in found if v.fits and not overlaps(v.start, v.end, passed) and not _is_day(text, v)]
        choices = [*without_bracketed(text, choices)]
        read = read_amounts(text, today, [*hidden, *((v.start, v.end) for v in choices)], context.year)
        told = [
            amount
            for amount in without_foreign(text, read, aged=self._takes_age(context))
            if not _is_article(text, amount, choices)
        ]
        passed = [(value.start, value.end) for value in choices if not value.bare]
        taking = Taking(text, self.fields, context.preferred, cues, told, passed)
        told = with_named_people(text, without_elsewhere(text, told, taking), taking)
        told = with_present_ages(text, with_moved_days(text, told, taking), taking)
        told = without_weights(text, told, taking)
        amounts = without_unsaid(text, reckoned(text, told, replace(taking, told=told)), taking)
        of_rows = numbers_of_rows(text, amounts, context.shapes)
        single = [amount for amount in amounts if not overlaps(amount.start, amount.end, of_rows)]
        single = without_elsewhere(text, single, taking, staying=True)
        counted = amount_values(single, self.fields, [n for n in self._amount_fields if n in wanted], cues)
        counted = [self._without_ends(text, value) for value in counted]
        seen = Seen(text, [*choices, *counted], cues, self.fields, context)
        return replace(seen, values=without_rated_times(seen, self._ratings.words_in(text, cues))), amounts

    def _takes_age(self, context: Context) -> bool:
        """Whether a calculator takes how old somebody is, or none is known."""
        amounts = context.named & {*self._amount_fields}
        return not context.preferred or any(is_about_age(self.fields[name]) for name in amounts)

    def _without_ends(self, text: Text, value: Value) -> Value:
        """A value without the days of a beginning where it is led to as an end, or as another's: "pangkat dari April".

        Then neither is the time since that day what the beginning would tell.
        """
        if not value.day:
            return value
        lead = value.first
        while text.at(lead - 1) in load_introductions().since:
            lead -= 1
        refused = {name for name in value.fits if is_led_by(text, lead, self.fields[name].never_led_by)}
        refused |= {self.fields[name].began for name in refused}
        return (
            replace(value, fits={name: fit for name, fit in value.fits.items() if name not in refused})
            if refused
            else value
        )

    def _of_some(self, seen: Seen) -> Seen:
        """What is seen without the cues that are told to be none: no number belongs to "tanpa perpanjangan"."""
        cues = [cue for cue in seen.cues if not is_none(seen.text, cue, self.fields[cue.payload])]
        return replace(seen, cues=cues)

    def _wanted(self, context: Context) -> set[str]:
        """The facts to look for: those of the calculator, those asked for, and those that people tell unasked."""
        shared = {name for name, field in self.fields.items() if field.shared}
        if context.preferred:  # a number that the calculator does not take is no fact told in passing
            told = ((name, self.fields[name]) for name in shared)
            shared = {name for name, f in told if f.kind not in ("bilangan", "lama", "cacah") and not f.began}
        return shared | (self.fields.keys() & context.named)

    def _ratings_and_lists(self, seen: Seen, amounts: Sequence[Amount]) -> Iterator[Fact]:
        yield from _told(seen.text, self._ratings.find(seen.text, amounts, seen.cues, seen.context))
        yield from _told(seen.text, self._lists.find(seen.text, amounts, seen.context))

    def _said_apart(self, seen: Seen, hidden: Spans) -> list[PhraseHit[str]]:
        """Cues of yes-or-no facts whose words stand apart, for facts that no cue leads to as it is written.

        None begins within the words that lead to a choice: "pernah dijatuhi hukuman, mau tugas belajar".
        """
        unled = (self.fields.keys() & seen.context.named) - {cue.payload for cue in seen.cues}
        others = [cue for cue in seen.cues if self.fields[cue.payload].kind == _YES_NO]
        apart = [hit for hit in self._cues.apart(seen.text, unled) if not _covered(seen.text, hit, hidden)]
        choices = {n for n in self.fields.keys() & seen.context.named if self.fields[n].kind == _CHOICE}
        once = load_polarity().once
        whole = [c for c in seen.cues if c.length > 1 and c.payload in choices and once & {*c.phrase}]
        apart = [hit for hit in apart if not any(c.first <= hit.first < c.last < hit.last for c in whole)]
        return [hit for hit in apart if not any(_tells_another(seen.text, hit, cue) for cue in others)]

    def _rows(self, seen: Seen, amounts: Sequence[Amount], facts: Collection[Fact], hidden: Spans) -> Iterator[Fact]:
        text, context = seen.text, seen.context
        spans = [(f.start, f.end) for f in facts if f.field in context.shapes or self.fields[f.field].kind != _YES_NO]
        free = [a for a in amounts if not overlaps(a.start, a.end, spans) and not self._is_refused(text, a)]
        for name, shape in context.shapes.items():
            rows = read_rows(text, free, shape, asked=name in context.asked, hidden=hidden)
            if rows:
                start, end = min(start for _, (start, _) in rows), max(end for _, (_, end) in rows)
                told = tuple(self._written(text, amounts, shape, rows))
                yield Fact(name, told, start, end, text.raw[start:end])

    def _written(
        self, text: Text, amounts: Sequence[Amount], shape: RowShape, rows: Sequence[Row]
    ) -> Iterator[dict[str, object]]:
        """The rows, those of works with what is told of their writers by the words of facts of its own."""
        works = [at for at, (row, _) in enumerate(rows) if is_work(row, shape)]
        added: dict[int, dict[str, object]] = {at: {} for at in works}
        for start, name, value in self._of_writers(text, amounts, shape) if works else ():
            owner = max((at for at in works if rows[at][1][0] <= start), default=works[0])
            added[owner].setdefault(name, value)
        yield from (row | added.get(at, {}) for at, (row, _) in enumerate(rows))

    def _of_writers(self, text: Text, amounts: Sequence[Amount], shape: RowShape) -> Iterator[tuple[int, str, object]]:
        """How many writers a message tells, and which of them somebody was, with where it is told."""
        choices = {name for name in shape.own if name in self.fields and self.fields[name].kind == "pilihan"}
        for value in self.choices.find(text, choices) if choices else ():
            yield from ((value.start, name, choice) for name, choice in value.fits.items() if name in choices)
        of_persons = [name for name in shape.own if name in self.fields and name not in choices]
        for amount in amounts:
            if amount.kind == "number" and amount.unit == _PERSONS:
                fitting = (name for name in of_persons if self.fields[name].words.unit == _PERSONS)
                yield from ((amount.start, name, int(amount.value)) for name in fitting)

    def _is_refused(self, text: Text, amount: Amount) -> bool:
        """Whether a number is told as an excess or as required, so that it is no row either ("butuh 100")."""
        amounts_of_credit = (field for field in self.fields.values() if field.words.unit == CREDITS)
        refusing = (field.never_led_by for field in amounts_of_credit if field.never_led_by)
        refused = not amount.counts_noun and any(is_led_by(text, amount.first, words) for words in refusing)
        return refused or is_strict(text, amount.first)


def _fact(text: Text, claim: Claim) -> Fact:
    value = claim.value
    words = text.raw[value.start : value.end]
    return Fact(claim.field, value.fits[claim.field], value.start, value.end, words, value.bound)


def _is_article(text: Text, amount: Amount, choices: Sequence[Value]) -> bool:
    """Whether "seorang" only leads to what somebody is: "ketuanya seorang ahli muda"; of a position it counts who hold it."""
    one = amount.unit == _PERSONS and amount.value == 1
    alone = one and amount.first == amount.last and text.at(amount.first).isalpha()
    counted = text.at(amount.first - 1) not in _WHOEVER  # "apakah seorang pengawas ..." asks of anybody
    return alone and any(v.first == amount.last + 1 and not (counted and _POSITION in v.fits) for v in choices)


def _is_day(text: Text, value: Value) -> bool:
    """Whether a choice is the month of a date and no period, which begins on its first day: "10 Oktober"."""
    day, months = text.at(value.first - 1), load_units().month_names
    return value.first == value.last and text.at(value.first) in months and day.isdecimal() and int(day) > 1


def _told(text: Text, found: Iterator[tuple[str, object, int, int]]) -> Iterator[Fact]:
    """Facts found as field, value and characters."""
    for name, value, start, end in found:
        yield Fact(name, value, start, end, text.raw[start:end])


def _tells_another(text: Text, apart: PhraseHit[str], cue: PhraseHit[str]) -> bool:
    """Whether words found apart stand in what another fact's cue tells: no "pernah tugas belajar" in "pernah batal tugas belajar"."""
    crosses = cue.first <= apart.last and apart.first <= cue.last
    return crosses and any(word.text not in apart.phrase for word in text.words[cue.first : cue.last + 1])


def _is_part_of_a_choice(none: Fact, values: Sequence[Value]) -> bool:
    """Whether what is told to be none is the beginning of a choice: "tidak ada penulis utama" are not no writers."""
    return any(value.start <= none.start and none.end < value.end for value in values)


def _covered(text: Text, hit: PhraseHit[str], hidden: Spans) -> bool:
    return overlaps(*text.span(hit.first, hit.last), hidden)
