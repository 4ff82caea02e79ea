"""The passages that are searched: every provision of every regulation, at the level people cite.

One passage per ayat, per Pasal without ayat, per definition, and per row of an attachment's table. Each carries the
headings it stands under, because the words of an ayat alone rarely say what they are about. A long provision is cut
at its own items into several passages of the same address; the search takes the best of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from corpus.address import Address
from corpus.data import load_yaml
from corpus.library import Corpus
from corpus.tree import Node

# e5 sees 512 tokens; Indonesian law needs up to 2 tokens a word, and the headings take their share.
_LONGEST = 170
_SHORTEST = 4
_TITLE_WORDS = 20
_WORD = re.compile(r"\w+")
# A row whose cells hold all but so much of its words is not repeated behind them.
_REPEATED = 0.2
_DEFINES = re.compile(r"yang dimaksud dengan", re.IGNORECASE)
_CONTAINERS = ("bab", "bagian", "paragraf", "lampiran", "bagian_lampiran", "tabel", "peraturan")


@dataclass(frozen=True)
class Passage:
    """One searchable piece of a provision: `text` is the law's words, `header` the headings it stands under.

    The Pasal's own number is no part of it: numbers are looked up, not searched, and in a vector they only blur.
    """

    id: str
    address: Address
    kind: str
    header: str
    text: str
    lines: tuple[int, ...]
    reading: str = ""

    @property
    def regulation(self) -> str:
        """The regulation it belongs to."""
        return self.address.regulation

    @property
    def words(self) -> str:
        """What is embedded and matched: headings and text; a table's row with its columns' names, then what these lack."""
        if not self.reading:
            return f"{self.header}\n{self.text}"
        named = set(_WORD.findall(self.reading.lower()))
        words = _WORD.findall(self.text.lower())
        lacking = sum(word not in named for word in words) > _REPEATED * len(words)
        return f"{self.header}\n{self.reading}" + (f"\n{self.text}" if lacking else "")


@dataclass(frozen=True)
class _Heading:
    """The headings above a node."""

    regulation: str
    titles: tuple[str, ...] = ()

    def under(self, node: Node) -> "_Heading":
        named = node.title or " ".join(node.text.split()[:_TITLE_WORDS])
        titled = f"{node.label} {named}".strip() if node.kind != "tabel" else ""
        return replace(self, titles=(*self.titles, titled)) if titled else self

    @property
    def line(self) -> str:
        return " | ".join((self.regulation, *self.titles))


def make_passages(corpus: Corpus) -> tuple[Passage, ...]:
    """All passages of the corpus, in reading order, each with its own id."""
    found: list[Passage] = []
    counts: dict[str, int] = {}
    for regulation in corpus.regulations.values():
        topic = regulation.title.split(" tentang ", 1)[-1]
        for passage in _walk(regulation.root, _Heading(f"{regulation.short} {topic}"), regulation.root.address):
            count = counts[passage.id] = counts.get(passage.id, 0) + 1
            found.append(replace(passage, id=f"{passage.id}~{count}"))
    return tuple(found)


def _walk(node: Node, heading: _Heading, above: Address | None) -> Iterator[Passage]:
    address = node.address or above
    if address is None:
        return
    if node.kind == "pasal":
        yield from _from_pasal(node, heading, address)
    elif _is_furniture(node):
        return
    elif node.kind in ("pembukaan", "penutup"):
        for child in node.children or (node,):
            yield from _pieces(child, heading, child.address or address, node.kind)
    elif node.kind in _CONTAINERS or _holds_rows(node):
        yield from _from_container(node, heading if node.kind == "peraturan" else heading.under(node), address)
    else:
        yield from _pieces(node, heading, address, node.kind)


def _is_furniture(node: Node) -> bool:
    """The repeated title of an attachment, and the signatures under it: they would be found for everything."""
    address = node.address
    if address is None or address.lampiran is None or not address.trail:
        return False
    return address.trail[-1][0] in ("judul", "penutup")


def _holds_rows(node: Node) -> bool:
    return any(below.kind == "baris" for child in node.children for below in child.walk())


def _from_pasal(node: Node, heading: _Heading, address: Address) -> Iterator[Passage]:
    defining = _DEFINES.search(node.text) is not None
    if not defining and not any(child.kind == "ayat" for child in node.children):
        yield from _pieces(node, heading, address, node.kind)
        return
    own = replace(node, children=())
    if own.words:
        yield from _pieces(own, heading, address, node.kind)
    for child in node.children:
        yield from _pieces(child, heading, child.address or address, "definisi" if defining else child.kind)


def _from_container(node: Node, heading: _Heading, address: Address) -> Iterator[Passage]:
    """Children one by one; runs of plain text lines together, as one text of the container."""
    run: list[Node] = []
    own = replace(node, children=())
    if own.words and node.kind == "baris":
        yield from _pieces(own, heading, address, node.kind)
    elif own.words and node.kind != "tabel":
        run.append(own)
    for child in node.children:
        if child.kind == "teks" and not child.children:
            if not _is_furniture(child):
                run.append(child)
            continue
        yield from _from_run(run, heading, address)
        run = []
        yield from _walk(child, heading, address)
    yield from _from_run(run, heading, address)


def _from_run(run: Sequence[Node], heading: _Heading, address: Address) -> Iterator[Passage]:
    if not run:
        return
    if len(run) == 1 and run[0].address is not None:
        address = run[0].address
    for text, lines in _group([(node.words, node.lines) for node in run]):
        yield from _passage(address, "teks", heading, text, lines)


def _pieces(node: Node, heading: _Heading, address: Address, kind: str) -> Iterator[Passage]:
    """A provision whole where it is short, else cut at its items, each piece led by the provision's own words."""
    lead = node.text
    if len(node.words.split()) <= _LONGEST or not node.children:
        parts = [(part, node.lines) for part in _cut(node.words)]
    else:
        items = [(f"{child.label} {child.words}".strip(), child.lines) for child in node.children]
        short = lead if len(lead.split()) <= _LONGEST // 2 else ""
        parts = [(f"{short}\n{text}".strip(), lines) for text, lines in _group(items, _LONGEST - len(short.split()))]
        rest = "\n".join(part for part in ("" if short else lead, node.tail) if part)
        parts.extend((part, node.lines) for part in _cut(rest))
    reading = _read_row(node) if len(parts) == 1 else ""
    for text, lines in parts:
        yield from _passage(address, kind, heading, text, lines, reading)


def _read_row(node: Node) -> str:
    """The cells of a row with the names of their columns: "0,07" alone says nothing."""
    return "; ".join(f"{name.replace('_', ' ')}: {value}" for name, value in node.cells if value)


def _passage(
    address: Address, kind: str, heading: _Heading, text: str, lines: tuple[int, ...], reading: str = ""
) -> Iterator[Passage]:
    if len(text.split()) >= _SHORTEST:
        yield Passage(address.key, address, _kind(kind, f"{heading.line}\n{text}"), heading.line, text, lines, reading)


def _group(
    items: Iterable[tuple[str, tuple[int, ...]]], limit: int = _LONGEST
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Neighbouring items together while they fit; an item too long by itself is cut between words."""
    texts: list[str] = []
    lines: list[int] = []
    for whole, at in items:
        for text in _cut(whole, limit):
            if texts and sum(len(held.split()) for held in texts) + len(text.split()) > limit:
                yield "\n".join(texts), tuple(sorted(set(lines)))
                texts, lines = [], []
            texts.append(text)
            lines.extend(at)
    if texts:
        yield "\n".join(texts), tuple(sorted(set(lines)))


def _cut(text: str, limit: int = _LONGEST) -> list[str]:
    """A text in equal parts of at most `limit` words, cut between words."""
    words = text.split()
    if len(words) <= limit:
        return [text] if text else []
    count = -(-len(words) // limit)
    size = -(-len(words) // count)
    return [" ".join(words[start : start + size]) for start in range(0, len(words), size)]


@dataclass(frozen=True)
class Kind:
    """One kind of provision: its name, its label for people, and how it is recognised."""

    name: str
    label: str
    nodes: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]


@cache
def load_kinds() -> tuple[Kind, ...]:
    """The kinds of provision, in the order they are tried."""
    content = load_yaml(Path(__file__).parent / "kinds.yaml")
    return tuple(
        Kind(
            name,
            entry["label"],
            tuple(entry.get("nodes", ())),
            tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry.get("patterns", ())),
        )
        for name, entry in content.items()
    )


def _kind(node_kind: str, words: str) -> str:
    for kind in load_kinds():
        if node_kind in kind.nodes or any(pattern.search(words) for pattern in kind.patterns):
            return kind.name
    return node_kind
