"""How likely each of several cases is, by weights of their traits, alone and two by two, that were learned."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.data import load_yaml


@dataclass(frozen=True)
class Weights:
    """How traits count: brought to one scale, each alone and each two together; `least` is the chance that tells."""

    least: float
    base: float
    means: NDArray[np.float64]
    spreads: NDArray[np.float64]
    pairs: NDArray[np.float64]  # row 0 stands for "alone"

    def chances(self, traits: NDArray[np.float64]) -> NDArray[np.float64]:
        """How likely each case is, one a row."""
        scaled = np.hstack([np.ones((len(traits), 1)), (traits - self.means) / self.spreads])
        return np.asarray(1 / (1 + np.exp(-self.base - np.einsum("ni,ij,nj->n", scaled, self.pairs, scaled))))

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> "Weights":
        """The weights as their file holds them."""
        names = list(raw["traits"])
        pairs = np.zeros((len(names) + 1, len(names) + 1))
        for at, one in enumerate(names, start=1):
            pairs[0, at] = raw["traits"][one]["weight"]
            for other, weight in raw["traits"][one]["with"].items():
                pairs[at, names.index(other) + 1] = weight
        means, spreads = (np.array([raw["traits"][name][key] for name in names]) for key in ("mean", "spread"))
        return cls(raw["least"], raw["base"], means, spreads, pairs)


@cache
def load_weights(path: Path) -> Weights:
    """The weights of a file."""
    return Weights.of(load_yaml(path))
