"""What a question asks for and the provisions found do not tell: another that tells it goes first, else it is said."""

from collections.abc import Sequence

from assistant.kinds import untold
from assistant.phrases import phrase
from assistant.rivals import SHORT
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from index.search import Hit

NEAR = 0.3  # share of the best one's belief from which a provision that tells what is asked goes before it
LOOKED_THROUGH = 4
MOST = 2  # ayat of one Pasal that tell it; of more none stands out


def telling_first(hits: Sequence[Hit], question: str, corpus: Corpus) -> list[Hit]:
    """The provisions found, the first that tells the kind of thing asked for before a best one that does not."""
    lacking = untold(question, [_around(hits[0].address, corpus)]) if hits else ()
    if not lacking:
        return list(hits)
    best = hits[0]
    near = [h for h in hits[1:LOOKED_THROUGH] if h.score >= NEAR * best.score and _is_beside(h.address, best.address)]
    telling = [hit for hit in near if all(kind.stands_in(corpus.node(hit.address).words) for kind in lacking)]
    return [*telling[:1], *(hit for hit in hits if hit not in telling[:1])]


def telling_beside(question: str, shown: Sequence[Citation], corpus: Corpus) -> tuple[Citation, ...]:
    """The few ayat beside the best provision that tell the kind of thing asked for, where none of those shown does."""
    lacking = untold(question, [citation.quote for citation in shown])
    best = shown[0].address
    if not lacking or best.pasal is None or best.ayat is None:
        return ()
    beside = corpus.node(Address(best.regulation, pasal=best.pasal)).children
    telling = [ayat for ayat in beside if ayat.address and all(kind.is_told(ayat.words) for kind in lacking)]
    short = [ayat for ayat in telling if len(ayat.words) <= SHORT]
    return tuple(corpus.cite(ayat.address) for ayat in short if ayat.address) if len(telling) <= MOST else ()


def say_untold(question: str, shown: Sequence[Citation], language: str, corpus: Corpus) -> str:
    """That no provision quoted, nor the Pasal around it, tells the kind of thing asked for; "" where one may."""
    lacking = untold(question, [_around(citation.address, corpus) for citation in shown])
    if not lacking or not shown:
        return ""
    things = [phrase(language, "untold", "things", kind.name) for kind in lacking]
    joined = f" {phrase(language, 'and')} ".join(things)
    return phrase(language, "untold", "said", things=joined[:1].upper() + joined[1:])


def _is_beside(address: Address, other: Address) -> bool:
    """Whether two provisions are of one regulation: one that only uses the words of the question leads to another matter."""
    return address.regulation == other.regulation


def _around(address: Address, corpus: Corpus) -> str:
    """The words of the Pasal that a provision stands in; a definition and a part of an attachment stand alone."""
    defines = address.ayat is None and address.angka is not None
    whole = address if address.pasal is None or defines else Address(address.regulation, pasal=address.pasal)
    return corpus.node(whole).words
