"""The lines of a source text, every character traced to its place in the file.

A `Line` is made of pieces; a piece knows the physical line and columns its characters came from, or line 0 where the
layout file put something in. Cutting a line keeps the tracing, so a node can say which characters it owns.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corpus.tree import Span

_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"</?(?:i|b|u|p|td|tr|table)>")
# A star that touches a word is markdown; one between blanks is a multiplication sign.
_STARS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")
_LEAD = re.compile(r"\s*(?:#{1,6}(?:\s+|$))?(?:[-*•](?:\s+|$))?")


@dataclass(frozen=True)
class Piece:
    """A run of characters; `start` to `end` are columns of physical line `line`, which is 0 for inserted characters."""

    text: str
    line: int
    start: int
    end: int

    def cut(self, start: int, end: int) -> "Piece":
        """The characters from `start` to `end`; where a repair changed the length, the first cut owns the whole span."""
        if not self.line or self.end - self.start == len(self.text):
            return Piece(self.text[start:end], self.line, self.start + start, self.start + end)
        own_end = self.end if start == 0 else self.start
        return Piece(self.text[start:end], self.line, self.start, own_end)


@dataclass(frozen=True)
class Line:
    """One line in reading order: its words with repairs applied, markdown still in it."""

    pieces: tuple[Piece, ...]
    restored: bool = False
    continues: bool = False
    closes: str = ""

    @cached_property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def number(self) -> int:
        """The physical line of the first source character; 0 when the whole line was put in."""
        return next((piece.line for piece in self.pieces if piece.line), 0)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every raw character the line owns."""
        return tuple(Span(p.line, p.start, p.end) for p in self.pieces if p.line and p.end > p.start)

    def cut(self, start: int, end: int | None = None) -> "Line":
        """The part of the line from `start` to `end` of its text; marks stay with the first part."""
        stop = len(self.text) if end is None else end
        kept, offset = [], 0
        for piece in self.pieces:
            low, high = max(start - offset, 0), min(stop - offset, len(piece.text))
            if low < high:
                kept.append(piece.cut(low, high))
            elif not piece.text and start <= offset and (offset < stop or stop == len(self.text)):
                kept.append(piece)
            offset += len(piece.text)
        pieces = tuple(kept)
        if start > 0:
            return Line(pieces)
        return Line(pieces, self.restored, self.continues, self.closes)

    def prefixed(self, pieces: Iterable[Piece]) -> "Line":
        """The line with a label put back before it."""
        return Line((*pieces, *self.pieces), True, self.continues, self.closes)


def read_lines(content: str) -> dict[int, Line]:
    """The physical lines of a file by their number, 1-based; only a newline ends a line."""
    rows = content.split("\n")
    return {number: Line((Piece(row, number, 0, len(row)),)) for number, row in enumerate(rows, 1)}


def insert(text: str) -> Line:
    """A line that stands in no source."""
    return Line((Piece(text, 0, 0, 0),), restored=True)


def replace(line: Line, start: int, end: int, words: str) -> Line:
    """The line with the characters from `start` to `end` read as `words`; they keep owning what they replace."""
    before, old, after = line.cut(0, start), line.cut(start, end), line.cut(end)
    spans = old.spans
    if spans and len({span.line for span in spans}) == 1:
        piece = Piece(words, spans[0].line, spans[0].start, spans[-1].end)
        pieces = (*before.pieces, piece, *after.pieces)
    else:
        silent = tuple(Piece("", span.line, span.start, span.end) for span in spans)
        pieces = (*before.pieces, Piece(words, 0, 0, 0), *silent, *after.pieces)
    return Line(pieces, line.restored, line.continues, line.closes)


def strip_lead(text: str) -> int:
    """How many characters of markdown (indentation, heading mark, bullet) stand before the words."""
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def clean(text: str) -> str:
    """The words without markdown, tags and repeated blanks."""
    bare = _TAG.sub("", _BREAK.sub(" ", text[strip_lead(text) :]))
    return " ".join(_STARS.sub("", bare).split())
