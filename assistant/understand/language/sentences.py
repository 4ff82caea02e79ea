"""The sentence or line of a message that some of its words stand in."""

from collections.abc import Collection

from assistant.understand.language.text import Text

_ENDS = frozenset(".?!;")


def sentence_of(text: Text, first: int, last: int, ends: Collection[str] = _ENDS) -> tuple[int, int]:
    """The places from the first word of the sentence or line that holds these words to the mark behind it.

    Other marks that end it make it a clause.
    """
    low, high = first, last + 1
    while low > 0 and text.at(low - 1) not in ends and not text.parts_lines(low - 1, low):
        low -= 1
    while high < len(text.words) and text.at(high) not in ends and not text.parts_lines(high - 1, high):
        high += 1
    return low, high
