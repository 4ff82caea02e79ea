"""Before a calculation that cannot decide yet: the provision that speaks of the very thing asked, in its own words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from rapidfuzz import fuzz

from assistant import compose
from assistant.calculation import Calculation
from assistant.draft import Draft
from assistant.focus import likeliest, wants_all
from assistant.following import search
from assistant.lookup import TWIN, narrow
from assistant.reading import Part
from assistant.rivals import RIVAL, SHORT
from assistant.understand.language.signs import asks, asks_purpose
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from index.keywords import Tokenizer
from index.search import Hit, Index

LIKELY = 0.2  # belief of the search from which a provision leads where the calculation rests on its Pasal
CERTAIN = 0.6  # and where it does not
LOOKED_THROUGH = 3
FEW = 3  # conditions from which one of them may be lost among the others
OFFICE = "pejabat"  # the figure by which a calculation itself says who does something


def lead(draft: Draft, part: Part, language: str, corpus: Corpus, index: Index) -> Draft:
    """The draft after the provision asked for; unchanged where a case was decided or nothing clearly speaks of it.

    Who asks about a rule and tells nothing of a case ("boleh kuliah kelas malam?") gets a whole checklist, in which the
    rule is one line of many.
    """
    both = len(draft.calculations) > 1  # a rule of one position must not lead the answer for both
    if both:
        return draft
    asked = _asked_condition(part, draft, corpus, index)
    if asked is not None:
        return behind(draft, (asked,), language)
    if any(_tells(calculation, part) for calculation in draft.calculations):
        return draft
    likely = CERTAIN if any(_is_told(calculation, part) for calculation in draft.calculations) else LIKELY
    found = _found(part, draft, likely, corpus, index)
    if found is None:
        return draft
    return behind(draft, (found,), language)


def behind(draft: Draft, shown: Sequence[Citation], language: str) -> Draft:
    """The draft behind the provisions shown, whose words it then does not quote again."""
    text = draft.text
    for calculation in draft.calculations:
        whole, rest = (compose.say_calculation(calculation, language, quoted) for quoted in ((), shown))
        text = text.replace(whole, rest)
    said = [compose.say_provision(citation, language) for citation in shown]
    return replace(draft, text="\n\n".join((*said, text)), citations=tuple(dict.fromkeys((*shown, *draft.citations))))


def _asked_condition(part: Part, draft: Draft, corpus: Corpus, index: Index) -> Citation | None:
    """The one condition of a list that a question is about, where the list decides nothing; None where it may be any.

    A condition judged by a figure that was told is no such one: its words tell that fact, and what is asked is the rest.
    """
    conditions = [r for c in draft.calculations if c.verdict not in ("memenuhi", "belum") for r in c.requirements]
    cited = {r.citation.address: r.citation for r in conditions}
    if len(cited) < FEW or wants_all(part.question):
        return None
    nodes = [corpus.node(address) for address in cited]
    item = likeliest(part.text, nodes, Tokenizer().terms, partial(index.likeness, part.text))
    figures = any(not isinstance(fact.value, str) for fact in part.facts)
    told = {r.citation.address for r in conditions if figures and r.status != "tidak_diketahui"}
    return cited[item.address] if item is not None and item.address is not None and item.address not in told else None


def _tells(calculation: Calculation, part: Part) -> bool:
    """Whether a calculation answers the question: a figure where one is asked for, what a case comes to where nobody is."""
    figures = any(isinstance(value, (int, Decimal, date)) for value in calculation.result.values())
    judged = any(r.status != "tidak_diketahui" for r in calculation.requirements)
    decided = judged or calculation.verdict in ("memenuhi", "belum")
    case = any(not isinstance(fact.value, str) for fact in part.facts)  # to it a rule for others must not lead
    rule = not case and (asks(part.text, "may", "why", "must") or asks_purpose(part.text))
    who = asks(part.text, "who") and OFFICE not in calculation.result
    told = _is_told(calculation, part) and not (who or rule)
    return bool((figures and asks(part.text, "how_much", "when")) or told or (decided and not who))


def _is_told(calculation: Calculation, part: Part) -> bool:
    """Whether what a calculation comes to is known, with nothing left to be asked for."""
    return bool(part.facts and calculation.result and not calculation.missing)


def _found(part: Part, draft: Draft, likely: float, corpus: Corpus, index: Index) -> Citation | None:
    """The likeliest provision that is no list of what the calculation tells anyway; None where none is likely."""
    hits = search(part, index, k=LOOKED_THROUGH)
    apart = [hit for hit in hits if hit.score >= RIVAL * hits[0].score and not _lists(hit.address, draft)]
    if not apart or not _clear(apart[0], draft, likely):
        return None
    citation, _ = narrow(part.text, corpus.node(apart[0].address), corpus, index)
    fits = len(citation.quote) <= SHORT and not _lists(citation.address, draft)
    return _of_the_case(citation, draft) if fits and not _is_sibling(citation, draft, corpus) else None


def _is_sibling(found: Citation, draft: Draft, corpus: Corpus) -> bool:
    """Whether a provision is the list of another post, beside that of the case in one Pasal: ayat (4) beside ayat (3)."""
    places = (r.citation.address for calculation in draft.calculations for r in calculation.requirements)
    lists = {replace(at, huruf=None, angka=None) for at in places if at.huruf is not None and at.ayat is not None}
    beside = (at for at in lists if _pasal(at) == _pasal(found.address) and not at.contains(found.address))
    return any(fuzz.ratio(corpus.cite(at).quote, found.quote) >= TWIN for at in beside)


def _of_the_case(found: Citation, draft: Draft) -> Citation:
    """The provision found; instead of one that says the like of another post that of the case, which the calculation cites."""
    if found in draft.citations:
        return found
    near = [cited for cited in draft.citations if _pasal(cited.address) == _pasal(found.address)]
    likeness = [(fuzz.ratio(cited.quote, found.quote), cited) for cited in near if cited.address.ayat is not None]
    best = max(likeness, key=lambda pair: pair[0], default=(0.0, found))
    return best[1] if best[0] >= TWIN else found


def _lists(address: Address, draft: Draft) -> bool:
    """Whether several of the conditions of a calculation stand in one provision."""
    places = {r.citation.address for c in draft.calculations for r in c.requirements}
    return sum(address.contains(place) for place in places) > 1


def _clear(hit: Hit, draft: Draft, likely: float) -> bool:
    used = {_pasal(citation.address) for citation in draft.citations}
    return hit.score >= (likely if _pasal(hit.address) in used else CERTAIN)


def _pasal(address: Address) -> tuple[str, int | None]:
    return address.regulation, address.pasal
