"""Who owns which characters of an attachment: every character is taken once, and none is left behind."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.errors import DataError
from corpus.markup import plain
from corpus.source import Line
from corpus.tree import Span

# Between two words of a quotation the source may hold blanks, line ends, markdown stars and tags.
_GAP = r"(?:[\s*$]|<[^<>]*>)*"
# Whole words, and whole numbers: the 20 of "0,20" is no 20.
_START, _END = r"(?<!\w)(?<!\d[.,])", r"(?!\w|[.,]\d)"
_BETWEEN = r"[^\0]*?"
# The tags around the words go with them.
_TAGS = r"(?:\s*<[^<>\0]*>\s*)*"


@dataclass(frozen=True)
class Extract:
    """Characters taken for one purpose: `cuts` are (index of the line, start, end) in reading order."""

    cuts: tuple[tuple[int, int, int], ...]
    raw: str
    spans: tuple[Span, ...]

    @property
    def words(self) -> str:
        """The words as the attachment has them, without markup."""
        return plain(self.raw)


EMPTY = Extract((), "", ())


class Ledger:
    """The lines of one attachment and the record of what has been taken from them."""

    def __init__(self, place: str, lines: Sequence[Line]) -> None:
        self.place = place
        self.lines = tuple(lines)
        self._taken = [bytearray(len(line.text)) for line in self.lines]
        # A physical line that the layout cut in parts stands here more than once.
        self._index: dict[int, list[int]] = {}
        for index, line in enumerate(self.lines):
            if line.number:
                self._index.setdefault(line.number, []).append(index)

    def indexes(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """The lines with these physical numbers, in reading order; numbers of dropped lines are passed over."""
        return tuple(sorted(index for number in numbers for index in self._index.get(number, ())))

    def take(self, cuts: Iterable[tuple[int, int, int]]) -> Extract:
        """Own the characters of these cuts that nobody owns yet."""
        free = [piece for cut in cuts for piece in self._free(*cut)]
        for index, start, end in free:
            self._taken[index][start:end] = b"\x01" * (end - start)
        raw = "\n".join(self.lines[index].text[start:end] for index, start, end in free)
        spans = tuple(span for index, start, end in free for span in self.lines[index].cut(start, end).spans)
        return Extract(tuple(free), raw, spans)

    def take_lines(self, numbers: Iterable[int]) -> Extract:
        """Own all that is still free on these physical lines."""
        return self.take((index, 0, len(self.lines[index].text)) for index in self.indexes(numbers))

    def find(self, words: str, numbers: Sequence[int]) -> tuple[tuple[int, int, int], ...]:
        """Where these words stand, still free, on these physical lines; "…" stands for everything between."""
        indexes = self.indexes(numbers)
        match = _pattern(words).search("\n".join(map(self._masked, indexes)))
        if match:
            return self._cuts(indexes, match.start(), match.end())
        found = f"the words {words!r} do not stand, free, on lines {list(numbers)}"
        raise DataError(f"{self.place}: {found}; quote them as printed")

    def blank_before(self, index: int) -> bool:
        """Whether a page begins at this line: it is the first, or the line above is blank."""
        return index == 0 or not self.lines[index - 1].text.strip()

    def leftover(self) -> tuple[tuple[int, str], ...]:
        """Physical line and words of all that nobody owns."""
        rest = []
        for index, line in enumerate(self.lines):
            words = " ".join(line.text[start:end] for _, start, end in self._free(index, 0, len(line.text)))
            if words.strip():
                rest.append((line.number, words))
        return tuple(rest)

    def _masked(self, index: int) -> str:
        """The line with every taken character as NUL, which no quotation matches."""
        marks = zip(self.lines[index].text, self._taken[index], strict=True)
        return "".join("\0" if taken else character for character, taken in marks)

    def _free(self, index: int, start: int, end: int) -> list[tuple[int, int, int]]:
        text, taken, runs = self.lines[index].text, self._taken[index], []
        for run in re.finditer(rb"\x00+", bytes(taken[start:end])):
            low, high = start + run.start(), start + run.end()
            words = text[low:high]
            if words.strip():
                low, high = low + len(words) - len(words.lstrip()), high - len(words) + len(words.rstrip())
                runs.append((index, low, high))
        return runs

    def _cuts(self, indexes: Sequence[int], start: int, end: int) -> tuple[tuple[int, int, int], ...]:
        cuts, offset = [], 0
        for index in indexes:
            length = len(self.lines[index].text)
            low, high = max(start - offset, 0), min(end - offset, length)
            if low < high:
                cuts.append((index, low, high))
            offset += length + 1
        return tuple(cuts)


def join(extracts: Iterable[Extract]) -> Extract:
    """Several extracts as one, in the order of the source."""
    parts = [extract for extract in extracts if extract.cuts]
    parts.sort(key=lambda extract: extract.cuts[0])
    cuts = tuple(cut for part in parts for cut in part.cuts)
    return Extract(cuts, "\n".join(part.raw for part in parts), tuple(span for part in parts for span in part.spans))


def _pattern(words: str) -> re.Pattern[str]:
    quoted = _BETWEEN.join(_whole_words(part) for part in words.split("…"))
    return re.compile(_TAGS + quoted + _TAGS)


def _whole_words(part: str) -> str:
    pattern = _GAP.join(re.escape(token) for token in part.split())
    before, after = part.strip()[:1], part.strip()[-1:]
    return (_START if before.isalnum() else "") + pattern + (_END if after.isalnum() else "")
