"""The answer to one question of a message: which kind of evidence it takes, gathered but not yet verified."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.activities import activities
from assistant.bounds import noted
from assistant.calculating import calculate, merged
from assistant.calculators.law import Law
from assistant.citing import cite, say_found, tell_validity
from assistant.comparison import has_both
from assistant.contrast import contrasted
from assistant.conversation import Conversation
from assistant.declining import ask_back, decline, say_judged
from assistant.draft import Draft, own
from assistant.english import in_english
from assistant.facts import fact_words
from assistant.inferring import say_understood, with_understood
from assistant.leading import behind, lead
from assistant.lookup import Found, look_up
from assistant.phrases import find_phrase, phrase
from assistant.reading import Part
from assistant.sides import alone, say_apart
from corpus.library import Corpus
from corpus.references import CitationLanguage
from index.search import Index


class Drafter:
    """Drafts answers over the corpus; one instance serves all conversations."""

    def __init__(self, corpus: Corpus, index: Index, law: Law, today: Callable[[], date]) -> None:
        self.corpus = corpus
        self.index = index
        self.law = law
        self.today = today
        self._citations = CitationLanguage(corpus.regulations)

    def draft(self, part: Part, conversation: Conversation, language: str) -> Draft:
        """The answer to one question, with what it takes wrongly for granted put right before it."""
        part, fresh = with_understood(part, conversation)
        conversation.told_in.update({fact.field: len(conversation.said) for fact in part.facts})
        if not part.what_if:
            conversation.facts = merged(conversation.facts, part)
            conversation.bounds = noted(conversation.bounds, part)
        draft = say_understood(self._answer(part, conversation, language), fresh, language)
        if not part.premises:
            return draft
        if part.kind == "calculation":
            draft = self._after_what_is_so(draft, part, language)
        told = dict.fromkeys(_told(text, language) for text in part.premises)  # two provisions may say the same
        lines = [phrase(language, "corrected", correction=text) for text in told]
        return replace(draft, text="\n\n".join((*lines, draft.text)), corrections=part.premises)

    def _after_what_is_so(self, draft: Draft, part: Part, language: str) -> Draft:
        """The draft behind the provision that puts a premise right; what puts it right alone where nothing was calculated."""
        if not draft.calculations or len(part.provisions) > 1:
            return cite(replace(part, kind="clause", tool=None), language, self.corpus, self.index)
        used = {citation.address: citation for citation in draft.citations}
        return behind(draft, [used.get(place) or self.corpus.cite(place) for place in part.provisions], language)

    def _answer(self, part: Part, conversation: Conversation, language: str) -> Draft:
        """The answer from the exact route, a calculator, the glossary or the search."""
        if part.kind == "forget":
            conversation.forget()
            return own("smalltalk", phrase(language, "forgotten"))
        if part.kind == "smalltalk":
            return own("smalltalk", phrase(language, "smalltalk", part.topic or "help"))
        if part.doubts:
            return ask_back(part, language)
        if part.kind in ("clause", "out_of_scope") and (standing := self._validity(part, language)):
            return standing
        if part.kind in ("clause", "calculation") and (apart := self._apart(part, conversation, language)):
            return apart
        if part.kind == "calculation" and part.tool is not None and not self._differ(part, language):
            return self._calculate(part, conversation, language)
        if part.unresolved and not part.provisions:
            return own("clause", *part.unresolved)
        if part.kind == "out_of_scope":
            return self._decline(part, conversation, language)
        if (listed := activities(part, language, self.corpus)) is not None:
            return listed
        draft = cite(self._scoped(part, conversation), language, self.corpus, self.index)
        return _offered(draft, part, language) if part.offers else draft

    def _decline(self, part: Part, conversation: Conversation, language: str) -> Draft:
        """That a question cannot be answered; behind what an official decides, what is ruled."""
        if part.ruled is None:
            return decline(part, language, self.corpus)
        regulations = part.ruled.regulations or part.regulations
        draft = self._answer(replace(part.ruled, facts=part.facts, regulations=regulations), conversation, language)
        line = say_judged(part, language)
        return replace(draft, text=f"{line}\n\n{draft.text}", own=(line, *draft.own))

    def _apart(self, part: Part, conversation: Conversation, language: str) -> Draft | None:
        """The answer for each of the levels or positions that are contrasted; None where none are."""
        if part.provisions or part.unresolved or part.what_if:
            return None
        sides = contrasted(part, self.corpus)
        common = self._found_for_both(sides[0].common) if sides and sides[0].common is not None else None
        if common is not None:
            return say_apart(
                {name: say_found(found, language, self.corpus) for name, found in common.items()}, 2, language
            )
        each = {side.name: self._side(self._scoped(side.part, conversation), conversation, language) for side in sides}
        return say_apart({name: draft for name, draft in each.items() if draft is not None}, len(sides), language)

    def _found_for_both(self, common: Part) -> dict[str, Found] | None:
        """What answers for one position and its counterpart for the other, by their names, where the texts have both."""
        found = look_up(common, self.corpus, self.index)
        if found is None or found.twin is None:
            return None
        names = fact_words()["jabatan"].choices
        each = (Found(found.citation, found.sentence), Found(found.twin, found.twin_sentence))
        jabatan = [self.corpus.regulations[one.citation.address.regulation].jabatan for one in each]
        return {names[own]: one for own, one in zip(jabatan, each, strict=True) if own is not None}

    def _side(self, part: Part, conversation: Conversation, language: str) -> Draft | None:
        if part.kind == "calculation":
            draft = calculate(part, conversation, language, self.law, self.today())
            if not draft.refusals:  # what cannot be of one side is nothing that was told
                return draft
        if (listed := activities(part, language, self.corpus)) is not None:
            return listed
        found = look_up(part, self.corpus, self.index)
        return say_found(alone(found), language, self.corpus) if found is not None else None

    def _calculate(self, part: Part, conversation: Conversation, language: str) -> Draft:
        opens = part.tool != conversation.tool and not part.what_if and not part.premises
        draft = calculate(part, conversation, language, self.law, self.today())
        return lead(draft, part, language, self.corpus, self.index) if opens else draft

    def _validity(self, part: Part, language: str) -> Draft | None:
        return tell_validity(part, language, self.corpus, self._citations)

    def _differ(self, part: Part, language: str) -> bool:
        return has_both(part, language, self.corpus, self.index)

    def _scoped(self, part: Part, conversation: Conversation) -> Part:
        """The question without the regulation of the other position, where the person's own position is known."""
        jabatan = conversation.facts.get("jabatan")
        if part.regulations or jabatan is None:
            return part
        fitting = tuple(r.id for r in self.corpus.regulations.values() if r.jabatan in (None, jabatan))
        return replace(part, regulations=fitting)


def _offered(draft: Draft, part: Part, language: str) -> Draft:
    """A draft with the calculator that may as well be meant named at its end."""
    topic = find_phrase(language, "tools", part.offers, "topic")
    if topic is None:
        return draft
    line = phrase(language, "offer", topic=topic)
    return replace(draft, text=f"{draft.text}\n\n{line}", own=(*draft.own, line))


def _told(correction: str, language: str) -> str:
    return correction if language == "id" else in_english(correction, "corrections") or correction
