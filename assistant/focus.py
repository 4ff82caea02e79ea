"""From a provision that answers to the very item of it that does: down the tree while one item clearly fits best."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from corpus.tree import Node

Tokens = Callable[[str], Sequence[str]]

# Who asks for all of a list wants no single item of it.
_WHOLE_LIST = re.compile(
    r"\b(?:apa (?:saja|aja)|syarat(?:nya)?|persyaratan|dokumen|berkas|kelengkapan|daftar|semua|tahapan|langkah|sebutkan|jenis(?:nya)?"
    r"|macam|unsur|beda(?:nya)?|perbedaan"
    r"|what are|list|documents|papers|requirements|difference|differ)\b",
    re.IGNORECASE,
)
_ITEMS = ("ayat", "huruf", "angka", "butir")
CLEARLY = 1.3  # times the runner-up


def focus(question: str, node: Node, tokens: Tokens) -> Node:
    """The deepest provision inside `node` that alone answers the question; `node` itself when none stands out."""
    asked = set(tokens(question))
    whole = bool(_WHOLE_LIST.search(question))
    while True:
        items = [child for child in node.children if child.kind in _ITEMS and child.address is not None]
        if whole and any(child.kind != "ayat" for child in items):
            return node
        best = _standing_out(asked, items, tokens)
        if best is None:
            return node
        node = best


def _standing_out(asked: set[str], items: Sequence[Node], tokens: Tokens) -> Node | None:
    if not items:
        return None
    bags = [set(tokens(item.words)) for item in items]
    spread = Counter(token for bag in bags for token in bag)
    scores = [sum(1 / spread[token] for token in asked & bag) for bag in bags]
    ranked = sorted(range(len(items)), key=lambda i: scores[i], reverse=True)
    best = ranked[0]
    runner_up = scores[ranked[1]] if len(ranked) > 1 else 0.0
    return items[best] if scores[best] > 0 and scores[best] >= CLEARLY * runner_up else None
