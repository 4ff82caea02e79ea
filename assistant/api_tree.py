"""A provision as JSON: the tree of its parts, each with its words, citation and source lines."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from corpus.address import Address
from corpus.errata import Erratum
from corpus.library import Corpus
from corpus.metadata import Regulation, StatusNote
from corpus.references import Reference
from corpus.tree import Node

# Containers of attachments may hold hundreds of rows: their citation quotes their own words only.
_LONG = {"peraturan", "lampiran", "bagian_lampiran", "tabel", "pembukaan", "penutup"}
_HEADINGS = {"pembukaan", "bab", "bagian", "paragraf", "pasal", "penutup", "lampiran", "bagian_lampiran"}


class Links:
    """The cross-references of one regulation, both ways, as the tree shows them."""

    def __init__(self, corpus: Corpus, identity: str) -> None:
        self._out: dict[Address, list[Reference]] = {}
        self._in: dict[Address, list[Address]] = {}
        for reference in corpus.references_from(Address(identity)):
            self._out.setdefault(reference.source, []).append(reference)
            for target in reference.targets:
                sources = self._in.setdefault(target, [])
                if reference.source not in sources:
                    sources.append(reference.source)

    def of(self, node: Node) -> dict[str, Any]:
        """What a node's own words refer to, with the characters, and what refers to exactly it."""
        if node.address is None:
            return {}
        out = [_reference(found) for found in self._out.get(node.address, ())]
        into = [place(source) for source in self._in.get(node.address, ())]
        return {name: found for name, found in (("refers_to", out), ("referred_by", into)) if found}


def tree(corpus: Corpus, node: Node, links: Links) -> dict[str, Any]:
    """A node and all below it."""
    return {
        **_words(node),
        **links.of(node),
        "citation": _citation(corpus, node),
        "lines": list(node.lines),
        "children": [tree(corpus, child, links) for child in node.children],
    }


def leaves(node: Node, links: Links) -> dict[str, Any]:
    """A node and all below it without citations, for reading a whole regulation at once."""
    return {
        **_words(node),
        **links.of(node),
        "lines": [min(node.lines), max(node.lines)] if node.lines else [],
        "children": [leaves(child, links) for child in node.children],
    }


def outline(node: Node) -> list[dict[str, Any]]:
    """The headings below a node: BAB, Bagian, Paragraf, Pasal, Lampiran and its parts."""
    found = []
    for child in node.children:
        if child.kind in _HEADINGS:
            inner = [] if child.kind == "pasal" else outline(child)
            found.append({**_heading(child), "children": inner})
    return found


def regulation(corpus: Corpus, found: Regulation) -> dict[str, Any]:
    """What is known of one regulation: title, validity, counts."""
    return {
        "id": found.id,
        "short": found.short,
        "title": found.title,
        "number": found.number,
        "year": found.year,
        "jabatan": found.jabatan,
        "issuer": found.meta.get("issuer"),
        "ditetapkan": _day(found.meta.get("ditetapkan")),
        "diundangkan": _day(found.meta.get("diundangkan")),
        "url": f"/peraturan/{found.id}",
        "status": [status(note) for note in found.status],
        "absent": [{"place": a.address.place, "anchor": a.address.anchor, "reason": a.reason} for a in found.absent],
        "counts": _counts(corpus, found),
    }


def status(note: StatusNote) -> dict[str, Any]:
    """One note on validity, with its evidence."""
    return {
        "code": note.code,
        "message": note.message,
        "detail": note.detail,
        "source": note.source,
        "certainty": note.certainty,
        "dated": _day(note.dated),
        "places": note.places if isinstance(note.places, str) else [place.anchor for place in note.places],
    }


def erratum(found: Erratum) -> dict[str, Any]:
    """One mistake of the register: scan damage that was repaired, or the legislator's own."""
    return {
        "id": found.id,
        "kind": found.kind,
        "severity": found.severity,
        "words": found.words,
        "reading": found.reading,
        "reason": found.reason,
        "note": found.note,
        "lines": list(found.lines),
        "places": [place(at) for at in found.places],
    }


def place(address: Address) -> dict[str, str]:
    """Where a provision stands, as a link."""
    return {"label": address.place, "anchor": address.anchor, "url": address.url}


def first(nodes: Iterable[Node], fits: Callable[[Node], bool]) -> Node | None:
    """The first node that fits, None where none does."""
    return next((node for node in nodes if fits(node)), None)


def _words(node: Node) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": node.kind, "label": node.label, "title": node.title, "text": node.text}
    said["anchor"] = node.address.anchor if node.address else ""
    if node.tail:
        said["tail"] = node.tail
    if node.cells:
        said["cells"] = [list(cell) for cell in node.cells]
    if node.restored:
        said["restored"] = True
    return said


def _reference(found: Reference) -> dict[str, Any]:
    said = {"text": found.text, "start": found.start, "end": found.end, "within": found.within}
    return {**said, "targets": [place(target) for target in found.targets], "absent": found.absent}


def _heading(node: Node) -> dict[str, Any]:
    anchor = node.address.anchor if node.address else ""
    return {"kind": node.kind, "label": node.label, "title": node.title, "anchor": anchor}


def _citation(corpus: Corpus, node: Node) -> dict[str, Any] | None:
    if node.address is None:
        return None
    quote = node.text if node.kind in _LONG else None
    return {**corpus.cite(node.address).to_json(), **({} if quote is None else {"quote": quote})}


def _counts(corpus: Corpus, found: Regulation) -> dict[str, int]:
    kinds = [node.kind for node in found.root.walk()]
    counted = {kind: kinds.count(kind) for kind in ("bab", "pasal", "ayat", "huruf", "lampiran", "baris")}
    register = corpus.registers.get(found.id, ())
    counted["perbaikan_pindaian"] = sum(entry.kind == "pindaian" for entry in register)
    counted["kekeliruan_naskah"] = sum(entry.kind == "pembentuk" for entry in register)
    return counted


def _day(value: object) -> str | None:
    return value.isoformat() if isinstance(value, date) else None
