"""Learn when the search is sure: `python -m eval.learn_sureness [data folder]`.

From the held-back stories, which nothing else learns from, and the development questions of the bank: for each question
that was taken for a look-up, whether one of the first three provisions found answers it. Written to
assistant/sureness.yaml. The same questions and the same index give the same weights.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant import sureness
from assistant.conversation import Conversation
from assistant.following import search
from assistant.reading import Part
from assistant.understand.chances import Weights
from corpus.address import Address
from eval.cases import load_cases, split
from eval.dialogue import open_recorded
from eval.fitting import fit_chances, write
from eval.story_set import Ask, load_stories
from index.manifest import data_folder
from index.search import Index

_DEPTH = 12
_LEAST = 0.7  # chance below which what was found is only shown as what comes nearest
_HELD = 1e-2


@dataclass(frozen=True)
class Found:
    """What speaks for the provisions found, and whether one of the first answers."""

    traits: tuple[float, ...]
    right: bool


def main(data_dir: Path) -> None:
    """Gather, fit, show what to expect, and write."""
    found = list(gather(data_dir))
    weights = fit(found)
    write(weights, sureness.WEIGHTS)
    chances = Weights.of(weights).chances(np.array([one.traits for one in found]))
    for name, among in (("yakin", chances >= _LEAST), ("tidak yakin", chances < _LEAST)):
        right = [one.right for one, inside in zip(found, among, strict=True) if inside]
        print(f"{name}: {len(right)}, {sum(right) / max(len(right), 1):.2f} terjawab", flush=True)


def gather(data_dir: Path) -> Iterator[Found]:
    """Every look-up of the stories and the bank."""
    assistant, recorder = open_recorded(data_dir)
    for story in load_stories(held=True):
        reading = recorder.read(story.message, Conversation("cerita"))
        for part in reading.parts:
            if part.kind == "clause" and not part.provisions and not part.premises:
                yield _look(part, _wanted(part, story.asks), assistant.index)
    for case in load_cases():
        if split(case) == "dev":
            yield _look(Part(case.question, "clause"), (*case.provisions, *case.also), assistant.index)


def _wanted(part: Part, asks: Sequence[Ask]) -> tuple[Address, ...]:
    """The provisions that answer the questions of a message whose words stand in a part of it, else any of them."""
    inside = [ask for ask in asks if ask.words in part.text] or asks
    return tuple(place for ask in inside for place in ask.provisions)


def _look(part: Part, wanted: Sequence[Address], index: Index) -> Found:
    hits = search(part, index, _DEPTH)
    right = any(hit.address.meets(place) for hit in hits[: sureness.SHOWN] for place in wanted)
    return Found(sureness.traits_of(part, hits), right)


def fit(found: Sequence[Found]) -> dict[str, Any]:
    """A logistic regression over the traits, as its file holds it."""
    table, right = np.array([one.traits for one in found]), np.array([one.right for one in found])
    return {"least": _LEAST, **fit_chances(table, right, sureness.TRAITS, _HELD)}


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
