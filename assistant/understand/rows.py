"""Rows told in a sentence: "3 riset sama 2 proposal", "nomor 40 60 kali, nomor 38 50 kali"."""

import itertools
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from assistant.understand.amount import Amount
from assistant.understand.text import Spans, Text, Word, overlaps
from assistant.understand.things import Thing, read_things
from assistant.understand.units import load_units

_LEADING = frozenset(":=>")  # a mark between the number of a row and how often it was done: "31 => 10 kali"
_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}(?![\d,.])")
_THOUSAND = 1000
_LONGEST_NAME = 5  # words
_DIVIDING_MARKS = frozenset(",;+&\n")


@dataclass(frozen=True)
class RowShape:
    """The fields of one row that words can fill: what it is, and how much of it."""

    name: str
    count: str | None
    by_unit: Mapping[str, str] = field(default_factory=dict)  # numbers of the row that are told with their own unit
    credit: str = ""  # the amount of credit of the row, told beside how often it was done
    whole: bool = False  # a row is none without its credit, unless it is named by its number
    fact: str = ""  # the fact of which it is a row
    own: tuple[str, ...] = ()  # its other fields


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
    worth: frozenset[str]
    kinds: frozenset[str]
    volume: frozenset[str]
    asking: frozenset[str]
    counted_by: frozenset[str]


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
        frozenset(raw["worth"]),
        frozenset(raw["kinds"]),
        frozenset(raw["count"]),
        frozenset(raw["asking"]),
        frozenset(raw["counted_by"]),
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
    if not names:
        return None
    count = usual[0] if usual else None
    own = tuple(n for n in model.model_fields if n not in (names[0], count, credit, *by_unit))
    return RowShape(names[0], count, by_unit, credit, whole, own=own)


def _inner_types(annotation: Any) -> list[Any]:
    inner = [annotation]
    for argument in typing.get_args(annotation):
        inner += _inner_types(argument)
    return inner


def read_rows(
    text: Text, amounts: Sequence[Amount], shape: RowShape, *, asked: bool, hidden: Spans = ()
) -> tuple[list[dict[str, Any]], int, int]:
    """The rows of a message with the characters they span; none unless at least one row names something."""
    rows: list[dict[str, Any]] = []
    spans: list[tuple[int, int]] = []
    name = ""
    things = [t for t in read_things(text, shape.fact) if not overlaps(*text.span(t.first, t.last), hidden)]
    for chunk in _pieces(text, amounts, things):
        row = _row(text, chunk, amounts, shape, things, asked=asked, after=bool(rows))
        if row is not None and row in [{shape.name: each.get(shape.name)} for each in rows]:
            continue  # named once more
        if name and row is None and (told := _numbers(text, _inside(chunk, amounts), shape)):
            row = {shape.name: name} | told  # "concept note, 10 kali"
        elif rows and _completes(rows[-1], text, chunk, amounts, shape, named=row is not None):
            spans[-1] = spans[-1][0], chunk[-1].end
            continue
        name = "" if row is not None or not shape.credit or _inside(chunk, amounts) else _short_name(text, chunk)
        if row is not None:
            rows.append(row)
            spans.append((chunk[0].start, chunk[-1].end))
    whole = [
        (row, span)
        for row, span in zip(rows, spans, strict=True)
        if not shape.whole or (shape.name in row and (shape.credit in row or str(row[shape.name])[:1].isdigit()))
    ]
    start, end = min((s for _, (s, _) in whole), default=len(text.raw)), max((e for _, (_, e) in whole), default=0)
    return [row for row, _ in whole], start, end


def _completes(
    row: dict[str, Any], text: Text, chunk: list[Word], amounts: Sequence[Amount], shape: RowShape, *, named: bool
) -> bool:
    """Whether a piece only tells the numbers that the row before it still lacks ("..., 10 kali, diakui 1,52")."""
    inside = _inside(chunk, amounts)
    if not shape.credit:
        inside = [a for a in inside if a.unit == "kali" and not named]
    credited = any(word.text in load_row_words().credited for word in chunk)
    priced = row.keys() == {shape.credit}  # "laporan bernilai 0,2 dan kami buat 300"
    if not inside or (named and not credited and not priced):
        return False
    told = _numbers(text, inside[-1:], shape, credited=credited or shape.count in row)
    fresh = {name: value for name, value in told.items() if name not in row}
    row.update(fresh)
    return bool(fresh)


def _numbers(text: Text, told: Sequence[Amount], shape: RowShape, *, credited: bool = False) -> dict[str, Any]:
    """The numbers of a row by field: how often, and the amount of credit where a row holds one."""
    words = load_row_words()
    usable = [a for a in told if a.unit in ("", "kali", "angka kredit") and not a.is_year]
    usable = [a for a in usable if a.unit == "kali" or text.at(a.last + 1) not in words.kinds]
    likely = [a for a in usable if _is_credit(text, a)]
    if not likely and (len(usable) > 1 or credited):
        likely = [a for a in usable[-1:] if a.unit != "kali"]
    credit = likely[-1] if shape.credit and likely else None
    counts = [a for a in usable if a is not credit]
    led = [a for a in counts if a.unit == "kali" or text.at(a.first - 1) in words.volume]
    count = next(iter((*led, *counts)), None)
    found = {shape.count: _times(text, count)} if shape.count and count else {}
    return found | ({shape.credit: credit.value} if credit else {})


def _is_credit(text: Text, amount: Amount) -> bool:
    """Whether a number is plainly an amount of credit, not a count."""
    led = text.at(amount.first - 1) in load_row_words().worth
    return amount.unit == "angka kredit" or led or amount.value % 1 != 0


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


def _inside(chunk: list[Word], amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers of a piece."""
    return [a for a in amounts if chunk[0].start <= a.start and a.end <= chunk[-1].end and a.kind == "number"]


def _short_name(text: Text, chunk: list[Word]) -> str:
    """The name that a piece without a number is; "" for a longer one, which tells something else."""
    name = _name(text, chunk)
    return name if len(name.split()) <= _LONGEST_NAME else ""


def _pieces(text: Text, amounts: Sequence[Amount], things: Sequence[Thing]) -> Iterator[list[Word]]:
    """The pieces of a message, each with one thing known by name, or told one number of times."""
    for chunk in _chunks(text, amounts):
        inside = _inside(chunk, amounts)
        named = [thing for thing in things if chunk[0].start <= text.words[thing.first].start < chunk[-1].end]
        times = [amount for amount in inside if amount.unit == "kali"]
        if len(named) > 1:
            leading = {amount.last: text.words[amount.first].start for amount in inside}
            cuts = [leading.get(thing.first - 1, text.words[thing.first].start) for thing in named[1:]]
        elif len(times) > 1 and not named:
            behind = bool(_name(text, [word for word in chunk if word.end <= times[0].start]))
            cuts = [amount.end for amount in times[:-1]] if behind else [amount.start for amount in times[1:]]
        else:
            cuts = []
        yield from _cut(chunk, cuts)


def _cut(chunk: list[Word], cuts: Sequence[int]) -> Iterator[list[Word]]:
    bounds = [chunk[0].start, *cuts, chunk[-1].end]
    for start, end in itertools.pairwise(bounds):
        piece = [word for word in chunk if start <= word.start < end]
        if piece:
            yield piece


def _known(
    text: Text, chunk: list[Word], inside: Sequence[Amount], shape: RowShape, things: Sequence[Thing]
) -> dict[str, Any] | None:
    """The row of a thing known by name, which needs no number; None where the piece says more of it."""
    thing = next((t for t in things if chunk[0].start <= text.words[t.first].start < chunk[-1].end), None)
    if thing is None:
        return None
    free = [a for a in inside if not overlaps(a.start, a.end, [text.span(thing.first, thing.last)])]
    units = {shape.by_unit[a.unit]: a.value for a in free if a.unit in shape.by_unit}
    counts = sorted((a for a in free if a.unit in ("", "kali") and not a.is_year), key=lambda a: a.unit != "kali")
    if (counts or units) and not thing.exact:
        return None
    return {shape.name: thing.name} | _count(text, shape, counts[:1]) | units


def _row(
    text: Text,
    chunk: list[Word],
    amounts: Sequence[Amount],
    shape: RowShape,
    things: Sequence[Thing],
    *,
    asked: bool,
    after: bool,
) -> dict[str, Any] | None:
    inside = _inside(chunk, amounts)
    table = load_row_words()
    reference = _reference(text, chunk, inside, table)
    if reference is not None:
        number, used = reference
        rest = [a for a in inside if a.start >= used] or [a for a in inside if a.unit == "kali" and a.end < used]
        return {shape.name: number} | (_numbers(text, rest, shape) if shape.credit else _count(text, shape, rest))
    if known := _known(text, chunk, inside, shape, things):
        return known
    counts = [a for a in inside if a.unit in ("", "kali") and not a.is_year]
    counts = [a for a in counts if a.unit == "kali" or text.at(a.last + 1) not in table.kinds]
    counts.sort(key=lambda a: a.unit != "kali")
    units = {shape.by_unit[a.unit]: a for a in inside if a.unit in shape.by_unit}
    both = _numbers(text, inside, shape) if shape.credit else {}
    if len(both) > 1:
        return _named(text, chunk, inside, shape) | both
    if shape.credit and not shape.whole and both.keys() == {shape.credit}:
        return both
    if not counts and not units and any(word.text in table.asking for word in chunk):
        return None
    told = [
        a for a in amounts if a.unit not in ("persen", "orang") and chunk[0].start <= a.start and a.end <= chunk[-1].end
    ]
    if not counts and not units and not asked and not (told and after):
        return None
    gone = [(a.start, a.end) for a in (*counts[:1], *units.values())]
    name = _name(text, [w for w in chunk if not overlaps(w.start, w.end, gone)])
    if not name:
        return None
    return {shape.name: name} | _count(text, shape, counts[:1]) | {unit: amount.value for unit, amount in units.items()}


def _name(text: Text, kept: list[Word]) -> str:
    """The name that these words are once those that name nothing are gone from both ends; "" for a clause or no name."""
    table = load_row_words()
    while kept and (kept[0].text in table.filler or kept[0].is_mark):
        kept = kept[1:]
    while kept and (kept[-1].text in table.filler or kept[-1].is_mark):
        kept = kept[:-1]
    name = text.raw[kept[0].start : kept[-1].end] if kept else ""
    if all(word.text in table.worth | table.kinds | table.filler for word in kept):  # "butir nilainya 0,5"
        return ""
    return name if re.search(r"[^\W\d_]{3}", name) and kept[0].text not in table.clause else ""


def _named(text: Text, chunk: list[Word], inside: Sequence[Amount], shape: RowShape) -> dict[str, Any]:
    """The name of a row that holds two numbers: the words before them, else those behind; none where nothing is named."""
    first, last = min(a.start for a in inside), max(a.end for a in inside)
    name = _name(text, [w for w in chunk if w.end <= first]) or _name(text, [w for w in chunk if w.start >= last])
    return {shape.name: name} if name else {}


def _times(text: Text, amount: Amount) -> Any:
    """How often something was done; what is counted comes in whole numbers, so that "1,000 times" is a thousand."""
    grouped = amount.unit == "kali" and _GROUPED.match(text.raw, amount.start)
    return amount.value * _THOUSAND if grouped else amount.value


def _count(text: Text, shape: RowShape, told: Sequence[Amount]) -> dict[str, Any]:
    return {shape.count: _times(text, told[-1])} if shape.count is not None and told else {}


def _reference(text: Text, chunk: list[Word], inside: Sequence[Amount], table: RowWords) -> tuple[str, int] | None:
    """A row named by its number: "nomor 40", "butir 8b"."""
    for at, word in enumerate(chunk[:-1]):
        number = next((a for a in inside if a.start == chunk[at + 1].start), None)
        if word.text in table.reference and number is not None and number.value == int(number.value):
            counted = text.at(number.last + 1) == "a" and text.at(number.last + 2) in table.counted_by
            letter = re.match(r"\s?(?:huruf\s)?([a-h])(?!\w)", text.raw[number.end :]) if number.unit == "" else None
            letter = None if counted else letter
            return f"{int(number.value)}{letter[1] if letter else ''}", number.end
    number = next((a for a in inside if a.start == chunk[0].start and not a.unit), None)
    behind = [word for word in chunk if number is not None and word.start >= number.end]
    if number is not None and len(inside) > 1 and behind[0].text in _LEADING and number.value == int(number.value):
        return str(int(number.value)), number.end
    return None


def shapes_of(model: type[BaseModel]) -> dict[str, RowShape]:
    """The fields of a calculator's input that take rows, with their shapes."""
    shapes = {name: row_shape(info.annotation) for name, info in model.model_fields.items()}
    return {name: replace(shape, fact=name) for name, shape in shapes.items() if shape is not None}


def numbers_of_rows(text: Text, amounts: Sequence[Amount], shapes: Mapping[str, RowShape]) -> list[tuple[int, int]]:
    """The characters of numbers that can only belong to rows: right at a thing known by name, or in complete rows."""
    spans: list[tuple[int, int]] = []
    for shape in shapes.values():
        things = read_things(text, shape.fact)
        beside = {place for thing in things for place in (*range(thing.first - 1, thing.last + 1), thing.last + 1)}
        spans += [(a.start, a.end) for a in amounts if a.unit in ("", "kali", "tahun") and {a.first, a.last} & beside]
        rows, start, end = read_rows(text, amounts, shape, asked=False) if shape.whole else ([], 0, 0)
        volumes = {a.start for a in amounts if a.unit == "kali" or text.at(a.first - 1) in load_row_words().volume}
        if (
            rows
            and len(volumes) >= len(rows)
            and all({shape.name, shape.count, shape.credit} <= row.keys() for row in rows)
        ):
            spans += [(a.start, a.end) for a in amounts if start <= a.start < end]
    return spans
