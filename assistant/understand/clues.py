"""Everything that is seen in one question before it is decided what it means."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from rapidfuzz.distance import OSA
from wordfreq import word_frequency, zipf_frequency

from assistant.conversation import Conversation
from assistant.reading import Fact
from assistant.tools import Tool
from assistant.understand.amount import Amount
from assistant.understand.amounts import read_amounts
from assistant.understand.classifier import INTENTS, Classifier, Encode, Guess
from assistant.understand.context import Context
from assistant.understand.domain import Domain, load_domain
from assistant.understand.examples import Example, examples_for, topics
from assistant.understand.facts import FactReader, Told
from assistant.understand.figures import Figures
from assistant.understand.followups import content, taken_back
from assistant.understand.rows import load_row_words, shapes_of
from assistant.understand.sayings import Sayings
from assistant.understand.scope import Scope
from assistant.understand.split import lone_question
from assistant.understand.testimony import Case, Testimony
from assistant.understand.text import Spans, Speller, Text, overlaps
from assistant.understand.vectors import Remembering, example_vectors, keep_learned
from assistant.understand.vocabulary import fields, spelling_words
from corpus.library import Corpus
from corpus.mentions import Mention
from corpus.references import CitationLanguage, Resolution

_SHORTEST_SLIP = 4  # letters from which a word may be misspelt
_LONG = 9  # letters from which two slips are forgiven
_TELLING = 2  # words a question and a provision must share
_MARKS = ".,;:()\"'“”"
_SEVERAL = 3  # questions in which a word is said that the field knows
_WHOLE = 0.5  # how much the message counts beside one question of it
_EVERYDAY = 3.3  # frequency from which a word belongs to everyday speech
_THIN, _AROUND_THIN = 4, 2.0  # a question of so few words means little without the message around it
_NAME = "teks"  # facts that are names, whose own words tell nothing else
_ROWS = ("kegiatan", "butir")  # what the rows of an attachment are called
_PROVISIONS = frozenset({"pasal", "ayat", "huruf", "bab"})
_SMALL_UNITS = frozenset({"angka", "nomor", "butir", "baris", "teks"})


@dataclass(frozen=True)
class Clues:
    """One question with what was seen in it."""

    text: Text
    whole: Text
    at: int  # where the question begins in the whole message
    mentions: tuple[Mention, ...]
    told: Told
    amounts: tuple[Amount, ...]
    guesses: tuple[Guess, ...]
    positions: tuple[str, ...]
    within: tuple[str, ...]  # the regulations named, or those of the ministry named; () where none is
    content: tuple[str, ...]
    conversation: Conversation
    read: dict[tuple[object, ...], Told] = field(default_factory=dict, compare=False)  # what was read for a calculator

    def score(self, label: str) -> float:
        """The classifier's score of one intent."""
        return next((guess.score for guess in self.guesses if guess.label == label), 0.0)

    def near(self, label: str) -> float:
        """How alike the most similar example of one intent is."""
        return next((guess.near for guess in self.guesses if guess.label == label), 0.0)

    @property
    def cites(self) -> bool:
        """Whether a provision is named by its number."""
        return any(mention.steps for mention in self.mentions)


class Observer:
    """Looks at questions; holds what is expensive to build."""

    def __init__(
        self, corpus: Corpus, encode: Encode, tools: Mapping[str, Tool], today: Callable[[], date], cache: Path | None
    ) -> None:
        self.corpus = corpus
        self.tools = tools
        self.inputs = {name: frozenset(tool.facts.model_fields) for name, tool in tools.items()}
        self._shapes = {name: shapes_of(tool.facts) for name, tool in tools.items()}
        self.today = today
        self.domain: Domain = load_domain()
        self.language = CitationLanguage(corpus.regulations)
        self.scope = Scope(corpus.regulations, self.domain)
        self.fields = fields()
        self.speller = Speller(spelling_words())
        self.facts = FactReader(self.fields)
        self.figures = Figures(self.speller)
        self.topics = topics()
        self._encode = Remembering(encode)
        examples = examples_for(tools.keys())
        texts = [self.speller.read(example.text).plain for example in examples]
        self.intents = {example.intent.label: example.intent for example in examples}
        labels = [example.intent.label for example in examples]
        vectors = example_vectors(texts, encode, cache)
        self.classifier = Classifier(texts, labels, vectors, keep_learned(texts, labels, vectors, cache, shape=INTENTS))
        self.testimony = Testimony(Sayings(self.speller, encode, cache))
        self.law_words = self._law_words()
        self.known_words = self.law_words | _often_said(t for t, e in zip(texts, examples, strict=True) if _answered(e))
        self.spoken_of = self._outside_laws()
        self._by_start: dict[str, list[str]] = {}
        for word in self.known_words:
            self._by_start.setdefault(word[:2], []).append(word)

    def look(self, whole: Text, span: tuple[int, int], conversation: Conversation) -> Clues:
        """The clues of the question that stands on these characters of the message."""
        text = self.speller.read(whole.raw[span[0] : span[1]])
        mentions = tuple(m for m in self.language.find(text.raw) if _meant(m))
        hidden = _spans(mentions)
        told = self.facts.read(text, Context(), self.today(), hidden)
        taken = [*hidden, *((fact.start, fact.end) for fact in told.facts)]
        return Clues(
            text=text,
            whole=whole,
            at=span[0],
            mentions=mentions,
            told=told,
            amounts=read_amounts(text, self.today(), hidden),
            guesses=self._guesses(text, whole),
            positions=self._positions(text, mentions),
            within=self.scope.of(text, {m.regulation for m in mentions if m.regulation}, ()),
            content=tuple(content(text, taken)),
            conversation=conversation,
        )

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

    def facts_for(self, clues: Clues, tool: str, others: Spans = ()) -> Told:
        """The facts for a calculator: all that the message tells outside its `others`, the other questions."""
        key = (tool, *others)
        if key not in clues.read:
            context, hidden = self._reading(clues, tool, others)
            clues.read[key] = self._told(clues.whole, context, hidden)
        return clues.read[key]

    def worded_for(self, clues: Clues, tool: str) -> Told:
        """The facts for a calculator that are told by their own words."""
        key = (tool, None)
        if key not in clues.read:
            context, hidden = self._reading(clues, tool)
            clues.read[key] = self.facts.read(clues.whole, context, self.today(), hidden)
        return clues.read[key]

    def cases_for(self, clues: Clues, tool: str) -> Iterator[Case]:
        """Every value that a message may tell of each fact a calculator takes, with what speaks for it."""
        _, hidden = self._reading(clues, tool)
        known = [fact for fact in self.worded_for(clues, tool).facts if fact.field in self.inputs[tool]]
        return self.testimony.cases(clues.whole, self.testimony.judges(self.inputs[tool]), known, hidden)

    def _reading(self, clues: Clues, tool: str, others: Spans = ()) -> tuple[Context, Spans]:
        """What leads the reading of facts for a calculator, and the characters that it passes over."""
        asked = tuple(field for field in clues.conversation.asked if field in self.fields)
        context = Context(self.inputs[tool], asked, self._shapes[tool])
        mentions = [
            m for m in self.language.find(clues.whole.raw) if not (context.shapes and _names_row(clues.whole, m))
        ]
        return context, [*_spans(mentions), *taken_back(clues.whole), *others]

    def _told(self, text: Text, context: Context, hidden: Spans = ()) -> Told:
        """What is told by its own words, and of what a calculator takes, what those and sayings together testify.

        What was asked for just before is taken as it is answered.
        """
        told = self.facts.read(text, context, self.today(), hidden)
        known = [fact for fact in told.facts if fact.field in context.named]
        judged = self.testimony.judges(context.named - ({*context.asked} & {fact.field for fact in known}))
        hidden = [*hidden, *((f.start, f.end) for f in known if self.fields[f.field].kind == _NAME)]
        facts = [fact for fact in told.facts if fact.field not in judged]
        facts += self.testimony.facts(text, judged, known, hidden)
        return replace(told, facts=tuple(sorted(facts, key=lambda fact: fact.start)))

    def tells_more(self, clues: Clues, fresh: str, tool: str) -> bool:
        """Whether another calculator finds a fact in a question that the one at work does not take."""
        old, new = self.inputs[tool], self.inputs[fresh]
        taken = [(f.start, f.end) for f in self.facts_for(clues, tool).facts if f.field in old]
        found = [f for f in self.facts_for(clues, fresh).facts if f.field in new and f.field not in old]
        return any(not overlaps(fact.start, fact.end, taken) for fact in found)

    def look_at(self, said: str, conversation: Conversation) -> Clues:
        """The clues of a message that is one question."""
        return self.look(self.speller.read(said), (0, len(said)), conversation)

    def facts_of(self, said: str, tool: str = "") -> tuple[Fact, ...]:
        """The facts of an earlier message, as a calculator takes them where one is named."""
        context = Context(self.inputs[tool]) if tool else Context()
        return self._told(self.speller.read(said), context).facts

    def knows(self, word: str) -> bool:
        """Whether a word is one of the field's, a slip or two forgiven."""
        if word in self.known_words or len(word) < _SHORTEST_SLIP or word_frequency(word, "id", wordlist="small"):
            return word in self.known_words
        slips = 2 if len(word) >= _LONG else 1
        alike = self._by_start.get(word[:2], ())
        return any(OSA.distance(word, known, score_cutoff=slips) <= slips for known in alike)

    def tells_field(self, word: str) -> bool:
        """Whether a word is one of the five texts and hardly one of everyday speech ("majeure")."""
        return word in self.law_words and len(word) >= _SHORTEST_SLIP and zipf_frequency(word, "id") < _EVERYDAY

    def resolve(self, clues: Clues, scope: Collection[str]) -> list[Resolution]:
        """What each provision that is named means."""
        named = [mention for mention in clues.mentions if mention.steps]
        found = [self.language.resolve(mention, tuple(scope), clues.conversation.cited) for mention in named]
        return [self._by_subject(clues, each) if each.candidates else each for each in found]

    def _by_subject(self, clues: Clues, found: Resolution) -> Resolution:
        """Of several provisions the one that the rest of the question is about, when only one of them is."""
        asked = {word for word in clues.content if len(word) >= _SHORTEST_SLIP}
        shared = [
            len(asked & set(self.speller.read(self.corpus.node(a).words).plain.split())) for a in found.candidates
        ]
        best = max(shared)
        if best < _TELLING or sum(count > best // 2 for count in shared) > 1:
            return found
        target = found.candidates[shared.index(best)]
        return Resolution(found.mention, (target,), regulation=target.regulation)

    def _positions(self, text: Text, mentions: Sequence[Mention]) -> tuple[str, ...]:
        named = [self.corpus.regulations[m.regulation].jabatan for m in mentions if m.regulation]
        return tuple(dict.fromkeys(position for position in (*named, *self.positions_said(text)) if position))

    def positions_said(self, text: Text) -> tuple[str, ...]:
        """The positions named in words, each once."""
        said = (value.fits.get("jabatan") for value in self.facts.choices.find(text))
        return tuple(dict.fromkeys(position for position in said if position))

    def _vectors(self, texts: Sequence[str]) -> Any:
        return np.asarray(self._encode(texts), np.float32)

    def _outside_laws(self) -> frozenset[frozenset[str]]:
        """The numbers of every law outside the corpus that a Pasal itself names."""
        words = (node.words for identity in self.corpus.regulations for node in self.corpus.pasals(identity))
        return frozenset(_numbers(m.outside) for text in words for m in self.language.find(text) if m.outside)

    def speaks_of(self, mention: Mention) -> bool:
        """Whether the texts speak of this law outside the corpus in more than their preambles."""
        asked = _numbers(mention.outside)
        return any(asked <= numbers for numbers in self.spoken_of if asked)

    def _law_words(self) -> frozenset[str]:
        """The words of the five texts."""
        words: set[str] = set()
        for regulation in self.corpus.regulations.values():
            for node in regulation.root.walk():
                words.update(node.text.casefold().replace("/", " ").split())
        return frozenset(word.strip(_MARKS) for word in words)


def _answered(example: Example) -> bool:
    """Whether the texts answer this utterance."""
    return bool(example.intent.tool) or example.intent.kind == "clause"


def _often_said(texts: Iterable[str]) -> frozenset[str]:
    """The words that several of these texts share."""
    counts = Counter(word for text in texts for word in {word.strip(_MARKS) for word in text.split()})
    return frozenset(word for word, count in counts.items() if count >= _SEVERAL)


def _numbers(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", name))


def _spans(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """The characters in which no fact is told; a bare name ("kementerian PUPR") may still tell one."""
    hiding = [m for m in mentions if _meant(m) and (m.steps or any(letter.isdigit() for letter in m.text))]
    named = [m.named for m in hiding if m.named]  # "lampiran II Permendag 82/2020": 82 is no number of an example
    return [*((mention.start, mention.end) for mention in hiding), *named]


def _meant(mention: Mention) -> bool:
    """A lone "nomor 12" or "angka 80" names a row or an amount, not a provision."""
    return not (mention.relative and all(unit in _SMALL_UNITS for unit, _ in mention.steps))


def _names_row(text: Text, mention: Mention) -> bool:
    """Whether a provision is a row of an attachment told as what was done: "kegiatan nomor 40 Lampiran I 6 kali"."""
    before = text.at(next(iter(text.places(mention.start, mention.end)), 0) - 1)
    named = before in load_row_words().reference or mention.text.casefold().startswith(_ROWS)
    return named and not any(unit in _PROVISIONS for unit, _ in mention.steps)
