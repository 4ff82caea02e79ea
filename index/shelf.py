"""Texts of one sort that are searched together: the passages, or the questions people ask about them.

Every text belongs to a provision; several may belong to one, which then counts by the best of them.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.keywords import Keywords, Terms
from index.store import Stored, VectorStore

Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]
Scope = NDArray[np.bool_]
Gauge = Callable[[Numbers], Scores]

CHROMA, VECTORS = "chroma", "vectors.npy"
# In a scope of up to so many texts every vector is compared: exact, and quicker than Chroma's filter, which takes 50
# to 270 ms at 100,000 texts.
_FEW = 50_000


class Shelf:
    """Texts with their vectors and their words."""

    def __init__(self, folder: Path, texts: Sequence[Stored], owners: Numbers, terms: Mapping[str, Terms]) -> None:
        self.owners = owners
        self._store = VectorStore.open(folder / CHROMA)
        self._vectors: Vectors = np.load(folder / VECTORS, mmap_mode="r")
        # An index of no words cannot be made: a shelf without texts has none.
        self._matches = {name: Keywords.open(folder / name, reader) for name, reader in terms.items() if texts}
        self._number = {text.id: at for at, text in enumerate(texts)}
        self._regulation = np.array([text.regulation for text in texts])
        self._kind = np.array([text.kind for text in texts])
        self._by_owner = np.argsort(owners, kind="stable")
        self._bounds = np.searchsorted(owners[self._by_owner], np.arange(owners.max(initial=-1) + 2))

    @staticmethod
    def write(
        folder: Path, texts: Sequence[Stored], documents: Sequence[str], vectors: Vectors, terms: Mapping[str, Terms]
    ) -> None:
        """Put texts into a folder: their vectors, and the words of the documents that stand for them."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / VECTORS, vectors)
        for name, reader in terms.items() if texts else ():
            Keywords.make(documents, reader).write(folder / name)
        VectorStore.write(folder / CHROMA, texts, vectors).close()

    def whole(self) -> bool:
        """Whether the files hold exactly these texts."""
        counts = {len(self._vectors), *(match.count() for match in self._matches.values())}
        return counts == {len(self._number)} and self._store.ids() == self._number.keys()

    def scope(self, regulations: Collection[str] | None, kinds: Collection[str] | None) -> Scope | None:
        """Which texts may be found; None for all."""
        if regulations is None and kinds is None:
            return None
        inside = np.ones(len(self.owners), bool)
        if regulations is not None:
            inside &= np.isin(self._regulation, list(regulations))
        if kinds is not None:
            inside &= np.isin(self._kind, list(kinds))
        return inside

    def nearest(self, vector: Vectors, scope: Scope | None, depth: int) -> Numbers:
        """The texts nearest to a vector, nearest first."""
        inside = None if scope is None else np.flatnonzero(scope)
        if inside is not None and len(inside) <= _FEW:
            return inside[_best(self.likeness(vector)(inside), depth)]
        within = {} if inside is None else self._names(inside)
        found = self._store.search(vector[None], min(depth, len(self.owners)), **within)[0]
        return np.array([self._number[name] for name in found], np.int64)

    def likeness(self, vector: Vectors) -> Gauge:
        """How near texts are to a vector."""
        return lambda rows: np.asarray(self._vectors[rows] @ vector)

    def matching(self, scores: Scores, scope: Scope | None, depth: int) -> Numbers:
        """The texts with the best scores above nothing, best first."""
        inside = np.flatnonzero(scores > 0 if scope is None else (scores > 0) & scope)
        return inside[_best(scores[inside], depth)]

    def match(self, name: str, query: str) -> Scores:
        """How well every text matches a query by one way of reading words."""
        return self._matches[name].scores(query) if self._number else np.zeros(0, np.float32)

    def weigh(self, provisions: Numbers, gauge: Gauge, missing: float) -> tuple[Scores, Numbers]:
        """For each provision its best text's score and that text; `missing` and -1 where it has none here."""
        spans = [self._texts(provision) for provision in provisions.tolist()]
        values = gauge(np.concatenate(spans)) if spans else np.zeros(0, np.float32)
        scores = np.full(len(spans), missing, np.float32)
        best = np.full(len(spans), -1, np.int64)
        start = 0
        for at, span in enumerate(spans):
            if len(span):
                first = int(np.argmax(values[start : start + len(span)]))
                scores[at], best[at] = values[start + first], span[first]
                start += len(span)
        return scores, best

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    def _texts(self, provision: int) -> Numbers:
        if provision + 1 >= len(self._bounds):
            return np.zeros(0, np.int64)
        texts: Numbers = self._by_owner[self._bounds[provision] : self._bounds[provision + 1]]
        return texts

    def _names(self, inside: Numbers) -> dict[str, list[str]]:
        """A large scope as Chroma's filter knows it."""
        return {
            "regulations": np.unique(self._regulation[inside]).tolist(),
            "kinds": np.unique(self._kind[inside]).tolist(),
        }


def _best(scores: Scores, depth: int) -> Numbers:
    """Places of the highest scores, highest first; equal ones in their order."""
    if len(scores) > depth:
        kept = np.sort(np.argpartition(-scores, depth - 1)[:depth])
        return kept[np.argsort(-scores[kept], kind="stable")]
    return np.argsort(-scores, kind="stable")
