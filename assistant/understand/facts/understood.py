"""What a message implies of somebody's case without saying it: the position by its work, the level by the next one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.facts import fact_words
from assistant.reading import Fact
from assistant.understand.intent.spheres import ministries_of
from assistant.understand.language.text import Text
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

POSITION, _LEVEL, NEXT = "jabatan", "jenjang", "jenjang_tujuan"
_REACH = 5  # words before a level in which it is said that somebody is to rise to it


def position_of(whole: Text, told: Sequence[Fact]) -> Fact | None:
    """The one position whose work is spoken of, or that alone has the level told; None where none is, or both."""
    table = _table()
    levels = [fact for fact in told if fact.field in (_LEVEL, NEXT) and fact.value in table["levels"]]
    places = {table["levels"][fact.value]: (fact.start, fact.end) for fact in levels}
    if not ministries_of(whole) & {*table["not_in"]}:
        found = {name: _first(whole, words) for name, words in table["work"].items()}
        places |= {name: place for name, place in found.items() if place}
    if len(places) != 1:
        return None
    ((name, (start, end)),) = places.items()
    return Fact(POSITION, name, start, end, whole.raw[start:end])


def level_before(whole: Text, values: Sequence[Value]) -> Iterator[Fact]:
    """ "Buat naik ke madya": whoever still is to rise to a level has the one below it."""
    table, levels = _table()["rising"], [*fact_words()[_LEVEL].choices]
    if whole.has(*table["unless"]):
        return
    for value in values:
        level, before = value.fits.get(NEXT), f" {whole.before(value.first, _REACH)}"
        wished = any(before.endswith(f" {wish} {rise}") for wish in table["wished"] for rise in table["led"])
        if wished and level in levels[1:]:
            start, end = whole.span(value.first, value.last)
            yield Fact(_LEVEL, levels[levels.index(level) - 1], start, end, whole.raw[start:end])
            return


def _first(whole: Text, words: Collection[str]) -> tuple[int, int] | None:
    """The characters of the first of these words in a message."""
    places = [place for word in words for place in whole.find(word)]
    return whole.span(*min(places)) if places else None


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
