"""Search for people: provisions named outright first, then what fits by meaning and words, each with why and what next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.service import Finds
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from corpus.prose import flat
from corpus.references import CitationLanguage
from index.expand import expand
from index.keywords import Tokenizer

SEE_ALSO = 4
EXACT = 1.0  # score of a provision that the query names
_SNIPPET, _BEFORE = 300, 80
_BOLD, _PLAIN = "\033[1m", "\033[0m"


@dataclass(frozen=True)
class Found:
    """One provision: how well it fits, the characters of its words that were asked for, and what it refers to."""

    citation: Citation
    score: float
    exact: bool
    marks: tuple[tuple[int, int], ...]
    see_also: tuple[Address, ...]


def find(
    query: str,
    corpus: Corpus,
    index: Finds,
    citations: CitationLanguage,
    k: int,
    regulation: str | None = None,
    kind: str | None = None,
) -> tuple[list[Found], list[str]]:
    """The provisions found, best first, and why one that the query names cannot be shown."""
    scope = (regulation,) if regulation else None
    named, messages = _named(query, citations, scope or ())
    hits = index.search(query, k=k, regulations=scope, kinds=(kind,) if kind else None)
    ranked = [(address, EXACT, True) for address in named]
    ranked += [(hit.address, round(float(hit.score), 6), False) for hit in hits if hit.address not in named]
    return [_found(query, corpus, *one) for one in ranked[:k]], messages


def show(found: Found, bold: bool) -> str:
    """A provision found as lines of text; `bold` sets off the words that were asked for."""
    named = " (disebut langsung)" if found.exact else ""
    lines = [f"{found.citation.label}{named}", f"  {_snippet(found, bold)}"]
    if found.see_also:
        lines.append(f"  Lihat juga: {', '.join(address.place for address in found.see_also)}")
    return "\n".join(lines)


def _named(query: str, citations: CitationLanguage, scope: Sequence[str]) -> tuple[list[Address], list[str]]:
    """The provisions that the query names, or why one that it names cannot be shown."""
    targets: list[Address] = []
    messages = []
    for mention in citations.find(query):
        read = citations.resolve(mention, tuple(scope))
        targets += [at for at in (read.targets or read.candidates) if at not in targets]
        if read.message:
            messages.append(read.message)
    return [at for at in targets if at.place], messages


def _found(query: str, corpus: Corpus, address: Address, score: float, exact: bool) -> Found:
    citation = corpus.cite(address)
    targets = (target for one in corpus.references_from(address) for target in one.targets)
    near = tuple(dict.fromkeys(target for target in targets if not address.contains(target)))
    return Found(citation, score, exact, _words().marks(expand(query), citation.quote), near[:SEE_ALSO])


def _snippet(found: Found, bold: bool) -> str:
    """The stretch of the words that holds most of what was asked for, on one line."""
    quote = found.citation.quote
    starts = [max(0, left - _BEFORE) for left, _ in found.marks] if len(quote) > _SNIPPET else []
    start = max(starts, key=lambda at: len(_marked(found, at)), default=0)
    end = min(len(quote), start + _SNIPPET)
    pieces, at = [], start
    for left, right in found.marks if bold else ():
        if start <= left and right <= end:
            pieces += [quote[at:left], _BOLD, quote[left:right], _PLAIN]
            at = right
    text = flat("".join([*pieces, quote[at:end]]))
    return ("…" if start else "") + text + ("…" if end < len(quote) else "")


def _marked(found: Found, start: int) -> set[str]:
    """The different words asked for that a stretch from `start` on holds."""
    inside = (span for span in found.marks if start <= span[0] and span[1] <= start + _SNIPPET)
    return {found.citation.quote[left:right].lower() for left, right in inside}


@cache
def _words() -> Tokenizer:
    return Tokenizer()
