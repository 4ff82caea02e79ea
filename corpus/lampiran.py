"""An attachment read by its data file: each entry says which lines, which words or which table make one node."""

import re
from collections.abc import Mapping
from dataclasses import replace as but
from typing import Any, get_args

from corpus.address import Address
from corpus.data import Sheet
from corpus.ledger import EMPTY, Extract, Ledger, join
from corpus.markup import plain, without_dash
from corpus.rows import drop, read_table
from corpus.trails import Trail, numbers, trail
from corpus.tree import Kind, Node

_KEYS = (
    "at", "kind", "lines", "words", "label", "title", "tail", "form", "parts", "cells", "picks", "facts", "readings",
    "drops", "restored",
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
    own = _printed_label(ledger, sheet)
    title, cells = _take_title(ledger, sheet), _take_cells(ledger, sheet)
    text = EMPTY if cells else _take_text(ledger, sheet)
    dropped = [drop(ledger, entry) for entry in sheet.entries("drops")]
    parts = read_entries(ledger, here, sheet)
    tail = ledger.take_lines(numbers(sheet.get("tail") or ""))
    label, heading, words = _words(place, sheet, own, title, text)
    filled = {column: extract.words for column, extract in cells.items()}
    known = filled | _picks(sheet, words) | _proposed(sheet)
    return Node(
        _kind(sheet, place),
        here if place else None,
        label=label,
        title=heading,
        text=words or "\t".join(value for value in filled.values() if value),
        tail=tail.words,
        children=parts,
        cells=tuple((dict(place) | known).items()) if known else (),
        spans=join((title, own, text, tail, *cells.values(), *dropped)).spans,
        restored=bool(sheet.get("restored")),
    )


def _words(place: Trail, sheet: Sheet, own: Extract, title: Extract, text: Extract) -> tuple[str, str, str]:
    """Printed label, title and text; a label not named in the data file is taken off the title, or else off the text."""
    heading = without_dash(title.words)
    words = _form(text) if sheet.get("form") else without_dash(text.words)
    if own.cuts or "label" in sheet.content:
        return own.words, heading, words
    return _split_label(place, heading, words)


def _picks(sheet: Sheet, text: str) -> dict[str, str]:
    """Cells that repeat some of the node's own words, for those who compute with them."""
    picks = {str(column): str(words) for column, words in (sheet.get("picks") or {}).items()}
    for column, words in picks.items():
        if words not in text:
            raise sheet.wrong("picks", words, f"{column} must repeat words of {text[:60]!r}")
    return picks


def _proposed(sheet: Sheet) -> dict[str, str]:
    """Cells that are no words of the place: what a form is for, and what an erratum proposes."""
    facts = {str(column): str(words) for column, words in (sheet.get("facts") or {}).items()}
    return facts | {f"{column}_bacaan": str(words) for column, words in (sheet.get("readings") or {}).items()}


def _table(ledger: Ledger, here: Address, place: Trail, sheet: Sheet) -> Node:
    title = _take_title(ledger, sheet)
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
    return "bagian_lampiran" if sheet.get("title") or sheet.get("parts") else "teks"


def _take_title(ledger: Ledger, sheet: Sheet) -> Extract:
    return ledger.take_lines(numbers(sheet.get("title") or ""))


def _take_text(ledger: Ledger, sheet: Sheet) -> Extract:
    lines, words = numbers(sheet.get("lines") or ""), sheet.get("words")
    if not words:
        return ledger.take_lines(lines)
    quotes = words if isinstance(words, list) else [words]
    return _in_order([ledger.take(ledger.find(str(quote), lines)) for quote in quotes])


def _take_cells(ledger: Ledger, sheet: Sheet) -> dict[str, Extract]:
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


def _printed_label(ledger: Ledger, sheet: Sheet) -> Extract:
    label = sheet.get("label")
    lines = numbers(sheet.get("lines") or sheet.get("title") or "")
    return ledger.take(ledger.find(str(label), lines)) if label else EMPTY


def _split_label(place: Trail, title: str, words: str) -> tuple[str, str, str]:
    """The printed label ("A.", "1)") taken off the title, or else off the text."""
    number = place[-1][1] if place else ""
    found = re.match(rf"{re.escape(number)}[.)](?:\s+|$)", title or words) if number else None
    if not found:
        return "", title, words
    return found[0].strip(), (title[found.end() :] if title else ""), (words if title else words[found.end() :])


def _form(text: Extract) -> str:
    return "\n".join(filter(None, map(plain, text.raw.split("\n"))))
