"""Sayings of which it is known what they tell: each clause of a message is held against them.

The sayings are data beside this module: for each fact how people tell its values, and how they ask about it without
telling it. What is learnt of them is the same kernel ridge as for intents. Whether a clause tells a fact is weighed in
testimony.py.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.facts import fact_words
from assistant.understand.intent.classifier import Classifier, Shape
from assistant.understand.intent.vectors import Encode, example_vectors, keep_learned
from assistant.understand.language.bags import masked
from assistant.understand.language.clauses import Clause, clauses
from assistant.understand.language.text import Spans, Speller, Text, overlaps
from corpus.data import load_yaml
from corpus.errors import DataError

FOLDER = Path(__file__).parent / "sayings"
ASKED, NUMBER = "tanya", "nilai"  # said of a fact without telling it; told with a number
YES_NO = {"ya": True, "tidak": False}
_SHAPE = Shape(meaning=0.7, sharpness=3.0, ridge=0.3)
_KEPT = 80  # clauses whose scores are kept: one message is read for several calculators


@dataclass(frozen=True)
class Saying:
    """How people tell one value of a fact, or ask about it."""

    field: str
    value: str
    text: str

    @property
    def label(self) -> str:
        """What it stands for: "status_pns:ya"."""
        return f"{self.field}:{self.value}"


@cache
def load_sayings() -> tuple[Saying, ...]:
    """All sayings of the folder; DataError names the file and what is wrong with it."""
    return tuple(saying for path in sorted(FOLDER.glob("*.yaml")) for saying in _read(path))


def _read(path: Path) -> Iterator[Saying]:
    raw: Mapping[str, Mapping[str, Sequence[str]]] = load_yaml(path)
    for name, by_value in raw.items():
        allowed = _values(name, path)
        for value, texts in by_value.items():
            wrong = [text for text in texts if not isinstance(text, str)]
            if str(value) not in allowed or wrong:
                raise DataError(
                    f"sayings/{path.name}: {name}: {value}: {wrong or value!r} is wrong; write sentences, with a colon "
                    f"in quotes, under {', '.join(sorted(allowed))}"
                )
            yield from (Saying(name, str(value), text) for text in texts)


def _values(name: str, path: Path) -> set[str]:
    """What sayings of a fact may stand for."""
    words = fact_words().get(name)
    if words is None:
        raise DataError(f"sayings/{path.name}: {name!r} is no fact; facts are named in assistant/fact_words")
    if words.kind == "ya_tidak":
        return {*YES_NO, ASKED}
    return {*words.choices, ASKED} if words.kind == "pilihan" else {NUMBER}


@dataclass(frozen=True)
class Heard:
    """The clauses of a message, and how much the sayings of each label speak for each of them."""

    clauses: Sequence[Clause]
    scores: NDArray[np.float32]  # a row for each clause, a column for each label


class Sayings:
    """Hears how like the sayings of each fact's values the clauses of a message are; `columns` names their places."""

    def __init__(self, speller: Speller, encode: Encode, folder: Path | None) -> None:
        """`folder` keeps what is learned from one start to the next."""
        sayings = load_sayings()
        labels = [saying.label for saying in sayings]
        texts = [masked(speller.read(saying.text).plain) for saying in sayings]
        self._encode = encode
        self.columns: dict[str, dict[str, int]] = {}
        vectors = example_vectors(texts, encode, folder, "sayings")
        if vectors.any():  # an encoder for which all texts are alike tells nothing
            kept = keep_learned(texts, labels, vectors, folder, "said", _SHAPE)
            self._classifier = Classifier(texts, labels, vectors, lambda make: kept(lambda: _halved(make)), _SHAPE)
            for column, label in enumerate(self._classifier.labels):
                name, value = label.split(":")
                self.columns.setdefault(name, {})[value] = column
        self._scored: dict[str, NDArray[np.float32]] = {}  # by text

    def hear(self, text: Text, hidden: Spans = ()) -> Heard:
        """The clauses outside the `hidden` characters with their scores."""
        free = [clause for clause in clauses(text) if not overlaps(*text.span(clause.first, clause.last), hidden)]
        rows = self._scores([masked(clause.words(text)) for clause in free])
        return Heard(free, np.stack(rows) if rows else np.zeros((0, sum(map(len, self.columns.values()))), np.float32))

    def _scores(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        """What speaks for each label, one row for each text; the last ones are remembered."""
        known = dict(self._scored)
        if fresh := [text for text in dict.fromkeys(texts) if text not in known]:
            scores = self._classifier.scores(fresh, np.asarray(self._encode(fresh), np.float32))
            known |= zip(fresh, scores, strict=True)
            self._scored = known if len(known) <= _KEPT else {}
        return [known[text] for text in texts]


def _halved(make: Callable[[], NDArray[np.float64]]) -> NDArray[np.float32]:
    """What was learned, in half the memory: it is read for every message."""
    return make().astype(np.float32)
