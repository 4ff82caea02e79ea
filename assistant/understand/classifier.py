"""What a message is after, by likeness to examples: nearness of meaning and sameness of words, learnt in one step.

A kernel ridge over the examples: each intent's score is near 1 for its own examples and near 0 for all others. It is
fitted at start in well under a second and gives the same result every time.
"""

import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

_MEANING = 0.85  # share of the likeness that the encoder decides; words decide the rest
_RIDGE = 0.02  # how little a single example may bend the answer
_WORD = re.compile(r"[^\W\d_]+|#")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Guess:
    """An intent's label and its score."""

    label: str
    score: float


class Classifier:
    """Ranks labels for a text; texts are given plain (see text.Speller)."""

    def __init__(self, texts: Sequence[str], labels: Sequence[str], vectors: Vectors) -> None:
        self.labels = tuple(dict.fromkeys(labels))
        self._words = _Words(texts)
        self._mean = vectors.mean(axis=0) if len(vectors) else np.zeros(0, np.float32)
        self._vectors = _unit(vectors - self._mean)
        bags = self._words.rows(texts)
        self._by_feature = np.ascontiguousarray(bags.T)  # a question has few features: only their rows are read
        likeness = self._likeness(self._vectors, bags)
        wanted = np.array([[float(label == own) for label in self.labels] for own in labels], np.float64)
        share = np.sqrt(
            1.0 / np.maximum(wanted.sum(axis=0) @ wanted.T, 1.0)
        )  # a large intent must not drown a small one
        weights = np.diag(_RIDGE * share / share.mean())
        self._answer = np.linalg.solve(likeness + weights, wanted)

    def rank(self, text: str, vector: Vectors) -> list[Guess]:
        """All labels, best first."""
        row = self._likeness(_unit(vector.reshape(1, -1) - self._mean), self._words.rows([text]))
        scores = (row @ self._answer)[0]
        order = np.argsort(-scores, kind="stable")
        return [Guess(self.labels[at], float(scores[at])) for at in order]

    def nearest(self, text: str, vector: Vectors) -> float:
        """How alike the most similar example is, from 0 to 1."""
        row = self._likeness(_unit(vector.reshape(1, -1) - self._mean), self._words.rows([text]))
        return float(row.max(initial=0.0))

    def _likeness(self, vectors: Vectors, bags: Any) -> NDArray[np.float64]:
        meaning = np.exp(vectors @ self._vectors.T - 1.0)
        used = np.flatnonzero(bags.any(axis=0))
        words = bags[:, used] @ self._by_feature[used]
        if not np.any(self._vectors):
            return np.asarray(words, np.float64)
        return np.asarray(_MEANING * meaning + (1 - _MEANING) * words, np.float64)


class _Words:
    """Texts as weighted bags of words and word pairs; numbers count as one word."""

    def __init__(self, texts: Sequence[str]) -> None:
        bags = [_features(text) for text in texts]
        counts = Counter(feature for bag in bags for feature in bag)
        self._index = {feature: at for at, feature in enumerate(sorted(counts))}
        self._weights = np.array([math.log(1 + len(texts) / counts[f]) for f in self._index], np.float32)

    def rows(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row per text; words never seen lower the likeness to everything."""
        rows = np.zeros((len(texts), len(self._index)), np.float32)
        rare = float(self._weights.max(initial=1.0))
        for at, text in enumerate(texts):
            unseen = 0
            for feature in _features(text):
                if feature in self._index:
                    rows[at, self._index[feature]] = self._weights[self._index[feature]]
                elif " " not in feature:
                    unseen += 1
            length = math.sqrt(float(rows[at] @ rows[at]) + unseen * rare * rare)
            rows[at] /= length or 1.0
        return rows


def _features(text: str) -> set[str]:
    words = _WORD.findall(_NUMBER.sub("#", text))
    return {*words, *(f"{a} {b}" for a, b in itertools.pairwise(words))}


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), np.float32)
