"""An attachment read by its data file: each entry says which lines, which words or which table make one node."""

import re
from collections.abc import Mapping
from dataclasses import replace as but
from typing import Any, get_args

from corpus.address import Address
from corpus.data import Sheet
from corpus.ledger import EMPTY, Extract, Ledger, join
from corpus.markup import plain, without_dash
from corpus.places import Trail, numbers, trail
from corpus.rows import drop, read_table
from corpus.tree import Kind, Node

_KEYS = (
    "at", "kind", "lines", "words", "label", "title", "tail", "form", "parts", "cells", "readings", "drops", "restored",
)  # fmt: skip


def read_entries(ledger: Ledger, base: Address, sheet: Sheet, key: str = "parts") -> tuple[Node, ...]:
    """The nodes that the entries under this key describe, in their order."""
    return tuple(_read(ledger, base, Sheet(sheet.name, entry)) for entry in sheet.entries(key))


def _read(ledger: Ledger, base: Address, sheet: Sheet) -> Node:
    place = trail(str(sheet.get("at") or ""))
    here = but(base, trail=base.trail + place)
    if sheet.get("table"):
        return _table(ledger, here, place, sheet)
    sheet.known(_KEYS)
    title, text, cells = _title(ledger, sheet), EMPTY, _cells(ledger, sheet)
    label, own = _printed_label(ledger, sheet)
    if not sheet.get("cells"):
        text = _text(ledger, sheet)
    dropped = [drop(ledger, entry) for entry in sheet.entries("drops")]
    parts = read_entries(ledger, here, sheet)
    tail = ledger.take_lines(numbers(sheet.get("tail") or ""))
    words = _form(text) if sheet.get("form") else without_dash(text.words)
    heading = without_dash(title.words)
    if not own.cuts and "label" not in sheet.content:
        label, heading, words = _split_label(place, heading, words)
    extracts = (title, own, text, tail, *cells.values(), *dropped)
    filled = {column: extract.words for column, extract in cells.items()}
    readings = {f"{column}_bacaan": str(value) for column, value in (sheet.get("readings") or {}).items()}
    return Node(
        _kind(sheet, place),
        here if place else None,
        label=label,
        title=heading,
        text=words or "\t".join(value for value in filled.values() if value),
        tail=tail.words,
        children=parts,
        cells=tuple(((dict(place) | filled | readings) if filled or readings else {}).items()),
        spans=join(extracts).spans,
    )


def _table(ledger: Ledger, here: Address, place: Trail, sheet: Sheet) -> Node:
    title = _title(ledger, sheet)
    table = read_table(ledger, here, sheet)
    return Node(
        "tabel",
        here if place else None,
        title=title.words,
        text=table.header,
        children=table.rows,
        spans=(*title.spans, *table.spans),
    )


def _kind(sheet: Sheet, place: Trail) -> Kind:
    given, unit = sheet.get("kind"), place[-1][0] if place else ""
    if given:
        if given not in get_args(Kind):
            raise sheet.wrong("kind", given, f"kinds are {', '.join(get_args(Kind))}")
        return given  # type: ignore[no-any-return]
    if sheet.get("cells") or sheet.get("readings"):
        return "baris"
    if unit == "penutup":
        return "penutup"
    if unit in ("huruf", "angka") and not sheet.get("title"):
        return "huruf" if unit == "huruf" else "angka"
    return "bagian_lampiran" if place else "teks"


def _title(ledger: Ledger, sheet: Sheet) -> Extract:
    return ledger.take_lines(numbers(sheet.get("title") or ""))


def _text(ledger: Ledger, sheet: Sheet) -> Extract:
    lines, words = numbers(sheet.get("lines") or ""), sheet.get("words")
    if not words:
        return ledger.take_lines(lines)
    quotes = words if isinstance(words, list) else [words]
    return _in_order([ledger.take(ledger.find(str(quote), lines)) for quote in quotes])


def _cells(ledger: Ledger, sheet: Sheet) -> dict[str, Extract]:
    given: Mapping[str, Any] = sheet.get("cells") or {}
    lines = numbers(sheet.get("lines") or "")
    cells = {}
    for column, words in given.items():
        quotes = words if isinstance(words, list) else [words]
        cells[column] = _in_order([ledger.take(ledger.find(str(quote), lines)) for quote in quotes])
    return cells


def _in_order(extracts: list[Extract]) -> Extract:
    """Extracts in the order the data file gives, which is the order of reading."""
    spans = tuple(span for extract in extracts for span in extract.spans)
    cuts = tuple(cut for extract in extracts for cut in extract.cuts)
    return Extract(cuts, "\n".join(extract.raw for extract in extracts), spans)


def _printed_label(ledger: Ledger, sheet: Sheet) -> tuple[str, Extract]:
    label = sheet.get("label")
    if not label:
        return "", EMPTY
    own = ledger.take(ledger.find(str(label), numbers(sheet.get("lines") or sheet.get("title") or "")))
    return own.words, own


def _split_label(place: Trail, title: str, words: str) -> tuple[str, str, str]:
    """The printed label ("A.", "1)") taken off the title, or else off the text."""
    number = place[-1][1] if place else ""
    found = re.match(rf"{re.escape(number)}[.)](?:\s+|$)", title or words) if number else None
    if not found:
        return "", title, words
    return found[0].strip(), (title[found.end() :] if title else ""), (words if title else words[found.end() :])


def _form(text: Extract) -> str:
    return "\n".join(filter(None, map(plain, text.raw.split("\n"))))
