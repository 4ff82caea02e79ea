"""The projection: unit vectors stay unit vectors, vectors it was not learned for stay as they are, nothing is embedded anew."""

from pathlib import Path

import numpy as np
import pytest
from twins import WordEncoder

from corpus.library import Corpus
from index import build as building
from index import search as searching
from index.build import build
from index.errors import IndexStale
from index.projection import PROJECTION, STORY, Projection, load_projection
from index.search import open_index

LEARNED_FOR = 384
QUESTION = "usia paling tinggi Negosiator"


def test_projected_vectors_have_the_length_of_one() -> None:
    vectors = np.random.default_rng(1).normal(size=(5, LEARNED_FOR)).astype(np.float32)
    projection = load_projection(LEARNED_FOR)
    for projected in (projection.project_questions(vectors), projection.project_passages(vectors)):
        assert projected.dtype == np.float32
        assert np.allclose(np.linalg.norm(projected, axis=1), 1, atol=1e-5)


def test_questions_and_passages_are_turned_differently() -> None:
    vectors = np.random.default_rng(1).normal(size=(5, LEARNED_FOR)).astype(np.float32)
    projection = load_projection(LEARNED_FOR)
    assert not np.allclose(projection.project_questions(vectors), projection.project_passages(vectors), atol=1e-2)


def test_vectors_of_another_size_are_left_as_they_are() -> None:
    vectors = np.eye(7, dtype=np.float32)
    assert np.array_equal(load_projection(7).project_questions(vectors), vectors)


def test_a_long_message_is_turned_as_a_story_and_a_short_one_as_a_question() -> None:
    vector = np.random.default_rng(2).normal(size=LEARNED_FOR).astype(np.float32)
    projection = load_projection(LEARNED_FOR)
    short, long = (projection.project_message(vector, words) for words in (STORY - 1, STORY))
    assert np.allclose(short, projection.project_questions(vector[None])[0])
    assert not np.allclose(short, long, atol=1e-2) and np.isclose(np.linalg.norm(long), 1, atol=1e-5)


def test_no_vectors_are_projected_to_no_vectors() -> None:
    assert load_projection(LEARNED_FOR).project_passages(np.zeros((0, LEARNED_FOR), np.float32)).shape == (
        0,
        LEARNED_FOR,
    )


def test_a_new_projection_makes_the_index_stale_and_embeds_nothing_anew(
    twins: Corpus, data_dir: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = build(twins, data_dir, progress=False, encoder=words)
    other = tmp_path / "lain.safetensors"
    other.write_bytes(PROJECTION.read_bytes() + b" ")
    monkeypatch.setattr("index.manifest.PROJECTION", other)
    turned = np.roll(np.eye(words.dimension, dtype=np.float32), 1, axis=0)
    for module in (building, searching):
        monkeypatch.setattr(module, "load_projection", lambda dimension: Projection(turned, turned, turned))
    with pytest.raises(IndexStale, match="tanya index"):
        open_index(twins, data_dir, words)
    second = build(twins, data_dir, progress=False, encoder=words)
    assert (second.built, second.embedded) == (True, 0)
    assert second.folder != first.folder
    index = open_index(twins, data_dir, words)
    assert "usia" in index.search(QUESTION)[0].passage.text
    index.close()
