"""Find the provisions that answer a question: cited outright, or searched for within the scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from rapidfuzz import fuzz

from assistant.focus import focus
from assistant.following import search
from assistant.numerals import values_of
from assistant.reading import Part
from assistant.rivals import SHORT, besides, opening
from assistant.sureness import is_far, is_sure
from assistant.untold import telling_beside, telling_first
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from corpus.prose import flat
from corpus.tree import Node
from index.keywords import Tokenizer
from index.search import Hit, Index

TWIN = 70  # likeness in percent from which two provisions of sister regulations are one rule in two texts
EQUALLY = 0.75  # share from which another ayat of the same Pasal answers as well: then the Pasal is shown whole
DEFINITION = "definisi"


@dataclass(frozen=True)
class Found:
    """What answers: the citation that carries the answer, its sister in the other regulation, and what else may be meant."""

    citation: Citation
    sentence: str
    twin: Citation | None = None
    twin_sentence: str = ""
    same: bool = False
    rivals: tuple[Citation, ...] = ()  # nearly as likely to be meant, to be quoted as well
    near: tuple[Citation, ...] = ()  # worth a look
    telling: tuple[Citation, ...] = ()  # beside it in its Pasal, quoted for what it leaves open
    sure: bool = True  # False where all of it only comes near to the question
    far: bool = False  # whether it likely does not even do that


def look_up(part: Part, corpus: Corpus, index: Index, definitions: bool = True) -> Found | None:
    """The provision that best answers a question, narrowed to its item; None when the index holds nothing.

    Without `definitions` no defined term is offered: for a question after one that is not defined.
    """
    found = search(part, index, k=12)
    hits = [hit for hit in found if definitions or hit.passage.kind != DEFINITION][:8]
    if not hits:
        return None
    hits = telling_first(hits, part.question, corpus)
    best = corpus.node(hits[0].address)
    pasal = _whole_pasal(hits, corpus)
    citation, sentence = _whole(pasal, corpus) if pasal is not None else narrow(part.question, best, corpus, index)
    sister = None if part.regulations else _sister(part.text, best, corpus, index)
    sure, far = is_sure(part, hits), is_far(part, hits)
    if sister is None:
        other = besides(hits, (citation,), corpus, sure, far)
        telling = telling_beside(part.question, (citation, *other.rivals), corpus)
        near = tuple(each for each in other.near if each not in telling)
        return Found(citation, sentence, rivals=other.rivals, near=near, telling=telling, sure=sure, far=far)
    whole = _pasal_of(sister, corpus) if pasal is not None else None
    twin, twin_sentence = _whole(whole, corpus) if whole is not None else narrow(part.question, sister, corpus, index)
    same = values_of(citation.quote) == values_of(twin.quote)
    other = besides(hits, (citation, twin), corpus, sure, far)
    return Found(citation, sentence, twin, twin_sentence, same, other.rivals, other.near, sure=sure, far=far)


def narrow(question: str, node: Node, corpus: Corpus, index: Index) -> tuple[Citation, str]:
    """The citation to show and the direct sentence: the item that answers, with the list it belongs to around it.

    An item of a list says nothing without the words that open the list, so a list that is short is shown whole, and an
    item of a long one is told after these words.
    """
    item = focus(question, node, _tokenizer().terms, partial(index.likeness, question))
    if item.address is None:
        raise ValueError(f"provision {item.label!r} has no address")
    lead = opening(item, corpus)
    if lead is not None and item.children:  # its own words only open a list: alone they say nothing, or the wrong thing
        return _whole(lead, corpus)
    if lead is None or lead.address is None:
        citation, sentence = _whole(item, corpus)
        return citation, sentence if _defines(item, corpus) else f"{_leading(item, corpus)} {sentence}".strip()
    return corpus.cite(lead.address), " ".join(f"{lead.text} {item.text or item.words}".split())


def _defines(item: Node, corpus: Corpus) -> bool:
    """Whether an item is a definition, which needs none of the words that lead to it."""
    regulation = item.address.regulation if item.address is not None else ""
    return any(definition.address == item.address for definition in corpus.definitions(regulation))


def _leading(item: Node, corpus: Corpus) -> str:
    """The words that lead to an item of a long list; none where they count something, which its quote cannot prove."""
    above, words = item.address.parent if item.address and item.kind != "ayat" else None, ""
    while above is not None and above.pasal is not None:
        words = f"{corpus.node(above).text} {words}"
        above = above.parent
    return "" if values_of(words) else " ".join(words.split())


def _whole(node: Node, corpus: Corpus) -> tuple[Citation, str]:
    """A provision that answers as a whole: its quote says it all."""
    if node.address is None:
        raise ValueError(f"provision {node.label!r} has no address")
    return corpus.cite(node.address), flat(node.words)


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
