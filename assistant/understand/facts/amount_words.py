"""What the words around an amount, and its size, say of the facts it could be: counted in messages whose facts are known.

The counts are learned by `python -m eval.learn_attribution`; the words are kept as numbers of buckets, several words to
each, so that the table stays small.
"""

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open

from assistant.understand.language.text import Text

FILE = Path(__file__).parent / "amount_words.safetensors"
BUCKETS = 4096
NONE = "-"  # an amount that tells no fact
_NEAR = 6  # words on either side of an amount that are looked at
_LEAST = -4.0  # what a size may say against a fact at most


def buckets(text: Text, first: int, last: int) -> list[int]:
    """The words around an amount and of it, and the two right before and right behind it, as numbers of buckets."""
    words = ["#" if any(map(str.isdigit, word.text)) else word.text for word in text.words]
    before, behind = words[max(0, first - _NEAR) : first], words[last + 1 : last + 1 + _NEAR]
    told = [f"<{word}" for word in before] + [f">{word}" for word in behind]
    told += [f"={word}" for word in words[first : last + 1] if word != "#"]
    told += [f"<<{' '.join(before[-2:])}"] * (first > 1) + [f">>{' '.join(behind[:2])}"] * (len(behind) > 1)
    return [zlib.crc32(word.encode()) % BUCKETS for word in told]


@dataclass(frozen=True)
class AmountWords:
    """For each fact how much likelier each word is around its amounts, how often it was told, and its usual size."""

    ratios: Mapping[str, NDArray[np.float32]]  # by fact, a number for each bucket
    unknown: NDArray[np.float32]
    told: Mapping[str, int]
    sizes: Mapping[str, tuple[float, float]]  # middle and spread of the logarithm; of all facts under NONE

    def speak(self, name: str, around: Sequence[int]) -> float:
        """What the words around an amount say for a fact."""
        ratios = self.ratios.get(name, self.unknown)
        return float(ratios[around].sum()) / (math.sqrt(len(around)) or 1.0) if around else 0.0

    def fits(self, name: str, value: Any) -> float:
        """How much likelier this size is for the fact than for any; 0 for what has no size."""
        if not isinstance(value, int | float) and not hasattr(value, "is_finite"):
            return 0.0
        size = math.log1p(max(0.0, float(value)))
        (own, spread), (usual, wide) = self.sizes.get(name, self.sizes[NONE]), self.sizes[NONE]
        apart = -(((size - own) / spread) ** 2) / 2 - math.log(spread)
        return max(_LEAST, apart + ((size - usual) / wide) ** 2 / 2 + math.log(wide))

    @classmethod
    def of(cls, path: Path) -> "AmountWords":
        """The table that a file holds: its facts are named in the file's own words."""
        with safe_open(path, framework="np") as file:
            names = file.metadata()["facts"].split()
            ratios, told, sizes = (file.get_tensor(part) for part in ("ratios", "told", "sizes"))
        rows = dict(zip(names, ratios.astype(np.float32), strict=True))
        return cls(
            rows,
            rows[NONE] * 0,
            {name: int(count) for name, count in zip(names, told, strict=True)},
            {name: (float(middle), float(spread)) for name, (middle, spread) in zip(names, sizes, strict=True)},
        )


@cache
def load_amount_words() -> AmountWords:
    """The table beside this module."""
    return AmountWords.of(FILE)
