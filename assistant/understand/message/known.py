"""Matters that a message names as known beside the one it asks about: "yang mengusulkan saya sudah tahu, yang menetapkan siapa?"."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.clauses import Clause, pieces
from assistant.understand.language.text import Spans, Text, overlaps
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml


def known_matters(text: Text, choices: Sequence[Value]) -> Spans:
    """The characters of choices told as known, where another clause asks for one."""
    if not text.has(*_table()["markers"]):
        return []
    whole = list(pieces(text))
    known = [text.span(clause.first, clause.last) for clause in _known(text, whole)]
    asked = [clause for clause in whole if _has(text, clause, "asking") and not _is_in(text, clause, known)]
    told = [v for v in choices if {*_table()["facts"]} & v.fits.keys()]
    return [(v.start, v.end) for v in told if overlaps(v.start, v.end, known)] if asked else []


def _known(text: Text, whole: Sequence[Clause]) -> list[Clause]:
    """The clauses that tell something known, with the one before where they only point back to it."""
    found: list[Clause] = []
    for at, clause in enumerate(whole):
        if _has(text, clause, "markers"):
            points = at > 0 and text.at(clause.first) in _table()["back"]
            found += [*whole[at - 1 : at], clause] if points else [clause]
    return [clause for clause in found if not _has(text, clause, "asking")]


def _has(text: Text, clause: Clause, words: str) -> bool:
    return Text(text.raw, text.words[clause.first : clause.last + 1]).has(*_table()[words])


def _is_in(text: Text, clause: Clause, spans: Spans) -> bool:
    return overlaps(*text.span(clause.first, clause.last), spans)


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
