"""Which of some given names does free wording mean? Says when one fits, when several do, and when none does."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import Stemmer
from rapidfuzz import fuzz, process

LONGEST = 300  # characters of a wording that are worth reading
from corpus.data import load_yaml

_MISSPELT = 84  # rapidfuzz likeness, out of 100, above which an unknown word counts as a known one misspelt
_VARIANT = 88  # and above which a known word counts as another known one too ("note", "notes")
_ENOUGH = 0.6  # share of the wording that a name must account for
_CLOSE = 0.03  # names that account for as much of the wording, give or take this, fit alike
_WHOLE = 0.97  # share of a name from which it counts as said in full


@cache
def _lexicon() -> tuple[frozenset[str], Mapping[str, str]]:
    """Words that say nothing, and other words for those of the regulations."""
    content = load_yaml(Path(__file__).with_suffix(".yaml"))
    return frozenset(content["empty"].split()), content["same"]


@dataclass(frozen=True)
class Fit:
    """The names that fit a wording alike, best first, and the nearest ones where none fits well enough."""

    fitting: tuple[int, ...]
    nearest: tuple[int, ...] = ()


class Wordings:
    """Names by which things are called, ready to be recognised; words that few names share weigh most."""

    def __init__(self, names: Sequence[str]) -> None:
        self._stem: Any = Stemmer.Stemmer("indonesian")
        self._words = [self._read(name) for name in names]
        counts = Counter(word for words in self._words for word in words)
        self._weights = {word: math.log(1 + len(names) / count) for word, count in counts.items()}
        self._vocabulary = list(self._weights)
        self._unknown = max(self._weights.values(), default=1.0)

    def fit(self, wording: str, most: int = 5) -> Fit:
        """The names that the wording fits; at most `most` of them."""
        said = self._read(wording)
        known = {word: self._alike(word) for word in said}
        scores = [self._score(known, words) for words in self._words]
        ranked = sorted(range(len(scores)), key=lambda at: scores[at], reverse=True)
        if not said or scores[ranked[0]][0] < _ENOUGH:
            return Fit((), tuple(at for at in ranked[:most] if scores[at][0] > 0))
        best = scores[ranked[0]][0]
        alike = [at for at in ranked if scores[at][0] >= best - _CLOSE]
        in_full = [at for at in alike if scores[at][1] >= _WHOLE]
        return Fit(tuple((in_full or alike)[:most]))

    def _read(self, text: str) -> frozenset[str]:
        empty, same = _lexicon()
        lowered = " ".join(re.findall(r"[a-z0-9]+", re.sub(r"<[^>]*>", "", text.lower())))
        for written, plain in same.items():
            lowered = re.sub(rf"\b{re.escape(written)}\b", plain.lower(), lowered)
        return frozenset(self._stem.stemWords([word for word in lowered.split() if word not in empty]))

    def _alike(self, word: str) -> frozenset[str]:
        """The known words that a said word may be, misspellings included."""
        least = _VARIANT if word in self._weights else _MISSPELT
        found = process.extract(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=least, limit=3)
        return frozenset(match for match, _, _ in found)

    def _score(self, known: dict[str, frozenset[str]], name: frozenset[str]) -> tuple[float, float]:
        """How much of the wording the name accounts for, and how much of the name was said."""
        met = {word: alike & name for word, alike in known.items()}
        weight = {word: max((self._weights[k] for k in alike), default=self._unknown) for word, alike in known.items()}
        of_wording = sum(weight[word] for word in met if met[word]) / (sum(weight.values()) or 1)
        said = frozenset[str]().union(*met.values())
        of_name = sum(self._weights[word] for word in said) / (sum(self._weights[word] for word in name) or 1)
        return of_wording, of_name
