"""How sure the search may be that what it found answers: people's stories bring up much that is near and answers nothing.

Learned from messages with known answers (eval/learn_sureness.py): the share of belief in the first provision and in the
first three, how near they lie in meaning, and how long the question is.
"""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.reading import Part
from assistant.understand.chances import load_weights
from index.search import Hit

WEIGHTS = Path(__file__).parent / "sureness.yaml"
TRAITS = ("first", "first_three", "near", "near_three", "words")
SHOWN = 3
_FAR = 0.5  # chance below which the first provision is as a rule none that answers


def sureness(part: Part, hits: Sequence[Hit]) -> float:
    """The chance that one of the first three provisions found answers; 0 where there is none."""
    if not hits:
        return 0.0
    return float(load_weights(WEIGHTS).chances(np.array([traits_of(part, hits)]))[0])


def is_sure(part: Part, hits: Sequence[Hit]) -> bool:
    """Whether what was found may be given as the answer, and not only as what comes nearest."""
    return sureness(part, hits) >= load_weights(WEIGHTS).least


def is_far(part: Part, hits: Sequence[Hit]) -> bool:
    """Whether what was found likely does not answer at all: then little of it is shown, and that it does not answer is said."""
    return sureness(part, hits) < _FAR


def traits_of(part: Part, hits: Sequence[Hit]) -> tuple[float, ...]:
    """What speaks for and against what was found."""
    first = hits[:SHOWN]
    return (
        hits[0].score,
        sum(hit.score for hit in first),
        hits[0].near,
        max(hit.near for hit in first),
        math.log1p(len(part.text.split())),
    )
