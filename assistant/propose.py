"""A chat model may propose a calculator for a question that the rules did not understand, and say which words tell what.

Only the choice of the calculator is the model's. Each fact must be words of the conversation, and its value is read
from the person's whole message by the program's own reader: a value that the reader does not find there is dropped.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from assistant.explain import SHARE, Writes
from assistant.masking import mask
from assistant.reading import Fact, Part
from assistant.tools import Tool
from assistant.understand.facts.context import Context
from assistant.understand.facts.facts import FactReader
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields, spelling_words
from assistant.understand.rows.row_shapes import shapes_of
from corpus.data import load_yaml

UNSURE = 0.35  # below this score the search for a provision was a last resort
REMEMBERED = 4  # messages of the conversation that a model is shown
CONFIDENCE = 0.3  # of a calculator that a model chose
_OPEN = ("underspecified", "unrelated")  # reasons to decline that may be a lack of understanding


@dataclass(frozen=True)
class Proposal:
    """What a model proposes: a calculator, and for each fact the words that tell it."""

    tool: str
    facts: Mapping[str, str]


class Proposer:
    """Asks a chat model what a question is after, and believes it as far as the conversation bears it out."""

    def __init__(self, model: Writes, tools: Mapping[str, Tool], today: Callable[[], date] = date.today) -> None:
        self._model = model
        self._tools = tools
        self._today = today
        self._speller = Speller(spelling_words())
        self._reader = FactReader(fields())

    def improve(self, part: Part, said: Sequence[str]) -> Part:
        """The question as a calculation where a model recognises one; else the question as it was understood."""
        if not unsure(part) or not said:
            return part
        proposal = self._ask(said[-REMEMBERED:])
        if proposal is None:
            return part
        facts = self._borne_out(proposal, said)
        return replace(
            part, kind="calculation", tool=proposal.tool, confidence=CONFIDENCE, facts=facts, beyond=None, topic=""
        )

    def _ask(self, said: Sequence[str]) -> Proposal | None:
        offered = "\n".join(f"{tool.name}: {tool.description}" for tool in self._tools.values())
        spoken = "\n".join(f"- {mask(message)}" for message in said)
        brief = f"DAFTAR:\n{offered}\n\nPERCAKAPAN:\n{spoken}"
        written = self._model.write(_instruction(), brief, self._model.seconds * (1 - SHARE))
        return read_proposal(written, self._tools) if written is not None else None

    def _borne_out(self, proposal: Proposal, said: Sequence[str]) -> tuple[Fact, ...]:
        """The facts of the last message as the program reads them, and those of earlier ones that the model points to."""
        found = {fact.field: fact for fact in self._read(said[-1], proposal.tool)}
        for message in reversed(said[:-1]):
            for fact in self._read(message, proposal.tool):
                words = proposal.facts.get(fact.field, "")
                at = message.find(words) if words else -1
                if at >= 0 and fact.start < at + len(words) and at < fact.end:
                    found.setdefault(fact.field, fact)
        return tuple(found.values())

    def _read(self, message: str, tool: str) -> tuple[Fact, ...]:
        model = self._tools[tool].facts
        context = Context(frozenset(model.model_fields), (), shapes_of(model))
        told = self._reader.read(self._speller.read(message), context, self._today())
        return tuple(fact for fact in told.facts if fact.field in model.model_fields)


def unsure(part: Part) -> bool:
    """Whether the rules found nothing certain: no provision named, no calculator, no doubt to ask about."""
    if part.provisions or part.unresolved or part.premises or part.doubts or part.tool:
        return False
    return part.beyond in _OPEN if part.kind == "out_of_scope" else part.kind == "clause" and part.confidence < UNSURE


def read_proposal(written: str, tools: Mapping[str, Tool]) -> Proposal | None:
    """The proposal in what a model wrote; None when it is none, or names a calculator that does not exist."""
    try:
        raw: Any = json.loads(written[written.index("{") : written.rindex("}") + 1])
    except (ValueError, RecursionError):
        return None
    if not isinstance(raw, dict) or not set(raw) <= {"tool", "facts"} or str(raw.get("tool")) not in tools:
        return None
    facts = raw.get("facts") or {}
    if not isinstance(facts, dict):
        return None
    return Proposal(str(raw["tool"]), {name: words for name, words in facts.items() if isinstance(words, str)})


@cache
def _instruction() -> str:
    path = Path(__file__).parent / "words" / "propose.yaml"
    return str(load_yaml(path)["instruction"])
