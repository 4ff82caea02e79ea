"""Numbers in a message, in digits or in words of two languages, each with the unit word behind it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.understand.language.numerals import find_numerals
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import ORDINAL, Amount, Marking

_RATIO = re.compile(r"\d+(?::\d+|\s:\s\d+)+")
_SHARES = re.compile(r"(?<![\d.,])\d{1,2}(?:(?:\s*[-–/]\s*|\s+)\d{1,2}){2,}(?![\d.,]*\d)")
_WHOLE = 100
_OTHERS = "rekan"
_OF_PEOPLE = frozenset({_OTHERS, "orang"})
_TEAM = "tim"  # "tim penilai 2" counts, "penilai 2" names
_AND = frozenset({"dan", "sama", "and", "atau", "or"})
_FEW = frozenset({"satu", "dua", "1", "2", "one", "two"})
_ONCE = "once"
_FIRST = "pertama"  # a level as well, and "at first": it numbers only what is numbered
_OWN_UNIT, _MONTH = "angka kredit", "bulan"
_LOOSE = (
    "buah",
    "lebih",
    "kurang",
    "-",
    "extra",
    "more",
    "additional",
    "further",
    "full",
    "whole",
)  # these may stand between a number and its unit
_ADDED = frozenset({"extra", "more", "additional", "further"})
_LONGEST_UNIT = 2  # words
_MOST_COUNTED = 12  # a greater number before a word need not count what it names
_BESIDE = 2  # words before a number in which "bareng" makes it a number of others


def read_numbers(marking: Marking) -> Iterator[Amount]:
    """Every number; those of a ratio ("1:3") are none, nor are the shares of a whole told in a row ("60 25 15")."""
    yield from _fused(marking)
    for found in _RATIO.finditer(marking.text.raw):
        marking.take(*found.span())
    for found in _SHARES.finditer(marking.text.raw):
        if sum(map(int, re.findall(r"\d+", found.group()))) == _WHOLE:
            marking.take(*found.span())
    yield from _ordinals(marking)
    for numeral in find_numerals(marking.text):
        start, end = marking.text.span(numeral.first, numeral.last)
        if _is_clock(marking.text, numeral.first, numeral.last):
            continue
        if not marking.is_taken(start, end) and not _names(marking.text, numeral.first, numeral.value):
            yield _with_unit(marking.text, marking.amount("number", numeral.value, start, end))


def _is_clock(text: Text, first: int, last: int) -> bool:
    """Whether a number is the time of a day: "jam 5 sore"."""
    clock = load_units().clock
    return text.at(first - 1) in clock["by_itself"] or (
        text.at(first - 1) in clock["before"] and text.at(last + 1) in clock["behind"]
    )


def _fused(marking: Marking) -> Iterator[Amount]:
    """ "Setahun", "sebulan", "bertiga"."""
    units = load_units()
    for at, word in enumerate(marking.words):
        unit = units.one.get(word.text) or ("orang" if word.text in units.together else "")
        unit = unit or ("kali" if word.text in units.often else "")
        if unit == "kali" and (marking.text.at(at - 1) in units.very or _is_when(marking.text, at)):
            continue
        if unit and not marking.is_taken(word.start, word.end):
            marking.take(word.start, word.end)
            value = Decimal(units.together.get(word.text) or units.often.get(word.text, 1))
            yield marking.amount("number", value, word.start, word.end, unit=unit)


def _is_when(text: Text, at: int) -> bool:
    """Whether "once" says when and not how often: "once I finish", "at once", "was once"."""
    units = load_units()
    return text.at(at) == _ONCE and (text.at(at + 1) in units.once_before or text.at(at - 1) in units.once_behind)


def _ordinals(marking: Marking) -> Iterator[Amount]:
    """ "Tahap ketiga": a number that needs a cue."""
    ordinals, numbered = load_units().ordinals, load_units().numbered
    for at, word in enumerate(marking.words):
        if word.text == _FIRST and marking.text.at(at - 1) not in numbered:
            continue
        if word.text in ordinals and not marking.is_taken(word.start, word.end):
            marking.take(word.start, word.end)
            yield marking.amount("number", Decimal(ordinals[word.text]), word.start, word.end, unit=ORDINAL)


def _with_unit(text: Text, amount: Amount) -> Amount:
    """The number with the unit word behind it ("2 tahun", "80 AK", "50%", "2x")."""
    at = amount.last + 1
    while text.at(at) in _LOOSE and not text.parts_lines(at - 1, at):
        at += 1
    if any(text.at(between) in _ADDED for between in range(amount.last + 1, at)):
        amount = replace(amount, more=True)
    if at < len(text.words) and text.parts_lines(at - 1, at):
        return amount  # "AK: 7", and on the next line "penulis: 3"
    if _is_labelled(text, amount, at):
        return amount
    for length in range(_LONGEST_UNIT, 0, -1):
        words = text.words[at : at + length]
        unit = load_units().by_word.get(" ".join(word.text for word in words)) if len(words) == length else None
        if unit in _OF_PEOPLE and text.at(amount.first - 1) in load_units().ages:
            return amount
        if unit == _OWN_UNIT:
            return replace(amount, unit=unit)
        if unit == _OTHERS:
            return _with_others(text, amount)
        if unit == _MONTH and amount.is_year and text.at(at + length) in load_units().month_names:
            return amount  # "kelahiran 1974 bulan Mei"
        if unit is not None:
            return replace(amount, unit=unit, end=words[-1].end, last=at + length - 1)
    return replace(amount, counts_noun=_counts_noun(text, amount))


def _names(text: Text, first: int, value: Decimal) -> bool:
    """Whether a small number is the name of one of a few: "penilai dua", "penilai satu dan dua"."""
    units = load_units()
    before = first - 1
    if text.at(before) in _AND and text.at(before - 1) in _FEW:
        before -= 2
    named = text.at(before) in units.labelled and text.at(before - 1) != _TEAM
    return named and value <= len(_FEW) and text.at(first + 1) not in units.by_word


def _is_labelled(text: Text, amount: Amount, at: int) -> bool:
    """Whether a number names one of several things, and the time behind it is this one or the next: "kotak 9 tahun ini"."""
    units = load_units()
    timely = units.by_word.get(text.at(at), "") in units.months and text.at(at + 1) in units.present
    return timely and text.at(amount.first - 1) in units.numbered


def _counts_noun(text: Text, amount: Amount) -> bool:
    """Whether a small whole number stands right before a word that it counts ("dua rencana")."""
    at = amount.last + 1
    while text.at(at) in _ADDED and text.at(at + 1).isalpha():  # "one extra activity"
        at += 1
    after = text.at(at)
    small = amount.value <= _MOST_COUNTED and amount.value == amount.value.to_integral_value()
    if not small or not after.isalpha() or text.parts_lines(amount.last, amount.last + 1):
        return False
    return after not in load_units().after_numbers


def _with_others(text: Text, amount: Amount) -> Amount:
    """ "Bareng dua teman" is three people, and so is "dua staf membantu"."""
    units = load_units()
    before = {word.text for word in text.words[max(0, amount.first - _BESIDE) : amount.first]}
    behind = {word.text for word in text.words[amount.last + 1 : amount.last + 2 + _BESIDE]}
    more = bool(before & units.beside or behind & units.helping)
    return replace(amount, unit="orang", value=amount.value + more)
