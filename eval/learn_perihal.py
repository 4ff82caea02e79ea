"""Learn index/perihal.safetensors, which rule a message is about: `python -m eval.learn_perihal`.

What is learned from: the questions of index/questions and the stories of eval/stories that are not held back, each with
the rules that answer it. No question of the bank is read. Features are dropped at random, so that none decides alone.
After it `python -m eval.tune` fits the ranking anew.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus.library import load_corpus
from eval.story_set import load_stories
from eval.tune_projection import rules
from index.contents import ASKED, Contents
from index.expand import expand
from index.perihal import PERIHAL, STRETCH, Features, Numbers, number_of

if TYPE_CHECKING:
    from torch import Tensor
    from torch.nn import EmbeddingBag

_ROUNDS = 6
_BATCH = 256
_STEP = 3e-3
_SIZE = 64
_DROPPED_WORDS, _DROPPED = 0.3, 0.2
_SEEN = 3  # messages in which a feature must stand to be learned
_STORY = 3  # how often a story is shown for once a question is


@dataclass(frozen=True)
class Lesson:
    """Messages as the places of their features, the shares of the rules that answer each, and each feature's weight."""

    messages: Sequence["Tensor"]
    right: "Tensor"
    features: Numbers
    weights: "Tensor"


def main() -> None:
    """Learn and write."""
    contents = Contents.of(load_corpus())
    rule_of = rules(contents.addresses)
    lesson = make_lesson(contents, rule_of)
    write(lesson, learn(lesson), [number_of(address) for address in contents.addresses], rule_of)


def make_lesson(contents: Contents, rule_of: Numbers) -> Lesson:
    """Everything that is learned from."""
    import torch

    owner = next(owner for name, _, owner in contents.shelves() if name == ASKED)
    told = [(one.text, {int(rule_of[at])}) for one, at in zip(contents.asked, owner, strict=True)]
    for story in load_stories(held=False):
        places = [place for ask in story.asks for place in ask.provisions]
        own = {int(rule_of[n]) for n, at in enumerate(contents.addresses) if any(place.meets(at) for place in places)}
        told += [(story.message, own)] * (_STORY if own else 0)
    reader = Features()
    read = [reader.of(text, expand(text)) for text, _ in told]
    counts = Counter(feature for own in read for feature in own.tolist())
    known = np.array(sorted(feature for feature, count in counts.items() if count >= _SEEN), np.int64)
    weights = np.log(len(read) / np.array([counts[feature] for feature in known.tolist()], np.float32))
    right = torch.zeros(len(told), int(rule_of.max()) + 1)
    for row, (_, answers) in enumerate(told):
        right[row, list(answers)] = 1 / len(answers)
    places_of = [torch.tensor(np.flatnonzero(np.isin(known, own))) for own in read]
    return Lesson(places_of, right, known, torch.tensor(weights))


def learn(lesson: Lesson, rounds: int = _ROUNDS) -> dict[str, "Tensor"]:
    """Vectors of the features, vectors and leanings of the rules."""
    import torch
    from torch.nn.functional import dropout

    torch.manual_seed(0)
    vectors = torch.nn.EmbeddingBag(len(lesson.features), _SIZE, mode="sum")
    torch.nn.init.normal_(vectors.weight, 0, 0.02)
    rules_of = torch.nn.Linear(_SIZE, lesson.right.shape[1])
    optimizer = torch.optim.Adam([*vectors.parameters(), *rules_of.parameters()], lr=_STEP)
    for number in range(rounds):
        optimizer.param_groups[0]["lr"] = _STEP * (1 - number / rounds)
        lost = 0.0
        for batch in torch.split(torch.randperm(len(lesson.messages)), _BATCH):
            kept = [_some(lesson.messages[at]) for at in batch.tolist()]
            hidden = torch.tanh(STRETCH * _mean(kept, lesson.weights, vectors))
            belief = rules_of(dropout(hidden, _DROPPED)).log_softmax(1)
            loss = -(belief * lesson.right[batch]).sum(1).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            lost += loss.item() * len(batch)
        print(f"putaran {number + 1}: rugi {lost / len(lesson.messages):.3f}", flush=True)
    return {"vectors": vectors.weight, "rules": rules_of.weight, "leaning": rules_of.bias}


def write(lesson: Lesson, learned: dict[str, "Tensor"], provisions: Sequence[int], rule_of: Numbers) -> None:
    """Keep what was learned, the vectors in half precision."""
    import torch
    from safetensors.torch import save_file

    halves = {name: tensor.detach().half().contiguous() for name, tensor in learned.items()}
    numbers = {"features": lesson.features, "provisions": np.array(provisions), "rule_of": rule_of}
    whole = {name: torch.tensor(own) for name, own in numbers.items()}
    save_file({**halves, **whole, "weights": lesson.weights.half()}, PERIHAL)
    PERIHAL.chmod(0o644)


def _some(places: "Tensor") -> "Tensor":
    """Most of a message's features, at random."""
    import torch

    return places[torch.rand(len(places)) > _DROPPED_WORDS]


def _mean(messages: Sequence["Tensor"], weights: "Tensor", vectors: "EmbeddingBag") -> "Tensor":
    """The weighed mean of each message's features."""
    import torch

    places = torch.cat(list(messages))
    starts = torch.tensor([0, *(len(own) for own in messages[:-1])]).cumsum(0)
    length = torch.stack([weights[own].norm() for own in messages]).clamp(min=1)
    mean: Tensor = vectors(places, starts, per_sample_weights=weights[places]) / length[:, None]
    return mean


if __name__ == "__main__":
    main()
