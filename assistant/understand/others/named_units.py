"""Units named that are somebody's no more, and clusters that others say of a unit: "dulu di Biro Hukum, sekarang di ..."."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Spans, Text
from assistant.understand.others.marked import clauses_of
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

Name = tuple[str, str, int, int]  # a field, the words in small letters, and their characters


def passed_over(text: Text, names: Sequence[Name], choices: Sequence[Value]) -> Spans:
    """The characters of names told of before where one is told of now, and of what is only said of a named thing."""
    former = [name for name in names if _clause_has(text, name[2], "before", without="now")]
    gone = [(start, end) for field, _, start, end in former if any(n[0] == field and n not in former for n in names)]
    return [*gone, *((value.start, value.end) for value in _only_said(text, names, choices))]


def _only_said(text: Text, names: Sequence[Name], choices: Sequence[Value]) -> Iterator[Value]:
    """Choices that follow from a thing named, and that others are heard to say of it: "teman bilang itu tata kelola"."""
    named = {field for field, *_ in names}
    for value in choices:
        of = {_table()["follow_from"].get(field) for field in value.fits}
        if of & named and _clause_has(text, value.start, "saying"):
            yield value


def _clause_has(text: Text, start: int, words: str, without: str = "") -> bool:
    """Whether one of these words stands before a place in its clause, with none of the others there."""
    at = text.places(start, start + 1)[0]
    low = next((low for low, high in clauses_of(text) if low <= at < high), 0)
    before = Text(text.raw, text.words[low:at])
    return before.has(*_table()[words]) and not (without and before.has(*_table()[without]))


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
