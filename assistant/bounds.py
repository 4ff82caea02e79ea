"""Times told only by what they stay under or exceed ("belum genap 2 tahun"): nothing is answered as if they were exact."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.calculation import Calculation
from assistant.calculators.kalender import duration
from assistant.reading import Part

_WORDS = {"under": ("Kurang dari", 1), "over": ("Lebih dari", -1)}  # and how far the value is from what was told
_DIFFERENCES = {"kekurangan_masa_bulan": ("masa_pangkat_bulan", "masa_jabatan_bulan")}  # reckoned from these times


def noted(bounds: Mapping[str, Any], part: Part) -> dict[str, Any]:
    """The bounds known with those a question tells: by fact, which bound it is and the value it was read as."""
    told = {fact.field: fact for fact in part.facts}
    kept = {field: bound for field, bound in bounds.items() if field not in told}
    return kept | {field: [fact.bound, fact.value] for field, fact in told.items() if fact.bound}


def loosened(found: Calculation, bounds: Mapping[str, Any]) -> Calculation:
    """A calculation that tells such a time as it was told, and no difference from it."""
    held = {field: bound[0] for field, bound in bounds.items() if found.inputs.get(field) == bound[1]}
    if not held:
        return found
    gone = {name for name, fields in _DIFFERENCES.items() if held.keys() & {*fields}}
    requirements = tuple(
        replace(r, text=_as_told(r.text, held[r.field], found.inputs[r.field])) if r.field in held else r
        for r in found.requirements
    )
    result = {name: value for name, value in found.result.items() if name not in gone}
    return replace(found, result=result, requirements=requirements)


def _as_told(text: str, bound: str, value: int) -> str:
    """ "1 tahun 11 bulan dalam pangkat" as "kurang dari 2 tahun dalam pangkat"."""
    words, apart = _WORDS[bound]
    exact = f"{duration(value)} "
    return f"{words} {duration(value + apart)} {text.removeprefix(exact)}" if text.startswith(exact) else text
