"""What is told of somebody else beside one's own: of "2 artikel, temen saya 5 artikel" only the first is a row."""

from collections.abc import Iterator, Sequence

from assistant.understand.language.text import Text, overlaps
from assistant.understand.others.marked import OF_OTHERS, clauses_of, marks_of
from assistant.understand.quantities.amount import Amount


def others_parts(text: Text, amounts: Sequence[Amount]) -> list[tuple[int, int]]:
    """The characters that tell somebody else's numbers; none where no number is one's own."""
    parts = list(_parts(text))
    own = [amount for amount in amounts if not overlaps(amount.start, amount.end, parts)]
    return parts if own else []


def _parts(text: Text) -> Iterator[tuple[int, int]]:
    """From each mark of another to the end of its clause, or to the next mark of oneself."""
    marks = [mark for mark in marks_of(text) if mark.kind == OF_OTHERS]
    for low, high in clauses_of(text) if marks else ():
        inside = [mark for mark in marks if low <= mark.first < high]
        ends = [*(mark.first for mark in inside[1:]), high]
        yield from (text.span(mark.first, end - 1) for mark, end in zip(inside, ends, strict=False) if not mark.own)
