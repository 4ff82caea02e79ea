"""The answer in the words of the provisions: those named, a definition, both sides of a difference, or what is found."""

from dataclasses import replace

from assistant import compose
from assistant.comparison import Compared, compare, define_both
from assistant.draft import Draft, own
from assistant.english import in_english
from assistant.glossary import asked_term, define, describe
from assistant.lookup import Found, look_up, provisions
from assistant.notices import notices
from assistant.outline import outline
from assistant.phrases import phrase
from assistant.reading import Part
from assistant.reply import AnswerKind
from assistant.source import LONG_PROVISION
from assistant.untold import say_untold
from assistant.validity import newly_ruled, validity
from corpus.citation import Citation
from corpus.library import Corpus
from corpus.references import CitationLanguage
from index.search import Index


def cite(part: Part, language: str, corpus: Corpus, index: Index) -> Draft:
    """The provisions that answer a question: those it names, else definitions, else what a search finds."""
    if part.provisions:
        return _say_named(part, language, corpus)
    defined = next(
        (found for read in (define_both, define, describe) if (found := read(part.text, corpus, part.regulations))), ()
    )
    if defined:
        text = "\n\n".join(compose.say_provision(c, language) for c in defined)
        return Draft("clause", text, defined, warnings=notices(defined, corpus))
    return _search(part, language, corpus, index)


def _say_named(part: Part, language: str, corpus: Corpus) -> Draft:
    cited = provisions(part.provisions, corpus)
    if len(cited) == 1 and len(cited[0].quote) > LONG_PROVISION and (parts := outline(cited[0], language, corpus)):
        return parts
    text = "\n\n".join(compose.say_provision(c, language) for c in cited)
    own_words = tuple(text.split("\n\n")) if any(len(c.quote) > LONG_PROVISION for c in cited) else ()
    return Draft("clause", text, cited, warnings=notices(cited, corpus), own=own_words)


def _search(part: Part, language: str, corpus: Corpus, index: Index) -> Draft:
    term = asked_term(part.text) if language == "id" else ""  # in English what is defined has another name
    found = look_up(part, corpus, index, definitions=not term)
    compared = compare(part, found, language, corpus, index)
    if compared is not None:
        return say_compared(compared, language, corpus)
    if found is None:
        return own("out_of_scope", phrase(language, "not_found"))
    draft = say_found(found, language, corpus, part.question)
    if term:
        return _framed(draft, (phrase(language, "undefined", term=term),))
    if found.sure:
        return draft
    return _framed(draft, (phrase(language, "far" if found.far else "unsure"),), (phrase(language, "unsure_end"),))


def _framed(draft: Draft, lead: tuple[str, ...], end: tuple[str, ...] = ()) -> Draft:
    """A draft between the assistant's own words on it."""
    return replace(draft, text="\n\n".join((*lead, draft.text, *end)), own=(*lead, *draft.own, *end))


def tell_validity(part: Part, language: str, corpus: Corpus, citations: CitationLanguage) -> Draft | None:
    """Whether a regulation is still in force: what is known of it, then the Pasal that put it in force."""
    found = validity(part.text, corpus, citations)
    if not found:
        return None
    notes = [standing.note.message for standing in found]
    lines = tuple(notes if language == "id" else (in_english(note) or note for note in notes))
    shown = (compose.say_provision(standing.closing, language) for standing in found)
    text = "\n\n".join(block for pair in zip(lines, shown, strict=True) for block in pair)
    declined = part.kind == "out_of_scope" and not newly_ruled(part.text)
    kind: AnswerKind = "out_of_scope" if declined else "clause"
    cited = tuple(standing.closing for standing in found)
    return Draft(kind, text, cited, warnings=notices(cited, corpus), own=lines)


def say_found(found: Found, language: str, corpus: Corpus, question: str = "") -> Draft:
    """What a search found: the best provision first, then its sister, then what may be meant as well.

    Where a question is given, it is said behind the quotes what kind of thing it asks for that none of them tells.
    """
    shown = [_say(found.citation, found.sentence, language)]
    cited = [found.citation]
    if found.twin is not None:
        said = "both_same" if found.same else "both_differ"
        at = 1 if found.same else 0  # the rule first; that there are two rules before both
        shown.insert(at, phrase(language, said))
        shown.append(_say(found.twin, found.twin_sentence, language))
        cited.append(found.twin)
    warned = notices(cited, corpus)
    rivals = (*found.telling, *found.rivals)
    heading = (phrase(language, "rivals"),) if rivals else ()
    shown += [*heading, *(f"{compose.link(c)}\n\n{compose.quote(c)}" for c in rivals)]
    lacking = say_untold(question, (*cited, *rivals), language, corpus)
    own_words = (*heading, *filter(None, [lacking]))
    shown += filter(None, [lacking])
    if found.near:
        shown.append(phrase(language, "also", labels="; ".join(map(compose.link, found.near))))
    every = (*cited, *rivals, *found.near)
    text = "\n\n".join(shown)
    return Draft("clause", text, every, warnings=warned, own=own_words, untold=lacking, telling=found.telling)


def say_compared(compared: Compared, language: str, corpus: Corpus) -> Draft:
    """What speaks of each of two things, one after the other, and of which of them nothing speaks."""
    drafts = [say_found(found, language, corpus) for found in compared.found]
    lines = tuple(phrase(language, "unknown_side", term=side) for side in compared.unknown)
    cited = tuple(dict.fromkeys(c for draft in drafts for c in draft.citations))
    text = "\n\n".join((*(draft.text for draft in drafts), *lines))
    return Draft("clause", text, cited, warnings=notices(cited, corpus), own=lines)


def _say(citation: Citation, sentence: str, language: str) -> str:
    """A direct sentence where it says more or less than the provision's words, then these."""
    lead = phrase(language, "according", label=citation.label)
    if " ".join(citation.quote.split()) != sentence:
        lead = f"{lead} {compose.sentence_of(sentence)}"
    return f"{lead}\n\n{compose.quote(citation)}\n\n{compose.link(citation)}"
