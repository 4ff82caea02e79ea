"""Learn the map for stories of index/projection.safetensors: `python -m eval.tune_stories [data folder]`.

What is learned: that a message of eval/stories lies nearer to the passages that answer one of its questions, and to what
people are known to ask about them, than to those of any other rule. It begins as the map for questions; the other maps
stay as they are. Twins, two regulations' provisions alike in wording, are not set against each other.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.address import Address
from corpus.library import load_corpus
from eval.story_set import Story, load_stories
from eval.tune_projection import behind, rules, write
from index.contents import ASKED, PASSAGES, Contents
from index.encoder import Encoder, load_encoder
from index.expand import expand
from index.manifest import data_folder, find_build
from index.projection import load_projection
from index.shelf import VECTORS

if TYPE_CHECKING:
    from torch import Tensor

_ROUNDS = 12
_BATCH = 128
_STEP = 1e-3
_HELD = 1e-2  # how strongly the map is kept near that for questions
_HEAT = 0.05
_DROPPED = 0.1


@dataclass(frozen=True)
class Lesson:
    """Vectors of stories and of all they are compared with, as the maps in use leave these, and what is right."""

    stories: "Tensor"
    passages: "Tensor"
    asked: "Tensor"
    to_passages: tuple["Tensor", "Tensor"]  # for each story: the right columns, their rivals
    to_asked: tuple["Tensor", "Tensor"]


def main(data_dir: Path) -> None:
    """Encode, learn and write the map beside the others."""
    import torch

    contents, encoder = Contents.of(load_corpus()), load_encoder(data_dir)
    stories = [story for story in load_stories(held=False) if any(ask.provisions for ask in story.asks)]
    folder = find_build(data_dir, contents.identity(encoder.fingerprint)).folder
    kept = load_projection(encoder.dimension)
    question = torch.tensor(kept.question)
    story = learn(make_lesson(stories, contents, encoder, folder), question)
    write(question, torch.tensor(kept.passage), story)


def make_lesson(stories: Sequence[Story], contents: Contents, encoder: Encoder, folder: Path) -> Lesson:
    """Everything that is learned from, as the index holds it; what is known to be asked in a story's own words is not."""
    import torch

    turned = {name: torch.tensor(np.load(folder / name / VECTORS)) for name in (PASSAGES, ASKED)}
    owners = {name: np.asarray(owner) for name, _, owner in contents.shelves()}
    right = _right(stories, contents.addresses)
    rule = rules(contents.addresses)
    alike = np.array([np.isin(rule, rule[row]) for row in right])
    own = np.array([[one.text in story.message for one in contents.asked] for story in stories])
    columns = {name: (right[:, owner], ~alike[:, owner]) for name, owner in owners.items()}
    return Lesson(
        torch.tensor(encoder.encode_queries([expand(story.message) for story in stories])),
        turned[PASSAGES],
        turned[ASKED],
        (torch.tensor(columns[PASSAGES][0]), torch.tensor(columns[PASSAGES][1])),
        (torch.tensor(columns[ASKED][0] & ~own), torch.tensor(columns[ASKED][1] & ~own)),
    )


def learn(lesson: Lesson, question: "Tensor", rounds: int = _ROUNDS) -> "Tensor":
    """The map for stories."""
    import torch
    from torch.nn.functional import dropout, normalize

    torch.manual_seed(0)
    turned = torch.zeros_like(question, requires_grad=True)
    optimizer = torch.optim.Adam([turned], lr=_STEP)
    for number in range(1, rounds + 1):
        for batch in torch.split(torch.randperm(len(lesson.stories)), _BATCH):
            vectors = normalize(dropout(lesson.stories[batch], _DROPPED) @ (question + turned), dim=-1)
            loss = _HELD * (turned**2).sum()
            for texts, (right, rivals) in ((lesson.passages, lesson.to_passages), (lesson.asked, lesson.to_asked)):
                own = right[batch]
                loss = loss + behind(vectors @ texts.T / _HEAT, own, rivals[batch])[own.any(1)].mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        print(f"putaran {number}: rugi {loss.item():.3f}", flush=True)
    return (question + turned).detach()


def _right(stories: Sequence[Story], addresses: Sequence[Address]) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """For each story the provisions that answer one of its questions."""
    wanted = [[place for ask in story.asks for place in ask.provisions] for story in stories]
    return np.array([[any(place.meets(at) for place in places) for at in addresses] for places in wanted])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
