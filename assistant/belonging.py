"""Whose rule an answer rests on, said where the person asking is of another ministry or has not told of which."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.asking import POSITION
from assistant.conversation import Conversation
from assistant.draft import Draft
from assistant.phrases import phrase
from assistant.reading import Part
from assistant.understand.spheres import ministry_of, shared
from corpus.library import Corpus

_OF_POSITIONS = "kemendag"  # whose rules on the two positions all are


def say_whose(
    drafts: Sequence[Draft], parts: Sequence[Part], conversation: Conversation, corpus: Corpus, language: str
) -> list[Draft]:
    """The answers, the last that cites such a rule with a line that tells whose it is; each is told once."""
    conversation.ministries.update(ministry for part in parts for ministry in part.ministries)
    of_position = {_OF_POSITIONS} if POSITION in conversation.facts else set()
    asks_for = conversation.ministries or of_position
    told = _told({c.address.regulation for draft in drafts for c in draft.citations}, asks_for) - conversation.whose
    places = [n for n, draft in enumerate(drafts) if any(c.address.regulation in told for c in draft.citations)]
    if not places:
        return [*drafts]
    conversation.whose |= told
    kind, names = "other" if asks_for else "each", {one: corpus.regulations[one].short for one in sorted(told)}
    line = " ".join(
        phrase(language, "whose", kind, rule=name, ministry=phrase(language, "ministries", ministry_of(one)))
        for one, name in names.items()
    )
    last = drafts[places[-1]]
    mended = replace(last, text=f"{last.text}\n\n{line}", own=(*last.own, line))
    return [mended if n == places[-1] else draft for n, draft in enumerate(drafts)]


def _told(cited: Collection[str], asks_for: Collection[str]) -> set[str]:
    """The regulations cited of another ministry than the one asked for, or of matters of both where none is known."""
    if len(asks_for) == 1:
        return {regulation for regulation in cited if ministry_of(regulation) not in asks_for}
    return set() if asks_for else {*cited} & shared()
