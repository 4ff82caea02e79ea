"""What is said once in the answer to several questions: a doubt, its end, and the words of a provision."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant import compose
from assistant.declining import own_words
from assistant.draft import Draft
from assistant.phrases import phrase
from assistant.reading import Part
from assistant.rivals import SEE_ALSO
from corpus.citation import Citation


def in_short(draft: Draft, part: Part, before: Collection[Draft], language: str) -> Draft:
    """Instead of an answer that only shows again what was shown: that it does, and what it would have named besides."""
    lead = phrase(language, "again", asked=own_words(part.text))
    lines = (lead, *filter(None, [draft.untold]))
    shown = {citation.address for other in before for citation in other.citations}
    others = [citation for citation in draft.citations if not any(place.meets(citation.address) for place in shown)]
    quoted = [compose.say_provision(citation, language) for citation in others if citation in draft.telling]
    named = [compose.link(citation) for citation in others if citation not in draft.telling][:SEE_ALSO]
    also = [phrase(language, "also", labels="; ".join(named))] if named else []
    return Draft("clause", "\n\n".join((*lines, *quoted, *also)), tuple(others), own=lines)


def with_pointers(draft: Draft, before: Collection[Draft], language: str) -> Draft:
    """A search's answer with a pointer instead of the words of a provision that stand in an earlier answer."""
    text, lines = draft.text, []
    for citation in draft.citations:
        # A quote right behind a link is that link's: twins say the same in the same words.
        block = re.compile(rf"(?<!\)\n\n){re.escape(compose.quote(citation))}\n\n{re.escape(compose.link(citation))}")
        if block.search(text) and any(compose.quote(citation) in other.text for other in before):
            lines.append(phrase(language, "quoted_above", link=compose.link(citation)))
            text = block.sub(lambda _: lines[-1], text)
    return replace(draft, text=text, own=(*draft.own, *lines))


def behind_shown(draft: Draft, before: Collection[Draft], language: str) -> Draft:
    """A calculation without the words of provisions that an earlier answer leads with."""
    text = draft.text
    for calculation in draft.calculations:
        own = _led(calculation.citations, [draft], language)
        shown = [*own, *_led(calculation.citations, before, language)]
        told = compose.say_calculation(calculation, language, own)
        text = text.replace(told, compose.say_calculation(calculation, language, shown))
    return replace(draft, text=text)


def _led(cited: Sequence[Citation], drafts: Collection[Draft], language: str) -> list[Citation]:
    return [one for one in cited if any(compose.say_provision(one, language) in draft.text for draft in drafts)]


def doubted_once(drafts: Sequence[Draft], parts: Sequence[Part], language: str) -> list[Draft]:
    """The answers, of which only the first says that it is unsure, and only the last of those how to go on."""
    leads, end = (phrase(language, "unsure"), phrase(language, "far")), phrase(language, "unsure_end")
    unsure = [at for at, draft in enumerate(drafts) if draft.text.startswith(leads)]
    told = []
    for at, draft in enumerate(drafts):
        text, line = draft.text, phrase(language, "nearest_to", asked=own_words(parts[at].text))
        if at in unsure[1:]:
            lead = next(lead for lead in leads if text.startswith(lead))
            text = text.replace(lead, line, 1)
        if at in unsure[:-1]:
            text = text.replace(f"\n\n{end}", "", 1)
        told.append(draft if text == draft.text else replace(draft, text=text, own=(*draft.own, line)))
    return told
