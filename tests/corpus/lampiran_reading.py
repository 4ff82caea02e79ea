"""What the tests of the attachments share: rows by place, the lines they rest on, and decimals."""

import re
from decimal import Decimal

from corpus.address import Address
from corpus.data import load_sheet
from corpus.layout import read
from corpus.library import TEXTS, Corpus
from corpus.markup import plain
from corpus.tree import Node

# Cells that are no words of their place: what is proposed, and what a form is for.
PROPOSED = re.compile(r".*_bacaan|kegunaan|dikutip_oleh")


def attachments(corpus: Corpus, identity: str) -> list[Node]:
    """Every node of the attachments of a regulation."""
    roots = [child for child in corpus.regulations[identity].root.children if child.kind == "lampiran"]
    return [node for root in roots for node in root.walk()]


def cells(corpus: Corpus, identity: str, place: str) -> dict[str, str]:
    """The cells of the row at a place."""
    return dict(corpus.find(place, identity).cells)


def errata_ids(corpus: Corpus, identity: str, place: str) -> set[str]:
    """The register entries shown with a place."""
    return {erratum.id for erratum in corpus.errata(Address.parse(place, identity))}


def number(words: str) -> Decimal:
    """A number as a table prints it, with a comma or a point."""
    return Decimal(words.replace(",", "."))


def repaired_lines(corpus: Corpus, identity: str) -> dict[int, str]:
    """The physical lines with the registered repairs applied and markup taken off."""
    repairs = [(fix.line, fix.find, fix.replace) for entry in corpus.registers[identity] for fix in entry.repairs]
    content = (TEXTS / f"{identity}.txt").read_bytes().decode("utf-8")
    lines = read(content, repairs, load_sheet(TEXTS / f"{identity}.susunan.yaml")).lines
    return {line.number: plain(line.text) for line in lines}


def stands_in_order(words: str, printed: str) -> bool:
    """Whether every word of a cell occurs in the printed words, in the same order."""
    rest = iter(re.findall(r"\w+", printed))
    return all(word in rest for word in re.findall(r"\w+", words))
