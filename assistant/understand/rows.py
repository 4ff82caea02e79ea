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

_LEADING = frozenset(":=>")  # a mark between the number of a row and how often it was done: "31 => 10 kali"
_DIVIDING_MARKS = frozenset(",;+&\n")


@dataclass(frozen=True)
class RowShape:
    """The fields of one row that words can fill: what it is, and how much of it."""

    name: str
    count: str | None
    by_unit: Mapping[str, str] = field(default_factory=dict)  # numbers of the row that are told with their own unit
    credit: str = ""  # the amount of credit of the row, told beside how often it was done
    whole: bool = False  # a row is none without its credit, unless it is named by its number


@dataclass(frozen=True)
class RowWords:
    """The words of `rows.yaml`."""

    between: frozenset[str]
    kept: Mapping[str, frozenset[str]]
    reference: frozenset[str]
    filler: frozenset[str]
    counted: frozenset[str]
    clause: frozenset[str]
    credits: frozenset[str]
    whole: frozenset[str]
    credited: frozenset[str]


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
        frozenset(raw["credit_fields"]),
        frozenset(raw["whole_with"]),
        frozenset(raw["credited"]),
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
    credit = next((name for name in counts if name in load_row_words().credits), "")
    whole = credit in load_row_words().whole
    return RowShape(names[0], usual[0] if usual else None, by_unit, credit, whole) if names else None


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
        if rows and shape.credit and _completes(rows[-1], text, chunk, amounts, shape, named=row is not None):
            end = max(end, chunk[-1].end)
        elif row is not None:
            rows.append(row)
            start, end = min(start, chunk[0].start), max(end, chunk[-1].end)
    whole = [
        row for row in rows if not shape.whole or shape.credit in row or str(row.get(shape.name, ""))[:1].isdigit()
    ]
    return whole, start, end


def _completes(
    row: dict[str, Any], text: Text, chunk: list[Word], amounts: Sequence[Amount], shape: RowShape, *, named: bool
) -> bool:
    """Whether a piece only tells the numbers that the row before it still lacks ("..., 10 kali, diakui 1,52")."""
    inside = [a for a in amounts if chunk[0].start <= a.start and a.end <= chunk[-1].end and a.kind == "number"]
    credited = any(word.text in load_row_words().credited for word in chunk)
    if not inside or (named and not credited):
        return False
    told = _numbers(text, inside[-1:], shape, credited=credited or shape.count in row)
    fresh = {name: value for name, value in told.items() if name not in row}
    row.update(fresh)
    return bool(fresh)


def _numbers(text: Text, told: Sequence[Amount], shape: RowShape, *, credited: bool = False) -> dict[str, Any]:
    """The numbers of a row by field: how often, and the amount of credit where a row holds one."""
    usable = [a for a in told if a.unit in ("", "kali", "angka kredit") and not a.is_year]
    likely = [a for a in usable if _is_credit(text, a)]
    if not likely and (len(usable) > 1 or credited):
        likely = [a for a in usable[-1:] if a.unit != "kali"]
    credit = likely[-1] if shape.credit and likely else None
    counts = [a for a in usable if a is not credit]
    count = next((a for a in counts if a.unit == "kali"), counts[0] if counts else None)
    found = {shape.count: count.value} if shape.count and count else {}
    return found | ({shape.credit: credit.value} if credit else {})


def _is_credit(text: Text, amount: Amount) -> bool:
    """Whether a number is plainly an amount of credit, not a count."""
    return amount.unit == "angka kredit" or text.at(amount.first - 1) == "ak" or amount.value % 1 != 0


def _chunks(text: Text, amounts: Sequence[Amount]) -> Iterator[list[Word]]:
    """Pieces of the message between dividers; a piece without a number belongs to the one before it."""
    words, table = text.words, load_row_words()
    pieces: list[list[Word]] = [[]]
    for at, word in enumerate(words):
        before = text.at(at - 1)
        if word.text == ":" and before[:1].isdigit() and text.at(at + 1)[:1].isdigit():
            pieces[-1].append(word)
            continue
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
        return {shape.name: number} | (_numbers(text, rest, shape) if shape.credit else _count(shape, rest))
    counts = [a for a in inside if a.unit in ("", "kali") and not a.is_year]
    counts.sort(key=lambda a: a.unit != "kali")
    units = {shape.by_unit[a.unit]: a for a in inside if a.unit in shape.by_unit}
    if shape.credit and len(both := _numbers(text, inside, shape)) > 1:
        return _named(text, chunk, inside, shape) | both
    told = [a for a in amounts if a.unit != "persen" and chunk[0].start <= a.start and a.end <= chunk[-1].end]
    if not counts and not units and not asked and not (told and after):
        return None
    gone = [(a.start, a.end) for a in (*counts[:1], *units.values())]
    name = _name(text, [w for w in chunk if not overlaps(w.start, w.end, gone)])
    if not name:
        return None
    return {shape.name: name} | _count(shape, counts[:1]) | {unit: amount.value for unit, amount in units.items()}


def _name(text: Text, kept: list[Word]) -> str:
    """The name that these words are once those that name nothing are gone from both ends; "" for a clause or no name."""
    table = load_row_words()
    while kept and (kept[0].text in table.filler or kept[0].is_mark):
        kept = kept[1:]
    while kept and (kept[-1].text in table.filler or kept[-1].is_mark):
        kept = kept[:-1]
    name = text.raw[kept[0].start : kept[-1].end] if kept else ""
    return name if re.search(r"[^\W\d_]{3}", name) and kept[0].text not in table.clause else ""


def _named(text: Text, chunk: list[Word], inside: Sequence[Amount], shape: RowShape) -> dict[str, Any]:
    """The name of a row that holds two numbers: the words before them, else those behind; none where nothing is named."""
    first, last = min(a.start for a in inside), max(a.end for a in inside)
    name = _name(text, [w for w in chunk if w.end <= first]) or _name(text, [w for w in chunk if w.start >= last])
    return {shape.name: name} if name else {}


def _count(shape: RowShape, told: Sequence[Amount]) -> dict[str, Any]:
    return {shape.count: told[-1].value} if shape.count is not None and told else {}


def _reference(text: Text, chunk: list[Word], inside: Sequence[Amount], table: RowWords) -> tuple[str, int] | None:
    """A row named by its number: "nomor 40", "butir 8b"."""
    for at, word in enumerate(chunk[:-1]):
        number = next((a for a in inside if a.start == chunk[at + 1].start), None)
        if word.text in table.reference and number is not None and number.value == int(number.value):
            letter = re.match(r"\s?(?:huruf\s)?([a-h])(?!\w)", text.raw[number.end :]) if number.unit == "" else None
            return f"{int(number.value)}{letter[1] if letter else ''}", number.end
    number = next((a for a in inside if a.start == chunk[0].start and not a.unit), None)
    behind = [word for word in chunk if number is not None and word.start >= number.end]
    if number is not None and len(inside) > 1 and behind[0].text in _LEADING and number.value == int(number.value):
        return str(int(number.value)), number.end
    return None


def shapes_of(model: type[BaseModel]) -> dict[str, RowShape]:
    """The fields of a calculator's input that take rows, with their shapes."""
    shapes = {name: row_shape(info.annotation) for name, info in model.model_fields.items()}
    return {name: shape for name, shape in shapes.items() if shape is not None}
