"""What must be said beside a cited provision: mistakes on record that touch it, and one notice of its validity."""

from collections.abc import Sequence

from assistant.calculation import Caveat
from corpus.citation import Citation
from corpus.library import Corpus


def notices(citations: Sequence[Citation], corpus: Corpus) -> tuple[Caveat, ...]:
    """The errata (not mere typos) and the most telling status note of the regulations cited, each once."""
    return (*_errata(citations, corpus), *_status(citations, corpus))


def _errata(citations: Sequence[Citation], corpus: Corpus) -> tuple[Caveat, ...]:
    found: dict[str, Caveat] = {}
    for citation in citations:
        for erratum in corpus.errata(citation.address):
            if erratum.note and erratum.severity != "L":
                found.setdefault(erratum.id, Caveat(f"erratum:{erratum.id}", erratum.note, citation))
    return tuple(found.values())


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
