"""All regulations together: find a provision, cite it, and know what is wrong with it.

`load_corpus()` reads a folder of `<id>.txt` with `<id>.yaml` (and, where the text needs them, `<id>.susunan.yaml`,
`<id>.errata*.yaml`, `<id>.tabel.yaml`). One more regulation is one more pair of files.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from corpus.address import Address
from corpus.citation import Citation
from corpus.data import load_sheet
from corpus.definitions import Definition, read_definitions
from corpus.errata import Erratum, load_errata
from corpus.errors import CorpusError, DataError, UnknownProvision
from corpus.layout import Drop, read
from corpus.metadata import Regulation, StatusNote, build
from corpus.parse import AttachmentParser, parse
from corpus.prose import flat
from corpus.references import Reference, cross_references
from corpus.tables import parse_lampiran
from corpus.tree import Node
from corpus.unknown import explain

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Corpus:
    """The regulations with their errata; every lookup is by address."""

    regulations: Mapping[str, Regulation]
    registers: Mapping[str, tuple[Erratum, ...]]
    drops: Mapping[str, tuple[Drop, ...]]
    hash: str
    _nodes: dict[Address, Node] = field(default_factory=dict, repr=False, compare=False)
    _touching: dict[Address, tuple[Erratum, ...]] = field(default_factory=dict, repr=False, compare=False)
    _noted: dict[Address, tuple[StatusNote, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for regulation in self.regulations.values():
            for node in regulation.root.walk():
                if node.address is not None:
                    self._nodes.setdefault(node.address, node)

    def node(self, address: Address) -> Node:
        """The provision at an address; UnknownProvision says in plain Indonesian what exists instead."""
        found = self._nodes.get(address)
        if found is None:
            raise UnknownProvision(explain(self.regulations, self._nodes, address))
        return found

    def find(self, place: str, regulation: str) -> Node:
        """The provision at a place, written as in the data files."""
        return self.node(Address.parse(place, regulation))

    def label(self, address: Address) -> str:
        """The address for people: "Pasal 72 ayat (3) huruf c Permendag 94/2020"."""
        regulation = self.regulations.get(address.regulation)
        return f"{address.place} {regulation.short if regulation else address.regulation}".strip()

    def cite(self, address: Address, quote: str | None = None) -> Citation:
        """A citation of a provision; a quote must stand in it word for word."""
        words = self.node(address).words
        if quote is not None and not self.holds(address, quote):
            raise CorpusError(f"{self.label(address)}: the quote {quote[:80]!r} does not stand in it word for word")
        return Citation(address, self.label(address), words if quote is None else quote)

    def holds(self, address: Address, quote: str) -> bool:
        """Whether a quote stands word for word in a provision, blanks aside."""
        wanted = flat(quote)
        return bool(wanted) and wanted in flat(self.node(address).words)

    def errata(self, address: Address) -> tuple[Erratum, ...]:
        """The mistakes that touch a provision: in it, inside it, or in the own words of one it stands in."""
        if address not in self._touching:  # asked for every cited provision of every answer
            register = self.registers.get(address.regulation, ())
            self._touching[address] = tuple(e for e in register if e.touches(address, self._own_lines))
        return self._touching[address]

    def status(self, address: Address) -> tuple[StatusNote, ...]:
        """What is known of the validity of a provision."""
        if address not in self._noted:  # as often as errata
            regulation = self.regulations.get(address.regulation)
            notes = regulation.status if regulation else ()
            self._noted[address] = tuple(note for note in notes if note.touches(address))
        return self._noted[address]

    def pasals(self, regulation: str) -> tuple[Node, ...]:
        """Every Pasal of a regulation, in order."""
        return tuple(node for node in self.regulations[regulation].root.walk() if node.kind == "pasal")

    def references_from(self, address: Address) -> tuple[Reference, ...]:
        """What a provision, or something in it, refers to in its own words."""
        return tuple(r for r in self._references.get(address.regulation, ()) if address.contains(r.source))

    def references_to(self, address: Address) -> tuple[Reference, ...]:
        """What refers to a provision or to something in it."""
        found = self._references.get(address.regulation, ())
        return tuple(r for r in found if any(address.contains(target) for target in r.targets))

    def definitions(self, regulation: str | None = None) -> tuple[Definition, ...]:
        """The defined terms of one regulation, or of all."""
        wanted = self.regulations if regulation is None else [regulation]
        return tuple(term for identity in wanted for term in self._definitions.get(identity, ()))

    @cached_property
    def _definitions(self) -> dict[str, tuple[Definition, ...]]:
        return {identity: tuple(read_definitions(known.root)) for identity, known in self.regulations.items()}

    @cached_property
    def _references(self) -> dict[str, tuple[Reference, ...]]:
        return {identity: cross_references(regulation) for identity, regulation in self.regulations.items()}

    @cached_property
    def _own_lines(self) -> dict[Address, tuple[int, ...]]:
        return {address: tuple({span.line for span in node.spans}) for address, node in self._nodes.items()}


def load_corpus(folder: Path | None = None, attachment: AttachmentParser = parse_lampiran) -> Corpus:
    """Read every regulation of a folder; slow enough (about a second) that callers keep the result."""
    home = folder or TEXTS
    texts = sorted(home.glob("*.txt"))
    if not texts:
        raise CorpusError(f"{home}: no regulation found; put <id>.txt and <id>.yaml there")
    regulations, registers, drops = {}, {}, {}
    for path in texts:
        identity = path.stem
        registers[identity] = load_errata(home, identity)
        regulations[identity], drops[identity] = _load(path, registers[identity], attachment)
    return Corpus(regulations, registers, drops, _hash(home))


def _load(path: Path, errata: Sequence[Erratum], attachment: AttachmentParser) -> tuple[Regulation, tuple[Drop, ...]]:
    raw = path.read_bytes()
    sheet = load_sheet(path.with_suffix(".yaml"))
    if not sheet.content:
        raise DataError(f"{path.stem}.yaml: the file is missing; write at least short, title, number and year")
    if sheet.get("sha256") not in (None, hashlib.sha256(raw).hexdigest()):
        raise sheet.wrong("sha256", sheet.get("sha256"), f"the text has {hashlib.sha256(raw).hexdigest()}")
    repairs = [(repair.line, repair.find, repair.replace) for erratum in errata for repair in erratum.repairs]
    reading = read(raw.decode("utf-8"), repairs, load_sheet(path.with_name(f"{path.stem}.susunan.yaml")))
    tables = load_sheet(path.with_name(f"{path.stem}.tabel.yaml")).content
    root = parse(path.stem, reading.lines, attachment, tables, sheet.mapping("lampiran"))
    return build(path.stem, sheet, root), reading.drops


def _hash(home: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(home.iterdir()):
        if path.suffix in (".txt", ".yaml", ".csv"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
