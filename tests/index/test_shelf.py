"""A shelf finds the nearest texts of a scope, however large the scope is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from corpus.address import Address
from index import shelf as shelves
from index.encoder import Vectors
from index.shelf import Shelf
from index.store import VectorStore

COUNT, DEPTH = 90, 5
RARE, COMMON = "permendag-1-2020", "permendag-2-2020"


@dataclass(frozen=True)
class Text:
    id: str
    regulation: str
    kind: str = "ketentuan"

    @property
    def address(self) -> Address:
        return Address(self.regulation)


TEXTS = [Text(f"teks-{number}", COMMON if number % 3 else RARE) for number in range(COUNT)]


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    drawn = np.random.default_rng(7).normal(size=(COUNT, 16)).astype(np.float32)
    unit: Vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return unit


@pytest.fixture(scope="module")
def shelf(vectors: Vectors, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    folder = tmp_path_factory.mktemp("shelf")
    Shelf.write(folder, TEXTS, [text.id for text in TEXTS], vectors, {})
    opened = Shelf(folder, TEXTS, np.arange(COUNT), {})
    yield opened
    opened.close()


@pytest.mark.parametrize("regulations", [None, [RARE], [COMMON], [RARE, COMMON]])
@pytest.mark.parametrize("few", [0, COUNT])
def test_the_nearest_in_a_scope_are_those_of_an_exact_comparison(
    shelf: Shelf, vectors: Vectors, monkeypatch: pytest.MonkeyPatch, few: int, regulations: list[str] | None
) -> None:
    monkeypatch.setattr(shelves, "_FEW", few)
    inside = [at for at, text in enumerate(TEXTS) if regulations is None or text.regulation in regulations]
    for vector in vectors[:20]:
        nearest = sorted(inside, key=lambda at: -float(vectors[at] @ vector))[:DEPTH]
        assert shelf.nearest(vector, shelf.scope(regulations, None), DEPTH).tolist() == nearest


def test_a_large_scope_far_from_the_question_is_compared_text_by_text(
    shelf: Shelf, vectors: Vectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "_FEW", 0)
    monkeypatch.setattr(VectorStore, "search", lambda _, given, __: [["teks-1", "teks-2"] for _ in given])
    inside = [at for at, text in enumerate(TEXTS) if text.regulation == RARE]
    nearest = sorted(inside, key=lambda at: -float(vectors[at] @ vectors[4]))[:DEPTH]
    assert shelf.nearest(vectors[4], shelf.scope([RARE], None), DEPTH).tolist() == nearest


def test_many_texts_are_linked_loosely_and_still_find_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.store._MANY", 10)
    drawn = np.random.default_rng(8).normal(size=(COUNT, 16)).astype(np.float32)
    store = VectorStore.write(tmp_path / "chroma", TEXTS, drawn)
    store.close()
    reopened = VectorStore.open(tmp_path / "chroma")
    assert reopened.count() == COUNT
    assert [found[0] for found in reopened.search(drawn, 1)] == [text.id for text in TEXTS]
    reopened.close()
