"""A claim: a sentence that is nobody's own words. It must rest on the very clause it speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.calculation import Calculation
from assistant.clauses import Clause, nearest, polarity_of, share, stems_of
from assistant.ledger import computed_values, figures_of
from assistant.numerals import Numeral, numerals, values_of
from assistant.page import LINK
from corpus.citation import Citation

SUPPORT = 0.6  # share of a claim's content words that must stand in the provisions it names
_DENIALS = ("negation", "ban", "exception")
_PAIR = re.compile(r"(\d+(?:[.,]\d+)*) ?%? \(([^()]+)\)")
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
    quotes = [c.quote for c in evidence.provisions]
    found = numerals(bare)
    if not _rests(found, evidence) and not _about_the_person(bare, found, evidence):
        yield f"kalimat tanpa bukti: {sentence[:120]!r}"
        return
    of_the_law = [n for n in found if not _told_or_computed(n, bare, evidence)]
    if of_the_law and not _stand_together(of_the_law, nearest(bare, quotes)):
        yield f"angka di luar buktinya: {', '.join(n.text for n in of_the_law)}"
    yield from (f"angka dan hurufnya berbeda: {pair}" for pair in _torn_pairs(bare, quotes))
    if evidence.named:
        computed = [text for c in evidence.calculations for text in figures_of(c)]
        if share(bare, [*(c.quote for c in evidence.named), *computed]) < SUPPORT:
            yield f"kalimat tidak didukung buktinya: {sentence[:120]!r}"
    if not evidence.corrects and _denies_otherwise(bare, quotes):
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


def _told_or_computed(numeral: Numeral, bare: str, evidence: Evidence) -> bool:
    """Whether a numeral is a figure computed, or what the person told of themselves, repeated to them."""
    if any(numeral.values & computed_values(c) for c in evidence.calculations):
        return True
    of_the_person = evidence.corrects or bool(_OF_THE_PERSON.search(bare))
    return of_the_person and bool(numeral.values & values_of(*evidence.questions))


def _stand_together(said: Sequence[Numeral], held: Sequence[Clause]) -> bool:
    """Whether the numerals stand in one clause that the claim speaks of, each for itself and in the same order."""
    return any(_in_order(said, numerals(clause.text)) for clause in held)


def _in_order(said: Sequence[Numeral], written: Sequence[Numeral]) -> bool:
    rest = iter(written)
    return all(any(numeral.values & values_of(other.text) for other in rest) for numeral in said)


def _torn_pairs(bare: str, quotes: Sequence[str]) -> Iterator[str]:
    """Digits beside words of another value ("2 (satu)"), unless the law itself prints them so."""
    for match in _PAIR.finditer(bare):
        words = numerals(match[2])
        torn = len(words) == 1 and words[0].text == match[2].strip() and not words[0].values & values_of(match[1])
        if torn and not any(match[0] in " ".join(quote.split()) for quote in quotes):
            yield match[0]


def _denies_otherwise(bare: str, quotes: Sequence[str]) -> bool:
    """Whether a sentence and every clause nearest to it disagree on what is denied."""
    near, denied = nearest(bare, quotes), _denials(polarity_of(bare))
    if len(stems_of(bare)) < 3:  # too short to tell its clause: it may still not deny what none denies
        return bool(near and denied) and all(not _denials(c.polarity) for c in near)
    return bool(near) and all(_denials(c.polarity) != denied for c in near)


def _denials(polarity: Sequence[str]) -> tuple[str, ...]:
    return tuple(kind for kind in polarity if kind in _DENIALS)


def _without(text: str, named: Sequence[Citation]) -> str:
    for name in sorted({n for c in named for n in (c.label, c.address.place)}, key=len, reverse=True):
        text = text.replace(name, " ")
    return text
