"""The last gate: nothing leaves that is not proven. Checks text and evidence, knows nothing of how they came about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.calculation import Calculation
from assistant.facts import fact_words
from assistant.ledger import enter, leaves, owners
from assistant.reply import Number
from corpus.citation import Citation
from corpus.library import Corpus

_BLOCK = re.compile(r"(?:^> ?.*\n?)+", re.MULTILINE)
_REFERENCE = re.compile(r"\b(?:Pasal \d+|Lampiran [IVX]+)(?: (?:ayat \(\d+\)|huruf [a-zA-Z]\b|angka \d+))*")


@dataclass(frozen=True)
class Verdict:
    """What the checks found: the numerals entered, and every reason to hold the answer back."""

    numbers: tuple[Number, ...]
    failures: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Whether the answer may leave."""
        return not self.failures


def verify(
    text: str,
    citations: Sequence[Citation],
    calculations: Sequence[Calculation],
    questions: Sequence[str],
    corpus: Corpus,
    own: Sequence[str] = (),
) -> Verdict:
    """Check an answer: citations exist and quote word for word, quotes and references are theirs, numerals are owned.

    `own` are fixed sentences of the assistant itself (a greeting's example, which Pasal exist) that claim no rule.
    """
    cited = [*citations, *(c for calculation in calculations for c in calculation.citations)]
    names = [name for c in cited for name in (c.label, c.address.place)]
    names += own
    names += [words for c in calculations for m in c.missing for words in _asked(m.field)]
    names += [name for r in corpus.regulations.values() for name in (r.title, r.short)]
    numbers, orphans = enter(text, owners(citations, calculations, questions), names)
    told = [words for c in calculations for words in leaves(c.result)]
    failures = [
        *(f"kutipan tidak sesuai naskah: {c.label}" for c in cited if not _stands(c, corpus)),
        *(f"kutipan tanpa sumber: {block!r}" for block in _blocks(text) if not _quoted(block, cited)),
        *(
            f"rujukan tanpa sumber: {name}"
            for name in _references(text, names)
            if not _named(name, cited, (*questions, *told))
        ),
        *(f"angka tanpa pemilik: {numeral}" for numeral in orphans),
    ]
    return Verdict(numbers, tuple(failures))


def _stands(citation: Citation, corpus: Corpus) -> bool:
    return citation.label == corpus.label(citation.address) and corpus.holds(citation.address, citation.quote)


def _blocks(text: str) -> list[str]:
    return [_flat(re.sub(r"^> ?", "", block, flags=re.MULTILINE)) for block in _BLOCK.findall(text)]


def _quoted(block: str, cited: Sequence[Citation]) -> bool:
    return any(block in _flat(c.quote) for c in cited)


def _asked(field: str) -> tuple[str, ...]:
    """The fixed questions of the vocabulary: an example in them ("misalnya III/a") claims nothing."""
    words = fact_words().get(field)
    return (words.question, words.question_en) if words else ()


def _references(text: str, names: Sequence[str]) -> list[str]:
    outside_quotes = _BLOCK.sub("", text)
    for name in names:
        outside_quotes = outside_quotes.replace(name, " ")
    return _REFERENCE.findall(outside_quotes)


def _named(reference: str, cited: Sequence[Citation], told: Sequence[str]) -> bool:
    """A provision may be named when it is cited, or stands in a quote, in the question or in a calculation's result."""
    wanted = _flat(reference).lower()
    return any(
        re.search(re.escape(wanted) + r"(?!\w)", _flat(words).lower())
        for words in (*(w for c in cited for w in (c.label, c.quote)), *told)
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
