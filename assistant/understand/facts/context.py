"""What leads the reading of facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.conversation import Conversation
from assistant.understand.rows.row_shapes import RowShape

_LONG_PAST = 10  # years after which a day told before (of birth, of a first post) says nothing of the year meant now


@dataclass(frozen=True)
class Context:
    """What leads the reading: the calculator's facts, the facts asked for, the rows it takes, and the year spoken of."""

    preferred: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()
    shapes: Mapping[str, RowShape] = field(default_factory=dict)
    year: int = 0

    @property
    def named(self) -> frozenset[str]:
        """The facts that the calculator takes or that were asked for."""
        return self.preferred | {*self.asked}


def year_spoken_of(conversation: Conversation, today: date) -> int:
    """The year of the day told last: "saya lapor 30 Juni" after "selesai 12 Juni 2026"; 0 where none was told."""
    known = {**conversation.facts, **conversation.supposed}
    days = {name: day for name, day in known.items() if isinstance(day, date)}
    near = [name for name, day in days.items() if abs(day.year - today.year) < _LONG_PAST]
    last = max(near, key=lambda name: conversation.told_in.get(name, 0), default="")
    return days[last].year if last else 0
