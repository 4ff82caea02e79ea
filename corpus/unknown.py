"""What to tell a user who asks for a provision that does not exist."""

from collections.abc import Mapping

from corpus.address import Address
from corpus.metadata import Regulation
from corpus.tree import Node


def explain(regulations: Mapping[str, Regulation], nodes: Mapping[Address, Node], address: Address) -> str:
    """One or two plain Indonesian sentences: what does not exist, and what does."""
    regulation = regulations.get(address.regulation)
    if regulation is None:
        known = ", ".join(known.short for known in regulations.values())
        return f"Peraturan {address.regulation} tidak ada dalam koleksi ini. Yang tersedia: {known}."
    for absent in regulation.absent:
        if absent.address.contains(address):
            return absent.reason
    parent = address.parent
    if parent is not None and parent.place and parent not in nodes:
        return explain(regulations, nodes, parent)
    what = f"{address.place} tidak ada dalam {regulation.short}."
    if address.pasal is not None and parent is not None and not parent.place:
        last = max((at.pasal or 0 for at in nodes if at.regulation == address.regulation), default=0)
        return f"{what} Peraturan itu berakhir pada Pasal {last}."
    siblings = [child for child in nodes[parent].children if child.address] if parent and parent in nodes else []
    if parent is None or not parent.place:
        siblings = [child for child in siblings if child.kind == "lampiran"]
    return f"{what} {_range(regulation, parent, siblings)}"


def _range(regulation: Regulation, parent: Address | None, siblings: list[Node]) -> str:
    where = f"{parent.place} {regulation.short}" if parent and parent.place else regulation.short
    if not siblings:
        return f"{where} tidak dibagi lagi."
    first, last = (_step(node) for node in (siblings[0], siblings[-1]))
    return f"{where} memuat {first}." if first == last else f"{where} memuat {first} sampai dengan {last}."


def _step(node: Node) -> str:
    """The last step of an address: "ayat (3)", "huruf c", "Lampiran VI"."""
    place, parent = (node.address.place, node.address.parent) if node.address else ("", None)
    return place[len(parent.place) :].strip() if parent and parent.place else place
