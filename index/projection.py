"""The projection: linear maps laid over the encoder's vectors, one for questions, one for passages, one for stories.

The encoder knows language; the maps, learned from the questions of `questions/` (eval/tune_projection.py), turn its
vectors so that a question lies nearest to the provision that answers it. A long message tells a story around what it
asks; its map, learned from such messages (eval/tune_stories.py), turns it to what it is about. Vectors are kept as the
encoder made them, so a new projection embeds nothing anew.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.encoder import Vectors

PROJECTION = Path(__file__).parent / "projection.safetensors"
STORY = 18  # words from which a message tells a story


@dataclass(frozen=True)
class Projection:
    """Square matrices for the unit vectors of questions, of passages, and of messages that tell a story."""

    question: Vectors
    passage: Vectors
    story: Vectors

    def project_questions(self, vectors: Vectors) -> Vectors:
        """Unit vectors of questions, one a row, as they are compared."""
        return _project(vectors, self.question)

    def project_message(self, vector: Vectors, words: int) -> Vectors:
        """The unit vector of one message of so many words, as it is compared."""
        unit: Vectors = _project(vector[None], self.story if words >= STORY else self.question)[0]
        return unit

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
        return Projection(same, same, same)
    return Projection(learned["question"], learned["passage"], learned.get("story", learned["question"]))


def _project(vectors: Vectors, matrix: Vectors) -> Vectors:
    turned: Vectors = vectors @ matrix
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    unit: Vectors = (turned / np.maximum(length, 1e-9)).astype(np.float32)
    return unit
