"""What is wrong with a field, in plain Indonesian: its name, the value told, and what is allowed instead."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

_BOUNDS = {"ge": "paling sedikit", "le": "paling banyak", "gt": "lebih dari", "lt": "kurang dari"}
# What a value should have been, by the beginning of pydantic's name of the mistake.
_SHAPES = {
    "int": "harus bilangan bulat, misalnya 12",
    "decimal": "harus bilangan, misalnya 12.5",
    "finite": "harus bilangan, misalnya 12.5",
    "bool": "harus ya atau tidak (true atau false)",
    "date": "harus tanggal, misalnya 2026-03-27",
    "tuple": "harus berupa daftar",
    "string": "harus berupa teks",
    "model": "harus berupa satu baris isian",
    "is_instance": "harus berupa satu baris isian",
}
_NUMBER = re.compile(r"-?[\d.]+")
_SHOWN = 60  # characters of a wrong value that are repeated


def problems(error: ValidationError) -> dict[str, str]:
    """A validation error as one plain message per wrong field; a list is not blamed for what is wrong inside it."""
    return {name: explain(name, item) for name, item in mistakes(error).items()}


def mistakes(error: ValidationError) -> dict[str, Mapping[str, Any]]:
    """pydantic's item for each wrong field."""
    found = {".".join(str(part) for part in item["loc"]): item for item in error.errors()}
    inner = {name for name in found if not any(other.startswith(f"{name}.") for other in found)}
    return {name or "inputs": item for name, item in found.items() if name in inner}


def too_much(item: Mapping[str, Any]) -> str:
    """How a value is wrong: "too_large", "too_small", or "unfit" where it is no matter of size."""
    limits = item.get("ctx", {})
    if "le" in limits or "lt" in limits:
        return "too_large"
    return "too_small" if "ge" in limits or "gt" in limits else "unfit"


def explain(name: str, item: Mapping[str, Any]) -> str:
    """One wrong field: pydantic's item as a sentence."""
    kind, context, told = item["type"], item.get("ctx", {}), shorten(item.get("input"))
    if kind == "literal_error":
        return f"{name} tidak boleh {told}; yang dikenal: {context['expected'].replace(' or ', ' atau ')}."
    for key, words in _BOUNDS.items():
        if key in context:
            return f"{name} tidak boleh {told}; nilainya harus {words} {context[key]}."
    if kind == "decimal_max_places":
        return f"{name} tidak boleh {told}; paling banyak {context['decimal_places']} angka di belakang koma."
    if "max_length" in context:
        return f"{name} terlalu panjang; paling banyak {context['max_length']} {_unit(item)}."
    if "min_length" in context:
        return f"{name} tidak boleh kosong."
    if kind == "missing":
        return f"{name} harus diisi."
    if kind == "extra_forbidden":
        return f"{name} bukan masukan kalkulator ini."
    shape = next((words for start, words in _SHAPES.items() if kind.startswith(start)), "tidak dapat dibaca")
    return f"{name} tidak boleh {told}; {shape}."


def shorten(value: Any) -> str:
    """A value as it is repeated in a message: words in quotes, numbers bare, long ones cut."""
    number = isinstance(value, str) and _NUMBER.fullmatch(value)
    text = repr(value) if isinstance(value, str | list | tuple | dict) and not number else str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _unit(item: Mapping[str, Any]) -> str:
    return "huruf" if isinstance(item.get("input"), str) else "butir"
