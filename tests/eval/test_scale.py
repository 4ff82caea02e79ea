"""What is measured at size is like what there is: as many passages a copy, in other words, near the real vectors."""

import numpy as np
import pytest

from corpus.library import Corpus
from eval.scale import draw_near, grow
from index.contents import Contents

TIMES = 3


@pytest.fixture(scope="module")
def grown() -> tuple[Corpus, Contents]:
    return grow(TIMES, questions=True)


def test_each_copy_holds_as_many_passages_and_questions_as_today(
    corpus: Corpus, grown: tuple[Corpus, Contents]
) -> None:
    today, contents = Contents.of(corpus), grown[1]
    assert contents.passages[: len(today.passages)] == today.passages
    for texts, real in ((contents.passages, today.passages), (contents.asked, today.asked)):
        assert len(texts) == len({one.id for one in texts}) == TIMES * len(real)
    assert len(contents.addresses) == TIMES * len(today.addresses)


def test_without_questions_only_the_real_ones_are_searched(corpus: Corpus) -> None:
    assert grow(2, questions=False)[1].asked == Contents.of(corpus).asked


def test_every_synthetic_passage_belongs_to_a_regulation_of_the_grown_corpus(grown: tuple[Corpus, Contents]) -> None:
    corpus, contents = grown
    assert {one.regulation for one in contents.passages} == set(corpus.regulations)
    assert not [one.id for one in contents.passages if not one.id.startswith(one.address.key)]


def test_a_copy_keeps_about_half_of_the_words_and_has_some_of_its_own(grown: tuple[Corpus, Contents]) -> None:
    passages = grown[1].passages
    count = len(passages) // TIMES
    pairs = [
        pair
        for at in range(count)
        for pair in zip(passages[at].text.split(), passages[at + count].text.split(), strict=True)
    ]
    kept = sum(one == other for one, other in pairs) / len(pairs)
    assert 0.45 < kept < 0.6
    known = {word for one in passages[:count] for word in one.text.split()}
    assert sum(other not in known for _, other in pairs) / len(pairs) == pytest.approx(0.1, abs=0.02)


def test_the_same_copies_are_drawn_each_time(grown: tuple[Corpus, Contents]) -> None:
    assert grow(2, questions=False)[1].passages == grown[1].passages[: 2 * len(grown[1].passages) // TIMES]


def test_vectors_are_drawn_near_the_real_ones_and_are_as_long() -> None:
    real = np.random.default_rng(5).normal(size=(200, 32)).astype(np.float32) + 3
    real /= np.linalg.norm(real, axis=1, keepdims=True)
    near = draw_near(real, np.random.default_rng(1))
    assert np.allclose(np.linalg.norm(near, axis=1), 1, atol=1e-5)
    assert 0.9 < float((near * real).sum(axis=1).mean()) < 0.99
