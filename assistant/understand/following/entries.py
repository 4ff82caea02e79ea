"""One entry told anew of what was told as a list or in rows: "yang terakhir 10", "nomor 32 25 kali", "tahun lalu cukup"."""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.reading import Fact
from assistant.understand.clues import Clues
from assistant.understand.following.followups import is_empty, load_follow_ups
from assistant.understand.language.text import Text, overlaps
from assistant.understand.observer import Observer
from assistant.understand.quantities.amount import ORDINAL, Amount
from assistant.understand.ratings.rated_years import read_ages
from assistant.understand.rows.row_shapes import RowShape
from assistant.understand.rows.row_words import load_row_words
from assistant.understand.rows.things import read_things

_LONGEST = 12  # words of a message that tells one entry anew
NUMBERED = frozenset({"nomor", "nomer", "no", "item", "poin", "number", "ke", "urutan"})
_LAST = -1
Row = Mapping[str, Any]


def told_anew(observer: Observer, clues: Clues, tool: str, told: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a message, an entry of a list or rows known before put in its place among the others."""
    if clues.text.length > _LONGEST or clues.text.raw != clues.whole.raw:
        return tuple(told)
    facts = {fact.field: fact for fact in told}
    for name in observer.inputs[tool]:
        known = clues.conversation.supposed.get(name) or clues.conversation.facts.get(name)
        shape = observer.shapes[tool].get(name)
        if not known or isinstance(known, str) or not isinstance(known, Sequence):
            continue
        again = _rows(clues, known, shape, facts.get(name)) if shape else _entry(clues, known, facts.get(name))
        if again is not None:
            spans = [again[1:3], *(clues.text.span(first, last) for first, last, _ in read_ages(clues.text))]
            facts = {field: f for field, f in facts.items() if not overlaps(f.start, f.end, spans)}
            facts[name] = Fact(name, *again)
    return tuple(_paired(observer, clues, tool, facts).values())


def _paired(observer: Observer, clues: Clues, tool: str, facts: dict[str, Fact]) -> dict[str, Fact]:
    """The facts, a number taken for the one of two like amounts that is named: "kalau yang kedua 35?"."""
    fields, known = observer.fields, {**clues.conversation.facts, **clues.conversation.supposed}
    for name in observer.inputs[tool] & fields.keys():
        both = (fields[name].second_of, name)
        place, rest = _place(clues.text, clues.amounts)
        if not {*both} <= known.keys() or place not in (0, 1) or len(rest) != 1:
            continue
        said = Fact(both[place], rest[0].value, rest[0].start, rest[0].end, clues.text.raw[rest[0].start : rest[0].end])
        return {
            **{n: f for n, f in facts.items() if not overlaps(f.start, f.end, [(said.start, said.end)])},
            said.field: said,
        }
    return facts


_Again = tuple[tuple[Any, ...], int, int, str]  # the whole list or all rows, and the words that told the entry


def _entry(clues: Clues, known: Sequence[Any], told: Fact | None) -> _Again | None:
    """A list with the entry exchanged whose place or year the message names."""
    if len(known) < 2:
        return None
    if isinstance(known[0], str):
        ages = read_ages(clues.text)
        if told is None or len(told.value) != 1 or len(ages) != 1:
            return None
        at = min(max(ages[0][2] - _newest(clues, told.field), 0), len(known) - 1)
        return _exchanged(known, at, told.value[0]), told.start, told.end, told.text
    place, rest = _place(clues.text, clues.amounts)
    if place is None or len(rest) != 1 or place >= len(known):
        return None
    amount = rest[0]
    value = int(amount.value) if amount.value == int(amount.value) else amount.value
    return _exchanged(known, place, value), amount.start, amount.end, clues.text.raw[amount.start : amount.end]


def _newest(clues: Clues, field: str) -> int:
    """How far back the newest year is of which something was told: "tahun lalu", where nobody spoke of this year."""
    said = " ".join(clues.conversation.recent).casefold()
    ages = load_follow_ups().this_year
    return 0 if any(phrase in said for phrase in ages) else 1


def _exchanged(known: Sequence[Any], at: int, value: Any) -> tuple[Any, ...]:
    entries = [*known]
    entries[at] = value
    return tuple(entries)


def _place(text: Text, amounts: Sequence[Amount]) -> tuple[int | None, list[Amount]]:
    """The place of the entry that is named ("yang kedua", "nomor 2", "the last one"), and the other numbers."""
    numbers = [amount for amount in amounts if amount.kind == "number"]
    for amount in numbers:
        if amount.unit == ORDINAL or text.at(amount.first - 1) in NUMBERED:
            return int(amount.value) - 1, [other for other in numbers if other is not amount]
    for word, place in load_follow_ups().places.items():
        if text.has(word):
            return (_LAST if place < 0 else place - 1), numbers
    return None, numbers


def _rows(clues: Clues, known: Sequence[Row], shape: RowShape, told: Fact | None) -> _Again | None:
    """The rows known with those told anew in their places; of the only one, what the message tells of it."""
    if told is not None and (merged := _merged(known, told.value, shape)):
        return merged, told.start, told.end, told.text
    amounts = [amount for amount in clues.amounts if amount.kind in ("number", "duration")]
    only = len(known) == 1 and len(amounts) == 1 and not any(True for _ in read_things(clues.text, shape.fact))
    if not only or (told is not None and not all(_is_measure(row.get(shape.name), clues) for row in told.value)):
        return None
    amount = amounts[0]
    cell = shape.by_unit.get(amount.unit) or (shape.count if amount.unit in ("", "kali") else None)
    units = [name for name in shape.by_unit.values() if name in known[0]]
    cell = units[0] if not amount.unit and cell not in known[0] and len(units) == 1 else cell
    if cell is None or (told is None and cell not in known[0]):
        return None
    row = {**dict(known[0]), cell: amount.value}
    return (row,), amount.start, amount.end, clues.text.raw[amount.start : amount.end]


def _is_measure(name: object, clues: Clues) -> bool:
    """Whether what was taken for the name of a row only says what is counted: "durasinya cuma"."""
    if str(name or "")[:1].isdigit():
        return False
    words = {word.text for word in clues.text.words if word.text in str(name or "").casefold()}
    measures = load_row_words().measures
    return all(word.removesuffix("nya") in measures or is_empty(word) for word in words)


def _merged(known: Sequence[Row], told: Sequence[Row], shape: RowShape) -> tuple[Row, ...] | None:
    """The rows known, those told anew in the places of the same ones; None where one of them is new."""
    rows = [dict(row) for row in known]
    for row in told:
        at = next((at for at, old in enumerate(rows) if _same(row.get(shape.name), old.get(shape.name))), None)
        if at is None:
            return None
        rows[at] = {**rows[at], **row, shape.name: rows[at][shape.name]}
    return tuple(rows)


def _same(name: object, known: object) -> bool:
    """Whether two rows are named alike: by one number, or by words of which one are among the other's."""
    one, other = str(name or "").casefold(), str(known or "").casefold()
    if one == other or one[:1].isdigit() or other[:1].isdigit():
        return one == other and bool(one)
    said, before = ({word.removesuffix("nya") for word in each.split()} for each in (one, other))
    return bool(said) and (said <= before or before <= said)
