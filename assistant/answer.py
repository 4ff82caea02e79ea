"""ask(question, conversation) -> Answer: understand, gather evidence, compose, verify. The whole story on one screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from pydantic import ValidationError

from assistant import compose
from assistant.calculation import Calculation, Caveat, Missing
from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.errors import InputError
from assistant.explain import Explainer
from assistant.facts import question_for
from assistant.glossary import define
from assistant.lookup import Found, look_up, provisions
from assistant.phrases import phrase
from assistant.reading import Part, Reading
from assistant.reply import Answer, AnswerKind
from assistant.tools import problems, tools
from assistant.verify import verify
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from index.search import Index


class Understands(Protocol):
    """Whoever reads a message in the light of the conversation."""

    def read(self, message: str, conversation: Conversation) -> Reading:
        """What the message asks, with the facts and provisions it names."""
        ...


@dataclass(frozen=True)
class Draft:
    """The answer to one question of the message, with all its evidence, before it is verified."""

    kind: AnswerKind
    text: str
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    missing: tuple[Missing, ...] = ()
    warnings: tuple[Caveat, ...] = ()
    mode: Literal["extractive", "model"] = "extractive"
    own: tuple[str, ...] = ()  # fixed sentences of the assistant in it, which claim no rule


EXPLAINED = 4  # provisions a chat model is given at most


class Assistant:
    """Answers questions over the corpus; one instance serves all conversations."""

    def __init__(
        self,
        corpus: Corpus,
        index: Index,
        understanding: Understands,
        today: Callable[[], date] = date.today,
        explainer: Explainer | None = None,
    ) -> None:
        self.corpus = corpus
        self.index = index
        self.law = Law(corpus)
        self.understanding = understanding
        self.today = today
        self.explainer = explainer

    def ask(self, message: str, conversation: Conversation) -> Answer:
        """Answer one message and remember what the next one may refer to."""
        reading = self.understanding.read(message, conversation)
        conversation.said.append(message)
        conversation.language = reading.language
        drafts = [
            self._verified(self._draft(part, conversation, reading), conversation, reading) for part in reading.parts
        ]
        answer = self._join(drafts, conversation, reading)
        self._remember(answer, conversation)
        return answer

    def _draft(self, part: Part, conversation: Conversation, reading: Reading) -> Draft:
        language = reading.language
        corrections = [phrase(language, "corrected", correction=text) for text in part.premises]
        if part.kind == "forget":
            conversation.forget()
            draft = _own("smalltalk", phrase(language, "forgotten"))
        elif part.kind == "smalltalk":
            draft = _own("smalltalk", phrase(language, "smalltalk", part.topic or "help"))
        elif part.doubts:
            draft = self._doubt(part)
        elif part.kind == "calculation" and part.tool is not None:
            draft = self._calculate(part, conversation, language)
        elif part.unresolved and not part.provisions:
            draft = _own("clause", *part.unresolved)
        elif part.kind == "out_of_scope":
            draft = self._decline(part, language)
        else:
            draft = self._clause(part, language)
        return replace(draft, text="\n\n".join((*corrections, draft.text)))

    def _calculate(self, part: Part, conversation: Conversation, language: str) -> Draft:
        tool = tools()[part.tool or ""]
        told = {**conversation.facts, **{fact.field: fact.value for fact in part.facts}}
        if not part.what_if:
            conversation.facts.update({fact.field: fact.value for fact in part.facts})
            conversation.skipped.update(part.skipped)
            conversation.tool = tool.name
        inputs = {name: told[name] for name in tool.facts.model_fields if name in told}
        if "tanggal" in tool.facts.model_fields:
            inputs.setdefault("tanggal", self.today())
        try:
            found = tool.run(inputs, self.law)
        except (ValidationError, InputError) as error:
            return _refused(error)
        asked = tuple(m for m in found.missing if m.field not in conversation.skipped)
        found = replace(found, missing=asked)
        kind: AnswerKind = "clarify" if asked and not found.requirements else "calculation"
        if found.requirements:
            kind = "eligibility"
        return Draft(kind, compose.say_calculation(found, language), found.citations, (found,), asked, found.warnings)

    def _clause(self, part: Part, language: str) -> Draft:
        if part.provisions:
            cited = provisions(part.provisions, self.corpus)
            text = "\n\n".join(compose.say_provision(c, language) for c in cited)
            return Draft("clause", text, cited, warnings=self._touching(cited))
        defined = define(part.text, self.corpus, part.regulations)
        if defined:
            text = "\n\n".join(compose.say_provision(c, language) for c in defined)
            return Draft("clause", text, defined, warnings=self._touching(defined))
        found = look_up(part, self.corpus, self.index)
        if found is None:
            return _own("out_of_scope", phrase(language, "not_found"))
        text, cited = self._say_found(found, language)
        return Draft("clause", text, cited, warnings=self._touching(cited[: 2 if found.twin else 1]))

    def _say_found(self, found: Found, language: str) -> tuple[str, tuple[Citation, ...]]:
        shown = [_say(found.citation, found.sentence, language)]
        cited = [found.citation]
        if found.twin is not None:
            shown.insert(0, phrase(language, "both_same" if found.same else "both_differ"))
            shown.append(_say(found.twin, found.twin_sentence, language))
            cited.append(found.twin)
        near = tuple(c for c in found.near if c not in cited)
        if near:
            shown.append(phrase(language, "also", labels="; ".join(map(compose.link, near))))
        return "\n\n".join(shown), (*cited, *near)

    def _decline(self, part: Part, language: str) -> Draft:
        names = "; ".join(f"{r.short} ({r.title})" for r in self.corpus.regulations.values())
        text = phrase(language, "out_of_scope", part.beyond or "unrelated")
        own = (text, phrase(language, "covers", regulations=names))
        cited = provisions(part.provisions[:1], self.corpus)
        nearest = [compose.say_provision(c, language, lead=("nearest",)) for c in cited]
        return Draft("out_of_scope", "\n\n".join((*own, *nearest)), cited, own=own)

    def _doubt(self, part: Part) -> Draft:
        lines = [f"- {doubt.question}" for doubt in part.doubts]
        missing = tuple(Missing(doubt.field, doubt.question) for doubt in part.doubts)
        return Draft("clarify", "\n".join(lines), missing=missing, own=tuple(lines))

    def _touching(self, cited: tuple[Citation, ...]) -> tuple[Caveat, ...]:
        """Errata and status notes of the provisions that carry the answer."""
        found: dict[str, Caveat] = {}
        for citation in cited:
            for erratum in self.corpus.errata(citation.address):
                if erratum.note and erratum.severity != "L":
                    found.setdefault(erratum.id, Caveat(f"erratum:{erratum.id}", erratum.note, citation))
            for note in self.corpus.status(citation.address):
                found.setdefault(note.code, Caveat(f"status:{note.code}", note.message, None))
        return tuple(found.values())

    def _verified(self, draft: Draft, conversation: Conversation, reading: Reading) -> Draft:
        """The draft if it is proven; else the bare provisions; else nothing but an apology."""
        bare = "\n\n".join(compose.say_provision(c, reading.language) for c in draft.citations)
        for text in (draft.text, bare):
            if text and self._proven(text, draft, conversation):
                return self._explained(replace(draft, text=text), conversation)
        return _own("out_of_scope", phrase(reading.language, "unverified"))

    def _proven(self, text: str, draft: Draft, conversation: Conversation) -> bool:
        return verify(text, draft.citations, draft.calculations, conversation.said, self.corpus, draft.own).proven

    def _explained(self, draft: Draft, conversation: Conversation) -> Draft:
        """The proven draft with a chat model's explanation before it, where one is configured and keeps to the leash."""
        if self.explainer is None or not draft.citations:
            return draft
        told = self.explainer.explain(conversation.said[-1], draft.citations[:EXPLAINED], draft.calculations)
        text = f"{told}\n\n{draft.text}"
        if told is None or not self._proven(text, draft, conversation):
            return draft
        return replace(draft, text=text, mode="model")

    def _join(self, drafts: list[Draft], conversation: Conversation, reading: Reading) -> Answer:
        citations = tuple(dict.fromkeys(c for d in drafts for c in d.citations))
        calculations = tuple(c for d in drafts for c in d.calculations)
        warnings = tuple(
            {w.code: w for w in (*self._leaving(reading), *(w for d in drafts for w in d.warnings))}.values()
        )
        text = "\n\n---\n\n".join(d.text for d in drafts)
        own = tuple(words for d in drafts for words in d.own)
        checked = verify(text, citations, calculations, conversation.said, self.corpus, own)
        return Answer(
            session_id=conversation.id,
            kind=drafts[0].kind if drafts else "smalltalk",
            answer=text,
            citations=citations,
            calculations=calculations,
            missing=tuple({m.field: m for d in drafts for m in d.missing}.values()),
            warnings=warnings,
            numbers=checked.numbers,
            language=reading.language,
            mode="model" if any(d.mode == "model" for d in drafts) else "extractive",
            facts=tuple(conversation.facts.items()),
        )

    def _leaving(self, reading: Reading) -> tuple[Caveat, ...]:
        """A notice that questions leave the machine, where they do."""
        if self.explainer is None or not self.explainer.external:
            return ()
        return (Caveat("model_luar", phrase(reading.language, "leaving")),)

    def _remember(self, answer: Answer, conversation: Conversation) -> None:
        conversation.asked = tuple(m.field for m in answer.missing)
        cited: tuple[Address, ...] = tuple(c.address for c in answer.citations)
        if cited:
            conversation.cited = cited
            conversation.regulations = tuple(dict.fromkeys(a.regulation for a in cited))


def _own(kind: AnswerKind, *sentences: str) -> Draft:
    """An answer of fixed sentences alone."""
    return Draft(kind, "\n\n".join(sentences), own=sentences)


def _say(citation: Citation, sentence: str, language: str) -> str:
    """A direct sentence, then the provision's words unless the sentence already holds them all."""
    lead = phrase(language, "according", label=citation.label)
    if " ".join(citation.quote.split()) not in sentence:
        lead = f"{lead} {sentence}"
    return f"{lead}\n\n{compose.quote(citation)}\n\n{compose.link(citation)}"


def _refused(error: ValidationError | InputError) -> Draft:
    """What cannot be, field by field, in plain words."""
    found = problems(error) if isinstance(error, ValidationError) else {error.field: str(error)}
    missing = tuple(Missing(field, question_for(field)) for field in found)
    lines = tuple(f"- {text}" for text in found.values())
    return Draft("clarify", "\n".join(lines), missing=missing, own=lines)
