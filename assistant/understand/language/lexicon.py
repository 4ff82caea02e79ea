"""The words of the field: those of the five texts, and those in which many questions that they answer are asked."""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz.distance import OSA
from wordfreq import word_frequency, zipf_frequency

from corpus.library import Corpus

SHORTEST_SLIP = 4  # letters from which a word may be misspelt
_LONG = 9  # letters from which two slips are forgiven
_SEVERAL = 3  # questions in which a word is said that the field knows
_EVERYDAY = 3.3  # frequency from which a word belongs to everyday speech
_MARKS = ".,;:()\"'“”"


class Lexicon:
    """Knows the words of the texts and of the questions that they answer."""

    def __init__(self, corpus: Corpus, answered: Iterable[str]) -> None:
        self._law = _law_words(corpus)
        self._known = self._law | _often_said(answered)
        self._by_start: dict[str, list[str]] = {}
        for word in self._known:
            self._by_start.setdefault(word[:2], []).append(word)

    def knows(self, word: str) -> bool:
        """Whether a word is one of the field's, a slip or two forgiven."""
        if word in self._known or len(word) < SHORTEST_SLIP or word_frequency(word, "id", wordlist="small"):
            return word in self._known
        slips = 2 if len(word) >= _LONG else 1
        alike = self._by_start.get(word[:2], ())
        return any(OSA.distance(word, known, score_cutoff=slips) <= slips for known in alike)

    def tells_field(self, word: str) -> bool:
        """Whether a word is one of the five texts and hardly one of everyday speech ("majeure")."""
        return word in self._law and len(word) >= SHORTEST_SLIP and zipf_frequency(word, "id") < _EVERYDAY


def _law_words(corpus: Corpus) -> frozenset[str]:
    """The words of the five texts."""
    words: set[str] = set()
    for regulation in corpus.regulations.values():
        for node in regulation.root.walk():
            words.update(node.text.casefold().replace("/", " ").split())
    return frozenset(word.strip(_MARKS) for word in words)


def _often_said(texts: Iterable[str]) -> frozenset[str]:
    """The words that several of these texts share."""
    counts = Counter(word for text in texts for word in {word.strip(_MARKS) for word in text.split()})
    return frozenset(word for word, count in counts.items() if count >= _SEVERAL)
