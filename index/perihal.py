"""Which rule a message is about (its perihal), told from all of its words at once.

The other ways of searching measure how near a message lies to one text after another, and a story around a question
brings in much that is near and beside the point. This one was learned (eval/learn_perihal.py) from what people are
known to ask, and so knows which words tell what is asked and which only surround it.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.address import Address
from index.keywords import Grams, Tokenizer

PERIHAL = Path(__file__).parent / "perihal.safetensors"
STRETCH = 3.0  # what the weighed mean of a message's words is multiplied by before it is bent
LEAST = 1e-5  # belief below which rules are told apart no more

Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]


class Features:
    """Text to what is known of its words: each, each two in a row, and the groups of letters, as numbers."""

    def __init__(self) -> None:
        self._words, self._letters = Tokenizer(), Grams()

    def of(self, text: str, widened: str) -> Numbers:
        """The numbers of a text's features, each once, in order of size; its words are those it was widened to."""
        words = self._words.terms(widened)
        named = {f"w {word}" for word in words}
        named |= {f"b {one} {other}" for one, other in pairwise(words)}
        named |= {f"g {letters}" for letters in self._letters.terms(text)}
        return np.array(sorted(zlib.crc32(name.encode()) for name in named), np.int64)


@dataclass(frozen=True)
class Learned:
    """What was learned: by feature its number, weight and vector; by rule its vector and leaning; by provision its rule."""

    features: Numbers
    weights: Scores
    vectors: Scores
    rules: Scores
    leaning: Scores
    provisions: Numbers
    rule_of: Numbers


class Perihal:
    """How far each of some provisions is believed to be what a message is about."""

    def __init__(self, addresses: Sequence[Address], learned: Learned) -> None:
        self._learned, self._features = learned, Features()
        known = dict(zip(learned.provisions.tolist(), learned.rule_of.tolist(), strict=True))
        self._rule = np.array([known.get(number_of(address), -1) for address in addresses], np.int64)

    def weigh(self, text: str, widened: str) -> Scores:
        """By provision the logarithm of the belief in its rule; that of an even guess where nothing was learned."""
        belief = self._believe(self._features.of(text, widened))
        even = np.float32(1 / len(belief))
        by_provision = np.where(self._rule >= 0, belief[self._rule], even)
        logarithms: Scores = np.log(by_provision + LEAST).astype(np.float32)
        return logarithms

    def _believe(self, own: Numbers) -> Scores:
        learned = self._learned
        at = np.searchsorted(learned.features, own).clip(max=len(learned.features) - 1)
        at = at[learned.features[at] == own]
        weights = learned.weights[at]
        mean = weights @ learned.vectors[at] / max(float(np.linalg.norm(weights)), 1.0)
        scores = learned.rules @ np.tanh(STRETCH * mean) + learned.leaning
        odds = np.exp(scores - scores.max())
        shared: Scores = (odds / odds.sum()).astype(np.float32)
        return shared


def number_of(address: Address) -> int:
    """The number by which a provision is known."""
    return zlib.crc32(address.key.encode())


@cache
def load_learned(path: Path = PERIHAL) -> Learned:
    """What was learned."""
    from safetensors.numpy import load_file

    content = load_file(path)

    def numbers(name: str) -> Numbers:
        return content[name].astype(np.int64)

    def scores(name: str) -> Scores:
        return content[name].astype(np.float32)

    return Learned(
        numbers("features"),
        scores("weights"),
        scores("vectors"),
        scores("rules"),
        scores("leaning"),
        numbers("provisions"),
        numbers("rule_of"),
    )
