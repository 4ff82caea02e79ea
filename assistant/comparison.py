"""Both sides of "what is the difference between X and Y": the two definitions, else the provisions that speak of each."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.clauses import stems_of
from assistant.facts import fact_words
from assistant.glossary import FILLER, named_by
from assistant.lookup import Found
from assistant.reading import Part
from assistant.rivals import RIVAL
from corpus.address import Address
from corpus.citation import Citation
from corpus.definitions import Definition
from corpus.library import Corpus
from index.search import Index

_AND = r"(?:dan|dengan|dgn|sama|vs\.?|versus|and|from)"
_ASKS = (
    re.compile(
        r"\b(?:(?:per)?beda(?:an)?(?:nya)?|membedakan|differences? between)\s+(?:antara\s+)?(?P<one>[^?.,!]{2,60}?)"
        rf"\s+{_AND}\s+(?P<two>[^?.,!]{{2,80}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?P<one>[^?.,!]{{2,60}}?)\s+{_AND}\s+(?P<two>[^?.,!]{{2,60}}?)\s+(?:itu\s+)?(?:apa(?:\s+sih)?\s+)?(?:per)?beda",
        re.IGNORECASE,
    ),
)
_ASKING = re.compile(
    r"^(?:apa|apakah|itu|the|an?)\s+|\s+(?:apa|apaan|itu|ya|dong|sih|gimana|bagaimana)$", re.IGNORECASE
)
LOOKED_THROUGH = 8  # provisions among which one is looked for that names a side
REGULATIONS = 2  # regulations whose definitions are set side by side at most


@dataclass(frozen=True)
class Compared:
    """What speaks of the two sides, in their order, and the sides of which nothing speaks."""

    found: tuple[Found, ...]
    unknown: tuple[str, ...] = ()


def sides(question: str) -> tuple[str, str] | None:
    """The two things whose difference a question asks for; None where it asks for none."""
    for pattern in _ASKS:
        match = pattern.search(question.strip())
        if match:
            one, two = _bare(match["one"]), _bare(match["two"])
            return (one, two) if one and two else None
    return None


def define_both(question: str, corpus: Corpus, regulations: Sequence[str]) -> tuple[Citation, ...]:
    """The definitions of both sides, from the regulations that define both, else from one each; () where one lacks."""
    asked = sides(question)
    if asked is None:
        return ()
    one, two = (_defined(side, corpus, regulations) for side in (asked[0], _whole_name(*asked)))
    two = two or _defined(asked[1], corpus, regulations)
    if not one or not two:
        return ()
    common = [r for r in one if r in two][:REGULATIONS]
    pairs = [(one[r], two[r]) for r in common] or [(next(iter(one.values())), next(iter(two.values())))]
    return tuple(dict.fromkeys(corpus.cite(d.address) for pair in pairs for d in pair))


def compare(part: Part, found: Found | None, language: str, corpus: Corpus, index: Index) -> Compared | None:
    """What speaks of each side, where the provision found speaks of one alone; None where nothing has to be added."""
    asked = sides(part.text)
    if asked is None or (found is not None and all(_speaks(_shown(found), side, corpus) for side in asked)):
        return None
    each = {side: _about(side, part, language, corpus, index) for side in asked}
    known = {one.citation: one for one in each.values() if one is not None}
    unknown = tuple(side for side, one in each.items() if one is None)
    if len({citation.address.regulation for citation in known}) > 1 and (one := _of_both(part, asked, corpus, index)):
        return Compared((one,))
    if not known or len(known) + len(unknown) < len(asked):
        return None
    return Compared(tuple(known.values()), unknown)


def _of_both(part: Part, asked: Sequence[str], corpus: Corpus, index: Index) -> Found | None:
    """One provision that speaks of both sides: better than two of different regulations."""
    hits = index.search(part.text, k=LOOKED_THROUGH, regulations=part.regulations or None)
    both = (h for h in hits if all(_speaks((corpus.cite(h.address),), side, corpus) for side in asked))
    return next((_whole(hit.address, corpus) for hit in both), None)


def has_both(part: Part, language: str, corpus: Corpus, index: Index) -> bool:
    """Whether a difference is asked of two things of which the texts speak, so that no one calculation can tell it.

    Not where a position's name is in it ("beda usia pensiun negosiator dan pengawas"): calculators answer for both.
    """
    asked = sides(part.text)
    if asked is None:
        return False
    if define_both(part.text, corpus, part.regulations):
        return True
    if {word.lower() for side in asked for word in side.split()} & _owners(corpus):
        return False
    both = compare(part, None, language, corpus, index)
    return both is not None and not both.unknown


def _about(side: str, part: Part, language: str, corpus: Corpus, index: Index) -> Found | None:
    """The provision that speaks of one side: its definition, else the first that is found and names the side.

    In another language the law's words name nothing of it: there it must be found without a rival.
    """
    defined = _defined(side, corpus, part.regulations)
    if defined:
        return _whole(next(iter(defined.values())).address, corpus)
    hits = index.search(side, k=LOOKED_THROUGH, regulations=part.regulations or None)
    named = next((hit for hit in hits if _speaks((corpus.cite(hit.address),), side, corpus)), None)
    clear = len(hits) > 1 and hits[1].score < RIVAL * hits[0].score
    if named is None and language != "id" and clear:
        named = hits[0]
    return _whole(named.address, corpus) if named is not None else None


def _whole(address: Address, corpus: Corpus) -> Found:
    citation = corpus.cite(address)
    return Found(citation, " ".join(citation.quote.split()))


def _bare(words: str) -> str:
    return _ASKING.sub("", FILLER.sub("", _ASKING.sub("", words.strip()))).strip(' "“”')


def _whole_name(one: str, two: str) -> str:
    """The second side with the words it shares with the first left out: "kompetensi manajerial dan teknis"."""
    return " ".join((*one.split()[:-1], two))


def _defined(side: str, corpus: Corpus, regulations: Sequence[str]) -> dict[str, Definition]:
    """The definition of a term in each regulation that has one."""
    found = {}
    for regulation in regulations or corpus.regulations:
        fitting = named_by(side, corpus.definitions(regulation))
        if fitting is not None:
            found[regulation] = fitting
    return found


def _shown(found: Found) -> tuple[Citation, ...]:
    return tuple(c for c in (found.citation, found.twin) if c is not None)


def _speaks(citations: Collection[Citation], side: str, corpus: Corpus) -> bool:
    """Whether words quoted name a side, its words in a row; whose rule it is ("promosi negosiator") may lack."""
    words, owners = side.split(), _owners(corpus)
    while len(words) > 1 and words[-1].lower() in owners:
        words.pop()
    wanted = stems_of(" ".join(words))
    quoted = [stems_of(citation.quote) for citation in citations]
    rows = (stems[at : at + len(wanted)] for stems in quoted for at in range(len(stems)))
    return bool(wanted) and wanted in rows


def _owners(corpus: Corpus) -> frozenset[str]:
    """Words that say whose rule is meant: those of the positions' and the regulations' names."""
    names = (*fact_words()["jabatan"].choices.values(), *(r.short for r in corpus.regulations.values()))
    return frozenset(word.lower() for name in names for word in name.split())
