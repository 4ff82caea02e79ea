"""A second, independent reading of "Pasal N ayat (m) huruf x": which targets inside the same regulation are wanted, and which are missing.

Written for the tests of the rebuilt texts: a wrongly restored ayat number or huruf shows as a reference that leads nowhere.
"""

import re
from collections.abc import Iterator

from corpus.tree import Node

_STEP = re.compile(r"Pasal (\d+)|ayat \((\d+)\)|huruf ([a-z])\b")
# Between two steps of one reference stand only these words.
_LINK = re.compile(r",?\s*(?:dan|atau|dan/atau|serta|sampai dengan|kecuali)?\s*")


def wanted(root: Node) -> Iterator[tuple[str, str]]:
    """Every reference of the articles: (place that refers, place it means)."""
    for node in root.walk():
        if node.address is None or node.address.pasal is None:
            continue
        for words in (node.text, node.tail):
            for place in _places(words, node.address.pasal, node.address.ayat):
                yield node.address.place, place


def missing(root: Node) -> list[tuple[str, str]]:
    """The references whose target does not exist."""
    places = {node.address.place for node in root.walk() if node.address}
    return [(place, target) for place, target in wanted(root) if target not in places]


def _places(words: str, pasal: int, ayat: int | None) -> Iterator[str]:
    end, at = None, (pasal, ayat)
    for step in _STEP.finditer(words):
        linked = end is not None and _LINK.fullmatch(words, end, step.start())
        if not linked:
            at = (pasal, ayat)
        if step[1]:
            at = (int(step[1]), None)
            yield f"Pasal {at[0]}"
        elif step[2]:
            at = (at[0], int(step[2]))
            yield f"Pasal {at[0]} ayat ({at[1]})"
        else:
            inside = f" ayat ({at[1]})" if at[1] else ""
            yield f"Pasal {at[0]}{inside} huruf {step[3]}"
        end = step.end()
