"""Whether citations stand: they exist, quote word for word, belong to the position asked about, and carry their quotes."""

import re
from collections.abc import Iterator, Sequence

from assistant.calculation import Calculation
from assistant.clauses import polarity_of
from assistant.page import Quote
from corpus.citation import Citation
from corpus.errors import CorpusError
from corpus.library import Corpus
from corpus.prose import flat


def stands(citation: Citation, corpus: Corpus) -> bool:
    """Whether label, address and words belong together; a part of a provision must not lose the "tidak" before it."""
    if citation.label != corpus.label(citation.address):
        return False
    try:
        words = flat(corpus.node(citation.address).words)
    except CorpusError:
        return False
    quote = flat(citation.quote)
    if quote == words:
        return True
    found = list(re.finditer(rf"(?<!\w)(?<!\d[.,]){re.escape(quote)}(?!\w)(?![.,]\d)", words)) if quote else []
    affirmed = ["negation" not in polarity_of(_word_before(words, match.start())) for match in found]
    # A single word may stand anywhere: where it is denied once, it is not to be quoted bare.
    return any(affirmed) if " " in quote else bool(affirmed) and all(affirmed)


def _word_before(words: str, at: int) -> str:
    return words[:at].rstrip().rpartition(" ")[2]


def in_scope(citation: Citation, scope: Sequence[str], corpus: Corpus) -> bool:
    """Whether a rule is of a regulation that may answer, or of one that knows no positions."""
    regulation = corpus.regulations.get(citation.address.regulation)
    return not scope or citation.address.regulation in scope or regulation is None or regulation.jabatan is None


def of_another(calculation: Calculation, corpus: Corpus) -> Iterator[Citation]:
    """The provisions a calculation for one position takes from the other position's regulation."""
    jabatan = calculation.inputs.get("jabatan")
    for citation in calculation.citations:
        regulation = corpus.regulations.get(citation.address.regulation)
        if jabatan and regulation is not None and regulation.jabatan not in (None, jabatan):
            yield citation


def quoted(quote: Quote, cited: Sequence[Citation]) -> bool:
    """A quote is the whole of a citation that the line before it names (else the link after it), and so are both."""
    held = {c.label for c in cited if flat(c.quote) == quote.words}
    named = [label for label in quote.before.labels if any(c.label == label for c in cited)] if quote.before else []
    after = quote.after.labels[:1] if quote.after is not None and quote.after.bare_link else ()
    if not named:
        return bool(held & set(after))
    opens_another = quote.before is not None and quote.before.bare_link
    return named[-1] in held and (opens_another or not after or after[0] in held)
