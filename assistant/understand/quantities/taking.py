"""What a calculator takes of the amounts of a message, and what is named beside them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Spans, Text
from assistant.understand.language.vocabulary import AMOUNT_KINDS, Field
from assistant.understand.quantities.amount import ORDINAL, Amount

_BEFORE, _BEHIND = 8, 4  # words around amounts in which they are named
_ENDS = frozenset(".?!;,:")
_KINDS = AMOUNT_KINDS - {"tanggal"}
_PAIR = 2
_APART = frozenset({"kali", "persen", ORDINAL})  # units that are those of no bare number


@dataclass(frozen=True)
class Taking:
    """The facts that a calculator takes, and the cues of a message."""

    text: Text
    fields: Mapping[str, Field]
    preferred: Collection[str]
    cues: Sequence[PhraseHit[str]]
    told: Sequence[Amount] = ()
    passed: Spans = ()  # characters of ranks and choices, which stand between two amounts like small words

    @property
    def names(self) -> list[str]:
        """The facts it takes that an amount tells."""
        return [n for n in self.preferred if n in self.fields and self.fields[n].kind in _KINDS]

    @property
    def has_addition(self) -> bool:
        """Whether it takes what is added as a fact of its own, or which it does is not known."""
        return not self.preferred or any(self.fields[name].more for name in self.names)

    @property
    def parts(self) -> set[str]:
        """The facts it takes that are parts of others."""
        return {self.fields[name].part for name in self.names} & {*self.preferred}

    @property
    def has_pair(self) -> bool:
        """Whether it takes a whole and its part."""
        return bool(self.parts)

    @property
    def has_second(self) -> bool:
        """Whether it takes two like amounts."""
        return any(self.fields[name].second_of in self.preferred for name in self.names if self.fields[name].second_of)

    @property
    def is_full(self) -> bool:
        """Whether a message tells a whole and its part already, so that a third amount is of one of them."""
        return sum(amount.kind == "number" and is_reckoned(amount) for amount in self.told) > _PAIR

    def takes(self, only: Collection[str]) -> bool:
        """Whether it takes one of these facts."""
        return any(name in self.preferred for name in only)

    def own(self, one: Amount, other: Amount) -> set[str]:
        """The facts that are named for the second of two amounts and not for the first."""
        timed = other.kind == "duration"
        if sum((self.fields[name].kind == "lama") == timed for name in self.names) < _PAIR:
            return set()
        high = other.last + 1
        while high <= other.last + _BEHIND and self.text.at(high) and self.text.at(high) not in _ENDS:
            high += 1
        return self._named(one.last + 1, high) - self._named(one.first - _BEFORE, one.last + 1)

    def _named(self, low: int, high: int) -> set[str]:
        names = {*self.names}
        return {cue.payload for cue in self.cues if low <= cue.first and cue.last < high and cue.payload in names}


def is_reckoned(amount: Amount) -> bool:
    """Whether an amount may be reckoned with: no day, no name of a year, no ordinal, no mere look back."""
    told = amount.kind in ("number", "duration") and amount.unit != ORDINAL and not amount.is_year
    return told and not (amount.back or amount.ago or amount.rough or amount.in_a_row)


def are_alike(one: Amount, other: Amount) -> bool:
    """Whether two amounts count the same, as far as their units tell."""
    if one.kind != other.kind:
        return False
    if one.kind == "duration" or one.unit == other.unit:
        return True
    return not {one.unit, other.unit} & _APART and "" in (one.unit, other.unit)
