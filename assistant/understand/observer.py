"""Looks at a question: what it names and tells, and which examples it is like, before it is decided what it means."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np

from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.reading import Fact
from assistant.tools import Tool
from assistant.understand.clues import Clues
from assistant.understand.facts.agreement import with_events
from assistant.understand.facts.aimed_rank import aimed_ranks
from assistant.understand.facts.aims import aimed
from assistant.understand.facts.attribution import Attribution
from assistant.understand.facts.context import Context, year_spoken_of
from assistant.understand.facts.facts import FactReader, Told
from assistant.understand.facts.implied import implied
from assistant.understand.facts.limited import read_again, without_limited
from assistant.understand.facts.mere_no import with_what_is_denied
from assistant.understand.facts.ruled_choices import ruled_choices
from assistant.understand.facts.sayings import Sayings
from assistant.understand.facts.seen import Seen
from assistant.understand.facts.set_aside import set_aside
from assistant.understand.facts.short_names import by_short_name
from assistant.understand.facts.testimony import Case, Testimony
from assistant.understand.following.followups import content, taken_back
from assistant.understand.following.thin import returns
from assistant.understand.intent.classifier import INTENTS, Classifier, Encode, Guess
from assistant.understand.intent.domain import Domain, load_domain
from assistant.understand.intent.examples import Example, examples_for, topics
from assistant.understand.intent.mentions import LawsOutside, by_subject, is_meant, names_row, spans_of
from assistant.understand.intent.scope import Scope
from assistant.understand.intent.vectors import Remembering, example_vectors, keep_learned
from assistant.understand.language.lexicon import SHORTEST_SLIP, Lexicon
from assistant.understand.language.text import Spans, Speller, Text, overlaps
from assistant.understand.language.vocabulary import fields, spelling_words
from assistant.understand.message.amended import amended
from assistant.understand.message.disclaimed import without_disclaimed
from assistant.understand.message.known import known_matters
from assistant.understand.message.repeated import without_repeated
from assistant.understand.message.self_answered import told_plainly
from assistant.understand.message.split import lone_question
from assistant.understand.message.twice_denied import plainly
from assistant.understand.others.named_units import passed_over
from assistant.understand.others.own_aside import without_own_aside
from assistant.understand.others.unheld import named_posts, unheld_choices
from assistant.understand.others.unmeant import unmeant
from assistant.understand.others.whose import others_choices
from assistant.understand.premises.contradictions import Contradictions, Search
from assistant.understand.premises.denied import Denied
from assistant.understand.premises.figures import Figures
from assistant.understand.premises.held import Held
from assistant.understand.premises.statutes import Statutes
from assistant.understand.premises.strangers import Strangers
from assistant.understand.quantities.absent import without_absent
from assistant.understand.quantities.amounts import read_amounts
from assistant.understand.quantities.authors import with_main_author
from assistant.understand.quantities.coming import done_so_far
from assistant.understand.quantities.values import Value
from assistant.understand.rows.row_shapes import shapes_of
from corpus.library import Corpus
from corpus.mentions import Mention
from corpus.references import CitationLanguage, Resolution

_WHOLE = 0.5  # how much the message counts beside one question of it
_THIN, _AROUND_THIN = 4, 2.0  # a question of so few words means little without the message around it
_SLIPS = 4  # put right within one message
_RANKS_AIMED = frozenset({"golongan_tujuan"})  # where one of these is taken, the rank aimed at is a fact
_NAME = "teks"  # facts that are names, whose own words tell nothing else


class Observer:
    """Looks at questions; holds what is expensive to build."""

    def __init__(
        self,
        corpus: Corpus,
        encode: Encode,
        search: Search,
        tools: Mapping[str, Tool],
        today: Callable[[], date],
        cache: Path | None,
    ) -> None:
        self.corpus = corpus
        self.law = Law(corpus)
        self.tools = tools
        self.inputs = {name: frozenset(tool.facts.model_fields) for name, tool in tools.items()}
        self.shapes = {name: shapes_of(tool.facts) for name, tool in tools.items()}
        self.today = today
        self.domain: Domain = load_domain()
        self.language = CitationLanguage(corpus.regulations)
        self.scope = Scope(corpus.regulations, self.domain)
        self.fields = fields()
        self.speller = Speller(spelling_words())
        self.figures = Figures(self.speller)
        self.topics = topics()
        self._encode = Remembering(encode)
        examples = examples_for(tools.keys())
        texts = [self.speller.read(example.text).plain for example in examples]
        self.intents = {example.intent.label: example.intent for example in examples}
        labels = [example.intent.label for example in examples]
        vectors = example_vectors(texts, encode, cache)
        self.classifier = Classifier(texts, labels, vectors, keep_learned(texts, labels, vectors, cache, shape=INTENTS))
        sayings = Sayings(self.speller, encode, cache)
        self.testimony, self.attribution = Testimony(sayings), Attribution(sayings)
        self.facts = FactReader(self.fields, self.attribution)
        self.lexicon = Lexicon(corpus, (t for t, e in zip(texts, examples, strict=True) if _answered(e)))
        self.contradictions = Contradictions(self.speller, self._encode, search, cache)
        self.statutes = Statutes(corpus, self.speller)
        self.held = Held(corpus, self.speller, search)
        self.strangers = Strangers(search, self.statutes)
        self.denied = Denied(corpus, self.speller, search, self.statutes)
        self.laws_outside = LawsOutside(corpus, self.language)

    def hear(self, said: str) -> Text:
        """A message as its writer put it right while writing."""
        text = self.speller.read(said)
        for mend in (
            plainly,
            without_disclaimed,
            without_own_aside,
            with_what_is_denied,
            self._told_plainly,
            without_repeated,
        ):
            if (plain := mend(text)) != text.raw:
                text = self.speller.read(plain)
        for _ in range(_SLIPS):
            mended = amended(text, self.facts.choices, self.today())
            if mended == text.raw:
                break
            text = self.speller.read(mended)
        return text

    def _told_plainly(self, text: Text) -> str:
        """A message with what its writer asks and answers as told."""
        return told_plainly(text, lambda said: self.facts.names_a_condition(self.speller.read(said)))

    def look(self, whole: Text, span: tuple[int, int], conversation: Conversation) -> Clues:
        """The clues of the question that stands on these characters of the message."""
        text = self.speller.read(whole.raw[span[0] : span[1]])
        mentions = tuple(m for m in self.language.find(text.raw) if is_meant(m))
        hidden = spans_of(mentions, text.raw)
        year = self.year_of(conversation)
        told = self.facts.read(text, Context(year=year), self.today(), hidden)
        taken = [*hidden, *((fact.start, fact.end) for fact in told.facts)]
        cited = {mention.regulation for mention in mentions if mention.regulation}
        within, opening = self.scope.of(text, cited, ()), None if conversation.going_on else whole
        about = self.scope.of(text, cited, (), opening)
        return Clues(
            text=text,
            whole=whole,
            at=span[0],
            mentions=mentions,
            told=told,
            amounts=read_amounts(text, self.today(), hidden, year),
            guesses=self._guesses(text, whole),
            positions=self._positions(text, mentions),
            within=within if not about or {*within} & {*about} else (),  # a matter of another ministry alone
            content=tuple(content(text, taken)),
            conversation=conversation,
            unheld=unheld_choices(whole, self.facts.choices.find(whole, named_posts())),
            about=about,
        )

    def year_of(self, conversation: Conversation) -> int:
        """The year that a day without one is of in a conversation."""
        return year_spoken_of(conversation, self.today())

    def _guesses(self, text: Text, whole: Text) -> tuple[Guess, ...]:
        """The classifier's guesses; a lone question counts as much as the text around it, the whole message less."""
        around = _AROUND_THIN if text.length <= _THIN else _WHOLE
        texts = {text.plain: 1.0} if text.raw == whole.raw else {text.plain: 1.0, whole.plain: around}
        if alone := lone_question(text):
            texts[self.speller.read(alone).plain] = 1.0
        found: dict[str, list[Guess]] = {}
        for words, vector in zip(texts, self._vectors([*texts]), strict=True):
            for guess in self.classifier.rank(words, vector):
                found.setdefault(guess.label, []).append(guess)
        counted = [*texts.values()]
        means = [
            Guess(label, fmean((g.score for g in own), counted), max(g.near for g in own))
            for label, own in found.items()
        ]
        return tuple(sorted(means, key=lambda guess: -guess.score))

    def guess(self, words: str) -> list[Guess]:
        """The classifier's guesses for plain words."""
        return self.classifier.rank(words, self._vectors([words])[0])

    def facts_for(self, clues: Clues, tool: str, others: Spans = ()) -> Told:
        """The facts for a calculator: all that the message tells outside its `others`, the other questions."""
        key = (tool, *others)
        if key not in clues.read:
            context, hidden = self._reading(clues, tool, others)
            told = self._told(clues.whole, context, hidden)
            facts = without_absent(clues.whole, aimed(clues, told.facts, self.inputs[tool]), clues.conversation.facts)
            clues.read[key] = replace(told, facts=(*facts, *self._by_short_name(clues, tool, facts)))
        return clues.read[key]

    def _by_short_name(self, clues: Clues, tool: str, told: Sequence[Fact]) -> Iterator[Fact]:
        """What a case that was worked on before is told by a short name."""
        if tool not in clues.conversation.worked or clues.cites:
            return iter(())
        own = {name: field for name, field in self.fields.items() if name in self.inputs[tool]}
        known = {**clues.conversation.facts, **clues.conversation.supposed}.keys() | {*clues.conversation.asked}
        return by_short_name(clues.whole, told, own, known)

    def worded_for(self, clues: Clues, tool: str) -> Told:
        """The facts for a calculator that are told by their own words."""
        key = (tool, None)
        if key not in clues.read:
            context, hidden = self._reading(clues, tool)
            clues.read[key] = self.facts.read(clues.whole, context, self.today(), hidden)
        return clues.read[key]

    def seen_for(self, clues: Clues, tool: str) -> Seen:
        """The values and cues of a message as a calculator looks at them."""
        context, hidden = self._reading(clues, tool)
        return self.facts.look(clues.whole, context, self.today(), hidden)

    def cases_for(self, clues: Clues, tool: str) -> Iterator[Case]:
        """Every value that a message may tell of each fact a calculator takes, with what speaks for it."""
        _, hidden = self._reading(clues, tool)
        known = [fact for fact in self.worded_for(clues, tool).facts if fact.field in self.inputs[tool]]
        return self.testimony.cases(clues.whole, self.testimony.judges(self.inputs[tool]), known, hidden)

    def _reading(self, clues: Clues, tool: str, others: Spans = ()) -> tuple[Context, Spans]:
        """What leads the reading of facts for a calculator, and the characters that it passes over."""
        asked = tuple(field for field in clues.conversation.asked if field in self.fields)
        context = Context(self.inputs[tool], asked, self.shapes[tool], self.year_of(clues.conversation))
        mentions = [
            m for m in self.language.find(clues.whole.raw) if not (context.shapes and names_row(clues.whole, m))
        ]
        # "bukan kelompok suksesi tapi ..." denies a yes-or-no fact; only of other facts it takes a value back
        back = [s for s in taken_back(clues.whole) if not self.facts.holds_yes_no(clues.whole, s, context.named)]
        told = self.facts.choices.find(clues.whole, context.named)
        own = {name: field for name, field in self.facts.choices.fields.items() if name in context.named}
        foreign = [
            *others_choices(clues.whole, told, own),
            *(aimed_ranks(clues.whole, told) if not own.keys() & _RANKS_AIMED else ()),
            *known_matters(clues.whole, told),
            *ruled_choices(clues.whole, told),
            *unmeant(clues.whole),
            *set_aside(clues.whole, told),
            *passed_over(clues.whole, self.facts.names(clues.whole, context), told),
            *(span for span in clues.unheld if not _is_part_of_another(span, told)),
        ]
        return context, [*spans_of(mentions, clues.whole.raw), *back, *others, *foreign]

    def _told(self, text: Text, context: Context, hidden: Spans = ()) -> Told:
        """What is told and not limited nearby; a choice that is no longer or not yet so gives way to another one told."""
        told = self._all_told(text, context, hidden)
        limited = without_limited(text, told.facts, context.named)
        facts = [*limited.facts]
        if again := {fact.field for fact in limited.withdrawn} & read_again():
            passed = [*hidden, *((fact.start, fact.end) for fact in limited.withdrawn)]
            other = without_limited(text, self._all_told(text, context, passed).facts, context.named)
            facts += [fact for fact in other.facts if fact.field in again]
        # What is implied stands before what it follows from, which counts as told last.
        facts = [*implied(text, [*facts, *limited.withdrawn], context.named), *facts]
        return replace(told, facts=tuple(sorted(done_so_far(text, facts), key=lambda fact: fact.start)))

    def _all_told(self, text: Text, context: Context, hidden: Spans = ()) -> Told:
        """What is told by its own words, and of what a calculator takes, what those and sayings together testify.

        What was asked for just before is taken as it is answered.
        """
        told = self.facts.read(text, context, self.today(), hidden, weighed=True)
        known = [fact for fact in told.facts if fact.field in context.named]
        judged = self.testimony.judges(context.named - ({*context.asked} & {fact.field for fact in known}))
        hidden = [*hidden, *returns(text), *((f.start, f.end) for f in known if self.fields[f.field].kind == _NAME)]
        facts = [fact for fact in told.facts if fact.field not in judged]
        facts += self.testimony.facts(text, judged, known, hidden)
        facts = [*with_main_author(text, with_events(facts, self.fields, context.named))]
        return replace(told, facts=tuple(sorted(facts, key=lambda fact: fact.start)))

    def tells_more(self, clues: Clues, fresh: str, tool: str, known: Spans = ()) -> bool:
        """Whether another calculator finds a fact in a question that the one at work does not take."""
        old, new = self.inputs[tool], self.inputs[fresh]
        taken = [*known, *((f.start, f.end) for f in self.facts_for(clues, tool).facts if f.field in old)]
        found = [f for f in self.facts_for(clues, fresh).facts if f.field in new and f.field not in old]
        return any(not overlaps(fact.start, fact.end, taken) for fact in found)

    def look_at(self, said: str, conversation: Conversation) -> Clues:
        """The clues of a message that is one question."""
        text = self.hear(said)
        return self.look(text, (0, len(text.raw)), conversation)

    def facts_of(self, said: str, tool: str = "") -> tuple[Fact, ...]:
        """The facts of an earlier message, as a calculator takes them where one is named."""
        context = Context(self.inputs[tool]) if tool else Context()
        return self._told(self.hear(said), context).facts

    def resolve(self, clues: Clues, scope: Collection[str]) -> list[Resolution]:
        """What each provision that is named means."""
        named = [mention for mention in clues.mentions if mention.steps]
        found = [self.language.resolve(mention, tuple(scope), clues.conversation.cited) for mention in named]
        asked = {word for word in clues.content if len(word) >= SHORTEST_SLIP}
        return [by_subject(each, asked, self.corpus, self.speller) if each.candidates else each for each in found]

    def _positions(self, text: Text, mentions: Sequence[Mention]) -> tuple[str, ...]:
        named = [self.corpus.regulations[m.regulation].jabatan for m in mentions if m.regulation]
        return tuple(dict.fromkeys(position for position in (*named, *self.positions_said(text)) if position))

    def positions_said(self, text: Text) -> tuple[str, ...]:
        """The positions named in words, each once."""
        said = (value.fits.get("jabatan") for value in self.facts.choices.find(text))
        return tuple(dict.fromkeys(position for position in said if position))

    def _vectors(self, texts: Sequence[str]) -> Any:
        return np.asarray(self._encode(texts), np.float32)


def _is_part_of_another(span: tuple[int, int], told: Sequence[Value]) -> bool:
    """Whether the name of a post that nobody holds is part of a choice of another kind: "laporan unit pelaksana"."""
    start, end = span
    around = (v for v in told if v.start <= start and end <= v.end and v.end - v.start > end - start)
    return any(not named_posts() & v.fits.keys() for v in around)


def _answered(example: Example) -> bool:
    """Whether the texts answer this utterance."""
    return bool(example.intent.tool) or example.intent.kind == "clause"
