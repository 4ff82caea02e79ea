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
    home = nodes.get(parent) if parent else None
    return f"{what} {_holds(home, _unit(address), regulation)}" if home else what


def _holds(home: Node, unit: str, regulation: Regulation) -> str:
    """What a provision holds of the kind asked for: "Pasal 72 Permendag 94/2020 memuat ayat (1) sampai dengan ayat (3).\""""
    steps = [_step(child) for child in home.children if child.address and _unit(child.address) == unit]
    where = f"{home.address.place if home.address else ''} {regulation.short}".strip()
    if not steps:
        return f"{where} tidak mempunyai {unit}."
    if len(steps) == 1:
        return f"{where} hanya memuat {steps[0]}."
    return f"{where} memuat {steps[0]} sampai dengan {steps[-1]}."


def _unit(address: Address) -> str:
    """The unit of the last step of an address: "ayat", "huruf", "nomor", "Lampiran"."""
    place, parent = address.place, address.parent
    return (place[len(parent.place) :] if parent and parent.place else place).split()[0] if place else ""


def _step(node: Node) -> str:
    """The last step of an address: "ayat (3)", "huruf c", "Lampiran VI"."""
    place, parent = (node.address.place, node.address.parent) if node.address else ("", None)
    return place[len(parent.place) :].strip() if parent and parent.place else place
