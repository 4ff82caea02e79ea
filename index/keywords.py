"""The words of passages: BM25 with Indonesian tokens."""

import re
import threading
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.data import load_yaml

if TYPE_CHECKING:
    from bm25s import BM25

_TOKEN = re.compile(r"\b[ivx]+/[a-e]\b|\d+(?:[.,]\d+)+|\w+")
_WORD = re.compile(r"\w+")
_LETTERS = 4
_K1 = 1.2
_B = 0.75


class Terms(Protocol):
    """A way to read a text as index terms."""

    def terms(self, text: str) -> list[str]:
        """The index terms of a text, in order."""
        ...


class Grams:
    """Text to groups of letters within words: what is mistyped or bent still shares most of them."""

    def terms(self, text: str) -> list[str]:
        """The groups of letters of a text, in order."""
        padded = [f" {word} " for word in _WORD.findall(unicodedata.normalize("NFKC", text).lower())]
        return [word[at : at + _LETTERS] for word in padded for at in range(max(1, len(word) - _LETTERS + 1))]


class Tokenizer:
    """Text to index terms: lower case, no stop words, stems where stemming keeps a family together."""

    def __init__(self, stem: bool = True) -> None:
        words = load_yaml(Path(__file__).parent / "terms.yaml")
        self._stop = frozenset(words["stop"])
        self._same = {word: head for head, family in words["families"].items() for word in (head, *family)}
        self._stem: Callable[[str], str] = _stemmer() if stem else str

    def terms(self, text: str) -> list[str]:
        """The index terms of a text, in order."""
        plain = unicodedata.normalize("NFKC", text).lower()
        return [self._term(word) for word in _TOKEN.findall(plain) if word not in self._stop]

    def marks(self, query: str, text: str) -> tuple[tuple[int, int], ...]:
        """Where words of a text stand that share a term with a query: start and end of each."""
        wanted, plain = set(self.terms(query)), text.lower()
        words = _TOKEN.finditer(plain if len(plain) == len(text) else text)
        return tuple(
            word.span() for word in words if word.group() not in self._stop and self._term(word.group()) in wanted
        )

    def _term(self, word: str) -> str:
        return self._same.get(word) or self._stem(word)


class Keywords:
    """A BM25 index over texts; a text is named by its place in the list that was indexed."""

    def __init__(self, retriever: "BM25", terms: Terms) -> None:
        self._retriever = retriever
        self._terms = terms

    @classmethod
    def make(cls, texts: Sequence[str], terms: Terms) -> "Keywords":
        """Index some texts."""
        from bm25s import BM25

        # Numbers from the start: of 100,000 texts the groups of letters alone would be gigabytes of strings.
        vocabulary: dict[str, int] = {}
        numbered = [[vocabulary.setdefault(term, len(vocabulary)) for term in terms.terms(text)] for text in texts]
        retriever = BM25(k1=_K1, b=_B)
        retriever.index((numbered, vocabulary), show_progress=False)
        return cls(retriever, terms)

    @classmethod
    def open(cls, folder: Path, terms: Terms) -> "Keywords":
        """Open a folder that `write` made."""
        from bm25s import BM25

        return cls(BM25.load(folder, show_progress=False, mmap=True), terms)

    def write(self, folder: Path) -> None:
        """Put the index into a folder."""
        self._retriever.save(folder, show_progress=False)

    def scores(self, query: str) -> NDArray[np.float32]:
        """The score of every text for a query; 0 where they share no term."""
        scores = np.zeros(self.count(), np.float32)
        held = self._retriever.scores
        for number in self._retriever.get_tokens_ids(self._terms.terms(query)):
            start, end = held["indptr"][number], held["indptr"][number + 1]
            # A text stands once under a term, so plain addition will do: four times as quick as the library's own.
            scores[held["indices"][start:end]] += held["data"][start:end]
        return scores

    def count(self) -> int:
        """How many texts it holds."""
        return int(self._retriever.scores["num_docs"])


@cache
def _stemmer() -> Callable[[str], str]:
    """The Indonesian Snowball stemmer, one caller at a time: its library is not safe for threads."""
    import Stemmer

    stemmer, lock = Stemmer.Stemmer("indonesian"), threading.Lock()

    def stem(word: str) -> str:
        with lock:
            return str(stemmer.stemWord(word))

    return stem
