"""The projection: two linear maps laid over the encoder's vectors, one for questions and one for passages.

The encoder knows language; the maps, learned from the questions of `questions/` alone (eval/tune_projection.py), turn
its vectors so that a question lies nearest to the provision that answers it. Vectors are kept as the encoder made
them, so a new projection embeds nothing anew.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.encoder import Vectors

PROJECTION = Path(__file__).parent / "projection.safetensors"


@dataclass(frozen=True)
class Projection:
    """Square matrices for the unit vectors of questions and of passages."""

    question: Vectors
    passage: Vectors

    def project_questions(self, vectors: Vectors) -> Vectors:
        """Unit vectors of questions, one a row, as they are compared."""
        return _project(vectors, self.question)

    def project_passages(self, vectors: Vectors) -> Vectors:
        """Unit vectors of passages, one a row, as they are compared."""
        return _project(vectors, self.passage)


@cache
def load_projection(dimension: int) -> Projection:
    """The projection for vectors of this many numbers; one that changes nothing where none was learned for such."""
    from safetensors.numpy import load_file

    learned = {name: matrix.astype(np.float32) for name, matrix in load_file(PROJECTION).items()}
    if len(learned["question"]) != dimension:
        same = np.eye(dimension, dtype=np.float32)
        return Projection(same, same)
    return Projection(learned["question"], learned["passage"])


def _project(vectors: Vectors, matrix: Vectors) -> Vectors:
    turned: Vectors = vectors @ matrix
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    unit: Vectors = (turned / np.maximum(length, 1e-9)).astype(np.float32)
    return unit
