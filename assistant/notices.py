"""What must be said beside a cited provision: mistakes on record that touch it, and one notice of its validity."""

from collections.abc import Sequence

from assistant.calculation import Caveat
from corpus.citation import Citation
from corpus.errata import Erratum
from corpus.library import Corpus
from corpus.prose import flat


def notices(citations: Sequence[Citation], corpus: Corpus) -> tuple[Caveat, ...]:
    """The errata (not mere typos) and the most telling status note of the regulations cited, each once."""
    return (*_errata(citations, corpus), *_status(citations, corpus))


def _errata(citations: Sequence[Citation], corpus: Corpus) -> tuple[Caveat, ...]:
    found: dict[str, Caveat] = {}
    for citation in citations:
        for erratum in corpus.errata(citation.address):
            if erratum.note and erratum.severity != "L" and _touches(erratum, citation, corpus):
                found.setdefault(erratum.id, Caveat(f"erratum:{erratum.id}", erratum.note, citation))
    return tuple(found.values())


def _touches(erratum: Erratum, citation: Citation, corpus: Corpus) -> bool:
    """Whether a mistake bears on the words quoted: not where only a lost label was put back, nor elsewhere in the provision."""
    if not erratum.words:
        return False
    quoted, whole = flat(citation.quote), flat(corpus.node(citation.address).words)
    parts = [flat(part) for part in erratum.words.split(" / ")]
    standing = [(whole.find(part), whole.find(part) + len(part)) for part in parts if part and part in whole]
    start = whole.find(quoted)
    return not standing or start < 0 or any(begin < start + len(quoted) and start < end for begin, end in standing)


def _status(citations: Sequence[Citation], corpus: Corpus) -> tuple[Caveat, ...]:
    """One note a regulation, the most specific that warns: a notice, not a lecture."""
    best: dict[str, tuple[int, Caveat]] = {}
    for citation in citations:
        regulation = citation.address.regulation
        order = {note.code: rank for rank, note in enumerate(corpus.regulations[regulation].status)}
        for note in corpus.status(citation.address):
            rank = order[note.code]
            if note.warns and (regulation not in best or rank < best[regulation][0]):
                best[regulation] = (rank, Caveat(f"status:{note.code}", note.message))
    return tuple(caveat for _, caveat in best.values())
