"""What a calculator may look at: the corpus, and its own family's values."""

from functools import cache
from pathlib import Path

from assistant.calculators.values import Values, load_values
from corpus.library import Corpus

HERE = Path(__file__).parent


class Law:
    """The corpus and the legal values, opened once and handed to every calculator."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def values(self, family: str) -> Values:
        """The values of one rule family, from `<family>.yaml` beside its formula."""
        return values_of(family)


@cache
def values_of(family: str) -> Values:
    """The values of one rule family, read once."""
    return load_values(HERE / f"{family}.yaml")
