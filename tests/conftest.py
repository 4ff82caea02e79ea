"""What every test may use: the corpus, opened once."""

import pytest

from assistant.calculators.law import Law
from corpus.library import Corpus, load_corpus


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def law(corpus: Corpus) -> Law:
    return Law(corpus)
