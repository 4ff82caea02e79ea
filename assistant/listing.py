"""Figures for people: each result by its name and in its unit, numbers and dates in the form of the reader's language."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from assistant.calculation import Calculation, plain
from assistant.calculators.kalender import MONTHS_PER_YEAR, duration, long_date
from assistant.facts import fact_words
from assistant.phrases import find_phrase, phrase
from corpus.number_words import read_digits

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS = "_bulan"  # how the name of a result ends that counts months


def show(value: Any, language: str = "id") -> str:
    """A result for people: numbers, dates, yes and no in the reader's language; tables are left to `say_tables`."""
    value = plain(value)
    if isinstance(value, bool):
        return phrase(language, "answers", "yes" if value else "no")
    if isinstance(value, (str, int)):
        return _words(str(value), language)
    if isinstance(value, (list, Mapping)):
        simple = value if isinstance(value, list) else list(value.values())
        flat = all(not isinstance(v, (list, Mapping)) for v in simple)
        return ", ".join(show(v, language) for v in simple) if flat else ""
    return str(value) if value is not None else ""


def say_months(months: int, language: str) -> str:
    """A number of months in words: 27 gives "2 tahun 3 bulan" or "2 years 3 months"."""
    if language == "id" or months < 0:
        return duration(months)
    years, rest = divmod(months, MONTHS_PER_YEAR)
    counted = ((years, "year"), (rest, "month"))
    said = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in counted if n or (unit == "month" and not years)]
    return " ".join(said)


def say_results(calculation: Calculation, language: str) -> str:
    """Every figure on a line of its own by its name; what only repeats the person's own words is left out."""
    told = plain(calculation.inputs)
    lines = []
    for key, value in calculation.result.items():
        said = _measured(key, value, language)
        if said and not (key in told and plain(value) == told[key]):
            lines.append(f"- {label(key, language)}: **{said}**")
    return "\n".join(lines)


def name(key: str, value: Any, language: str) -> str:
    """A figure without its unit, a choice by the name that the vocabulary has for it: "Ahli Muda" for ahli_muda."""
    words = fact_words().get(key)
    chosen = words.choices.get(value) if words is not None and isinstance(value, str) else None
    said = show(value, language)
    return chosen if chosen is not None and (language == "id" or said == show(value)) else said


def label(key: str, language: str) -> str:
    """The name of a result or of a table's column."""
    named = find_phrase(language, "results", "labels", key)
    return named or key.removesuffix(_MONTHS).replace("_", " ")


def say_tables(result: Mapping[str, Any], language: str) -> str:
    """Every result that is a list of rows, as a markdown table; columns in which nothing stands are left out."""
    tables = [_table(plain(value), language) for value in result.values() if isinstance(value, (list, tuple))]
    return "\n\n".join(table for table in tables if table)


def _words(value: str, language: str) -> str:
    if _ISO_DATE.fullmatch(value):
        day = date.fromisoformat(value)
        return long_date(day) if language == "id" else f"{day.day} {day:%B} {day.year}"
    if read_digits(value.removeprefix("-")) is not None:
        return _grouped(value, language)
    words = value.replace("_", " ")
    return find_phrase(language, "results", "values", words) or words


def _grouped(value: str, language: str) -> str:
    """An exact number as the reader writes it: 6600 is 6.600, and 6,600 in English; a year keeps its four digits."""
    whole, point, fraction = value.partition(".")
    if len(whole.lstrip("-")) > 3 and (point or not _YEAR.fullmatch(whole)):
        whole = f"{int(whole):,}"
    return f"{whole.replace(',', '.')}{point and ','}{fraction}" if language == "id" else f"{whole}{point}{fraction}"


def _measured(key: str, value: Any, language: str) -> str:
    """A figure with its unit: months in years and months, a share in percent, a choice by its name."""
    if key.endswith(_MONTHS) and isinstance(value, int):
        return say_months(value, language) if value else ""
    said = name(key, value, language)
    unit = find_phrase(language, "results", "units", key)
    return unit.format(said) if unit and any(c.isdigit() for c in said) else said


def _table(rows: Any, language: str) -> str:
    if not rows or not all(isinstance(row, Mapping) for row in rows):
        return ""
    heads = list(dict.fromkeys(key for row in rows for key in row if any(_cell(key, r, language) for r in rows)))
    lines = [[label(head, language) for head in heads], ["---"] * len(heads)]
    lines += [[_cell(head, row, language) for head in heads] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(head: str, row: Mapping[str, Any], language: str) -> str:
    return _measured(head, row.get(head), language).replace("|", "/").replace("\n", " ")
