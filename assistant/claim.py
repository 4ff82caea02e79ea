"""A claim: a sentence that is nobody's own words. It must rest on the very clause it speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.calculation import Calculation
from assistant.clauses import Clause, clauses, nearest, polarity_of, share, stems_of
from assistant.ledger import figures_of
from assistant.numerals import Numeral, numerals, values_of
from assistant.page import LINK
from corpus.citation import Citation

SUPPORT = 0.6  # share of a claim's content words that must stand in the provisions it names
_DENIALS = ("negation", "ban", "exception")
_OF_THE_PERSON = re.compile(r"\b(?:anda|saudara|you|your)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Evidence:
    """What a claim may rest on: provisions it names, provisions quoted beside it, figures, and what the person said."""

    named: tuple[Citation, ...]
    near: tuple[Citation, ...]
    calculations: tuple[Calculation, ...]
    questions: tuple[str, ...]
    corrects: bool = False  # a correction of a premise repeats the person's figure to deny it

    @property
    def provisions(self) -> tuple[Citation, ...]:
        """The provisions named, else those quoted beside the claim."""
        return self.named or self.near


def doubts(sentence: str, evidence: Evidence) -> Iterator[str]:
    """Every reason why a claim may not stand."""
    bare = _without(LINK.sub(" ", sentence), evidence.named)
    held = [clause for c in evidence.provisions for clause in clauses(c.quote)]
    found = numerals(bare)
    if not _rests(found, evidence) and not _about_the_person(bare, found, evidence):
        yield f"kalimat tanpa bukti: {sentence[:120]!r}"
        return
    for at, numeral in enumerate(found):
        if not _owned(numeral, _around(bare, found, at), held, evidence):
            yield f"angka di luar buktinya: {numeral.text}"
    if evidence.named:
        extra = [text for c in evidence.calculations for text in figures_of(c)]
        if share(bare, [*(c.quote for c in evidence.named), *extra]) < SUPPORT:
            yield f"kalimat tidak didukung buktinya: {sentence[:120]!r}"
    if not evidence.corrects and _denies_otherwise(bare, held):
        yield f"tidak/dapat berbeda dari buktinya: {sentence[:120]!r}"


def _rests(found: Sequence[Numeral], evidence: Evidence) -> bool:
    """Whether a claim names a provision, or tells a numeral of the one quoted beside it."""
    if evidence.named or evidence.corrects:
        return True
    return bool(found and evidence.near and not evidence.calculations)


def _about_the_person(bare: str, found: Sequence[Numeral], evidence: Evidence) -> bool:
    """A sentence that only repeats what the person told of themselves."""
    told = values_of(*evidence.questions)
    return bool(found) and bool(_OF_THE_PERSON.search(bare)) and all(n.values & told for n in found)


def _owned(numeral: Numeral, around: str, held: Sequence[Clause], evidence: Evidence) -> bool:
    """A numeral stands in the clause its words speak of, in a figure computed, or in what the person told of themselves."""
    if any(numeral.values & values_of(clause.text) for clause in nearest(around, held) or held):
        return True
    if numeral.values & values_of(*(f for c in evidence.calculations for f in figures_of(c))):
        return True
    told = values_of(*evidence.questions)
    return bool(numeral.values & told) and (evidence.corrects or bool(_OF_THE_PERSON.search(around)))


def _around(text: str, found: Sequence[Numeral], at: int) -> str:
    """The words of a numeral: from the numeral before it to the one after it."""
    start = found[at - 1].end if at else 0
    end = found[at + 1].start if at + 1 < len(found) else len(text)
    return text[start:end]


def _denies_otherwise(bare: str, held: Sequence[Clause]) -> bool:
    """Whether a sentence and every clause nearest to it disagree on what is denied."""
    near = nearest(bare, held)
    if not near or len(stems_of(bare)) < 3:
        return bool(near) and _denials(polarity_of(bare)) != () and all(not _denials(c.polarity) for c in near)
    return all(_denials(c.polarity) != _denials(polarity_of(bare)) for c in near)


def _denials(polarity: Sequence[str]) -> tuple[str, ...]:
    return tuple(kind for kind in polarity if kind in _DENIALS)


def _without(text: str, named: Sequence[Citation]) -> str:
    for name in sorted({n for c in named for n in (c.label, c.address.place)}, key=len, reverse=True):
        text = text.replace(name, " ")
    return text
