"""A small pair of twin regulations with a deterministic encoder for what must be quick, and the real index for the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from twins import WordEncoder, write_regulation

from corpus.library import Corpus, load_corpus
from index.build import build
from index.encoder import SentenceEncoder, load_encoder
from index.search import Index, open_index


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of two regulations that differ in one name."""
    write_regulation(tmp_path / "texts", "permendag-1-2020", "Negosiator")
    write_regulation(tmp_path / "texts", "permendag-2-2020", "Pengawas")
    return tmp_path / "texts"


@pytest.fixture
def twins(texts: Path) -> Corpus:
    return load_corpus(texts)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def words() -> WordEncoder:
    return WordEncoder()


@pytest.fixture
def small(twins: Corpus, data_dir: Path, words: WordEncoder) -> Iterator[Index]:
    build(twins, data_dir, progress=False, encoder=words)
    index = open_index(twins, data_dir, words)
    yield index
    index.close()


@pytest.fixture(scope="session")
def encoder(built: Path) -> SentenceEncoder:
    return load_encoder(built)
