"""A node while it is being read: grows line by line, then freezes."""

import re
from dataclasses import dataclass, field
from dataclasses import replace as but

from corpus.address import Address
from corpus.labels import Item
from corpus.source import Line, clean
from corpus.tree import Kind, Node, Span

_UNIT = {"huruf": "huruf", "hurufk": "huruf", "angka": "angka", "angkak": "angka"}
_FINISHED = re.compile(r"[.;:]\s*$")


@dataclass
class Draft:
    """A node under construction; `style` and `rank` place it in its list."""

    kind: Kind
    address: Address | None
    label: str = ""
    title: str = ""
    style: str = ""
    rank: int = 0
    restored: bool = False
    text: str = ""
    tail: str = ""
    spans: list[Span] = field(default_factory=list)
    children: list["Draft | Node"] = field(default_factory=list)

    def own(self, line: Line) -> None:
        """Take the characters of a line without its words."""
        self.spans.extend(line.spans)

    def add(self, line: Line) -> None:
        """Take a line: its words continue the text, or the tail once there are children."""
        self.own(line)
        if self.children:
            self.tail = join(self.tail, clean(line.text))
        else:
            self.text = join(self.text, clean(line.text))

    def begin(self, kind: Kind, address: Address | None, line: Line, item: Item | None = None) -> "Draft":
        """A new last child that begins with this line."""
        child = Draft(kind, address, restored=line.restored)
        if item:
            child.label, child.style, child.rank = item.printed, item.style, item.rank
            child.own(line)
            child.text = clean(line.text[item.words_at :])
        self.children.append(child)
        return child

    def begin_item(self, item: Item, line: Line) -> "Draft":
        """A new ayat, huruf, angka or deeper item below this node."""
        kind, address = below(self.address, item)
        return self.begin(kind, address, line, item)

    @property
    def finished(self) -> bool:
        """Whether the words so far end a sentence or an item."""
        return bool(_FINISHED.search(self.tail or self.text))

    def freeze(self) -> Node:
        """The finished node."""
        children = tuple(child.freeze() if isinstance(child, Draft) else child for child in self.children)
        return Node(
            kind=self.kind,
            address=self.address,
            label=self.label,
            title=self.title,
            text=self.text,
            tail=self.tail,
            children=children,
            spans=tuple(self.spans),
            restored=self.restored,
        )


def below(address: Address | None, item: Item) -> tuple[Kind, Address | None]:
    """Kind and address of an item below an address: the address' own field while it is free, else one more trail step."""
    if address is None:
        return "butir", None
    if item.style == "ayat":
        return "ayat", but(address, ayat=item.rank)
    unit = _UNIT[item.style]
    step = (unit, item.value)
    if address.pasal is None:
        in_preamble = len(address.trail) == 1
        return ("huruf" if unit == "huruf" else "angka") if in_preamble else "butir", but(
            address, trail=(*address.trail, step)
        )
    if not address.trail and address.angka is None:
        if unit == "huruf" and address.huruf is None:
            return "huruf", but(address, huruf=item.value)
        if unit == "angka":
            return "angka", but(address, angka=item.rank)
    return "butir", but(address, trail=(*address.trail, step))


def join(before: str, words: str) -> str:
    """Continue a text: a hyphen or slash at a line's end keeps its word together, a finished sentence starts a new line."""
    if not before or not words:
        return before or words
    if re.search(r"(?:[^\W\d_]-|[^\W\d_]/)$", before) and words[0].isalpha():
        return before + words
    if _FINISHED.search(before) and words[0].isupper():
        return f"{before}\n{words}"
    return f"{before} {words}"
