"""Whose rule an answer rests on, said where the person asking is of another ministry or has not told of which."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.asking import POSITION
from assistant.conversation import Conversation
from assistant.draft import Draft
from assistant.facts import fact_words
from assistant.phrases import phrase
from assistant.reading import Part
from assistant.understand.intent.spheres import ministry_of, shared
from corpus.address import Address
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


def say_for_whom(
    drafts: Sequence[Draft], parts: Sequence[Part], conversation: Conversation, corpus: Corpus, language: str
) -> list[Draft]:
    """The answers, the first that a search gives from the rules of one position alone with whose they are, where nobody told of his."""
    meant = [{corpus.regulations[one].jabatan for one in part.regulations} - {None} for part in parts]
    known = POSITION in {*conversation.facts, *conversation.whose} or any(len(positions) == 1 for positions in meant)
    if known or any(fact.field == POSITION for part in parts for fact in part.facts):
        return [*drafts]
    for at, draft in enumerate(drafts):
        held = [corpus.regulations[c.address.regulation].jabatan for c in draft.citations if not _defines(c.address)]
        of_one = draft.kind == "clause" and not draft.calculations and held and held[0] and {*held} == {held[0]}
        if of_one:
            conversation.whose.add(POSITION)  # said once is enough
            line = phrase(language, "for_whom", position=fact_words()[POSITION].choices[str(held[0])])
            told = replace(draft, text=f"{draft.text}\n\n{line}", own=(*draft.own, line))
            return [told if n == at else other for n, other in enumerate(drafts)]
    return [*drafts]


def _defines(address: Address) -> bool:
    """Whether a provision defines a term, which means the same for everybody."""
    return address.pasal is not None and address.ayat is None and address.angka is not None


def _told(cited: Collection[str], asks_for: Collection[str]) -> set[str]:
    """The regulations cited of another ministry than the one asked for, or of matters of both where none is known."""
    if len(asks_for) == 1:
        return {regulation for regulation in cited if ministry_of(regulation) not in asks_for}
    return set() if asks_for else {*cited} & shared()
