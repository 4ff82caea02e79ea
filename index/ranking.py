"""The order of the provisions found: traits of each, weighed as `ranking.yaml` says.

The weights were learned from questions with known answers (eval/tune.py), so a score is also a probability: the share
of belief that this provision, among all that were found, is the one that answers.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.data import load_yaml

Traits = NDArray[np.float32]

TRAITS = (
    "makna",
    "makna_tanya",
    "kata",
    "huruf",
    "kata_tanya",
    "ditanyakan",
    "panjang",
    "jabatan",
    "didefinisikan",
    "definisi",
    "golongan",
    "perihal",
    "perihal_cerita",
)
# The one that is not learned with the others: their questions tell no story.
OF_STORIES = "perihal_cerita"
# How far behind the nearest a provision counts that nobody is known to ask about.
UNASKED = 0.15


def below_best(scores: Traits) -> Traits:
    """Likeness as distance from the best: what counts is who is nearer, not how near a question comes to the law."""
    best: Traits = scores - scores.max(initial=-1.0)
    return best


def of_best(scores: Traits) -> Traits:
    """Scores as shares of the best one."""
    return (np.maximum(scores, 0) / max(float(scores.max(initial=0)), 1e-6)).astype(np.float32)


def believe(traits: Traits, weights: Mapping[str, float] | None = None) -> Traits:
    """The share of belief in each provision, from its traits."""
    weights = weights or load_weights()
    return shares(traits @ np.array([weights[name] for name in TRAITS], np.float32))


def shares(scores: Traits) -> Traits:
    """Scores as shares of belief that come to 1 together."""
    odds = np.exp(scores - scores.max(initial=-np.inf))
    shared: Traits = odds / odds.sum() if len(odds) else odds
    return shared


@cache
def load_weights() -> Mapping[str, float]:
    """The learned weights."""
    content = load_yaml(Path(__file__).parent / "ranking.yaml")
    return {name: float(content[name]) for name in TRAITS}
