"""What a message only implies: it counts in the answer, and the answer says that it was understood so."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.conversation import Conversation
from assistant.draft import Draft
from assistant.facts import fact_words
from assistant.phrases import phrase
from assistant.reading import Fact, Part


def with_understood(part: Part, conversation: Conversation) -> tuple[Part, tuple[Fact, ...]]:
    """A question with what it implies told as its own facts, and those of them that nobody told."""
    known = {fact.field for fact in part.facts} | conversation.facts.keys()
    fresh = () if part.doubts else tuple(fact for fact in part.understood if fact.field not in known)
    return replace(part, facts=(*part.facts, *fresh), understood=()), fresh


def say_understood(draft: Draft, facts: Sequence[Fact], language: str) -> Draft:
    """An answer behind what was understood of the case."""
    told = tuple(
        phrase(language, "understood", fact.field, value=fact_words()[fact.field].choices[fact.value], words=fact.text)
        for fact in facts
    )
    return replace(draft, text="\n\n".join((*told, draft.text)), own=(*draft.own, *told)) if told else draft
