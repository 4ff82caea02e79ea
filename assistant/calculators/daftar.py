"""Lists of the law read from the tree: each item under its letter or number, without the joining "dan" or "atau"."""

import re
from dataclasses import dataclass

from assistant.calculators.law import Law
from assistant.calculators.values import Value
from corpus.address import Address
from corpus.errors import DataError

_JOINT = re.compile(r"(?:[;,.]\s*(?:dan/atau|dan|atau)?)\s*$")


@dataclass(frozen=True)
class Butir:
    """One item of a list."""

    label: str
    text: str
    address: Address


def read_list(law: Law, value: Value) -> tuple[Butir, ...]:
    """The items that stand below the provision a value names, in order; DataError when there are none."""
    if value.address is None:
        raise DataError(f"{value.name}/{value.key}: a list must stand in the corpus; give regulation and place")
    found = tuple(
        Butir(node.label.rstrip("."), _JOINT.sub("", node.words.strip()), node.address)
        for node in law.corpus.node(value.address).children
        if node.address is not None
    )
    if not found:
        raise DataError(f"{value.name}/{value.key}: {value.address.place} holds no list")
    return found
