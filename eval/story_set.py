"""Messages as people type them who have read no regulation: a story, a worry, two questions at once, and what answers each.

`dev.yaml` is held against what was learned and never learned from; from the other files the search learns what in a
story says what it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.reading import Beyond
from corpus.address import Address
from corpus.data import load_yaml

STORIES = Path(__file__).parent / "stories"
HELD = "dev"


@dataclass(frozen=True)
class Ask:
    """One question of a message, in its words: answered by any of the calculators or provisions, or not by the texts."""

    words: str
    tools: tuple[str, ...] = ()
    provisions: tuple[Address, ...] = ()
    beyond: Beyond | None = None


@dataclass(frozen=True)
class Story:
    """A message and the questions in it."""

    message: str
    asks: tuple[Ask, ...]


def load_stories(held: bool, folder: Path = STORIES) -> Iterator[Story]:
    """The stories that are held back, or those that are learned from."""
    for path in sorted(folder.glob("*.yaml")):
        if (path.stem == HELD) == held:
            for entry in load_yaml(path):
                yield Story(entry["message"], tuple(_ask(ask) for ask in entry["asks"]))


def _ask(entry: dict[str, Any]) -> Ask:
    tool = entry.get("tool", [])
    provisions = (key.split(" ", 1) for key in entry.get("provisions", []))
    return Ask(
        entry["ask"],
        (tool,) if isinstance(tool, str) else tuple(tool),
        tuple(Address.parse(place, regulation) for regulation, place in provisions),
        entry.get("beyond"),
    )
