"""The layout of a damaged source: what `<id>.susunan.yaml` says about order, drops, lost labels and broken lines.

    splits:   - {line: 300, before: ["(3) Isi"]}     cut a physical line; its parts are called 300/1, 300/2
    drops:    - {lines: "1, 170-177", why: "..."}    left out, but listed; or {line: 31, words: "D", why: "..."}
    labels:   - {line: 184, label: "(2)"}            a lost label put back; with `from: 193` it is moved from there
    joins:    "48, 97, 100-105"                      lines that continue the one before them
    closings: - {line: 700, of: ayat}                a line that belongs to the tail of the enclosing provision
    order:    - {heading: "Pasal 2"}                 the reading order of the whole file; every line once,
              - {lines: "39-45"}                     headings are put in where the source lost them
              - {end: paragraf}                      closes an open BAB, Bagian or Paragraf whose successor is lost

Steps are taken in the order above, after the repairs of the errata file. Every problem is a DataError.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from corpus.data import Sheet
from corpus.source import Line, Piece, insert, read_lines
from corpus.source import replace as rewrite
from corpus.tree import Span

_RANGE = re.compile(r"(?P<first>[0-9]{1,6})(?:/[0-9]{1,3}|-(?P<last>[0-9]{1,6}))?")
_KEYS = ("splits", "drops", "labels", "joins", "closings", "order")
_CLOSES = ("pasal", "ayat", "huruf", "angka")
_ENDS = ("bab", "bagian", "paragraf")


@dataclass(frozen=True)
class Drop:
    """Characters left out of the text, with the reason."""

    spans: tuple[Span, ...]
    why: str


@dataclass(frozen=True)
class Reading:
    """A source in reading order, and what was left out of it."""

    lines: tuple[Line, ...]
    drops: tuple[Drop, ...]


def read(content: str, repairs: Sequence[tuple[int, str, str]], sheet: Sheet) -> Reading:
    """Bring a source into reading order: repairs first, then the layout file."""
    sheet.known(_KEYS)
    parts = {str(number): line for number, line in read_lines(content).items()}
    for number, find, words in repairs:
        _repair(parts, number, find, words, sheet)
    for entry in sheet.entries("splits"):
        _split(parts, entry, sheet)
    drops = tuple(_drop(parts, entry, sheet) for entry in sheet.entries("drops"))
    for entry in sheet.entries("labels"):
        _label(parts, entry, sheet)
    for name in _names(sheet.get("joins"), parts, sheet):
        parts[name] = replace(parts[name], continues=True)
    for entry in sheet.entries("closings"):
        _close(parts, entry, sheet)
    return Reading(tuple(_ordered(parts, sheet)), drops)


def _names(value: object, parts: Mapping[str, Line], sheet: Sheet) -> Iterable[str]:
    """The part names that "1, 170-177, 300/2" stands for; lines already dropped or moved away are passed over."""
    for word in str(value if value is not None else "").replace(",", " ").split():
        found = _RANGE.fullmatch(word)
        if not found or int(found["last"] or found["first"]) < int(found["first"]):
            raise sheet.wrong("lines", word, 'write line numbers like "1, 170-177, 300/2"')
        if not found["last"]:
            yield _known(word, parts, sheet)
            continue
        for number in range(int(found["first"]), int(found["last"]) + 1):
            yield from _parts_of(number, parts)


def _parts_of(number: int, parts: Mapping[str, Line]) -> Iterable[str]:
    if str(number) in parts:
        yield str(number)
    part = 1
    while f"{number}/{part}" in parts:
        yield f"{number}/{part}"
        part += 1


def _known(name: object, parts: Mapping[str, Line], sheet: Sheet) -> str:
    if str(name) not in parts:
        raise sheet.wrong("line", name, "name a line of the source that is neither split, dropped nor moved")
    return str(name)


def _place(line: Line, words: str, sheet: Sheet) -> int:
    if not words or line.text.count(words) != 1:
        raise sheet.wrong(
            f"line {line.number}", words, f"write words that stand exactly once in it (found {line.text.count(words)})"
        )
    return line.text.index(words)


def _repair(parts: dict[str, Line], number: int, find: str, words: str, sheet: Sheet) -> None:
    name = _known(number, parts, sheet)
    start = _place(parts[name], find, sheet)
    parts[name] = rewrite(parts[name], start, start + len(find), words)


def _split(parts: dict[str, Line], entry: Mapping[str, Any], sheet: Sheet) -> None:
    name = _known(entry.get("line"), parts, sheet)
    line = parts.pop(name)
    before = entry.get("before", ())
    words = [before] if isinstance(before, str) else list(before)
    cuts = [0, *sorted(_place(line, str(text), sheet) for text in words), len(line.text)]
    for part, (start, end) in enumerate(pairwise(cuts), 1):
        parts[f"{name}/{part}"] = line.cut(start, end)


def _drop(parts: dict[str, Line], entry: Mapping[str, Any], sheet: Sheet) -> Drop:
    why = str(entry.get("why") or "")
    if not why:
        raise sheet.wrong("drops.why", entry, "say why the characters are left out")
    if "words" not in entry:
        names = list(_names(entry.get("lines", entry.get("line")), parts, sheet))
        return Drop(tuple(span for name in names for span in parts.pop(name).spans), why)
    name = _known(entry.get("line"), parts, sheet)
    line, words = parts[name], str(entry["words"])
    start = _place(line, words, sheet)
    kept = (*line.cut(0, start).pieces, *line.cut(start + len(words)).pieces)
    parts[name] = Line(kept, line.restored, line.continues, line.closes)
    return Drop(line.cut(start, start + len(words)).spans, why)


def _label(parts: dict[str, Line], entry: Mapping[str, Any], sheet: Sheet) -> None:
    name, label = _known(entry.get("line"), parts, sheet), str(entry.get("label") or "")
    if not label:
        raise sheet.wrong("labels.label", entry, 'write the label as printed, like "(2)" or "a."')
    moved: tuple[Piece, ...] = (Piece(label, 0, 0, 0),)
    if "from" in entry:
        old = parts.pop(_known(entry["from"], parts, sheet))
        moved = rewrite(old, 0, len(old.text), label).pieces
    parts[name] = parts[name].prefixed((*moved, Piece(" ", 0, 0, 0)))


def _close(parts: dict[str, Line], entry: Mapping[str, Any], sheet: Sheet) -> None:
    name = _known(entry.get("line"), parts, sheet)
    if entry.get("of") not in _CLOSES:
        raise sheet.wrong("closings.of", entry.get("of"), f"write one of {', '.join(_CLOSES)}")
    parts[name] = replace(parts[name], closes=str(entry["of"]))


def _ordered(parts: Mapping[str, Line], sheet: Sheet) -> Iterable[Line]:
    order = sheet.entries("order")
    if not order:
        yield from (parts[name] for name in sorted(parts, key=_position))
        return
    seen: set[str] = set()
    for entry in order:
        if "heading" in entry:
            yield insert(str(entry["heading"]))
        if "end" in entry:
            yield _end(entry["end"], sheet)
        for name in _names(entry.get("lines"), parts, sheet):
            if name in seen:
                raise sheet.wrong("order.lines", name, "name every line once")
            seen.add(name)
            yield parts[name]
    lost = [name for name, line in parts.items() if name not in seen and line.text.strip()]
    if lost:
        raise sheet.wrong(
            "order", ", ".join(lost[:10]), "place every line that holds characters, or drop it with a reason"
        )


def _end(kind: object, sheet: Sheet) -> Line:
    if kind not in _ENDS:
        raise sheet.wrong("order.end", kind, f"write one of {', '.join(_ENDS)}")
    return Line((), restored=True, closes=str(kind))


def _position(name: str) -> tuple[int, int]:
    number, _, part = name.partition("/")
    return int(number), int(part or 0)
