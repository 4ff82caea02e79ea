"""Learn which item of a provision a question asks for: `python -m eval.learn_focus [data folder]`.

From the held-back stories, which nothing else learns from, and the bank without its test questions: for each question
whose answer stands in a provision with items, which of them hold it. Written to assistant/focus.yaml, and shown how many
of the items pointed at are right. The same questions and the same index give the same weights.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant import focus
from assistant.understand.chances import Weights
from corpus.address import Address
from corpus.library import Corpus, load_corpus
from corpus.tree import Node
from eval.cases import load_cases, split
from eval.fitting import fit_chances, write
from eval.story_set import load_stories
from index.keywords import Tokenizer
from index.manifest import data_folder
from index.search import Index, open_index

_LEAST = 0.5  # chance from which an item is pointed at: of ten, eight are then right
_HELD = 1e-3
_LEARNED = ("cerita", "bank train", "bank dev")


@dataclass(frozen=True)
class Question:
    """One question about a provision with items: what speaks for each item, and which of them answer."""

    source: str
    traits: NDArray[np.float64]
    right: NDArray[np.bool_]


def main(data_dir: Path) -> None:
    """Gather, fit, show what to expect, and write."""
    corpus = load_corpus()
    index = open_index(corpus, data_dir)
    questions = [q for q in gather(corpus, index) if q is not None]
    index.close()
    learned = [q for q in questions if q.source in _LEARNED]
    table, right = np.concatenate([q.traits for q in learned]), np.concatenate([q.right for q in learned])
    weights = {"least": _LEAST, **fit_chances(table, right, focus.TRAITS, _HELD)}
    write(weights, focus.WEIGHTS)
    for source in sorted({q.source for q in questions}):
        show(source, [q for q in questions if q.source == source], Weights.of(weights))


def gather(corpus: Corpus, index: Index) -> Iterator[Question | None]:
    """Every question of the stories that a provision answers, and of the bank."""
    for story in load_stories(held=True):
        for ask in story.asks:
            if ask.provisions and not ask.tools:
                yield question_of("cerita", story.message, ask.provisions, corpus, index)
    for case in load_cases():
        yield question_of(f"bank {split(case)}", case.question, (*case.provisions, *case.also), corpus, index)


def question_of(source: str, text: str, wanted: Sequence[Address], corpus: Corpus, index: Index) -> Question | None:
    """A question about the provision that is found for the first one wanted; None where that has no items."""
    found = _found(wanted[0], index)
    items = focus.items_of(corpus.node(found)) if found is not None else []
    if len(items) < 2 or focus.wants_all(text):
        return None
    traits = focus.traits_of(text, items, Tokenizer().terms, partial(index.likeness, text))
    return Question(source, np.array(traits), _right(items, found, wanted))


def _right(items: Sequence[Node], around: Address | None, wanted: Sequence[Address]) -> NDArray[np.bool_]:
    """Which items answer, be it beside the whole."""
    inside = [place for place in wanted if place != around]
    return np.array([any(item.address.meets(place) for place in inside) for item in items if item.address])


def _found(place: Address | None, index: Index) -> Address | None:
    """The provision that is searched for a place."""
    while place is not None and place not in index.addresses:
        place = place.parent
    return place


def show(source: str, questions: Sequence[Question], weights: Weights) -> None:
    """Of the items pointed at, how many are right."""
    pointed = [(q.right, weights.chances(q.traits)) for q in questions]
    right = [bool(truth[chances.argmax()]) for truth, chances in pointed if chances.max() >= weights.least]
    print(
        f"{source}: {len(right)} dari {len(questions)} ditunjuk, {sum(right) / max(len(right), 1):.2f} benar",
        flush=True,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
