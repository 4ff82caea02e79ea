"""The numbers of rows told in a sentence: how often a thing was done, and what else a number beside it may be."""

import re
from collections.abc import Sequence
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount
from assistant.understand.rows.row_shapes import RowShape
from assistant.understand.rows.row_words import load_row_words

_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}(?![\d,.])")
_THOUSAND = 1000


def is_of_before(text: Text, amount: Amount) -> bool:
    """Whether what stands behind a number of hours names nothing done: "500 jam di Jenewa", "120 jam, bersertifikat"."""
    behind = text.at(amount.last + 1)
    return not behind.isalpha() or behind in load_row_words().places


def is_result(text: Text, amount: Amount) -> bool:
    """Whether a number counts mere results: "3 dokumen"."""
    return not amount.unit and text.at(amount.last + 1) in load_row_words().results


def is_of_kinds(text: Text, amount: Amount) -> bool:
    """Whether a number counts kinds of work ("dua butir"), no work so called ("4 butir wicara") nor one item."""
    table, kind = load_row_words(), text.at(amount.last + 1)
    return (
        kind in table.kinds
        and text.at(amount.last + 2) not in table.called.get(kind, ())
        and not _is_item(text, amount.last + 1)
    )


def _is_item(text: Text, at: int) -> bool:
    """Whether one item begins here, named by its number: "150 | butir no 2"; "2 butir 5 dan 9" are several."""
    table = load_row_words()
    if text.at(at) not in table.kinds & table.reference:
        return False
    named = at + 1 if text.at(at + 1) in table.reference else at
    number = named + (2 if text.at(named + 1) == "." else 1)
    listed = text.at(number + 1) in table.between and text.at(number + 2)[:1].isdigit()
    return text.at(number)[:1].isdigit() and not (listed and named == at)


def is_label(text: Text, amount: Amount) -> bool:
    """Whether a number names something: the 38 of "item 38"."""
    return text.at(amount.first - 1) in load_row_words().reference


def counts_results(text: Text, amount: Amount) -> bool:
    """Whether a number before that of an item says how often it was done: "nine papers (item 38)", "120 naskah (butir 38)"."""
    if amount.unit or is_label(text, amount):
        return amount.unit == "kali"
    counted = amount.counts_noun or is_result(text, amount) or _counts_many(text, amount)
    counted = counted or _is_item(text, amount.last + 1)
    return counted and not is_of_kinds(text, amount)


def _counts_many(text: Text, amount: Amount) -> bool:
    """Whether a whole number stands right before a word that it counts, however great: "64 konsep"."""
    behind, whole = text.at(amount.last + 1), amount.value % 1 == 0 and not amount.is_year
    named = behind.isalpha() and behind not in load_units().after_numbers | load_row_words().kinds
    return whole and named and text.at(amount.first - 1) not in load_row_words().worth


def is_word_of_one(text: Text, amount: Amount) -> bool:
    """Whether a number is a mere "satu", "one" or "sekali", which counts nothing in a question."""
    return amount.value == 1 and not text.at(amount.first)[:1].isdigit()


def numbers_told(text: Text, told: Sequence[Amount], shape: RowShape, *, credited: bool = False) -> dict[str, Any]:
    """The numbers of a row by field: how often, and the amount of credit where a row holds one."""
    words = load_row_words()
    usable = [a for a in told if a.unit in ("", "kali", "angka kredit") and not a.is_year]
    usable = [a for a in usable if a.unit == "kali" or not is_of_kinds(text, a)]
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


def count_of(text: Text, shape: RowShape, told: Sequence[Amount]) -> dict[str, Any]:
    return {shape.count: _times(text, told[-1])} if shape.count is not None and told else {}
