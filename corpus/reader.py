"""Reads preamble, body and closing of a regulation line by line into nodes."""

import re

from corpus.address import Address
from corpus.draft import Draft
from corpus.labels import Heading, Item, attachment_number, bare, heading, item
from corpus.source import Line
from corpus.tree import Kind

_PREAMBLE = re.compile(r"(Menimbang|Mengingat|MEMUTUSKAN|Menetapkan)\W*(?::|$)\s*")
_CLOSING = re.compile(r"(?:Agar setiap orang|Ditetapkan di|Diundangkan di)\b")
# A Pasal number that leaps further than this past the last one is a reference standing alone on its line.
_LEAP = 5
_CONTAINERS: tuple[Kind, ...] = ("bab", "bagian", "paragraf")


class Reader:
    """The tree so far; `path` is the chain of open nodes from the root down."""

    def __init__(self, regulation: str) -> None:
        self.regulation = regulation
        self.root = Draft("peraturan", Address(regulation))
        opening = Draft("pembukaan", Address(regulation, trail=(("pembuka", ""),)))
        title = Draft("teks", Address(regulation, trail=(("judul", ""),)))
        self.root.children.append(opening)
        opening.children.append(title)
        self.path = [self.root, opening, title]
        self.before = ""
        self.last_pasal = 0
        self.closed = False

    def at_attachment(self, line: Line) -> bool:
        """Whether the attachments begin here: only after the first Pasal."""
        return self.last_pasal > 0 and attachment_number(line) is not None

    def read(self, line: Line) -> None:
        """Put one line where it belongs."""
        if not line.text.strip():
            self._blank(line)
            return
        if not line.continues and self._structure(line):
            self.before = bare(line)
            return
        found = item(line, self.before)
        if self.closed or not (found and self._item(found, line)):
            self._continue(line)
        self.before = bare(line)

    def _blank(self, line: Line) -> None:
        self.path[-1].own(line)
        if line.closes:
            depth = next((d for d, node in enumerate(self.path) if node.kind == line.closes), len(self.path))
            self.path = self.path[:depth]

    def _structure(self, line: Line) -> bool:
        if self.closed:
            return False
        found = heading(line, self.before)
        if found and self._heading(found, line):
            return True
        if self.last_pasal == 0:
            return self._preamble(line)
        if _CLOSING.match(bare(line)):
            return self._close(line)
        return False

    def _preamble(self, line: Line) -> bool:
        start = len(line.text) - len(line.text.lstrip(" -*#\t"))
        found = _PREAMBLE.match(line.text, start)
        if not found or self.path[0].children[-1].kind != "pembukaan":
            return False
        opening = self.path[1]
        unit = "menetapkan" if found[1] == "MEMUTUSKAN" else found[1].lower()
        address = Address(self.regulation, trail=((unit, ""),))
        if unit == "menetapkan" and self.path[2].address == address:
            part = self.path[2]
        else:
            part = opening.begin("teks", address, line)
            part.title = unit.capitalize()
        part.own(line.cut(0, found.end()))
        self.path = [self.root, opening, part]
        rest = line.cut(found.end())
        if rest.text.strip():
            self.before = ""
            label = item(rest, "")
            if not (label and self._item(label, rest)):
                part.add(rest)
        return True

    def _heading(self, found: Heading, line: Line) -> bool:
        if found.kind == "lampiran":
            return False
        if found.kind == "pasal":
            return self._pasal(int(found.number), line)
        level = _CONTAINERS.index(found.kind)
        above = [node for node in self.path if node.kind == "peraturan" or node.kind in _CONTAINERS[:level]]
        trail = above[-1].address.trail if above[-1].address else ()
        number = found.number[:1].upper() + found.number[1:]
        address = Address(self.regulation, trail=(*trail, (found.kind, number)))
        node = above[-1].begin(found.kind, address, line)
        node.own(line)
        node.label = f"{found.kind.upper() if found.kind == 'bab' else found.kind.capitalize()} {found.number}"
        node.title = found.title
        self.path = [*above, node]
        return True

    def _pasal(self, number: int, line: Line) -> bool:
        if not self.last_pasal < number <= self.last_pasal + _LEAP:
            return False
        above = [node for node in self.path if node.kind == "peraturan" or node.kind in _CONTAINERS]
        node = above[-1].begin("pasal", Address(self.regulation, pasal=number), line)
        node.own(line)
        node.label = f"Pasal {number}"
        self.path = [*above, node]
        self.last_pasal = number
        return True

    def _close(self, line: Line) -> bool:
        node = self.root.begin("penutup", Address(self.regulation, trail=(("penutup", ""),)), line)
        node.add(line)
        self.path = [self.root, node]
        self.closed = True
        return True

    def _item(self, found: Item, line: Line) -> bool:
        """Begin an item below the innermost open list it continues, or a new list below the last open node."""
        owner = self._owner(found, line)
        if owner is None:
            return False
        self.path = self.path[: owner + 1]
        self.path.append(self.path[-1].begin_item(found, line))
        return True

    def _owner(self, found: Item, line: Line) -> int | None:
        """Where in `path` the parent of an item stands; None when the line is running text."""
        top = len(self.path) - 1
        if self.path[top].kind in ("peraturan", *_CONTAINERS) or self.path[top].address is None:
            return None
        open_lists = [depth for depth in range(top, 0, -1) if self.path[depth].style == found.style]
        for step in (1, 2):
            for depth in open_lists:
                if found.rank == self.path[depth].rank + step:
                    return depth - 1
        if found.style == "ayat":
            at = next((depth for depth, node in enumerate(self.path) if node.kind == "pasal"), None)
            return at if not open_lists and found.rank <= _LEAP else None
        if found.rank == 1 or line.restored or not open_lists:
            return top
        return None

    def _continue(self, line: Line) -> None:
        """Running text: title of a heading, next line of the last item, or the words after a list."""
        last = self.path[-1]
        if last.kind in _CONTAINERS:
            last.own(line)
            last.title = f"{last.title} {bare(line)}".strip()
            return
        if line.closes:
            depth = next((d for d in range(len(self.path) - 1, 0, -1) if self.path[d].kind == line.closes), None)
            self.path = self.path[: depth + 1] if depth else self.path
        elif not line.continues and last.style not in ("", "ayat") and last.finished and bare(line)[:1].isupper():
            self.path = self.path[:-1]
        self.path[-1].add(line)
