"""What was made of the last text: many calculators look at one message, one after another."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from assistant.understand.language.text import Text

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """What was made of the last text, by what it was made for; nothing of an earlier text is kept."""

    def __init__(self) -> None:
        # One tuple, replaced as a whole: two messages that are read at the same time only make their own again.
        self._last: tuple[Text | None, dict[Hashable, Made]] = None, {}

    def of(self, text: Text, make: Callable[[], Made], key: Hashable = None) -> Made:
        """What was made of this very text for this key before, or is made now; whoever gets it must not change it."""
        last, known = self._last
        if last is not text:
            known = {}
            self._last = text, known
        if key not in known:
            known[key] = make()
        return known[key]
