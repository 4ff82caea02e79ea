"""Texts as weighted bags of words, pairs of words and letters, for telling how alike two of them are word by word."""

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse

_WORD = re.compile(r"[^\W\d_]+|#")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LETTERS = 4  # letters in a row that a misspelt or inflected word still shares with its like
_MARK = "~"  # what tells letters from words


class Bags:
    """The words of some texts with their weights: the rarer, the heavier; numbers count as one word."""

    def __init__(self, texts: Sequence[str]) -> None:
        bags = [_features(text) for text in texts]
        counts = Counter(feature for bag in bags for feature in bag)
        self._place = {feature: at for at, feature in enumerate(sorted(counts))}
        self._weights = np.array([math.log(1 + len(texts) / counts[f]) for f in self._place], np.float32)
        self._unseen = float(self._weights.max(initial=1.0)) ** 2
        self.rows = self._rows(bags)
        self._columns = self.rows.T.tocsr()  # a question has few features: only their columns are read

    def likeness(self, text: str) -> Any:
        """How alike a text is to each of the texts, from 0 to 1; words never seen lower it to all of them."""
        return (self._rows([_features(text)]) @ self._columns).toarray()

    def _rows(self, bags: Sequence[set[str]]) -> Any:
        """One sparse row of length 1 for each bag, or shorter where it holds words never seen."""
        ends: list[int] = [0]
        places: list[int] = []
        weights = [np.zeros(0, np.float32)]
        for bag in bags:
            known = sorted(self._place[feature] for feature in bag if feature in self._place)
            own = self._weights[known]
            unseen = sum(f not in self._place and f[0] != _MARK and " " not in f for f in bag)
            length = math.sqrt(float(own @ own) + unseen * self._unseen)
            places += known
            weights.append(own / (length or 1.0))
            ends.append(len(places))
        shape = (len(bags), len(self._place))
        return sparse.csr_matrix((np.concatenate(weights), np.array(places, np.int32), ends), shape=shape)


def masked(words: str) -> str:
    """Words with each number said as one sign: how much it is tells nothing of what it is."""
    return _NUMBER.sub("#", words)


def _features(text: str) -> set[str]:
    words = _WORD.findall(masked(text))
    pairs = (f"{a} {b}" for a, b in itertools.pairwise(words))
    return {*words, *pairs, *(letters for word in words for letters in _letters(word))}


def _letters(word: str) -> list[str]:
    """The runs of letters of a word, its beginning and end marked; none of a short word."""
    bounded = f"<{word}>"
    count = len(bounded) - _LETTERS + 1
    return [_MARK + bounded[at : at + _LETTERS] for at in range(count)] if len(word) >= _LETTERS else []
