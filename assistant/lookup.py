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
from index.search import Hit, Index

TWIN = 70  # likeness in percent from which two provisions of sister regulations are one rule in two texts
SEE_ALSO = 3
LIKELY = 0.05  # share of the best provision's belief from which another is worth a look
EQUALLY = 0.75  # share from which another ayat of the same Pasal answers as well: then the Pasal is shown whole
SHORT = 1000  # characters of a Pasal, or of an ayat around its item, that is read at one glance
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
    pasal = _whole_pasal(hits, corpus)
    citation, sentence = _whole(pasal, corpus) if pasal is not None else narrow(part.text, best, corpus)
    sister = None if part.regulations else _sister(part.text, best, corpus, index)
    if sister is None:
        return Found(citation, sentence, near=_near(hits, (citation,), corpus))
    other = _pasal_of(sister, corpus) if pasal is not None else None
    twin, twin_sentence = _whole(other, corpus) if other is not None else narrow(part.text, sister, corpus)
    same = values_of(citation.quote) == values_of(twin.quote)
    return Found(citation, sentence, twin, twin_sentence, same, _near(hits, (citation, twin), corpus))


def _near(hits: Sequence[Hit], shown: Sequence[Citation], corpus: Corpus) -> tuple[Citation, ...]:
    """What else may be worth a look: the likely ones that neither hold nor stand in what is shown."""
    places = [citation.address for citation in shown]
    apart = (
        hit.address
        for hit in hits[1:]
        if hit.score >= LIKELY * hits[0].score
        and not any(hit.address.contains(place) or place.contains(hit.address) for place in places)
    )
    return tuple(corpus.cite(address) for address in apart)[:SEE_ALSO]


def narrow(question: str, node: Node, corpus: Corpus) -> tuple[Citation, str]:
    """The citation to show and the direct sentence: the item that answers, with the list it belongs to around it.

    An item of a list says nothing without the words that open the list, so a list that is short is shown whole.
    """
    item = focus(question, node, _tokenizer().terms)
    if item.address is None:
        raise ValueError(f"provision {item.label!r} has no address")
    opening = _opening(item, corpus)
    if opening is None or opening.address is None:
        return _whole(item, corpus)
    return corpus.cite(opening.address), " ".join(f"{opening.text} {item.text or item.words}".split())


def _opening(item: Node, corpus: Corpus) -> Node | None:
    """The provision whose words open the list that an item stands in; None where it stands alone or in a long list."""
    if item.kind not in ("huruf", "angka", "butir") or item.address is None or item.address.parent is None:
        return None
    parent = corpus.node(item.address.parent)
    nested = item.kind == "angka" and item.address.huruf is not None
    return parent if parent.text and (nested or len(parent.words) <= SHORT) else None


def _whole(node: Node, corpus: Corpus) -> tuple[Citation, str]:
    """A provision that answers as a whole: its quote says it all."""
    if node.address is None:
        raise ValueError(f"provision {node.label!r} has no address")
    return corpus.cite(node.address), " ".join(node.words.split())


def _whole_pasal(hits: Sequence[Hit], corpus: Corpus) -> Node | None:
    """The Pasal of the best ayat where it is short and another of its ayat answers about as well."""
    best = hits[0]
    equal = [h for h in hits[1:] if h.score >= EQUALLY * best.score and h.address.parent == best.address.parent]
    return _pasal_of(corpus.node(best.address), corpus) if equal else None


def _pasal_of(node: Node, corpus: Corpus) -> Node | None:
    """The Pasal that an ayat stands in, where it is short."""
    if node.kind != "ayat" or node.address is None or node.address.parent is None:
        return None
    pasal = corpus.node(node.address.parent)
    return pasal if len(pasal.words) <= SHORT else None


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
