"""Whether a way is still open, or what was due has been done: "inpassing masih ada?", "organisasinya sudah terbentuk?"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.reading import Part
from assistant.understand.clues import Clues
from assistant.understand.following.followups import content
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.text import Text
from assistant.understand.parts import Parts
from corpus.address import Address
from corpus.data import load_yaml

_THIN = 2  # words of content up to which a question means what was told right before it: "yang benar bagaimana?"
_ENDS = frozenset(".?!;")


class StillOpen:
    """Reads a question for whether a way is open or a thing done, which no text says; what is said of it it shows."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._corpus = parts.observer.corpus

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """What is ruled of the way or thing asked about, behind that none of the texts says whether that was or is."""
        way = next((way for way in _table()["ways"] if _asks(clues, way)), None)
        due = next((thing for thing in _table()["due"] if _asks_done(clues, thing)), None)
        topic, way = ("", way) if way else ("done", due)
        if way is None or clues.cites:
            return None
        found = self._parts.clause(clues)
        places = [Address.parse(place, law) for law, each in way["places"].items() for place in each]
        own = [place for place in places if self._answers(place, found.regulations)]
        ruled = replace(found, provisions=tuple(own or places), offers=_offered(weighed, way))
        declined = self._parts.beyond(clues, "current_law", topic)
        return replace(declined, ruled=ruled, facts=ruled.facts)

    def _answers(self, place: Address, scope: Sequence[str]) -> bool:
        return not scope or place.regulation in scope


def _offered(weighed: Weighed, way: Mapping[str, Any]) -> str:
    """The calculator of the way, where it was likely to be meant as well."""
    return weighed.tool if weighed.tool in way["offers"] else ""


def _asks(clues: Clues, way: Mapping[str, Any]) -> bool:
    text, told = clues.text, clues.until
    if clues.whole.has(*way["unless"]) or (clues.conversation.going_on and not text.has(*way["names"])):
        return False
    return told.has(*way["names"]) and _is_open_asked(told if _is_thin(text) else text)


def _asks_done(clues: Clues, thing: Mapping[str, Any]) -> bool:
    """Whether it is asked if what the texts order to be made has been made."""
    if clues.whole.has(*thing["unless"]) or not clues.until.has(*thing["names"]):
        return False
    happened, other = _table()["happened"], (*_table()["supposing"], *_table()["ruled"])
    return any(clause.has(*happened) and not clause.has(*other) for clause in _clauses(clues.text))


def _is_thin(text: Text) -> bool:
    return len(content(text)) <= _THIN and not text.has(*_table()["still"], *_table()["closed"])


def _is_open_asked(text: Text) -> bool:
    """Whether a clause speaks of being open or closed, supposes nothing, and asks nothing of who may."""
    return any(_speaks(clause) for clause in _clauses(text))


def _speaks(clause: Text) -> bool:
    table = _table()
    return clause.has(*table["still"], *table["closed"]) and not clause.has(*table["supposing"], *table["of_others"])


def _clauses(text: Text) -> list[Text]:
    cuts = [-1, *(at for at, word in enumerate(text.words) if word.text in _ENDS or word.text == ","), len(text.words)]
    return [Text(text.raw, text.words[low + 1 : high]) for low, high in pairwise(cuts)]


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
