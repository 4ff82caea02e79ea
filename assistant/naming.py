"""Provisions named in an answer outside its links: each must be cited, contain what is cited, or be repeated with its quote."""

import re
from collections.abc import Iterator, Sequence

from assistant.calculation import Calculation, Missing
from assistant.compose import show
from assistant.facts import fact_words
from assistant.ledger import figures_of
from assistant.page import LINK, Line, frame
from corpus.citation import Citation
from corpus.prose import flat

LEAD = 2  # words before a reference that must be repeated with it
# In a calculation's own line only a whole provision counts; in a claim any way to write one.
_PROVISION = re.compile(r"\b(?:Pasal \d+|Lampiran [IVX]+)(?: (?:ayat \(\d+\)|huruf [a-zA-Z]\b|angka \d+))*")
REFERENCE = re.compile(
    r"\b(?:(?:pasal|psl|ps|article|art|lampiran|annex|bab|chapter)\b\.? *(?:\d+|[ivx]+\b|[a-z]+(?= ayat\b)))"
    r"(?:,? *(?:ayat|paragraph) *\(?\d+\)?|,? *(?:huruf|letter) *[a-z]{1,2}\b|,? *(?:angka|nomor) *\d+)*"
    r"|\bayat *\(\d+\)|\bhuruf [a-z]\b",
    re.IGNORECASE,
)


def wrong_references(
    lines: Sequence[Line], free: Sequence[Line], cited: Sequence[Citation], own: Sequence[str]
) -> Iterator[str]:
    """Provisions named outside links: each must be cited, contain what is cited, or stand in a quoted text."""
    fixed = {part for words in own for part in words.splitlines()}
    labels = sorted({name for c in cited for name in (c.label, c.address.place)}, key=len, reverse=True)
    for line in lines:
        if line.text in fixed:
            continue
        bare = LINK.sub(" ", line.text)
        for label in (*labels, *(words for words in fixed if line not in free)):
            bare = bare.replace(label, " ")
        fixed_line = line not in free or frame(line, ("according", "nearest")) is not None  # these say its own words
        for match in (_PROVISION if fixed_line else REFERENCE).finditer(bare):
            if not _named(match[0], cited, quoted=fixed_line) and not _repeats(bare[: match.end()], match[0], cited):
                yield f"rujukan tanpa sumber: {match[0]}"


def _repeats(said: str, reference: str, cited: Sequence[Citation]) -> bool:
    """Whether a reference is repeated with the words that lead up to it ("sebagaimana dimaksud pada ayat (1)")."""
    lead = flat(said).removesuffix(flat(reference)).split()[-LEAD:]
    wanted = " ".join((*lead, flat(reference))).lower()
    return len(lead) == LEAD and any(wanted in flat(c.quote).lower() for c in cited)


def repeated(calculations: Sequence[Calculation]) -> Iterator[str]:
    """What a calculation repeats word for word: the law's words in its tables, and the questions it still asks."""
    for calculation in calculations:
        yield from (show(leaf) for leaf in figures_of(calculation) if _PROVISION.search(leaf))
        yield from (words for missing in calculation.missing for words in asked(missing))


def _named(reference: str, cited: Sequence[Citation], quoted: bool) -> bool:
    """A provision may be named when it is cited or contains what is cited; in a calculation also when a quote names it."""
    wanted = re.escape(flat(reference).lower()) + r"(?!\w)"
    held = [words for c in cited for words in ((c.label, c.quote) if quoted else (c.label,))]
    return any(re.search(wanted, flat(words).lower()) for words in held)


def asked(missing: Missing) -> tuple[str, ...]:
    """The questions for a fact: the calculator's own, which names the choices, and the vocabulary's; both claim nothing."""
    words = fact_words().get(missing.field)
    return (missing.question, words.question, words.question_en) if words else (missing.question,)
