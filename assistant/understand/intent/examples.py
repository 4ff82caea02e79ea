"""Example utterances: data beside each calculator's name, and for everything that is no calculation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.data import load_yaml
from corpus.errors import DataError

FOLDER = Path(__file__).parent / "examples"
_KEYS = {"topic", "examples", "kind", "beyond"}
_KINDS = {"clause", "smalltalk", "out_of_scope", "forget"}


@dataclass(frozen=True)
class Intent:
    """What a message can be after: a calculator, or a kind of answer with its topic; `topic` names the subject."""

    kind: str
    tool: str = ""
    topic: str = ""
    beyond: str = ""

    @property
    def label(self) -> str:
        """A unique name: "tool:formasi", "out_of_scope:unrelated"."""
        return f"tool:{self.tool}" if self.tool else ":".join(p for p in (self.kind, self.beyond or self.topic) if p)


@dataclass(frozen=True)
class Example:
    """One utterance and what it is after."""

    text: str
    intent: Intent


@cache
def load_examples() -> tuple[Example, ...]:
    """All examples of the folder; DataError names the file and what is wrong with it."""
    return tuple(example for path in sorted(FOLDER.glob("*.yaml")) for example in _read(path))


def examples_for(tools: Collection[str]) -> tuple[Example, ...]:
    """The examples of these calculators and of everything that is no calculation."""
    return tuple(e for e in load_examples() if not e.intent.tool or e.intent.tool in tools)


def topics() -> Mapping[str, str]:
    """The words that name each calculator's subject."""
    return {e.intent.tool: e.intent.topic for e in load_examples() if e.intent.tool}


def _read(path: Path) -> list[Example]:
    raw: dict[str, Any] = load_yaml(path)
    if set(raw) - _KEYS:
        raise DataError(f"examples/{path.name}: unknown keys {sorted(set(raw) - _KEYS)}; allowed are {sorted(_KEYS)}")
    wrong = [text for text in raw.get("examples", ()) if not isinstance(text, str)]
    if wrong or not raw.get("examples"):
        raise DataError(
            f"examples/{path.name}: examples: {wrong} is wrong; write a list of sentences, with a colon in quotes"
        )
    tool = "" if path.stem.startswith("_") else path.stem
    kind = "calculation" if tool else raw.get("kind", "")
    if not tool and kind not in _KINDS:
        raise DataError(f"examples/{path.name}: kind: {kind!r} is wrong; write one of {', '.join(sorted(_KINDS))}")
    intent = Intent(kind, tool, raw.get("topic", ""), raw.get("beyond", ""))
    return [Example(text, intent) for text in raw["examples"]]
