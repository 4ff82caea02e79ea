"""What an amount is, and a text on which those found mark their characters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assistant.understand.language.text import Spans, Text, Word, overlaps

AmountKind = Literal["number", "duration", "date", "since"]
ORDINAL = "ke"
YEARS = range(1940, 2100)


@dataclass(frozen=True)
class Amount:
    """A value read from words `first` to `last` of the text; `value` is a Decimal, months, or a date."""

    kind: AmountKind
    value: Any
    start: int
    end: int
    first: int
    last: int
    unit: str = ""
    rough: bool = False  # several exact values are possible ("2,3 tahun", "sejak 2021")
    back: bool = False  # only says how far back something looks
    ago: bool = False  # tells when something was, not how long: "2 tahun lalu"
    later: bool = False  # tells when something will be: "2 tahun lagi"
    beyond: bool = False  # only says a limit that the amount lies below or above: "di bawah 25 persen"
    short: bool = False  # only says how much is missing: "kurang satu"
    bound: str = ""  # "under" or "over": the value stands just beside the limit told ("belum genap 2 tahun")
    counts_noun: bool = False  # only says how many of what the next word names: "dua rencana"
    in_a_row: bool = False  # tells of years that follow each other: "dua tahun berturut-turut"
    span: bool = False  # read from the names of two months: "Januari sampai April"
    more: bool = False  # tells what is added: "six more months"
    reckoned: bool = False  # what two amounts come to, read from the words of both
    per: int = 0  # months in which it is reached again and again ("14 tiap semester"), 0 for an amount told once

    @property
    def is_year(self) -> bool:
        """Whether this looks like the name of a year rather than an amount."""
        return self.kind == "number" and not self.unit and self.value in YEARS and self.value == int(self.value)


class Marking:
    """A text on which each amount takes its characters, so that none is read twice."""

    def __init__(self, text: Text, hidden: Spans) -> None:
        self.text = text
        self._taken = list(hidden)

    @property
    def words(self) -> Sequence[Word]:
        """The words of the text."""
        return self.text.words

    def take(self, start: int, end: int) -> None:
        """Give these characters to an amount."""
        self._taken.append((start, end))

    def is_taken(self, start: int, end: int) -> bool:
        """Whether any of these characters belongs to another amount, or is passed over."""
        return overlaps(start, end, self._taken)

    def amount(self, kind: AmountKind, value: Any, start: int, end: int, unit: str = "", rough: bool = False) -> Amount:
        """The amount that stands on these characters."""
        inside = self.text.places(start, end)
        first, last = (inside[0], inside[-1]) if inside else (0, 0)
        return Amount(kind, value, start, end, first, last, unit, rough)
