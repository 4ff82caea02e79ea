"""Whether a fact that was read is the fact that was told, whatever type either is written in."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel

ANYTHING = "*"


def same(told: Any, read: Any) -> bool:
    """Numbers by value, dates by day, words without case; rows of a list by what is told of each, wording loosely."""
    if told == ANYTHING:
        return True
    if isinstance(read, BaseModel):
        read = dict(read)
    if isinstance(told, Mapping):
        return isinstance(read, Mapping) and all(name in read and _alike(told[name], read[name]) for name in told)
    if isinstance(told, list | tuple):
        return _listed(read) and len(told) == len(read) and all(map(same, told, read))
    if isinstance(told, bool) or isinstance(read, bool):
        return told is read
    return bool(_plain(told) == _plain(read))


def _listed(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _alike(told: Any, read: Any) -> bool:
    """Cells of a row: the words of one may hold those of the other ("riset" and "menyusun riset")."""
    if told == ANYTHING or same(told, read):
        return True
    if not isinstance(told, str) or not isinstance(read, str) or told.isdigit():
        return False
    return told.casefold() in read.casefold() or read.casefold() in told.casefold()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return str(value).casefold()
