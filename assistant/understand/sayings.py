"""Facts told in other words than any cue's: each clause is held against sayings of which it is known what they tell.

The sayings are data beside this module: for each fact how people tell its values, and how they ask about it without
telling it. What is learnt of them is the same kernel ridge as for intents. A clause tells a fact when the sayings of one
value of it speak for that value far more than those of its other values, of mere questions, and of all other facts do.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.facts import fact_words
from assistant.reading import Fact
from assistant.understand.bags import masked
from assistant.understand.classifier import Classifier, Shape
from assistant.understand.clauses import Clause, clauses
from assistant.understand.polarity import load_polarity
from assistant.understand.text import Spans, Speller, Text, overlaps
from assistant.understand.vectors import Encode, example_vectors, keep_learned
from corpus.errors import DataError

FOLDER = Path(__file__).parent / "sayings"
ASKED, NUMBER = "tanya", "nilai"  # said of a fact without telling it; told with a number
YES_NO = {"ya": True, "tidak": False}
_SHAPE = Shape(meaning=0.7, sharpness=3.0, ridge=0.3)
_RIVAL, _OTHER = 0.5, 0.3  # what the next value of the same fact takes off, and the likeliest other fact
_DENIED = 0.04  # what it takes off from a yes that the clause holds a word of no
_LEAST = 0.085  # what must be left
_FEWEST = 2  # words of a clause that no fact has taken, from which it may tell another
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
    raw: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
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


class Sayings:
    """Reads yes-or-no facts and choices from clauses by their likeness to the sayings."""

    def __init__(self, speller: Speller, encode: Encode, folder: Path | None) -> None:
        """`folder` keeps what is learned from one start to the next."""
        sayings = load_sayings()
        labels = [saying.label for saying in sayings]
        texts = [masked(speller.read(saying.text).plain) for saying in sayings]
        self._encode = encode
        self._means = False
        vectors = example_vectors(texts, encode, folder, "sayings")
        if vectors.any():  # an encoder for which all texts are alike tells nothing
            self._means = True
            kept = keep_learned(texts, labels, vectors, folder, "said", _SHAPE)
            self._classifier = Classifier(texts, labels, vectors, lambda make: kept(lambda: _halved(make)), _SHAPE)
        self._columns: dict[str, dict[str, int]] = {}
        for column, label in enumerate(dict.fromkeys(labels)):
            name, value = label.split(":")
            self._columns.setdefault(name, {})[value] = column
        self._scored: dict[str, NDArray[np.float32]] = {}  # by text

    def read(
        self, text: Text, wanted: Collection[str], hidden: Spans = (), known: Sequence[Fact] = ()
    ) -> Iterator[Fact]:
        """For each of these facts the value that a clause outside the `hidden` characters tells, if one does.

        A clause of which the facts `known` hold all words but one is not looked at again. A choice is told of one fact: a
        clause that tells "berat" of one sanction tells it of no other.
        """
        taken = [(fact.start, fact.end) for fact in known]
        names = sorted(name for name in wanted if name in self._columns and NUMBER not in self._columns[name])
        if not names or not self._means:
            return
        free = [
            clause
            for clause in clauses(text)
            if not overlaps(*text.span(clause.first, clause.last), hidden) and clause.left(text, taken) >= _FEWEST
        ]
        rows = self._scores([masked(clause.words(text)) for clause in free])
        found = [one for name in names if (one := self._surest(name, text, free, rows))]
        told = [(fact.value, (fact.start, fact.end)) for fact in known if isinstance(fact.value, str)]
        for said, _ in sorted(found, key=lambda pair: -pair[1]):
            if any(said.value == value and overlaps(said.start, said.end, [span]) for value, span in told):
                continue
            if isinstance(said.value, str):
                told.append((said.value, (said.start, said.end)))
            yield said

    def _surest(
        self, name: str, text: Text, free: Sequence[Clause], rows: Sequence[NDArray[np.float32]]
    ) -> tuple[Fact, float] | None:
        """A fact as the clause tells it that tells it most surely, and how surely."""
        told = [
            (*self._told(name, row, text, clause), *text.span(clause.first, clause.last))
            for clause, row in zip(free, rows, strict=True)
        ]
        sure, value, start, end = max(told, default=(-1.0, ASKED, 0, 0))
        return (Fact(name, YES_NO.get(value, value), start, end, text.raw[start:end]), sure) if sure >= _LEAST else None

    def _told(self, name: str, scores: NDArray[np.float32], text: Text, clause: Clause) -> tuple[float, str]:
        """How far one clause tells a fact, and which value; below any measure where it only asks."""
        columns = self._columns[name]
        (most, value), (next_most, _) = sorted(((float(scores[c]), v) for v, c in columns.items()), reverse=True)[:2]
        if value == ASKED or (value in YES_NO and clause.asked(text)):
            return -1.0, value
        others = float(np.delete(scores, list(columns.values())).max())
        sure = most - _RIVAL * max(0.0, next_most) - _OTHER * max(0.0, others)
        return sure - _DENIED * (value == "ya" and clause.has(text, load_polarity().no)), value

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
