"""The attachments of a regulation: by their data file where there is one, else as the source prints them."""

from collections.abc import Mapping, Sequence
from typing import Any

from corpus.address import Address
from corpus.data import Sheet
from corpus.errors import DataError
from corpus.lampiran import read_entries
from corpus.ledger import Ledger
from corpus.source import Line
from corpus.tree import Node


def parse_lampiran(
    regulation: str, lampiran: str, lines: Sequence[Line], data: Mapping[str, Any] | None
) -> tuple[Node, ...]:
    """The children of an attachment: parts, tables, rows and texts that together own every character of `lines`."""
    base = Address(regulation, lampiran=lampiran)
    ledger = Ledger(f"{regulation}.tabel.yaml: {lampiran}", lines)
    if data is None:
        return _as_printed(ledger, base)
    nodes = read_entries(ledger, base, Sheet(ledger.place, data))
    rest = ledger.leftover()
    if rest:
        listed = "; ".join(f"L{number} {words!r}" for number, words in rest[:12])
        raise DataError(f"{ledger.place}: words that belong to no entry: {listed}; give each an entry or a drop")
    return nodes


def _as_printed(ledger: Ledger, base: Address) -> tuple[Node, ...]:
    """An attachment nobody has described yet: paragraphs as text, tab-separated lines as rows."""
    nodes: list[Node] = []
    for index, line in enumerate(ledger.lines):
        extract = ledger.take([(index, 0, len(line.text))])
        if not extract.cuts:
            continue
        step = ("baris" if "\t" in line.text else "teks", str(len(nodes) + 1))
        cells = [words.strip() for words in line.text.split("\t")]
        nodes.append(
            Node(
                "baris" if "\t" in line.text else "teks",
                Address(base.regulation, lampiran=base.lampiran, trail=(step,)),
                text=extract.words,
                cells=tuple((f"kolom_{number}", words) for number, words in enumerate(cells, 1) if words)
                if "\t" in line.text
                else (),
                spans=line.spans,
            )
        )
    return tuple(nodes)
