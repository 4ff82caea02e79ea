"""Find mistakes of a text mechanically, so that a new regulation gets its first errata list for free.

Five kinds: a reference to nothing or to itself, a gap in a numbering, "N (kata)" pairs that disagree, table figures
that do not add up, and a term defined twice. A finding is a suspicion; the register of errata says what it means.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Literal

from corpus.address import Address
from corpus.data import load_yaml
from corpus.library import Corpus
from corpus.number_words import read_digits, read_number_words
from corpus.tree import Node

FindingKind = Literal["rujukan", "penomoran", "angka_kata", "hitungan", "definisi"]
_PAIR = re.compile(r"(?P<digits>\d+(?:[.,]\d+)*)\s*%?\s*\((?P<words>[a-z][a-z -]*)\)")
_NOT_A_NUMBER_WORD = re.compile(r"\b(?:persen|per seratus)\b")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True)
class Finding:
    """One suspicion: what kind, where, in which words, and what is odd about them (in plain Indonesian)."""

    kind: FindingKind
    address: Address
    label: str
    words: str
    message: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.label}: {self.message}"


def check(corpus: Corpus) -> tuple[Finding, ...]:
    """All findings in all regulations, in reading order within each kind."""
    checks: tuple[Callable[[Corpus, str], Iterator[Finding]], ...] = (
        _references,
        _numbering,
        _number_words,
        _arithmetic,
        _definitions,
    )
    return tuple(finding for one in checks for regulation in corpus.regulations for finding in one(corpus, regulation))


def _finding(corpus: Corpus, kind: FindingKind, address: Address, words: str, message: str) -> Finding:
    return Finding(kind, address, corpus.label(address), words, message)


def _references(corpus: Corpus, regulation: str) -> Iterator[Finding]:
    for node in corpus.regulations[regulation].root.walk():
        if node.address is None:
            continue
        for reference in corpus.references_from(node.address):
            if reference.source != node.address:
                continue
            if reference.absent:
                yield _finding(corpus, "rujukan", node.address, reference.text, reference.absent)
            elif any(target.pasal is not None and target == _ayat_of(node.address) for target in reference.targets):
                message = f"“{reference.text}” menunjuk dirinya sendiri."
                yield _finding(corpus, "rujukan", node.address, reference.text, message)


def _ayat_of(address: Address) -> Address:
    """The ayat (or Pasal) a provision stands in: a text that names it names itself."""
    return Address(address.regulation, pasal=address.pasal, ayat=address.ayat)


def _numbering(corpus: Corpus, regulation: str) -> Iterator[Finding]:
    for parent in corpus.regulations[regulation].root.walk():
        for kind in ("bab", "pasal", "ayat", "huruf", "angka"):
            run = [node for node in parent.children if node.kind == kind]
            for before, after in pairwise(run):
                first, second = _ordinal(before), _ordinal(after)
                if first and second and second != first + 1 and after.kind != "pasal":
                    place = after.address or parent.address or Address(regulation)
                    message = f"sesudah {before.label} langsung {after.label}."
                    yield _finding(corpus, "penomoran", place, after.label, message)
    yield from _pasal_gaps(corpus, regulation)


def _pasal_gaps(corpus: Corpus, regulation: str) -> Iterator[Finding]:
    for before, after in pairwise(corpus.pasals(regulation)):
        if before.address and after.address and (after.address.pasal or 0) != (before.address.pasal or 0) + 1:
            message = f"sesudah {before.address.place} langsung {after.address.place}."
            yield _finding(corpus, "penomoran", after.address, after.label, message)


def _ordinal(node: Node) -> int:
    """The place of a label in its own counting: "(3)" is 3, "c." is 3, "BAB IV" is 4; 0 where it is none of these."""
    text = re.sub(r"^BAB\s+|[().\s]", "", node.label)
    if text.isdigit():
        return int(text)
    if node.kind == "bab":
        return _roman(text)
    return ord(text) - ord("a") + 1 if re.fullmatch("[a-z]", text) else 0


def _roman(text: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in text]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


def _number_words(corpus: Corpus, regulation: str) -> Iterator[Finding]:
    for node in corpus.regulations[regulation].root.walk():
        if node.address is None:
            continue
        for match in _PAIR.finditer(f"{node.text}\n{node.tail}"):
            spelled = read_number_words(" ".join(_NOT_A_NUMBER_WORD.sub("", match["words"]).split()))
            if spelled is not None and spelled != read_digits(match["digits"]):
                message = f"angka {match['digits']} tidak sama dengan kata “{match['words']}”."
                yield _finding(corpus, "angka_kata", node.address, match[0], message)


def _arithmetic(corpus: Corpus, regulation: str) -> Iterator[Finding]:
    rules = load_yaml(Path(__file__).parent / "arithmetic.yaml")
    rows = [node for node in corpus.regulations[regulation].root.walk() if node.kind == "baris" and node.address]
    for row in rows:
        for rule in rules["quotients"]:
            yield from _owed(corpus, row, rule, lambda a, b: a / b if b else None)
        for rule in rules["products"]:
            yield from _owed(corpus, row, rule, lambda a, b: a * b)
        # A table that runs over a page is several nodes; its rows share one parent address.
        table = [
            other for other in rows if other.address and row.address and other.address.parent == row.address.parent
        ]
        for rule in rules["sums"]:
            yield from _total(corpus, row, table, rule)


def _owed(
    corpus: Corpus, row: Node, rule: dict[str, str], compute: Callable[[Decimal, Decimal], Decimal | None]
) -> Iterator[Finding]:
    first, second, printed = _cell(row, rule["of"]), _cell(row, rule["by"]), _cell(row, rule["result"])
    if first is None or second is None or row.address is None:
        return
    right = compute(first, second)
    if right is not None and printed != right:
        shown = "kosong" if printed is None else f"{printed}"
        message = f"kolom {rule['result']} tercetak {shown}, hitungannya {_shown(right)}."
        yield _finding(corpus, "hitungan", row.address, row.text, message)


def _total(corpus: Corpus, row: Node, rows: list[Node], rule: dict[str, str]) -> Iterator[Finding]:
    printed = _cell(row, rule["result"])
    if printed is None or row.address is None:
        return
    right = sum((_cell(other, rule["of"]) or Decimal(0) for other in rows), Decimal(0))
    if printed != right:
        message = f"jumlah tercetak {printed}, baris-barisnya berjumlah {right}."
        yield _finding(corpus, "hitungan", row.address, row.text, message)


def _shown(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.0001')):f}".rstrip("0").rstrip(".")


def _cell(row: Node, column: str) -> Decimal | None:
    return read_digits(dict(row.cells).get(column, ""))


def _definitions(corpus: Corpus, regulation: str) -> Iterator[Finding]:
    names = Counter(name.lower() for d in corpus.definitions(regulation) for name in set(d.names))
    for definition in corpus.definitions(regulation):
        for name in definition.names:
            if names[name.lower()] > 1:
                message = f"istilah “{name}” didefinisikan lebih dari sekali."
                yield _finding(corpus, "definisi", definition.address, name, message)
