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

from assistant.understand.intent.vectors import Keep
from assistant.understand.language.bags import Bags

Vectors = NDArray[np.float32]
Matrix = NDArray[np.float64]
Encode = Callable[[Sequence[str]], Vectors]

_BLOCK = 256  # examples compared at a time, to spare memory


@dataclass(frozen=True)
class Guess:
    """An intent's label, its score, and how alike the most similar of its examples is, from 0 to 1."""

    label: str
    score: float
    near: float = 0.0


@dataclass(frozen=True)
class Shape:
    """How likeness is measured and learnt."""

    meaning: float = 0.85  # share of the likeness that the encoder decides; words decide the rest
    sharpness: float = 1.0  # how much more near texts count than distant ones
    ridge: float = 0.05  # how little a single example may bend the answer
    evening: float = 0.0  # the smaller, the less count directions in which examples of one label differ; 0: all alike


INTENTS = Shape(evening=10)


class Classifier:
    """Ranks labels for a text; texts are given plain (see text.Speller)."""

    def __init__(
        self,
        texts: Sequence[str],
        labels: Sequence[str],
        vectors: Vectors,
        keep: Keep = lambda make: make(),
        shape: Shape = INTENTS,
    ) -> None:
        """`keep` gives back what was learned from the same examples before, or has it made."""
        self.labels = tuple(dict.fromkeys(labels))
        places = {label: at for at, label in enumerate(self.labels)}
        self._own = np.array([places[label] for label in labels], np.intp)
        self._bags = Bags(texts)
        self._mean = vectors.mean(axis=0) if len(vectors) else np.zeros(0, np.float32)
        self._turned = _evened(vectors, self._own, shape.evening) if shape.evening and len(vectors) else None
        self._vectors = self._seen(vectors)
        self._shape = shape
        self._meaning = shape.meaning if np.any(self._vectors) else 0.0
        self.answer = np.ascontiguousarray(keep(lambda: self._solved(labels)))  # row by row: ten times as fast to weigh

    def rank(self, text: str, vector: Vectors) -> list[Guess]:
        """All labels, best first."""
        likeness = self.likeness(text, vector)[0]
        return self.ranked(likeness, likeness @ self.answer)

    def ranked(self, likeness: Matrix, scores: Matrix) -> list[Guess]:
        """The labels by their scores, best first, with what is most like each."""
        near = np.zeros(len(self.labels))
        np.maximum.at(near, self._own, likeness)
        order = np.argsort(-scores, kind="stable")
        return [Guess(self.labels[at], float(scores[at]), float(near[at])) for at in order]

    def scores(self, texts: Sequence[str], vectors: Vectors) -> NDArray[np.floating[Any]]:
        """What speaks for each label, one row for each text."""
        alike = (self.likeness(text, vector)[0] for text, vector in zip(texts, vectors, strict=True))
        # Each text by itself: the product of several at once first copies all that was learned, and takes ten times as long.
        return np.stack([one.astype(self.answer.dtype) @ self.answer for one in alike])

    def likeness(self, text: str, vector: Vectors) -> Any:
        """How alike a text is to each example, from 0 to 1."""
        near = self._near(self._seen(vector.reshape(1, -1)))
        return self._meaning * near.astype(np.float64) + (1 - self._meaning) * self._bags.likeness(text)

    def _seen(self, vectors: Vectors) -> Vectors:
        """The vectors by what tells labels apart: without what all examples share, and evened."""
        apart = vectors - self._mean
        return _unit(apart if self._turned is None else apart @ self._turned)

    def _near(self, vectors: Vectors) -> Vectors:
        """How near these vectors are to each example in meaning, from 0 to 1."""
        return np.asarray(np.exp(self._shape.sharpness * (vectors @ self._vectors.T - 1.0)), np.float32)

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
            likeness[block] = self._meaning * self._near(self._vectors[block])
            likeness[block] += (1 - self._meaning) * (self._bags.rows[block] @ self._bags.rows.T).toarray()
        sizes = Counter(labels)
        share = 1.0 / np.sqrt([sizes[label] for label in labels])  # a large intent must not drown a small one
        likeness[np.diag_indices(count)] += self._shape.ridge * share / share.mean()
        return likeness


def _evened(vectors: Vectors, own: NDArray[np.intp], evening: float) -> Vectors:
    """What shrinks the directions in which examples of one label differ from each other: they tell no labels apart."""
    means = np.stack([vectors[own == label].mean(axis=0) for label in range(own.max() + 1)])
    apart = vectors - means[own]
    spread, directions = np.linalg.eigh(apart.T @ apart / len(vectors))
    kept = spread + (evening * spread.mean() or 1.0)
    return np.asarray(directions / np.sqrt(kept) @ directions.T, np.float32)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), np.float32)
