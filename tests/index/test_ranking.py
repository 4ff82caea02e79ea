"""Belief in the provisions found: shares that add up, in the order that the traits speak for."""

import numpy as np

from index.ranking import TRAITS, believe, below_best, load_weights, of_best


def table(**traits: list[float]) -> np.ndarray:
    length = len(next(iter(traits.values())))
    return np.array([traits.get(name, [0.0] * length) for name in TRAITS], np.float32).T


def test_beliefs_add_up_to_one() -> None:
    assert np.isclose(believe(table(kata=[1.0, 0.5, 0.0], makna=[0.0, -0.1, -0.2])).sum(), 1)


def test_nothing_found_is_believed_in_nothing() -> None:
    assert believe(np.zeros((0, len(TRAITS)), np.float32)).tolist() == []


def test_nearer_meaning_and_better_words_raise_belief() -> None:
    for name in ("makna", "makna_tanya", "kata", "huruf"):
        weaker, stronger = believe(table(**{name: [-0.1, 0.0]}))
        assert stronger > weaker, name


def test_traits_are_measured_against_the_best() -> None:
    assert below_best(np.array([0.9, 0.8], np.float32)).max() == 0
    assert of_best(np.array([4.0, 1.0, -2.0], np.float32)).tolist() == [1.0, 0.25, 0.0]


def test_shares_of_nothing_are_nothing() -> None:
    assert of_best(np.zeros(2, np.float32)).tolist() == [0.0, 0.0]


def test_every_trait_has_a_weight() -> None:
    assert list(load_weights()) == list(TRAITS)
