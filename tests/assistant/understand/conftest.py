"""The understanding with the real encoder, opened once; and without any encoder for what must hold by words alone."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.conversation import Conversation
from assistant.tools import tools
from assistant.understand.facts.facts import FactReader
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields, spelling_words
from assistant.understand.premises.contradictions import Found
from assistant.understand.understanding import Understanding
from corpus.library import Corpus
from index.search import Index

TODAY = date(2026, 11, 22)


class NoMeaning:
    """An encoder for which all texts are alike."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), 4), np.float32)

    def search(self, query: str, k: int = 0, regulations: Collection[str] | None = None) -> Sequence[Found]:
        return []


@pytest.fixture(scope="session")
def understanding(corpus: Corpus, real: Index, built: Path) -> Understanding:
    return Understanding(corpus, real, tools(), lambda: TODAY, built / "examples")


@pytest.fixture(scope="session")
def wordwise(corpus: Corpus) -> Understanding:
    return Understanding(corpus, NoMeaning(), tools(), lambda: TODAY)


@pytest.fixture(scope="session")
def told() -> Callable[[Understanding, str, str], dict[str, object]]:
    """What a message tells of the facts that a calculator takes."""

    def read(understanding: Understanding, message: str, tool: str) -> dict[str, object]:
        observer = understanding._observer
        clues = observer.look_at(message, Conversation("c"))
        return {fact.field: fact.value for fact in observer.facts_for(clues, tool).facts}

    return read


@pytest.fixture(scope="session")
def part_told() -> Callable[[Understanding, str], dict[str, object]]:
    """What a message of one question tells of the facts that its calculator takes."""

    def read(understanding: Understanding, message: str) -> dict[str, object]:
        (part,) = understanding.read(message, Conversation("c")).parts
        return {fact.field: fact.value for fact in part.facts}

    return read


@pytest.fixture(scope="session")
def reader() -> FactReader:
    return FactReader(fields())


@pytest.fixture(scope="session")
def speller() -> Speller:
    return Speller(spelling_words())
