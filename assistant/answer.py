"""ask(question, conversation) -> Answer: understand, gather evidence, compose, verify. The whole story on one screen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, Protocol

from assistant import compose
from assistant.belonging import say_for_whom, say_whose
from assistant.calculation import Caveat, lines_of
from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.draft import Draft, own
from assistant.drafting import Drafter
from assistant.explain import Explainer
from assistant.gathering import distinct, gathered
from assistant.phrases import phrase
from assistant.propose import Proposer
from assistant.reading import Part, Reading
from assistant.reply import Answer
from assistant.verify import Verdict, verify
from corpus.address import Address
from corpus.library import Corpus
from index.search import Index


class Understands(Protocol):
    """Whoever reads a message in the light of the conversation."""

    def read(self, message: str, conversation: Conversation) -> Reading:
        """What the message asks, with the facts and provisions it names."""
        ...


EXPLAINED = 4  # provisions a chat model is given at most
BARE = 2  # provisions shown bare at most, where the words around them could not be proven


class Assistant:
    """Answers questions over the corpus; one instance serves all conversations."""

    def __init__(
        self,
        corpus: Corpus,
        index: Index,
        understanding: Understands,
        today: Callable[[], date] = date.today,
        explainer: Explainer | None = None,
        proposer: Proposer | None = None,
    ) -> None:
        self.corpus = corpus
        self.index = index
        self.law = Law(corpus)
        self.understanding = understanding
        self.explainer = explainer
        self.proposer = proposer
        self._drafter = Drafter(corpus, index, self.law, today)

    def ask(self, message: str, conversation: Conversation) -> Answer:
        """Answer one message and remember what the next one may refer to."""
        return self._answer(self.understanding.read(message, conversation), message, conversation)

    def again(self, message: str, conversation: Conversation) -> Answer:
        """The conversation's calculation once more, after facts were set or withdrawn by hand."""
        if conversation.tool is None:
            return self.ask(message, conversation)
        language: Literal["id", "en"] = "en" if conversation.language == "en" else "id"
        part = Part(message, "calculation", conversation.tool, confidence=1.0)
        return self._answer(Reading(language, (part,)), message, conversation)

    def _answer(self, reading: Reading, message: str, conversation: Conversation) -> Answer:
        conversation.said.append(message)
        conversation.language = reading.language
        parts = gathered(reading.parts)
        if self.proposer is not None and len(parts) == 1:
            parts = (self.proposer.improve(parts[0], conversation.said),)
        drafts = [
            self._verified(self._drafter.draft(part, conversation, reading.language), conversation, reading, part)
            for part in parts
        ]
        if drafts:  # one explanation a message: nobody waits for four
            drafts[0] = self._explained(drafts[0], conversation, parts[0])
        told = distinct(drafts, parts, reading.language)
        told = say_for_whom(told, parts, conversation, self.corpus, reading.language)
        whose = say_whose(told, parts, conversation, self.corpus, reading.language)
        answer = self._join(whose, conversation, reading)
        self._remember(answer, conversation)
        return answer

    def _verified(self, draft: Draft, conversation: Conversation, reading: Reading, part: Part) -> Draft:
        """The draft if it is proven; else the bare provisions; else nothing but an apology."""
        shown = [c for c in draft.citations if compose.quote(c) in draft.text] or draft.citations
        bare = "\n\n".join(compose.say_provision(c, reading.language) for c in shown[:BARE])
        for text in (draft.text, bare):
            if text and self._proven(text, draft, conversation, part):
                return replace(draft, text=text)
        return own("out_of_scope", phrase(reading.language, "unverified"))

    def _proven(self, text: str, draft: Draft, conversation: Conversation, part: Part) -> bool:
        # A calculation, also one that refuses a fact, is held to its own position.
        scope = part.regulations if not (draft.calculations or draft.refusals) else ()
        return self._check(text, (draft,), conversation, scope).proven

    def _check(self, text: str, drafts: Sequence[Draft], conversation: Conversation, scope: Sequence[str]) -> Verdict:
        """What the last gate says of a text that rests on these drafts."""
        return verify(
            text,
            tuple(dict.fromkeys(c for d in drafts for c in d.citations)),
            tuple(c for d in drafts for c in d.calculations),
            conversation.said,
            self.corpus,
            own=tuple(words for d in drafts for words in d.own),
            scope=scope,
            refusals=tuple(words for d in drafts for words in d.refusals),
            corrections=tuple(words for d in drafts for words in d.corrections),
        )

    def _explained(self, draft: Draft, conversation: Conversation, part: Part) -> Draft:
        """The proven draft with a chat model's explanation before it, where one is configured and keeps to the leash."""
        if self.explainer is None or not draft.citations:
            return draft
        told = self.explainer.explain(conversation.said[-1], draft.citations[:EXPLAINED], draft.calculations)
        text = f"{told}\n\n{draft.text}"
        if told is None or not self._proven(text, draft, conversation, part):
            return draft
        return replace(draft, text=text, mode="model")

    def _join(self, drafts: list[Draft], conversation: Conversation, reading: Reading) -> Answer:
        citations = tuple(dict.fromkeys(c for d in drafts for c in d.citations))
        calculations = tuple(c for d in drafts for c in d.calculations)
        warnings = tuple(
            compose.in_language(w, reading.language)
            for w in {w.code: w for w in (*self._leaving(reading), *(w for d in drafts for w in d.warnings))}.values()
        )
        text = "\n\n---\n\n".join(d.text for d in drafts)
        checked = self._check(text, drafts, conversation, ())
        if not checked.proven:  # proven apart and yet not together
            return self._join([own("out_of_scope", phrase(reading.language, "unverified"))], conversation, reading)
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
        conversation.at_work = tuple(dict.fromkeys(calculation.tool for calculation in answer.calculations))
        for tool in conversation.at_work:
            conversation.worked.setdefault(tool, []).append(len(conversation.said) - 1)
        cited: tuple[Address, ...] = tuple(c.address for c in answer.citations)
        lines = tuple(line for calculation in answer.calculations for line in lines_of(calculation))
        if cited:
            fresh = [a for line, a in lines if line not in conversation.lines] if conversation.lines else []
            conversation.cited = tuple(dict.fromkeys((*fresh, *cited)))
            conversation.regulations = tuple(dict.fromkeys(a.regulation for a in cited))
        conversation.lines = tuple(line for line, _ in lines)
