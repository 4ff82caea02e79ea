"""Rows told in a sentence: "3 riset sama 2 proposal", "nomor 40 60 kali, nomor 38 50 kali"."""

import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from assistant.understand.amount import Amount
from assistant.understand.text import Text, Word, overlaps
from assistant.understand.units import load_units

_DIVIDING_MARKS = frozenset(",;+&\n")


@dataclass(frozen=True)
class RowShape:
    """The fields of one row that words can fill: what it is, and how much of it."""

    name: str
    count: str | None
    by_unit: Mapping[str, str] = field(default_factory=dict)  # numbers of the row that are told with their own unit


@dataclass(frozen=True)
class RowWords:
    """The words of `rows.yaml`."""

    between: frozenset[str]
    kept: Mapping[str, frozenset[str]]
    reference: frozenset[str]
    filler: frozenset[str]
    counted: frozenset[str]
    clause: frozenset[str]


@cache
def load_row_words() -> RowWords:
    """The words of the file beside this module."""
    raw: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "rows.yaml").read_text(encoding="utf-8"))
    return RowWords(
        frozenset(raw["between"]),
        {word: frozenset(before) for word, before in raw["kept"].items()},
        frozenset(raw["reference"]),
        frozenset((*raw["filler"], *raw["count"])),
        frozenset(raw["counted_fields"]),
        frozenset(raw["clause"]),
    )


def row_shape(annotation: Any) -> RowShape | None:
    """The shape of the rows that a field's type takes, None when it is no list of rows."""
    model = next(
        (inner for inner in _inner_types(annotation) if isinstance(inner, type) and issubclass(inner, BaseModel)), None
    )
    if model is None:
        return None
    names = [n for n, f in model.model_fields.items() if str in _inner_types(f.annotation)]
    counts = [n for n, f in model.model_fields.items() if {int, Decimal} & set(_inner_types(f.annotation))]
    usual = [name for name in counts if name in load_row_words().counted] or counts
    by_unit = {name: name for name in counts if name in load_units().by_word.values()}
    return RowShape(names[0], usual[0] if usual else None, by_unit) if names else None


def _inner_types(annotation: Any) -> list[Any]:
    inner = [annotation]
    for argument in typing.get_args(annotation):
        inner += _inner_types(argument)
    return inner


def read_rows(
    text: Text, amounts: Sequence[Amount], shape: RowShape, *, asked: bool
) -> tuple[list[dict[str, Any]], int, int]:
    """The rows of a message with the characters they span; none unless at least one row names something."""
    rows: list[dict[str, Any]] = []
    start, end = len(text.raw), 0
    for chunk in _chunks(text, amounts):
        row = _row(text, chunk, amounts, shape, asked=asked, after=bool(rows))
        if row is not None:
            rows.append(row)
            start, end = min(start, chunk[0].start), max(end, chunk[-1].end)
    return rows, start, end


def _chunks(text: Text, amounts: Sequence[Amount]) -> Iterator[list[Word]]:
    """Pieces of the message between dividers; a piece without a number belongs to the one before it."""
    words, table = text.words, load_row_words()
    pieces: list[list[Word]] = [[]]
    for at, word in enumerate(words):
        before = text.at(at - 1)
        divides = word.text in _DIVIDING_MARKS or (
            word.text in table.between and before not in table.kept.get(word.text, ())
        )
        if at and text.parts_lines(at - 1, at):
            pieces.append([])
        if divides or word.text in ".?!:":
            pieces.append([])
        else:
            pieces[-1].append(word)
    yield from (piece for piece in pieces if any(not word.is_mark for word in piece))


def _row(
    text: Text, chunk: list[Word], amounts: Sequence[Amount], shape: RowShape, *, asked: bool, after: bool
) -> dict[str, Any] | None:
    inside = [a for a in amounts if chunk[0].start <= a.start and a.end <= chunk[-1].end and a.kind == "number"]
    table = load_row_words()
    reference = _reference(text, chunk, inside, table)
    if reference is not None:
        number, used = reference
        rest = [a for a in inside if a.start >= used]
        return _filled(shape, number, rest[-1].value if rest else None)
    counts = [a for a in inside if a.unit in ("", "kali") and not a.is_year]
    units = {shape.by_unit[a.unit]: a for a in inside if a.unit in shape.by_unit}
    told = [a for a in amounts if chunk[0].start <= a.start and a.end <= chunk[-1].end]
    if not counts and not units and not asked and not (told and after):
        return None
    gone = [(a.start, a.end) for a in (*counts[:1], *units.values())]
    kept = [w for w in chunk if not overlaps(w.start, w.end, gone)]
    while kept and (kept[0].text in table.filler or kept[0].is_mark):
        kept.pop(0)
    while kept and (kept[-1].text in table.filler or kept[-1].is_mark):
        kept.pop()
    name = text.raw[kept[0].start : kept[-1].end] if kept else ""
    if not re.search(r"[^\W\d_]{3}", name) or kept[0].text in table.clause:
        return None
    row = _filled(shape, name, counts[0].value if counts else None)
    return row | {unit: amount.value for unit, amount in units.items()}


def _reference(text: Text, chunk: list[Word], inside: Sequence[Amount], table: RowWords) -> tuple[str, int] | None:
    """A row named by its number: "nomor 40", "butir 8b"."""
    for at, word in enumerate(chunk[:-1]):
        number = next((a for a in inside if a.start == chunk[at + 1].start), None)
        if word.text in table.reference and number is not None and number.value == int(number.value):
            letter = re.match(r"\s?(?:huruf\s)?([a-h])(?!\w)", text.raw[number.end :]) if number.unit == "" else None
            return f"{int(number.value)}{letter[1] if letter else ''}", number.end
    return None


def _filled(shape: RowShape, name: str, count: Decimal | None) -> dict[str, Any]:
    row: dict[str, Any] = {shape.name: name}
    if shape.count is not None and count is not None:
        row[shape.count] = count
    return row


def shapes_of(model: type[BaseModel]) -> dict[str, RowShape]:
    """The fields of a calculator's input that take rows, with their shapes."""
    shapes = {name: row_shape(info.annotation) for name, info in model.model_fields.items()}
    return {name: shape for name, shape in shapes.items() if shape is not None}
