"""What tells two ways apart: "beda perpindahan sama inpassing apa?" is answered by what each of them demands."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Part
from assistant.understand.clues import Clues
from assistant.understand.intent.weigh import Weighed
from assistant.understand.parts import Parts
from corpus.address import Address
from corpus.data import load_yaml

_SIDES = 2


class TwoWays:
    """Reads a question for the difference of two ways into or within a position."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """What each of the two ways named demands; None where none are, or nothing asks what tells them apart."""
        ways = [way for way in _table()["ways"] if clues.text.has(*way["names"])]
        if len(ways) != _SIDES or clues.cites or not clues.text.has(*_table()["differ"]):
            return None
        found = self._parts.clause(clues)
        scope = [law for law in _table()["laws"] if not found.regulations or law in found.regulations]
        places = [Address.parse(place, law) for law in scope for way in ways for place in way["places"][law]]
        return replace(found, confidence=1.0, provisions=tuple(places), regulations=tuple(scope)) if places else None


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
