"""What every test may use: the corpus, the law and the real assistant, each opened once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.calculators.law import Law
from assistant.settings import Settings
from assistant.start import open_assistant
from corpus.library import Corpus, load_corpus
from index.build import build
from index.manifest import data_folder
from index.search import Index, open_index


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def law(corpus: Corpus) -> Law:
    return Law(corpus)


@pytest.fixture(scope="session")
def assistant(corpus: Corpus) -> Assistant:
    """The real assistant over the real index, which is built where it is missing or out of date."""
    settings = Settings.read()
    build(corpus, settings.data, progress=False)
    return open_assistant(settings, corpus)


@pytest.fixture(scope="session")
def built(corpus: Corpus) -> Path:
    """The data folder with the real index, built where it is missing or out of date."""
    build(corpus, data_folder(), progress=False)
    return data_folder()


@pytest.fixture(scope="session")
def real(corpus: Corpus, built: Path) -> Iterator[Index]:
    """The real index."""
    index = open_index(corpus, built)
    yield index
    index.close()
