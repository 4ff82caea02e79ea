"""What leads the reading of facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.understand.row_shapes import RowShape


@dataclass(frozen=True)
class Context:
    """What leads the reading: the calculator's facts, the facts asked for, and the rows the calculator takes."""

    preferred: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()
    shapes: Mapping[str, RowShape] = field(default_factory=dict)

    @property
    def named(self) -> frozenset[str]:
        """The facts that the calculator takes or that were asked for."""
        return self.preferred | {*self.asked}
