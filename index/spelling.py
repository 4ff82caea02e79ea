"""Mistyped words set right: to the nearest word that the provisions and their questions use.

Indonesian is often typed without vowels ("ktrangn", "jnjang"), so words with the same consonants count as near.
"""

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from index.slips import Slips

_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = re.compile(r"[aeiou]")
_SHORTEST = 4
_ITS = "nya"
_NEAR = 78  # likeness in percent
_NEAR_SKELETON = 60  # where the consonants are the same
_INDONESIAN, _ENGLISH = 30_000, 15_000


class Spelling:
    """Knows the words of the texts, and which other words are none of its business."""

    def __init__(self, texts: Iterable[str], questions: Iterable[str] = ()) -> None:
        """`questions` are in people's own words; those that are mistyped teach no words."""
        counts = Counter(word for text in texts for word in _words(text))
        self._known = _everyday_words().union(counts)
        slips = Slips(counts)
        for question in questions:
            words = _words(question)
            if not any(slips.meant(word) for word in words if not self._knows(word)):
                counts.update(words)
        self._known = self._known.union(counts)
        self._common = [word for word, _ in counts.most_common()]
        self._slips = Slips(self._common)
        self._by_skeleton: dict[str, list[str]] = {}
        for word in self._common:
            self._by_skeleton.setdefault(_skeleton(word), []).append(word)

    def correct(self, query: str) -> str:
        """The query with unknown words replaced by the words they are nearest to; others stay."""
        return _WORD.sub(lambda found: self._right(found.group()), query)

    def _knows(self, word: str) -> bool:
        return word in self._known or word.removesuffix(_ITS) in self._known

    def _right(self, word: str) -> str:
        plain = word.lower()
        if len(plain) < _SHORTEST or self._knows(plain):
            return word
        if meant := self._slips.meant(plain):
            return meant
        for other in self._by_skeleton.get(_skeleton(plain), ()):
            if fuzz.ratio(plain, other) >= _NEAR_SKELETON:
                return other
        near = process.extract(plain, self._common, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=5)
        alike = [(score + (plain[0] == other[0]), other) for other, score, _ in near]
        return max(alike)[1] if alike else word


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST]


def _skeleton(word: str) -> str:
    return word[0] + _VOWELS.sub("", word[1:])


def _everyday_words() -> frozenset[str]:
    import wordfreq

    return frozenset(wordfreq.top_n_list("id", _INDONESIAN)) | frozenset(wordfreq.top_n_list("en", _ENGLISH))
