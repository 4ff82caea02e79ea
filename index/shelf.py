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
# In a scope of up to so many texts every vector is compared. Chroma's own filter is never used: among 100,000 texts it
# takes 50 to 270 ms.
_FEW = 20_000
# Of a larger scope, so many times the texts are taken that should hold enough of it.
_SPARE = 3


class _Sorts:
    """What sort each text is of; of many texts the few names are compared, not each text's own."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names, self._of = np.unique(np.array(names, dtype=str), return_inverse=True)

    def among(self, names: Collection[str]) -> Scope:
        """Which texts are of one of these sorts."""
        inside: Scope = np.isin(self._names, list(names))[self._of]
        return inside


class Shelf:
    """Texts with their vectors and their words."""

    def __init__(self, folder: Path, texts: Sequence[Stored], owners: Numbers, terms: Mapping[str, Terms]) -> None:
        self.owners = owners
        self._store = VectorStore.open(folder / CHROMA)
        self._vectors: Vectors = np.load(folder / VECTORS, mmap_mode="r")
        # An index of no words cannot be made: a shelf without texts has none.
        self._matches = {name: Keywords.open(folder / name, reader) for name, reader in terms.items() if texts}
        self._number = {text.id: at for at, text in enumerate(texts)}
        self._regulation = _Sorts([text.regulation for text in texts])
        self._kind = _Sorts([text.kind for text in texts])
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
        wanted = ((self._regulation, regulations), (self._kind, kinds))
        inside: Scope = np.logical_and.reduce([sorts.among(names) for sorts, names in wanted if names is not None])
        return inside

    def nearest(self, vector: Vectors, scope: Scope | None, depth: int) -> Numbers:
        """The texts nearest to a vector, nearest first."""
        if scope is None:
            return self._around(vector, depth)
        inside = np.flatnonzero(scope)
        if len(inside) <= _FEW:
            return inside[_best(self.likeness(vector)(inside), depth)]
        near = self._around(vector, _SPARE * depth * len(scope) // len(inside))
        found = near[scope[near]][:depth]
        return found if len(found) == depth else inside[_best((self._vectors @ vector)[inside], depth)]

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

    def _around(self, vector: Vectors, depth: int) -> Numbers:
        """The texts nearest to a vector among all, nearest first."""
        found = self._store.search(vector[None], min(depth, len(self.owners)))[0]
        return np.array([self._number[name] for name in found], np.int64)


def _best(scores: Scores, depth: int) -> Numbers:
    """Places of the highest scores, highest first; equal ones in their order."""
    if len(scores) > depth:
        kept = np.sort(np.argpartition(-scores, depth - 1)[:depth])
        return kept[np.argsort(-scores[kept], kind="stable")]
    return np.argsort(-scores, kind="stable")
