"""Rows told in a sentence: "3 riset sama 2 proposal", "nomor 40 60 kali, nomor 38 50 kali"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.understand.amount import Amount
from assistant.understand.pieces import divide, name_of, numbers_in, short_name
from assistant.understand.row_shapes import RowShape
from assistant.understand.row_words import RowWords, load_row_words
from assistant.understand.text import Spans, Text, Word, overlaps
from assistant.understand.things import Thing, read_things

Row = tuple[dict[str, Any], tuple[int, int]]  # what a row tells, and the characters it spans
_LEADING = frozenset(":=>")  # a mark between the number of a row and how often it was done: "31 => 10 kali"
_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}(?![\d,.])")
_THOUSAND = 1000


def read_rows(
    text: Text, amounts: Sequence[Amount], shape: RowShape, *, asked: bool, hidden: Spans = ()
) -> list[Row]:
    """The rows of a message, each with the characters it spans; none unless at least one row names something."""
    rows: list[dict[str, Any]] = []
    spans: list[tuple[int, int]] = []
    name = ""
    things = [t for t in read_things(text, shape.fact) if not overlaps(*text.span(t.first, t.last), hidden)]
    for chunk in divide(text, amounts, things):
        row = _row(text, chunk, amounts, shape, things, asked=asked, after=bool(rows))
        if row is not None and _only_measures(row, shape, pending=bool(name), before=rows[-1:]):
            row = None  # "butir 12, 3 dokumen"
        if row is not None and row in [{shape.name: each.get(shape.name)} for each in rows]:
            continue  # named once more
        if name and row is None and (told := _numbers(text, numbers_in(chunk, amounts), shape)):
            row = {shape.name: name} | told  # "concept note, 10 kali"
        elif rows and _completes(rows[-1], text, chunk, amounts, shape, things, named=row is not None):
            spans[-1] = spans[-1][0], chunk[-1].end
            continue
        name = "" if row is not None or not shape.credit or numbers_in(chunk, amounts) else short_name(text, chunk)
        if row is not None:
            rows.append(row)
            spans.append((chunk[0].start, chunk[-1].end))
    return [
        (row, span)
        for row, span in zip(rows, spans, strict=True)
        if not shape.whole or (shape.name in row and (shape.credit in row or str(row[shape.name])[:1].isdigit()))
    ]


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
    units = {shape.by_unit[a.unit]: a.value for a in inside if a.unit in shape.by_unit and _is_of_before(text, a)}
    if units and not units.keys() & row.keys() and not any(_holds(text, chunk, thing) for thing in things):
        row.update(units)  # "magangnya lama, 500 jam di Jenewa"
        return True
    if not shape.credit:
        inside = [a for a in inside if (a.unit == "kali" or _is_result(text, a)) and not named]
    credited = any(word.text in load_row_words().credited for word in chunk)
    priced = row.keys() == {shape.credit}  # "laporan bernilai 0,2 dan kami buat 300"
    if not inside or (named and not credited and not priced):
        return False
    told = _numbers(text, inside[-1:], shape, credited=credited or shape.count in row)
    fresh = {name: value for name, value in told.items() if name not in row}
    row.update(fresh)
    return bool(fresh)


def _is_of_before(text: Text, amount: Amount) -> bool:
    """Whether what stands behind a number of hours names nothing done: "500 jam di Jenewa", "120 jam, bersertifikat"."""
    behind = text.at(amount.last + 1)
    return not behind.isalpha() or behind in load_row_words().places


def _is_result(text: Text, amount: Amount) -> bool:
    """Whether a number counts mere results: "3 dokumen"."""
    return not amount.unit and text.at(amount.last + 1) in load_row_words().results


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
        led = (a for a in inside if a.end < used and (a.unit == "kali" or (a.counts_noun and not _is_label(text, a))))
        rest = [a for a in inside if a.start >= used] or [*led]  # "nine papers (item 38)"
        return {shape.name: number} | (_numbers(text, rest, shape) if shape.credit else _count(text, shape, rest))
    if known := _known(text, chunk, inside, shape, things):
        return known
    counts = [a for a in inside if a.unit in ("", "kali") and not a.is_year]
    counts = [a for a in counts if a.unit == "kali" or not _is_of_kinds(text, a)]
    counts.sort(key=lambda a: a.unit != "kali")
    units = {shape.by_unit[a.unit]: a for a in inside if a.unit in shape.by_unit}
    both = _numbers(text, inside, shape) if shape.credit else {}
    if len(both) > 1:
        return _named(text, chunk, inside, shape) | both
    if shape.credit and not shape.whole and both.keys() == {shape.credit}:
        return both
    if all(_is_word_of_one(text, a) for a in counts) and not units and any(word.text in table.asking for word in chunk):
        return None
    told = [
        a for a in amounts if a.unit not in ("persen", "orang") and chunk[0].start <= a.start and a.end <= chunk[-1].end
    ]
    if not counts and not units and not asked and not (told and after):
        return None
    gone = [(a.start, a.end) for a in (*counts[:1], *units.values())]
    kept = [w for w in chunk if not overlaps(w.start, w.end, gone)]
    if counts and chunk[0].text in table.bidding:  # "mohon dihitung ... volume setahun 30 kajian"
        kept = [w for w in kept if w.start > counts[0].end] or kept
    name = name_of(text, kept)
    if not name:
        return None
    return {shape.name: name} | _count(text, shape, counts[:1]) | {unit: amount.value for unit, amount in units.items()}


def _is_of_kinds(text: Text, amount: Amount) -> bool:
    """Whether a number counts kinds of work ("dua butir"), and no work so called ("4 butir wicara")."""
    table, kind = load_row_words(), text.at(amount.last + 1)
    return kind in table.kinds and text.at(amount.last + 2) not in table.called.get(kind, ())


def _is_label(text: Text, amount: Amount) -> bool:
    """Whether a number names something: the 38 of "item 38"."""
    return text.at(amount.first - 1) in load_row_words().reference


def _is_word_of_one(text: Text, amount: Amount) -> bool:
    """Whether a number is a mere "satu", "one" or "sekali", which counts nothing in a question."""
    return amount.value == 1 and not text.at(amount.first)[:1].isdigit()


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
    free = [a for a in inside if not overlaps(a.start, a.end, [text.span(thing.first, thing.last)])]
    units = {shape.by_unit[a.unit]: a.value for a in free if a.unit in shape.by_unit}
    counts = sorted((a for a in free if a.unit in ("", "kali") and not a.is_year), key=lambda a: a.unit != "kali")
    if (counts or units) and not thing.exact:
        return None
    return {shape.name: thing.name} | _count(text, shape, counts[:1]) | units


def _named(text: Text, chunk: list[Word], inside: Sequence[Amount], shape: RowShape) -> dict[str, Any]:
    """The name of a row that holds two numbers: the words before them, else those behind; none where nothing is named."""
    first, last = min(a.start for a in inside), max(a.end for a in inside)
    name = name_of(text, [w for w in chunk if w.end <= first]) or name_of(text, [w for w in chunk if w.start >= last])
    return {shape.name: name} if name else {}


def _numbers(text: Text, told: Sequence[Amount], shape: RowShape, *, credited: bool = False) -> dict[str, Any]:
    """The numbers of a row by field: how often, and the amount of credit where a row holds one."""
    words = load_row_words()
    usable = [a for a in told if a.unit in ("", "kali", "angka kredit") and not a.is_year]
    usable = [a for a in usable if a.unit == "kali" or not _is_of_kinds(text, a)]
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
    if amount.unit == "kali":  # "1,200 times" is a thousand
        return False
    return amount.unit == "angka kredit" or led or amount.value % 1 != 0


def _times(text: Text, amount: Amount) -> Any:
    """How often something was done; what is counted comes in whole numbers, so that "1,000 times" is a thousand."""
    grouped = amount.unit == "kali" and _GROUPED.match(text.raw, amount.start)
    return amount.value * _THOUSAND if grouped else amount.value


def _count(text: Text, shape: RowShape, told: Sequence[Amount]) -> dict[str, Any]:
    return {shape.count: _times(text, told[-1])} if shape.count is not None and told else {}
