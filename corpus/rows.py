"""One table of an attachment: which printed line begins a row, which continues one, which repeats the header."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as but
from typing import Any

from corpus.address import Address
from corpus.data import Sheet
from corpus.ledger import Extract, Ledger, join
from corpus.trails import Trail, numbers, trail
from corpus.tree import Node, Span

_KEYS = (
    "at", "title", "table", "columns", "columns_on", "header", "row", "sub", "count", "continues", "places", "lost",
    "moves", "readings", "drops",
)  # fmt: skip
_NUMBER = re.compile(r"([0-9]+|[IVXLC]+|[A-Z])\.?$")
# A lettered sub-row, also where the scan put its first letter into the cell of its heading ("..., meliputi: a. ...").
_SUB = re.compile(r"(?P<head>.*?meliputi\s*:|)(?:\s|<[^<>]*>)*(?P<label>(?P<letter>[a-z])\.)\s", re.DOTALL)
Cut = tuple[int, int, int]


@dataclass
class _Row:
    place: Trail
    labels: list[Extract] = field(default_factory=list)
    cells: dict[str, list[Extract]] = field(default_factory=dict)
    derived: dict[str, str] = field(default_factory=dict)

    def add(self, column: str, extract: Extract) -> None:
        if not extract.cuts:
            return
        name, _, given = column.partition(" ")
        self.cells.setdefault(name, []).append(extract)
        if given:
            key, _, value = given.partition("=")
            self.derived[key] = value


@dataclass(frozen=True)
class Table:
    """A table as read: its header's words, every character that is header or drop, and its rows."""

    header: str
    spans: tuple[Span, ...]
    rows: tuple[Node, ...]


def read_table(ledger: Ledger, base: Address, sheet: Sheet) -> Table:
    """The rows of the table that this entry of a data file describes."""
    sheet.known(_KEYS)
    return _Reader(ledger, base, sheet).read()


class _Reader:
    def __init__(self, ledger: Ledger, base: Address, sheet: Sheet) -> None:
        self.ledger, self.base, self.sheet = ledger, base, sheet
        self.columns = [str(column or "") for column in sheet.get("columns")]
        self.columns_on = {
            number: [str(column or "") for column in entry["columns"]]
            for entry in sheet.entries("columns_on")
            for number in numbers(entry["lines"])
        }
        self.places = {int(number): trail(str(place)) for number, place in (sheet.get("places") or {}).items()}
        self.key, self.sub, self.count = (str(sheet.get(name) or "") for name in ("row", "sub", "count"))
        self.continues = set(numbers(sheet.get("continues") or ""))
        self.lost = {int(number): list(map(trail, gone)) for number, gone in (sheet.get("lost") or {}).items()}
        self.rows: dict[Trail, _Row] = {}
        self.current: _Row | None = None
        self.owned: list[Extract] = []

    def read(self) -> Table:
        moves = [self._move(entry) for entry in self.sheet.entries("moves")]
        for entry in self.sheet.entries("drops"):
            self.owned.append(drop(self.ledger, entry))
        header = ""
        for index, is_header in self._printed():
            if is_header:
                extract = self.ledger.take([(index, 0, len(self.ledger.lines[index].text))])
                self.owned.append(extract)
                header = header if self.rows else f"{header}\n{extract.words}".strip()
            else:
                self._line(index)
        for place, column, extract in moves:
            if place not in self.rows:
                raise self.sheet.wrong("moves", place, "move words to a row that the table has")
            self._put(self.rows[place], column, extract)
        spans = tuple(span for extract in self.owned for span in extract.spans)
        return Table(header, spans, self._nodes(()))

    def _printed(self) -> Iterator[tuple[int, bool]]:
        """The lines with words, and whether each is a header: the first of a page, unless a row begins there."""
        height, left = int(self.sheet.get("header") or 0), 0
        indexes = self.ledger.indexes(numbers(self.sheet.get("table")))
        for index in indexes:
            if not self.ledger.lines[index].text.strip():
                continue
            if index == indexes[0] or self.ledger.blank_before(index):
                left = 0 if self._begins_row(index) else height
            yield index, left > 0
            left = max(left - 1, 0)

    def _begins_row(self, index: int) -> bool:
        line = self.ledger.lines[index]
        if line.number in self.places:
            return True
        return bool(self.key) and bool(_NUMBER.match(self._cells(index)[self.columns.index(self.key)][0]))

    def _line(self, index: int) -> None:
        number = self.ledger.lines[index].number
        cells = self._cells(index)
        columns = self.columns_on.get(number, self.columns)
        if len(cells) > len(columns) and any(words for words, _ in cells[len(columns) :]):
            right = f"line {number} holds {len(cells)} columns; say which under columns_on"
            raise self.sheet.wrong("columns", cells[-1][0], right)
        self._begin(number, columns, cells)
        if self.current is None:
            raise self.sheet.wrong("table", number, "its first row must begin with a number, or stand under places")
        for column, (words, cut) in zip(columns, cells, strict=False):
            extract = self.ledger.take([cut])
            if extract.cuts and not column:
                raise self.sheet.wrong("columns", words, f"line {number} has words in a column without a name")
            self._put(self.current, column, extract)

    def _put(self, row: _Row, column: str, extract: Extract) -> None:
        if column and column in (self.key, "label"):
            row.labels.append(extract)
        else:
            row.add(column, extract)

    def _begin(self, number: int, columns: list[str], cells: list[tuple[str, Cut]]) -> None:
        """Open the row that this line begins, if it begins one."""
        for place in self.lost.get(number, ()):
            self._at(place)
        printed = cells[columns.index(self.key)][0] if self.key in columns else ""
        found = _NUMBER.match(printed)
        if self.count and number not in self.continues and number not in self.places:
            self.current = self._at(((self.count, str(len(self.rows) + 1)),))
        elif found and number not in self.places:
            self.current = self._at(((self.key, found[1]),))
        if number in self.places:
            self.current = self._at(self.places[number])
        if self.sub:
            self._begin_sub(number, cells[columns.index(self.sub)][1])

    def _begin_sub(self, number: int, cut: Cut) -> None:
        index, start, end = cut
        found = _SUB.match(self.ledger.lines[index].text[start:end])
        if not found or self.current is None:
            return
        if found["head"]:
            self.current.add(self.sub, self.ledger.take([(index, start, start + found.end("head"))]))
        if number not in self.places:
            self.current = self._at((self.current.place[0], ("huruf", found["letter"])))
        letter = (index, start + found.start("label"), start + found.end("label"))
        self.current.labels.append(self.ledger.take([letter]))

    def _cells(self, index: int) -> list[tuple[str, Cut]]:
        cells, start = [], 0
        for cell in self.ledger.lines[index].text.split("\t"):
            cells.append((cell.strip(), (index, start, start + len(cell))))
            start += len(cell) + 1
        return cells

    def _move(self, entry: Mapping[str, Any]) -> tuple[Trail, str, Extract]:
        extract = self.ledger.take(self.ledger.find(str(entry["words"]), numbers(entry["line"])))
        return trail(str(entry["to"])), str(entry["column"]), extract

    def _at(self, place: Trail) -> _Row:
        return self.rows.setdefault(place, _Row(place))

    def _nodes(self, above: Trail) -> tuple[Node, ...]:
        def stands_here(place: Trail) -> bool:
            if len(place) == len(above) + 1:
                return place[: len(above)] == above
            return not above and place[:1] not in self.rows

        places = [place for place in self.rows if stands_here(place)]
        return tuple(self._node(self.rows[place]) for place in places)

    def _node(self, row: _Row) -> Node:
        cells = {column: join(extracts) for column, extracts in row.cells.items()}
        names = [
            column.partition(" ")[0] for columns in (self.columns, *self.columns_on.values()) for column in columns
        ]
        ordered = sorted(cells, key=names.index)
        filled = dict(row.place) | {column: cells[column].words for column in ordered} | row.derived
        reading = next((entry for entry in self.sheet.entries("readings") if trail(str(entry["at"])) == row.place), {})
        filled |= {f"{name}_bacaan": str(value) for name, value in reading.items() if name not in ("at", "erratum")}
        extracts = [*row.labels, *cells.values()]
        return Node(
            "baris",
            but(self.base, trail=self.base.trail + row.place),
            label=join(row.labels).words,
            text="\t".join(cells[column].words for column in ordered),
            children=self._nodes(row.place) if len(row.place) == 1 else (),
            cells=tuple(filled.items()),
            spans=join(extracts).spans,
        )


def drop(ledger: Ledger, entry: Mapping[str, Any]) -> Extract:
    """Take what a data file lists as no words of the law, for the reason it gives."""
    lines = numbers(entry["lines"])
    return ledger.take(ledger.find(str(entry["words"]), lines)) if entry.get("words") else ledger.take_lines(lines)
