"""Where provisions stand, found by the steps that people name: all of them, or only some."""

from collections.abc import Iterable

from corpus.address import Address
from corpus.errors import DataError
from corpus.metadata import Regulation
from corpus.tokens import Step
from corpus.tree import Node
from corpus.unknown import explain

# Attachments number their rows in many ways and people mix the words up.
_ALIKE = {"angka": "nomor", "butir": "nomor", "baris": "nomor"}
_ORDINAL = {"Pertama": "Kesatu"}


def steps_of(address: Address) -> tuple[Step, ...]:
    """The steps of an address from the outside in: (("pasal", "72"), ("ayat", "3"), ("huruf", "c"))."""
    fields = (
        ("pasal", address.pasal),
        ("lampiran", address.lampiran),
        ("ayat", address.ayat),
        ("huruf", address.huruf),
        ("angka", address.angka),
    )
    return (*((unit, str(value)) for unit, value in fields if value is not None), *address.trail)


def address_of(regulation: str, steps: Iterable[Step]) -> Address | None:
    """The address that steps spell out, None where a number cannot be one ("ayat (4a)")."""
    address = Address(regulation)
    try:
        for unit, value in steps:
            address = _below(address, unit, value)
    except ValueError:
        return None
    return address


def _below(address: Address, unit: str, value: str) -> Address:
    known = {name: getattr(address, name) for name in ("pasal", "ayat", "huruf", "angka", "lampiran")}
    inner = {"pasal": (), "lampiran": (), "ayat": ("huruf", "angka"), "huruf": ("angka",), "angka": ()}
    free = not address.trail and known.get(unit) is None and not any(known[name] for name in inner.get(unit, ()))
    in_pasal = address.pasal is not None
    if unit in ("pasal", "lampiran") or (in_pasal and unit in inner and free):
        known[unit] = value if unit in ("huruf", "lampiran") else int(value)
        return Address(address.regulation, **known, trail=address.trail)
    return Address(address.regulation, **known, trail=(*address.trail, (unit, value)))


class Places:
    """The provisions of one regulation by their steps."""

    def __init__(self, regulation: Regulation) -> None:
        self.regulation = regulation
        self._exact: dict[tuple[Step, ...], Address] = {}
        self._ends: dict[tuple[Step, Step], list[Address]] = {}
        self._children: dict[Address, tuple[Address, ...]] = {}
        self.nodes: dict[Address, Node] = {}
        self.pasals: list[Address] = []
        for node in regulation.root.walk():
            self._enter(node)

    def _enter(self, node: Node) -> None:
        if node.address is None or node.address in self.nodes:
            return
        self.nodes[node.address] = node
        if node.kind == "pasal":
            self.pasals.append(node.address)
        steps = _folded(steps_of(node.address))
        if steps and steps not in self._exact:
            self._exact[steps] = node.address
            self._ends.setdefault((_alike(steps[0]), _alike(steps[-1])), []).append(node.address)
        self._children[node.address] = tuple(child.address for child in node.children if child.address)

    @property
    def last(self) -> str:
        """Where the regulation ends: "Pasal 82"."""
        return self.pasals[-1].place if self.pasals else ""

    def spelled(self, place: str) -> Address | None:
        """The provision at a place in the corpus' own form."""
        try:
            address = Address.parse(place, self.regulation.id)
        except DataError:
            return None
        return address if address in self.nodes else None

    def exactly(self, steps: tuple[Step, ...]) -> Address | None:
        """The provision at exactly these steps."""
        return self._exact.get(_folded(steps))

    def matching(self, steps: tuple[Step, ...]) -> tuple[Address, ...]:
        """The provisions meant by steps of which some in between may be left out; the exact one alone where it exists."""
        exact = self.exactly(steps)
        if exact is not None:
            return (exact,)
        wanted = [_alike(step) for step in _folded(steps)]
        found = self._ends.get((wanted[0], wanted[-1]), []) if wanted else []
        return tuple(a for a in found if _within(wanted, [_alike(step) for step in _folded(steps_of(a))]))

    def missing(self, steps: tuple[Step, ...]) -> str:
        """What to tell a person who asks for steps that lead nowhere: what exists instead."""
        address = address_of(self.regulation.id, steps)
        if address is None or address in self.nodes:
            return f"Ketentuan itu tidak ada dalam {self.regulation.short}."
        return explain({self.regulation.id: self.regulation}, self.nodes, address)

    def lacks(self, steps: tuple[Step, ...]) -> str:
        """Why the source lacks these steps although the regulation has them; "" where it does not."""
        address = address_of(self.regulation.id, steps)
        return next((a.reason for a in self.regulation.absent if address and a.address.contains(address)), "")

    def between(self, first: Address, last: Step) -> tuple[Address, ...]:
        """The provisions from one to a later sibling, both included; empty where the second does not follow."""
        siblings = self.pasals if last[0] == "pasal" else list(self._children.get(first.parent or first, ()))
        unit, value = _folded((last,))[0]
        ends = [s for s in siblings if _folded(steps_of(s))[-1] == (unit, value)]
        if first not in siblings or not ends or siblings.index(ends[0]) < siblings.index(first):
            return ()
        return tuple(siblings[siblings.index(first) : siblings.index(ends[0]) + 1])


def _folded(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple((unit, _ORDINAL.get(value, value).casefold()) for unit, value in steps)


def _alike(step: Step) -> Step:
    return _ALIKE.get(step[0], step[0]), step[1]


def _within(wanted: list[Step], steps: list[Step]) -> bool:
    rest = iter(steps)
    return all(step in rest for step in wanted)
