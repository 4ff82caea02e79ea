"""Rows told in a sentence: "3 riset sama 2 proposal", "nomor 40 60 kali, nomor 38 50 kali"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.understand.language.text import Spans, Text, Word, overlaps
from assistant.understand.quantities.amount import Amount
from assistant.understand.rows.others_rows import others_parts
from assistant.understand.rows.pieces import divide, name_of, numbers_in, short_name
from assistant.understand.rows.row_numbers import (
    count_of,
    counts_results,
    is_of_before,
    is_of_kinds,
    is_result,
    is_word_of_one,
    numbers_told,
)
from assistant.understand.rows.row_shapes import RowShape
from assistant.understand.rows.row_words import RowWords, load_row_words
from assistant.understand.rows.things import Thing, read_things

Row = tuple[dict[str, Any], tuple[int, int]]  # what a row tells, and the characters it spans
_LEADING = frozenset(":=>")  # a mark between the number of a row and how often it was done: "31 => 10 kali"


def read_rows(text: Text, amounts: Sequence[Amount], shape: RowShape, *, asked: bool, hidden: Spans = ()) -> list[Row]:
    """The rows of a message, each with the characters it spans; none unless at least one row names something."""
    rows: list[dict[str, Any]] = []
    spans: list[tuple[int, int]] = []
    name = ""
    amounts = [
        a for a in amounts if text.at(a.last + 1) not in load_row_words().steps
    ]  # "kegiatan satu tingkat di atas"
    others = others_parts(text, amounts)
    amounts = [a for a in amounts if not overlaps(a.start, a.end, others)]
    things = [t for t in read_things(text, shape.fact) if not overlaps(*text.span(t.first, t.last), [*hidden, *others])]
    for chunk in divide(text, amounts, things):
        if overlaps(chunk[-1].start, chunk[-1].end, others):
            continue
        row = _row(text, chunk, amounts, shape, things, asked=asked, after=bool(rows))
        if row is not None and _only_measures(row, shape, pending=bool(name), before=rows[-1:]):
            row = None  # "butir 12, 3 dokumen"
        if row is not None and row in [{shape.name: each.get(shape.name)} for each in rows]:
            continue  # named once more
        if name and row is None and (told := numbers_told(text, numbers_in(chunk, amounts), shape)):
            row = {shape.name: name} | told  # "concept note, 10 kali"
        elif rows and _completes(rows[-1], text, chunk, amounts, shape, things, named=row is not None):
            spans[-1] = spans[-1][0], chunk[-1].end
            continue
        named = row is not None or bool(numbers_in(chunk, amounts))
        name = "" if named else short_name(text, chunk) if shape.credit else _asked_for(text, chunk) or name
        if row is not None:
            rows.append(row)
            spans.append((chunk[0].start, chunk[-1].end))
    return [
        (row, span)
        for row, span in zip(rows, spans, strict=True)
        if not shape.whole or (shape.name in row and (shape.credit in row or str(row[shape.name])[:1].isdigit()))
    ]


def _asked_for(text: Text, chunk: list[Word]) -> str:
    """The thing done of which a piece asks how much it is worth: "AK gelar perkara berapa? saya ikut 5"."""
    table, words = load_row_words(), {word.text for word in chunk}
    return short_name(text, chunk) if words & table.worth and words & table.asking else ""


def is_work(row: Mapping[str, Any], shape: RowShape) -> bool:
    """Whether a row may be a thing written, so that it has writers."""
    named = re.findall(r"\w+", str(row.get(shape.name, "")).casefold())
    return bool(shape.own) and not load_row_words().unwritten & {*named}


def numbers_of_rows(text: Text, amounts: Sequence[Amount], shapes: Mapping[str, RowShape]) -> list[tuple[int, int]]:
    """The characters of numbers that can only belong to rows: right at a thing known by name, or in complete rows."""
    spans: list[tuple[int, int]] = []
    for shape in shapes.values():
        things = read_things(text, shape.fact)
        beside = {place for thing in things for place in (*range(thing.first - 1, thing.last + 1), thing.last + 1)}
        spans += [(a.start, a.end) for a in amounts if a.unit in ("", "kali", "tahun") and {a.first, a.last} & beside]
        told = read_rows(text, amounts, shape, asked=False) if shape.whole else []
        rows, spanned = [row for row, _ in told], [span for _, span in told]
        volumes = {a.start for a in amounts if a.unit == "kali" or text.at(a.first - 1) in load_row_words().volume}
        if (
            rows
            and len(volumes) >= len(rows)
            and all({shape.name, shape.count, shape.credit} <= row.keys() for row in rows)
        ):
            low, high = min(start for start, _ in spanned), max(end for _, end in spanned)
            spans += [(a.start, a.end) for a in amounts if low <= a.start < high]
    return spans


def _only_measures(row: dict[str, Any], shape: RowShape, *, pending: bool, before: Sequence[dict[str, Any]]) -> bool:
    """Whether a piece only says how much came of what was named before it: "butir 12, 3 dokumen"."""
    lacking = pending or any(row.keys() == {shape.name} for row in before)
    return lacking and shape.count in row and str(row.get(shape.name, "")).casefold() in load_row_words().results


def _completes(
    row: dict[str, Any],
    text: Text,
    chunk: list[Word],
    amounts: Sequence[Amount],
    shape: RowShape,
    things: Sequence[Thing],
    *,
    named: bool,
) -> bool:
    """Whether a piece only tells the numbers that the row before it still lacks ("..., 10 kali, diakui 1,52")."""
    inside = numbers_in(chunk, amounts)
    units = {shape.by_unit[a.unit]: a.value for a in inside if a.unit in shape.by_unit and is_of_before(text, a)}
    if (
        units
        and not _names_before(text, chunk, inside[0])
        and not units.keys() & row.keys()
        and not any(_holds(text, chunk, thing) for thing in things)
    ):
        row.update(units)  # "magangnya lama, 500 jam di Jenewa"
        return True
    if not shape.credit:
        inside = [a for a in inside if (a.unit == "kali" or is_result(text, a)) and not named]
    credited = any(word.text in load_row_words().credited for word in chunk)
    priced = row.keys() == {shape.credit}  # "laporan bernilai 0,2 dan kami buat 300"
    if not inside or (named and not credited and not priced):
        return False
    told = numbers_told(text, inside[-1:], shape, credited=credited or shape.count in row)
    fresh = {name: value for name, value in told.items() if name not in row}
    row.update(fresh)
    return bool(fresh)


def _names_before(text: Text, chunk: list[Word], amount: Amount) -> bool:
    """Whether something done is named before a number of hours: "ikut diklat | 90 jam", but not "lamanya 90 jam"."""
    name = name_of(text, [word for word in chunk if word.end <= amount.start]).casefold()
    return any(word.removesuffix("nya") not in load_row_words().measures for word in re.findall(r"\w+", name))


def _name_beside(text: Text, chunk: list[Word], kept: list[Word], count: Amount) -> str:
    """The name of a row beside its number: behind it where words that name nothing lead to the number."""
    table = load_row_words()
    before = [word for word in kept if word.end <= count.start]
    behind = [word for word in kept if word.start >= count.end]
    if count.reckoned or " ".join(word.text for word in behind) in table.results:  # "concept note 10 dokumen"
        return name_of(text, before) or name_of(text, behind)
    led = chunk[0].text in table.bidding or text.at(count.first - 1) in table.filler | table.planning
    return (led and name_of(text, behind)) or name_of(text, kept)  # "mohon dihitung ... volume setahun 30 kajian"


def _holds(text: Text, chunk: list[Word], thing: Thing) -> bool:
    return chunk[0].start <= text.words[thing.first].start < chunk[-1].end


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
    inside = numbers_in(chunk, amounts)
    table = load_row_words()
    reference = _reference(text, chunk, inside, table)
    if reference is not None:
        number, used = reference
        led = (a for a in inside if a.end < used and counts_results(text, a))
        rest = [a for a in inside if a.start >= used] or [*led]  # "nine papers (item 38)"
        return {shape.name: number} | (numbers_told(text, rest, shape) if shape.credit else count_of(text, shape, rest))
    if known := _known(text, chunk, inside, shape, things):
        return known
    counts = [a for a in inside if a.unit in ("", "kali") and not a.is_year]
    counts = [a for a in counts if a.unit == "kali" or not is_of_kinds(text, a)]
    counts.sort(key=lambda a: a.unit != "kali")
    units = {shape.by_unit[a.unit]: a for a in inside if a.unit in shape.by_unit}
    both = numbers_told(text, inside, shape) if shape.credit else {}
    if len(both) > 1:
        return _named(text, chunk, inside, shape) | both
    if shape.credit and not shape.whole and both.keys() == {shape.credit}:
        return both
    if all(is_word_of_one(text, a) for a in counts) and not units and any(word.text in table.asking for word in chunk):
        return None
    told = [
        a for a in amounts if a.unit not in ("persen", "orang") and chunk[0].start <= a.start and a.end <= chunk[-1].end
    ]
    if not counts and not units and not asked and not (told and after):
        return None
    gone = [(a.start, a.end) for a in (*counts[:1], *units.values())]
    kept = [w for w in chunk if not overlaps(w.start, w.end, gone)]
    name = _name_beside(text, chunk, kept, counts[0]) if counts else name_of(text, kept)
    if not name:
        return None
    return (
        {shape.name: name} | count_of(text, shape, counts[:1]) | {unit: amount.value for unit, amount in units.items()}
    )


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


def _known(
    text: Text, chunk: list[Word], inside: Sequence[Amount], shape: RowShape, things: Sequence[Thing]
) -> dict[str, Any] | None:
    """The row of a thing known by name, which needs no number; None where the piece says more of it."""
    thing = next((t for t in things if chunk[0].start <= text.words[t.first].start < chunk[-1].end), None)
    if thing is None:
        return None
    own = [text.span(thing.first, thing.last)] if thing.exact else []
    free = [a for a in inside if not overlaps(a.start, a.end, own)]
    units = {shape.by_unit[a.unit]: a.value for a in free if a.unit in shape.by_unit}
    counts = sorted((a for a in free if a.unit in ("", "kali") and not a.is_year), key=lambda a: a.unit != "kali")
    if (counts or units) and not thing.exact:
        return None
    return {shape.name: thing.name} | count_of(text, shape, counts[:1]) | units


def _named(text: Text, chunk: list[Word], inside: Sequence[Amount], shape: RowShape) -> dict[str, Any]:
    """The name of a row that holds two numbers: the words before them, else those behind; none where nothing is named."""
    first, last = min(a.start for a in inside), max(a.end for a in inside)
    name = name_of(text, [w for w in chunk if w.end <= first]) or name_of(text, [w for w in chunk if w.start >= last])
    return {shape.name: name} if name else {}
