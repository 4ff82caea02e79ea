"""A claim: a sentence that is nobody's own words. It must be one clause of its provision, shortened and nothing else.

Its words stand in that clause in the same order, with every "tidak", "wajib", "dapat", "kecuali", "atau", "bagi" and
"paling" of it, and its numerals are all of the clause's. So nothing can be swapped, moved, added or taken from the person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.calculation import Calculation
from assistant.clauses import POINTER, Clause, clauses, is_shortened, nearest, polarity_of, words_of
from assistant.compose import show
from assistant.naming import REFERENCE
from assistant.numerals import Numeral, numerals, values_of
from assistant.page import LINK
from corpus.citation import Citation
from corpus.prose import flat

_PAIR = re.compile(r"(\d+(?:[.,]\d+)*) ?%? \(([^()]+)\)")


@dataclass(frozen=True)
class Evidence:
    """What a claim may rest on: provisions it names, provisions quoted beside it, and figures."""

    named: tuple[Citation, ...]
    near: tuple[Citation, ...]
    calculations: tuple[Calculation, ...]
    corrects: bool = False  # a correction of a premise, in the assistant's own fixed words

    @property
    def provisions(self) -> tuple[Citation, ...]:
        """The provisions named, else those quoted beside the claim."""
        return self.named or self.near


def doubts(sentence: str, evidence: Evidence) -> Iterator[str]:
    """Every reason why a claim may not stand."""
    bare = _without(LINK.sub(" ", POINTER.sub(" ", sentence)), evidence.named)
    quotes = [c.quote for c in evidence.provisions]
    if not words_of(bare) and not numerals(bare):
        return  # nothing but links
    if not quotes or (evidence.calculations and not evidence.named and not evidence.corrects):
        yield f"kalimat tanpa bukti: {sentence[:120]!r}"
        return
    yield from (f"angka dan hurufnya berbeda: {pair}" for pair in _torn_pairs(bare, quotes))
    if evidence.corrects:
        said = _values(numerals(bare))
        if said and not any(_in_order(said, _values(numerals(c.text))) for c in nearest(bare, quotes)):
            yield f"angka di luar buktinya: {', '.join(n.text for n in numerals(bare))}"
        return
    figures = _figures(bare, evidence.calculations)
    left_out = {word for name, _ in figures for word in words_of(name)}
    computed = frozenset(value for _, values in figures for value in values)
    if not any(_stands(bare, clause, left_out, computed) for quote in quotes for clause in clauses(quote)):
        yield f"bukan ketentuan dalam buktinya: {sentence[:120]!r}"


def _stands(bare: str, clause: Clause, left_out: set[str], computed: frozenset[str]) -> bool:
    """Whether a sentence is this clause shortened, but for figures that were computed and their names."""
    said, written = numerals(bare), numerals(clause.text)
    law = [said] if not computed else [said, [n for n in said if not n.values & computed]]
    alike = any(
        _equal(_values(_counting(bare, own)), _values(_counting(clause.text, written)))
        and _in_order([n.values for n in own], [n.values for n in written])
        for own in law
    )
    return alike and polarity_of(bare) == clause.polarity and is_shortened(bare, clause, left_out)


def _counting(text: str, found: Sequence[Numeral]) -> list[Numeral]:
    """The numerals of a text but for those by which it refers to provisions: these may be left out, not exchanged."""
    refers = [m.span() for m in REFERENCE.finditer(text)]
    return [n for n in found if not any(start <= n.start < end for start, end in refers)]


def _figures(bare: str, calculations: Sequence[Calculation]) -> list[tuple[str, frozenset[str]]]:
    """The computed figures that a sentence tells by name: all words of the name, and the value."""
    said, told = set(words_of(bare)), values_of(bare)
    found = [(name.replace("_", " "), show(value)) for c in calculations for name, value in c.result.items()]
    return [
        (name, values)
        for name, shown in found
        if (values := values_of(shown)) and values & told and set(words_of(name)) <= said
    ]


def _values(found: Sequence[Numeral]) -> list[frozenset[str]]:
    """The values of numerals in order; digits and the words after them ("2 (dua)") count once."""
    values: list[frozenset[str]] = []
    for numeral in found:
        if not values or not values[-1] & numeral.values:
            values.append(frozenset(numeral.values))
    return values


def _equal(said: Sequence[frozenset[str]], written: Sequence[frozenset[str]]) -> bool:
    return len(said) == len(written) and all(a & b for a, b in zip(said, written, strict=True))


def _in_order(said: Sequence[frozenset[str]], written: Sequence[frozenset[str]]) -> bool:
    rest = iter(written)
    return all(any(values & other for other in rest) for values in said)


def _torn_pairs(bare: str, quotes: Sequence[str]) -> Iterator[str]:
    """Digits beside words of another value ("2 (satu)"), unless the law itself prints them so."""
    for match in _PAIR.finditer(bare):
        words = numerals(match[2].lstrip())  # "enam puluh per seratus" is sixty, whatever stands after it
        torn = bool(words) and words[0].start == 0 and not words[0].values & values_of(match[1])
        if torn and not any(match[0] in flat(quote) for quote in quotes):
            yield match[0]


def _without(text: str, named: Sequence[Citation]) -> str:
    for name in sorted({n for c in named for n in (c.label, c.address.place)}, key=len, reverse=True):
        text = text.replace(name, " ")
    return text
