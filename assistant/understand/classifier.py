"""What a message is after, by likeness to examples: nearness of meaning and sameness of words, learnt in one step.

A kernel ridge over the examples: each intent's score is near 1 for its own examples and near 0 for all others. What is
learnt is one matrix, the same every time, which may be kept and given back.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from assistant.understand.bags import Bags
from assistant.understand.vectors import Keep

Vectors = NDArray[np.float32]
Matrix = NDArray[np.float64]
Encode = Callable[[Sequence[str]], Vectors]

_MEANING = 0.85  # share of the likeness that the encoder decides; words decide the rest
_RIDGE = 0.05  # how little a single example may bend the answer
_BLOCK = 256  # examples compared at a time, to spare memory


@dataclass(frozen=True)
class Guess:
    """An intent's label and its score."""

    label: str
    score: float


class Classifier:
    """Ranks labels for a text; texts are given plain (see text.Speller)."""

    def __init__(
        self, texts: Sequence[str], labels: Sequence[str], vectors: Vectors, keep: Keep = lambda make: make()
    ) -> None:
        """`keep` gives back what was learned from the same examples before, or has it made."""
        self.labels = tuple(dict.fromkeys(labels))
        self._bags = Bags(texts)
        self._mean = vectors.mean(axis=0) if len(vectors) else np.zeros(0, np.float32)
        self._vectors = _unit(vectors - self._mean)
        self._meaning = _MEANING if np.any(self._vectors) else 0.0
        self.answer = keep(lambda: self._solved(labels))

    def rank(self, text: str, vector: Vectors) -> list[Guess]:
        """All labels, best first."""
        scores = (self.likeness(text, vector) @ self.answer)[0]
        order = np.argsort(-scores, kind="stable")
        return [Guess(self.labels[at], float(scores[at])) for at in order]

    def likeness(self, text: str, vector: Vectors) -> Any:
        """How alike a text is to each example, from 0 to 1."""
        near = np.exp(_unit(vector.reshape(1, -1) - self._mean) @ self._vectors.T - 1.0)
        return self._meaning * near.astype(np.float64) + (1 - self._meaning) * self._bags.likeness(text)

    def _solved(self, labels: Sequence[str]) -> Matrix:
        """The weights of the examples under which their likenesses come to 1 for the own label and to 0 for others."""
        wanted = np.array([[float(label == own) for label in self.labels] for own in labels], np.float64)
        held = cho_factor(self.held_back(labels), overwrite_a=True, check_finite=False)
        return np.asarray(cho_solve(held, wanted, check_finite=False), np.float64)

    def held_back(self, labels: Sequence[str]) -> Matrix:
        """The likenesses of the examples to each other, with what holds each of them back on the diagonal."""
        count = len(labels)
        likeness = np.empty((count, count), np.float64)
        for first in range(0, count, _BLOCK):
            block = slice(first, first + _BLOCK)
            likeness[block] = self._meaning * np.exp(self._vectors[block] @ self._vectors.T - 1.0)
            likeness[block] += (1 - self._meaning) * (self._bags.rows[block] @ self._bags.rows.T).toarray()
        sizes = Counter(labels)
        share = 1.0 / np.sqrt([sizes[label] for label in labels])  # a large intent must not drown a small one
        likeness[np.diag_indices(count)] += _RIDGE * share / share.mean()
        return likeness


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), np.float32)
