"""Find the provisions that answer a question: cited outright, or searched for within the scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from assistant.focus import focus
from assistant.numerals import values_of
from assistant.reading import Part
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from corpus.tree import Node
from index.keywords import Tokenizer
from index.search import Index

TWIN = 70  # likeness in percent from which two provisions of sister regulations are one rule in two texts
SEE_ALSO = 3
DEFINITION = "definisi"


@dataclass(frozen=True)
class Found:
    """What answers: the citation that carries the answer, its sister in the other regulation, and what lies near."""

    citation: Citation
    sentence: str
    twin: Citation | None = None
    twin_sentence: str = ""
    same: bool = False
    near: tuple[Citation, ...] = ()


def look_up(part: Part, corpus: Corpus, index: Index, definitions: bool = True) -> Found | None:
    """The provision that best answers a question, narrowed to its item; None when the index holds nothing.

    Without `definitions` no defined term is offered: for a question after one that is not defined.
    """
    found = index.search(part.text, k=12, regulations=part.regulations or None)
    hits = [hit for hit in found if definitions or hit.passage.kind != DEFINITION][:8]
    if not hits:
        return None
    best = corpus.node(hits[0].address)
    citation, sentence = narrow(part.text, best, corpus)
    near = tuple(
        corpus.cite(hit.address)
        for hit in hits[1:]
        if not hit.address.contains(citation.address) and not citation.address.contains(hit.address)
    )[:SEE_ALSO]
    sister = None if part.regulations else _sister(part.text, best, corpus, index)
    if sister is None:
        return Found(citation, sentence, near=near)
    twin, twin_sentence = narrow(part.text, sister, corpus)
    same = values_of(citation.quote) == values_of(twin.quote)
    return Found(citation, sentence, twin, twin_sentence, same, near)


def narrow(question: str, node: Node, corpus: Corpus) -> tuple[Citation, str]:
    """The citation to show and the direct sentence: the item that answers, with the list it belongs to around it."""
    item = focus(question, node, _tokenizer().terms)
    if item.address is None:
        raise ValueError(f"provision {item.label!r} has no address")
    shown = item.address
    lead = ""
    if item.kind == "angka" and shown.huruf is not None and shown.parent is not None:
        shown = shown.parent
        lead = corpus.node(shown).text
    return corpus.cite(shown), " ".join(f"{lead} {item.text or item.words}".split())


def provisions(addresses: Sequence[Address], corpus: Corpus) -> tuple[Citation, ...]:
    """The provisions cited outright, whole."""
    return tuple(corpus.cite(address) for address in addresses)


def _sister(question: str, node: Node, corpus: Corpus, index: Index) -> Node | None:
    """The provision of the other position's regulation that says the same thing, if there is one."""
    if node.address is None:
        return None
    own = corpus.regulations[node.address.regulation]
    others = [r.id for r in corpus.regulations.values() if r.jabatan and own.jabatan and r.jabatan != own.jabatan]
    if not others:
        return None
    candidates = [corpus.node(hit.address) for hit in index.search(question, k=3, regulations=tuple(others))]
    likeness = [(fuzz.ratio(node.words, candidate.words), candidate) for candidate in candidates]
    best = max(likeness, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] >= TWIN else None


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer()
