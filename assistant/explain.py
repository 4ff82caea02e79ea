"""Let a chat model explain what is already answered; one retry, then the answer goes without."""

import time
from collections.abc import Sequence
from typing import Protocol

from assistant.calculation import Calculation
from assistant.leash import fill_in, leash_words, make_brief
from corpus.citation import Citation

TRIES = 2
SHARE = 0.7  # of the time a person waits for a model; the rest is for proposing a calculator


class Writes(Protocol):
    """Whoever writes a draft from an instruction and a brief, or gives up with None."""

    @property
    def seconds(self) -> float:
        """How long all tries together may take."""
        ...

    def write(self, instruction: str, brief: str, seconds: float | None = None) -> str | None:
        """A draft, or None when there is none within so many seconds."""
        ...


class Explainer:
    """Asks a chat model for a short explanation and keeps it on the leash."""

    def __init__(self, model: Writes, external: bool) -> None:
        self.external = external
        self._model = model

    def explain(self, question: str, citations: Sequence[Citation], calculations: Sequence[Calculation]) -> str | None:
        """Sentences whose provisions and figures the program filled in; None when no draft kept to the leash."""
        if not citations:
            return None
        brief = make_brief(question, citations, calculations)
        end = time.monotonic() + self._model.seconds * SHARE
        for _ in range(TRIES):
            left = end - time.monotonic()
            draft = self._model.write(leash_words().instruction, brief.prompt, left) if left > 0 else None
            if draft is None:
                return None
            filled = fill_in(draft, brief)
            if filled is not None:
                return filled
        return None
