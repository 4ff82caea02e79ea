"""Learn the weights of assistant/understand/intent/weights.yaml: `python -m eval.weighing [stories]`.

What is fitted: a softmax over everything a message may be after, its likeliest calculators, a look-up, each reason to
decline. The messages are the examples of `assistant/understand/intent/examples`, each seen as if the classifier had learned
without it, and those of the first phase of the dialogues, which are no examples. The second phase is never read here.
The same messages and the same encoder give the same weights. Those for stories (weights_stories.yaml) are learned from
all examples, those for shorter messages from the ones that are shorter.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.conversation import Conversation
from assistant.tools import tools
from assistant.understand.intent.classifier import Classifier, Guess
from assistant.understand.intent.examples import examples_for
from assistant.understand.intent.traits import BEYOND, CLAUSE, Traits, Weighing
from assistant.understand.intent.weigh import STORIES, WEIGHTS, Weights, believe, choices
from assistant.understand.observer import Observer
from eval.dialogue_set import Wanted, load_dialogues
from eval.fitting import minimise, observing, write
from index.manifest import data_folder
from index.projection import STORY

_LOOK_UPS = 3.0  # how many times a look-up counts
_NEVER = -1e9


@dataclass(frozen=True)
class Message:
    """A message and the labels of everything that would be right for it; `number` is that of the example it is."""

    text: str
    labels: frozenset[str]
    number: int | None = None


@dataclass(frozen=True)
class Weighable:
    """The traits of one message, of each calculator it may be after, and what is right for it."""

    question: Traits
    tools: Mapping[str, Traits]
    labels: frozenset[str]


class LeftOut:
    """The classifier as it would be without one of its examples, in closed form."""

    def __init__(self, classifier: Classifier, labels: Sequence[str]) -> None:
        self.classifier = classifier
        self.number: int | None = None
        self._inverse = np.linalg.inv(classifier.held_back(labels))

    def rank(self, text: str, vector: NDArray[np.float32]) -> list[Guess]:
        """All labels, best first."""
        likeness, answer, out = self.classifier.likeness(text, vector)[0], self.classifier.answer, self.number
        scores = likeness @ answer
        if out is not None:
            scores = scores - (likeness @ self._inverse[:, out]) * answer[out] / self._inverse[out, out]
            likeness = np.where(np.arange(len(likeness)) == out, 0.0, likeness)
        return self.classifier.ranked(likeness, scores)


def main(data_dir: Path, stories: bool) -> None:
    """Fit, show how many come out right, and write the weights."""
    messages = [*_examples(), *_dialogues()]
    with observing(data_dir) as observer:
        found = gather(observer, [one for one in messages if stories or len(one.text.split()) < STORY])
        kinds = Weighing(observer).kinds
    weights = fit(found, kinds)
    right = sum(likeliest(one, kinds, weights) in one.labels for one in found)
    print(f"{len(found)} pesan, benar {right / len(found):.1%}", flush=True)
    write(weights, STORIES if stories else WEIGHTS)


def _examples() -> Iterator[Message]:
    for number, example in enumerate(examples_for(tools().keys())):
        intent = example.intent
        if intent.tool or intent.kind in (CLAUSE, "out_of_scope"):
            yield Message(example.text, frozenset({intent.label}), number)


def _dialogues() -> Iterator[Message]:
    """The single questions of the first phase; what is taken for granted wrongly is not weighed but looked up."""
    for dialogue in load_dialogues():
        turn = dialogue.turns[0]
        single = len(dialogue.turns) == 1 and len(turn.wants) == 1
        if dialogue.phase == "first" and single and (labels := _labels(turn.wants[0])):
            yield Message(turn.say, labels)


def _labels(wanted: Wanted) -> frozenset[str]:
    beyond = wanted.beyond if wanted.beyond != "false_premise" else None
    labels = {*(f"tool:{tool}" for tool in wanted.tools), *([f"{BEYOND}{beyond}"] if beyond else ())}
    return frozenset(labels | ({CLAUSE} if wanted.provisions else set()))


def gather(observer: Observer, messages: Sequence[Message]) -> list[Weighable]:
    """The traits of each message, examples seen by a classifier that did not learn from them."""
    weighing, whole = Weighing(observer), observer.classifier
    left_out = LeftOut(whole, [example.intent.label for example in examples_for(tools().keys())])
    observer.classifier = left_out  # type: ignore[assignment]
    found = []
    for message in messages:
        left_out.number = message.number
        clues = observer.look_at(message.text, Conversation("eval"))
        named = {tool: weighing.of_tool(clues, tool) for tool in weighing.tools(clues)}
        found.append(Weighable(weighing.of_question(clues), named, message.labels))
    observer.classifier = whole
    return found


def fit(found: Sequence[Weighable], kinds: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """The weights under which what is right is believed most."""
    import torch

    table, right, names = _table(found, kinds)
    spread = np.sqrt((table**2).sum(axis=(0, 1)) / np.maximum((table != 0).sum(axis=(0, 1)), 1)) + 1e-6
    scaled = torch.tensor(table / spread, dtype=torch.float32)
    wanted = torch.tensor(np.where(right > 0, 0, _NEVER), dtype=torch.float32)
    closed = torch.tensor(np.where(right < 0, _NEVER, 0), dtype=torch.float32)
    shares = torch.tensor(_shares(table, right, names), dtype=torch.float32)

    def loss(weights: torch.Tensor) -> torch.Tensor:
        scores = scaled @ weights + closed
        missed = torch.logsumexp(scores, 1) - torch.logsumexp(scores + wanted, 1)
        return (missed * shares).sum()

    weights = minimise(loss, len(names))
    learned: dict[str, dict[str, float]] = {}
    for (group, name), weight in zip(names, (weights / spread).tolist(), strict=True):
        learned.setdefault(group, {})[name] = round(weight, 3)
    return learned


def _table(
    found: Sequence[Weighable], kinds: tuple[str, ...]
) -> tuple[NDArray[np.float32], NDArray[np.int8], list[tuple[str, str]]]:
    """The traits of each choice of each message; 1 for a right choice, 0 for another, -1 where there is none."""
    offered = [dict(choices(one.question, one.tools, kinds)) for one in found]
    kept = [(own, one.labels) for own, one in zip(offered, found, strict=True) if one.labels & own.keys()]
    pairs = ((group, name) for own, _ in kept for traits in own.values() for group, t in traits.items() for name in t)
    place = {pair: at for at, pair in enumerate(dict.fromkeys(pairs))}
    most = max(len(own) for own, _ in kept)
    table = np.zeros((len(kept), most, len(place)), np.float32)
    right = np.full((len(kept), most), -1, np.int8)
    for row, (own, labels) in enumerate(kept):
        for column, (label, traits) in enumerate(own.items()):
            right[row, column] = label in labels
            for group, values in traits.items():
                for name, value in values.items():
                    table[row, column, place[group, name]] = value
    return table, right, list(place)


def _shares(
    table: NDArray[np.float32], right: NDArray[np.int8], names: Sequence[tuple[str, str]]
) -> NDArray[np.float32]:
    """How much each message counts: as much more as look-ups are rarer among the examples than among questions."""
    look_up = (table[:, :, names.index((CLAUSE, "tetap"))] * (right > 0)).sum(axis=1) > 0
    counts = np.where(look_up, _LOOK_UPS, 1.0)
    return np.asarray(counts / counts.sum(), np.float32)


def likeliest(one: Weighable, kinds: tuple[str, ...], weights: Weights) -> str:
    """What the weights make of a message."""
    offered = dict(choices(one.question, one.tools, kinds))
    return max(offered, key=lambda label: believe(offered[label], weights))


if __name__ == "__main__":
    main(data_folder(), "stories" in sys.argv[1:])
