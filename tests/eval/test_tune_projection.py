"""Learning the projection: questions nobody trained on find their provision better after it than before."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch.nn.functional import normalize

from eval.tune_projection import Lesson, learn

SIZE, PROVISIONS = 48, 24


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """Matrices as small as these are only slowed down by a second thread."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def _lesson(asked_about: torch.Tensor, seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Passages and questions whose first half tells the provision, and whose second half is only manner of speaking."""
    draw = torch.Generator().manual_seed(0)
    meaning = torch.randn(PROVISIONS, SIZE // 2, generator=draw)
    manner = torch.Generator().manual_seed(seed)
    passages = torch.cat([meaning, torch.randn(PROVISIONS, SIZE // 2, generator=draw)], 1)
    questions = torch.cat([meaning[asked_about], 4 * torch.randn(len(asked_about), SIZE // 2, generator=manner)], 1)
    return normalize(passages, dim=-1), normalize(questions, dim=-1)


def _first_right(question: torch.Tensor, passage: torch.Tensor, asked: torch.Tensor, passages: torch.Tensor) -> float:
    likeness = normalize(asked @ question, dim=-1) @ normalize(passages @ passage, dim=-1).T
    return float(np.mean(likeness.argmax(1).numpy() == np.arange(len(asked)) % PROVISIONS))


def test_unseen_questions_find_their_provision_more_often() -> None:
    about = torch.arange(PROVISIONS * 20) % PROVISIONS
    passages, asked = _lesson(about, seed=1)
    number = torch.arange(PROVISIONS)
    lesson = Lesson(passages, asked, asked, number, about, number)
    question, passage = learn(lesson, rounds=120)
    _, unseen = _lesson(torch.arange(PROVISIONS * 5) % PROVISIONS, seed=2)
    same = torch.eye(SIZE)
    before, after = _first_right(same, same, unseen, passages), _first_right(question, passage, unseen, passages)
    assert after > before + 0.2, (before, after)


def test_the_same_questions_give_the_same_maps() -> None:
    about = torch.arange(PROVISIONS * 2) % PROVISIONS
    passages, asked = _lesson(about, seed=1)
    number = torch.arange(PROVISIONS)
    lesson = Lesson(passages, asked, asked, number, about, number)
    assert all(torch.equal(one, other) for one, other in zip(learn(lesson, 2), learn(lesson, 2), strict=True))
