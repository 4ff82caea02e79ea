"""Choices told once more in brackets: "pejabat pengawas (eselon IV)" names one post by two names, not two posts."""

from collections.abc import Iterator, Sequence

from assistant.understand.language.text import Text
from assistant.understand.quantities.values import Value

_OPEN, _CLOSE = "(", ")"


def without_bracketed(text: Text, values: Sequence[Value]) -> Iterator[Value]:
    """The choices, but those in brackets that say what stands right before the brackets."""
    for value in values:
        if not any(_says_again(text, value, other) for other in values):
            yield value


def _says_again(text: Text, value: Value, other: Value) -> bool:
    """Whether a value stands alone in brackets behind another one that may be the same choices of the same facts."""
    alone = text.at(value.first - 1) == _OPEN and text.at(value.last + 1) == _CLOSE
    return alone and other.last == value.first - 2 and value.fits.items() <= other.fits.items()
