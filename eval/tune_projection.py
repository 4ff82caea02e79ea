"""Learn the projection of index/projection.safetensors: `python -m eval.tune_projection [data folder]`.

What is learned: that a question of index/questions lies nearer to the passages of its provision, and to the other
questions asked about it, than to those of any other provision. Every question is shown as it is asked and as the
search widens it. Twins, two regulations' provisions alike in wording, are not set against each other. No question of
the bank is read for it; after it, `python -m eval.tune_stories` learns the map for stories anew, `tanya index` and `python -m
eval.tune` fit the ranking to the new likeness.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.address import Address
from corpus.library import load_corpus
from eval.cases import group_of
from index.contents import ASKED, PASSAGES, Contents
from index.encoder import Encoder, load_encoder
from index.expand import expand
from index.manifest import data_folder
from index.projection import PROJECTION

if TYPE_CHECKING:
    from torch import Tensor

_ROUNDS = 12
_BATCH = 512
_STEP = 3e-4  # ten times more of it, and the maps learn the questions by heart
_HEAT = 0.05  # the likeness by which a provision must lead to be nearly sure
_DROPPED = 0.1  # share of a question's numbers left out, so that no single one decides
_FAR = -1e4


@dataclass(frozen=True)
class Lesson:
    """Unit vectors as the encoder made them, and the provision each is about; twins share a rule."""

    passages: "Tensor"
    asked: "Tensor"
    widened: "Tensor"
    passage_owner: "Tensor"
    asked_owner: "Tensor"
    rule: "Tensor"  # by provision


def main(data_dir: Path) -> None:
    """Encode, learn and write."""
    contents = Contents.of(load_corpus())
    question, passage = learn(make_lesson(contents, load_encoder(data_dir)))
    write(question, passage)


def make_lesson(contents: Contents, encoder: Encoder) -> Lesson:
    """Everything that is learned from, encoded."""
    import torch

    owners = {name: torch.tensor(owner) for name, _, owner in contents.shelves()}
    return Lesson(
        torch.tensor(encoder.encode_passages([one.words for one in contents.passages])),
        torch.tensor(encoder.encode_queries([one.text for one in contents.asked])),
        torch.tensor(encoder.encode_queries([expand(one.text) for one in contents.asked])),
        owners[PASSAGES],
        owners[ASKED],
        torch.tensor(rules(contents.addresses)),
    )


def learn(lesson: Lesson, rounds: int = _ROUNDS) -> tuple["Tensor", "Tensor"]:
    """The maps for questions and for passages; they begin as changing nothing."""
    import torch

    torch.manual_seed(0)
    size = lesson.passages.shape[1]
    question, passage = (torch.eye(size, requires_grad=True) for _ in range(2))
    optimizer = torch.optim.Adam([question, passage], lr=_STEP)
    for number in range(1, rounds + 1):
        for batch in torch.split(torch.randperm(len(lesson.asked)), _BATCH):
            loss = _loss(lesson, batch, question, passage)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        print(f"putaran {number}: rugi {loss.item():.3f}", flush=True)
    return question.detach(), passage.detach()


def write(question: "Tensor", passage: "Tensor", story: "Tensor | None" = None, path: Path = PROJECTION) -> None:
    """Keep the maps in half precision, which no likeness notices; without one for stories it is learned after them."""
    from safetensors.torch import save_file

    maps = {"question": question, "passage": passage} | ({} if story is None else {"story": story})
    save_file({name: one.half().contiguous() for name, one in maps.items()}, path)
    path.chmod(0o644)


def _loss(lesson: Lesson, batch: "Tensor", question: "Tensor", passage: "Tensor") -> "Tensor":
    """How far the provisions of these questions are from being the nearest, by passages and by other questions."""
    import torch
    from torch.nn.functional import dropout, normalize

    widened = torch.rand(len(batch), 1) < 0.5
    asked = dropout(torch.where(widened, lesson.widened[batch], lesson.asked[batch]), _DROPPED)
    vectors = normalize(asked @ question, dim=-1)
    owner = lesson.asked_owner[batch]
    own_rule = lesson.rule[owner][:, None]

    passages = vectors @ normalize(lesson.passages @ passage, dim=-1).T / _HEAT
    rivals = own_rule != lesson.rule[lesson.passage_owner][None]
    to_passages = behind(passages, owner[:, None] == lesson.passage_owner[None], rivals)

    others = vectors @ normalize(lesson.asked @ question, dim=-1).T / _HEAT
    same = owner[:, None] == lesson.asked_owner[None]
    same[torch.arange(len(batch)), batch] = False
    rivals = own_rule != lesson.rule[lesson.asked_owner][None]
    to_questions = behind(others, same, rivals)[same.any(1)]
    return to_passages.mean() + to_questions.mean()


def behind(likeness: "Tensor", right: "Tensor", rivals: "Tensor") -> "Tensor":
    """For each row the surprise that one of the right columns wins against the rivals."""
    import torch

    wins = torch.logsumexp(likeness.masked_fill(~right, _FAR), 1)
    loses = torch.logsumexp(likeness.masked_fill(~rivals, _FAR), 1)
    return torch.logaddexp(wins, loses) - wins


def rules(addresses: Sequence[Address]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """For each provision the number of its rule; twins in two regulations have one."""
    numbers: dict[tuple[object, ...], int] = {}
    keys = ((group_of(a), a.ayat, a.trail if a.pasal else a.trail[1:]) for a in addresses)
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
