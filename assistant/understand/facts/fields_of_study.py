"""Whether somebody's field of study is one of those that the rule for a position names: "lulusan sastra" and "bahasa"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_BETWEEN = 3  # words between "lulusan" and the field
_WHOSE = 3  # words before "lulusan" in which it is told that it is another's, or what is asked for


def fitting_field(text: Text, told: Sequence[Fact], wanted: Collection[str]) -> Iterator[Fact]:
    """That the field told is one that the rule for the position told names; nothing of a field that it does not name."""
    table = _table()
    position = next((str(fact.value) for fact in told if fact.field == table["position"]), "")
    named = table["fields"].get(position, ())
    if table["fact"] not in wanted or not named or any(fact.field == table["fact"] for fact in told):
        return
    places = [place for phrase in table["heads"] for place in text.find(phrase)]
    studied = [at for first, last in places if not _is_another(text, first) if (at := _field(text, last, named))]
    others = [first for first, _ in places if _is_another(text, first)]
    if studied and not others:
        start, end = text.span(*min(studied))
        yield Fact(table["fact"], True, start, end, text.raw[start:end])


def _field(text: Text, last: int, named: Sequence[str]) -> tuple[int, int] | None:
    """The words of a field that is named, right behind a word of having studied it."""
    at = last + 1
    while at <= last + 1 + _BETWEEN:
        length = max((phrase.count(" ") + 1 for phrase in named if text.begins(at, phrase)), default=0)
        if length:
            return (at, at + length - 1)
        if text.at(at) not in _table()["between"]:
            return None
        at += 1
    return None


def _is_another(text: Text, first: int) -> bool:
    before = Text(text.raw, text.words[max(0, first - _WHOSE) : first])
    return before.has(*_table()["not_own"])


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
