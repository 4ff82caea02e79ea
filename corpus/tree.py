"""The tree of a regulation: what stands where, in whose words, from which characters of the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from corpus.address import Address

Kind = Literal[
    "peraturan",  # the root
    "pembukaan",  # title block, Menimbang, Mengingat, Menetapkan
    "bab",
    "bagian",
    "paragraf",
    "pasal",
    "ayat",
    "huruf",
    "angka",
    "butir",  # a level below angka, or an unnumbered dash item
    "penutup",  # closing: signature, promulgation
    "lampiran",
    "bagian_lampiran",  # a lettered or numbered part of an attachment
    "tabel",  # a table: its header in `text`, its rows as children
    "baris",  # one row of a table, with `cells`
    "teks",  # running text of an attachment or preamble
]


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` (exclusive, 0-based) of physical line `line` (1-based) of the source file."""

    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Node:
    """One provision: `text` holds its own words up to its children, `tail` those after them (rarely any).

    Words are the source's, with wrapped lines joined, markdown stripped and the registered scan repairs applied.
    `spans` are the raw characters this node owns (label, text and tail, not the children's). `restored` says that the
    label was lost by the source and put back.
    """

    kind: Kind
    address: Address | None
    label: str = ""
    title: str = ""
    text: str = ""
    tail: str = ""
    children: tuple["Node", ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    spans: tuple[Span, ...] = ()
    restored: bool = False

    @cached_property
    def words(self) -> str:
        """All words of the provision with those of its children, one line each, labels included."""
        inner = [f"{child.label} {child.words}".strip() for child in self.children]
        return "\n".join(part for part in (self.text, *inner, self.tail) if part)

    @property
    def lines(self) -> tuple[int, ...]:
        """Physical source lines of the provision and its children, sorted."""
        return tuple(sorted({span.line for node in self.walk() for span in node.spans}))

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()
