"""What a message takes for granted that a provision contradicts, told by statements known to be true or false of it.

The search finds the provisions that a message is about; beside each stand statements in pairs, one false and one true of
the same point. Which side a message takes, and whether it takes any, is weighed by traits whose weights were learned from
messages known to be right or wrong (`python -m eval.learn_contradictions`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.understand.chances import load_weights
from assistant.understand.clues import Clues
from assistant.understand.intent.vectors import Encode, example_vectors
from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Speller, Text
from assistant.understand.premises.asserted import Clause, clauses, is_own, is_said, tells_of_more
from assistant.understand.premises.granted import grants_a_rule
from assistant.understand.premises.premises import claims_a_rule, ends_in_tag, nods
from assistant.understand.premises.sides import SIDE_TRAITS, Point, Sides
from assistant.understand.premises.statements import Statement, load_statements
from corpus.address import Address

WEIGHTS = Path(__file__).parent / "contradictions.yaml"
TRAITS = (
    *SIDE_TRAITS, "tempat", "di_bawah", "urutan", "cocok", "dinyatakan", "minta_iya", "tegas", "dianggap", "bertanya",
    "kata_tanya", "pribadi",
)  # fmt: skip
_FOUND = 4  # provisions that a message may be about
_NEAREST = 8  # statements that a message may take, those likest to it
_SHORTEST = 4  # words of a clause that may take something for granted
_LIKE = 0.87  # how like some statement a message is at least that takes one for granted


class Found(Protocol):
    """A provision that was found, and how surely."""

    @property
    def address(self) -> Address:
        """Where it stands."""
        ...

    @property
    def score(self) -> float:
        """How surely it answers."""
        ...


class Search(Protocol):
    """Finds the provisions that a question is about, the surest first."""

    def __call__(self, query: str, k: int = ..., regulations: Collection[str] | None = ...) -> Sequence[Found]:
        """The k surest of some regulations (None: all)."""
        ...


@dataclass(frozen=True)
class Case:
    """A statement that a message may take for granted, with its traits; `turned` are those of taking the contrary."""

    statement: Statement
    traits: NDArray[np.float64]
    turned: NDArray[np.float64]


class Contradictions:
    """Finds the provision that a message contradicts."""

    def __init__(self, speller: Speller, encode: Encode, search: Search, folder: Path | None) -> None:
        """`folder` keeps the vectors of the statements from one start to the next."""
        self._statements = load_statements()
        self._encode, self._search = encode, search
        wrong = [speller.read(one.wrong) for one in self._statements]
        right = [speller.read(one.right) for one in self._statements]
        vectors = example_vectors([text.plain for text in (*wrong, *right)], encode, folder, "statements")
        self._wrong, self._right = vectors[: len(wrong)], vectors[len(wrong) :]
        self._apart = 1 - (self._wrong * self._right).sum(axis=1)
        self._sides = Sides(wrong, right)
        self._places: dict[str, dict[Address, list[int]]] = {}  # by regulation and provision
        for at, one in enumerate(self._statements):
            self._places.setdefault(one.address.regulation, {}).setdefault(one.address, []).append(at)

    def find(self, clues: Clues, scope: Collection[str], least: float = 0.0) -> Address | None:
        """The provision that the message most surely contradicts; None where it does not seem to contradict any.

        `least` is the chance from which it does, where that is more than the one learned.
        """
        if not self._may_take(clues.text) or not self._is_near(clues.text):
            return None
        cases = self.cases(clues, scope)
        if not cases:
            return None
        weights = load_weights(WEIGHTS)
        chances = weights.chances(np.stack([case.traits for case in cases]))
        best = int(chances.argmax())
        return cases[best].statement.address if chances[best] >= max(least, weights.least) else None

    def cases(self, clues: Clues, scope: Collection[str]) -> list[Case]:
        """The likest statements about what the message is about, each with what speaks for its being taken for granted."""
        found = self._found(clues.text, scope)
        if not found:
            return []
        at = sorted(found)
        said = _units(clues.text)
        vectors = np.asarray(self._encode([unit.text.plain for unit in said]), np.float32)
        wrong, right = vectors @ self._wrong[at].T, vectors @ self._right[at].T
        about = _About(
            clues, said, [self._statements[i] for i in at], [found[i] for i in at], self._sides, at, self._apart[at]
        )
        columns = _nearest(wrong, right)
        taken = about.traits(wrong, right, columns)
        contrary = about.traits(right, wrong, columns, turned=True)
        return [
            Case(self._statements[at[column]], one, other)
            for column, one, other in zip(columns, taken, contrary, strict=True)
        ]

    def _may_take(self, text: Text) -> bool:
        """Whether any of its words say something as so, and none that it is not the only thing."""
        return not tells_of_more(text) and (
            claims_a_rule(text, own_case=True)
            or grants_a_rule(text)
            or any(
                unit.text.length >= _SHORTEST and is_said(text, unit, nods()) and not is_own(unit)
                for unit in clauses(text)
            )
        )

    def _is_near(self, text: Text) -> bool:
        vector = np.asarray(self._encode([text.plain]), np.float32)[0]
        return bool(max((self._wrong @ vector).max(initial=0), (self._right @ vector).max(initial=0)) >= _LIKE)

    def _found(self, text: Text, scope: Collection[str]) -> dict[int, tuple[int, float]]:
        """The statements beside the provisions that the search finds, with their rank and score."""
        found: dict[int, tuple[int, float]] = {}
        for rank, hit in enumerate(self._search(text.raw, k=_FOUND, regulations=scope or None)):
            for own, statements in self._places.get(hit.address.regulation, {}).items():
                if own.meets(hit.address):
                    found |= {at: (rank, hit.score) for at in statements if at not in found}
        return found


def _units_meant(wrong: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.intp]:
    """For each statement the words that come nearest to both of its sides; a row of words, a column for each statement."""
    return np.asarray((wrong + right).argmax(0))


def _nearest(wrong: NDArray[np.float32], right: NDArray[np.float32]) -> list[int]:
    """The statements that the words meant are likest to, on either side."""
    units, columns = _units_meant(wrong, right), range(wrong.shape[1])
    return sorted(columns, key=lambda c: -max(wrong[units[c], c], right[units[c], c]))[:_NEAREST]


@dataclass(frozen=True)
class _Unit:
    """The whole question, or one clause of it."""

    text: Text
    clause: Clause | None


def _units(text: Text) -> list[_Unit]:
    long = (clause for clause in clauses(text) if clause.text.length >= _SHORTEST)
    return [_Unit(text, None), *(_Unit(clause.text, clause) for clause in long)]


class _About:
    """What speaks for each statement's being taken for granted by a message."""

    def __init__(
        self,
        clues: Clues,
        said: Sequence[_Unit],
        statements: Sequence[Statement],
        found: Sequence[tuple[int, float]],
        sides: Sides,
        at: Sequence[int],
        apart: NDArray[np.float32],
    ) -> None:
        self._clues, self._said, self._statements, self._found = clues, said, statements, found
        self._sides, self._at, self._apart = sides, at, apart
        self._points = [Point.of(unit.text) for unit in said]
        text = clues.text
        self._of_message = (
            ends_in_tag(text), claims_a_rule(text, own_case=True), grants_a_rule(text), is_personal(text.words),
        )  # fmt: skip

    def traits(
        self, wrong: NDArray[np.float32], right: NDArray[np.float32], columns: Sequence[int], *, turned: bool = False
    ) -> list[NDArray[np.float64]]:
        """Those of some statements in the order of TRAITS; `turned`: those of taking what is true of them for granted."""
        highest, contrary = wrong.max(0), right.max(0)
        best = max(highest.max(), contrary.max())
        units = _units_meant(wrong, right)
        rows = []
        for column in columns:
            address = self._statements[column].address
            mates = [c for c, other in enumerate(self._statements) if other.address == address]
            unit = int(units[column])
            like = (wrong[unit, column], right[unit, column])
            side = self._sides.traits(self._points[unit], self._at[column], like, self._apart[column], turned=turned)
            place = max(highest[mates]) - max(contrary[mates])
            rows.append(np.array([*side, place, best - highest[column], *self._of_place(column), *self._of_unit(unit)]))
        return rows

    def _of_place(self, column: int) -> tuple[float, float]:
        rank, score = self._found[column]
        return float(rank), score

    def _of_unit(self, at: int) -> list[float]:
        """How the words that come nearest are said."""
        unit, text = self._said[at], self._clues.text
        tag, firm, granted, personal = self._of_message
        said = unit.clause is not None and is_said(text, unit.clause, nods())
        asked = unit.clause.asked if unit.clause is not None else text.plain.endswith("?")
        asking = self._points[at].asks
        return [float(each) for each in (said, tag, firm, granted, asked, asking, personal)]
