"""What may be meant besides the provision that answers best: quoted where it is nearly as likely, else named."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from corpus.tree import Node
from index.search import Hit

# Shares of the best one's belief, so that they hold whatever the scale of the scores: another provision may as well be
# meant where the best is less than five times as likely, and is worth a look where it is less than twenty times.
RIVAL = 0.2
LIKELY = 0.05
RIVALS = 2  # provisions quoted besides the best one
# Where the search is not sure of any, more of them are shown.
RIVAL_UNSURE, RIVALS_UNSURE = 0.05, 3
RIVALS_FAR = 1  # where likely none answers, they would only be in the way
SEE_ALSO = 3  # provisions named besides
SHORT = 1000  # characters of a provision that is read at one glance; a longer one is named, not quoted


@dataclass(frozen=True)
class Besides:
    """The provisions that may be meant as well, to be quoted, and those worth a look, to be named."""

    rivals: tuple[Citation, ...] = ()
    near: tuple[Citation, ...] = ()


def besides(
    hits: Sequence[Hit], shown: Sequence[Citation], corpus: Corpus, sure: bool = True, far: bool = False
) -> Besides:
    """What was found besides the provisions shown, best first; nothing that holds or stands in one of them."""
    share, most = (RIVAL, RIVALS) if sure else (RIVAL_UNSURE, RIVALS_FAR if far else RIVALS_UNSURE)
    best = max((hit.score for hit in hits), default=0.0)
    rivals: list[Citation] = []
    near: list[Citation] = []
    for hit in hits:
        held = [citation.address for citation in (*shown, *rivals, *near)]
        at = _in_its_list(corpus.node(hit.address), corpus)
        if hit.score < LIKELY * best or any(at.meets(place) for place in held):
            continue
        citation = corpus.cite(at)
        quoted = hit.score >= share * best and len(rivals) < most and len(citation.quote) <= SHORT
        (rivals if quoted else near).append(citation)
    return Besides(tuple(rivals), tuple(near[:SEE_ALSO]))


def opening(item: Node, corpus: Corpus) -> Node | None:
    """The provision whose words open the list that an item stands in; None where it stands alone or in a long list."""
    if item.kind not in ("huruf", "angka", "butir") or item.address is None or item.address.parent is None:
        return None
    parent = corpus.node(item.address.parent)
    nested = item.kind == "angka" and item.address.huruf is not None
    return parent if parent.text and (nested or len(parent.words) <= SHORT) else None


def _in_its_list(node: Node, corpus: Corpus) -> Address:
    """Where to show a provision: an item of a short list with the whole list."""
    lead = opening(node, corpus)
    address = lead.address if lead is not None and lead.address is not None else node.address
    if address is None:
        raise ValueError(f"provision {node.label!r} has no address")
    return address
