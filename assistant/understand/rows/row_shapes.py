"""Which rows a calculator takes, and which fields of a row words can fill."""

import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from assistant.understand.language.units import load_units
from assistant.understand.rows.row_words import load_row_words


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


def shapes_of(model: type[BaseModel]) -> dict[str, RowShape]:
    """The fields of a calculator's input that take rows, with their shapes."""
    shapes = {name: row_shape(info.annotation) for name, info in model.model_fields.items()}
    return {name: replace(shape, fact=name) for name, shape in shapes.items() if shape is not None}


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
    by_unit |= {"jp": by_unit["jam"]} if "jam" in by_unit else {}  # lessons are told in hours
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
