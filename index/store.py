"""Vectors in Chroma: embedded, on disk, cosine; we bring the vectors, it embeds nothing and calls nobody.

The words stay in the corpus: Chroma would index each of their letters for a search that we do not use.

A store is written once into a folder of its own and never changed: another process would not see the change, and a
fork after use hangs. One process may search it from several threads.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np

from corpus.address import Address
from index.encoder import Vectors

if TYPE_CHECKING:
    from chromadb.api.client import Client

_NAME = "texts"
# Dense and wide: with Chroma's own defaults one question in twenty lost its nearest passage; so it finds all that an
# exact comparison finds, and a search still takes 1 ms.
_FINE = {"ef_construction": 1000, "ef_search": 1000, "max_neighbors": 64}
# Among many texts so dense a graph takes too long to build; this one finds all but a few in a thousand.
_MANY = 5_000
_COARSE = {"ef_construction": 200, "ef_search": 500, "max_neighbors": 24}
_LEAST_SYNC = 2  # Chroma takes no less
_SHUFFLE = 20201123


class Stored(Protocol):
    """What is stored of a text beside its vector."""

    @property
    def id(self) -> str:
        """Its name, which no other text has."""
        ...

    @property
    def address(self) -> Address:
        """The provision it belongs to."""
        ...

    @property
    def kind(self) -> str:
        """The kind of that provision."""
        ...

    @property
    def regulation(self) -> str:
        """The regulation it is about."""
        ...


class VectorStore:
    """The vectors of texts, searched by nearness within a scope."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._collection = client.get_collection(_NAME, embedding_function=None)

    @classmethod
    def write(cls, folder: Path, texts: Sequence[Stored], vectors: Vectors) -> "VectorStore":
        """Put texts and their vectors into a new folder, shuffled: neighbours in reading order link up badly."""
        client = _connect(folder)
        configuration = cast(Any, {"hnsw": _graph(len(texts))})
        collection = client.create_collection(_NAME, configuration=configuration, embedding_function=None)
        order = np.random.default_rng(_SHUFFLE).permutation(len(texts))
        # As many at once as it takes: with each batch Chroma reads again all that it has not written out.
        size = client.get_max_batch_size()
        for start in range(0, len(texts), size):
            numbers = order[start : start + size]
            batch = [texts[number] for number in numbers]
            collection.add(
                ids=[one.id for one in batch],
                embeddings=vectors[numbers],
                metadatas=[_metadata(one) for one in batch],
            )
        return cls(client)

    @classmethod
    def open(cls, folder: Path) -> "VectorStore":
        """Open a folder that `write` made."""
        return cls(_connect(folder))

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()

    def count(self) -> int:
        """How many texts it holds."""
        return int(self._collection.count())

    def ids(self) -> set[str]:
        """The ids of all texts it holds."""
        return set(self._collection.get(include=[])["ids"])

    def search(self, vectors: Vectors, k: int) -> list[list[str]]:
        """For each vector the ids of the k nearest texts, nearest first."""
        if k < 1:
            return [[] for _ in vectors]
        return self._collection.query(query_embeddings=vectors, n_results=k, include=[])["ids"]


def _connect(folder: Path) -> "Client":
    import chromadb
    from chromadb.config import Settings

    return cast("Client", chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False)))


def _graph(count: int) -> dict[str, object]:
    """How the vectors are linked; written out once, at the end: the file holds all of them each time."""
    return {"space": "cosine", "sync_threshold": max(count, _LEAST_SYNC), **(_FINE if count <= _MANY else _COARSE)}


def _metadata(one: Stored) -> dict[str, str]:
    return {"regulation": one.regulation, "kind": one.kind, "address": one.address.key}
