"""From a provision that answers to the very item of it that does: down the tree while one item likely is the one.

Learned from questions whose item is known (eval/learn_focus.py): which words of the question few of the items hold, and
how like it is to the questions known to ask for each.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from assistant.understand.chances import load_weights
from corpus.address import Address
from corpus.tree import Node

Tokens = Callable[[str], Sequence[str]]
Likeness = Callable[[Sequence[Address]], Sequence[float]]

WEIGHTS = Path(__file__).parent / "focus.yaml"
TRAITS = ("words_ahead", "words", "like", "like_ahead")

# Who asks for all of a list wants no single item of it.
_WHOLE_LIST = re.compile(
    r"\b(?:apa (?:saja|aja)|syarat(?:nya)?|persyaratan|dokumen|berkas|kelengkapan|daftar|semua|tahapan|langkah|sebutkan|jenis(?:nya)?"
    r"|macam|unsur|beda(?:nya)?|perbedaan"
    r"|what are|list|documents|papers|requirements|difference|differ)\b",
    re.IGNORECASE,
)
_ITEMS = ("ayat", "huruf", "angka", "butir")


def focus(question: str, node: Node, tokens: Tokens, likeness: Likeness) -> Node:
    """The deepest provision inside `node` that alone answers the question; `node` itself when none likely does."""
    whole = wants_all(question)
    while True:
        items = items_of(node)
        if whole and any(item.kind != "ayat" for item in items):
            return node
        best = likeliest(question, items, tokens, likeness)
        if best is None:
            return node
        node = best


def likeliest(question: str, items: Sequence[Node], tokens: Tokens, likeness: Likeness) -> Node | None:
    """The one of several provisions that a question likely is about; None where none stands out."""
    if len(items) < 2:
        return None
    weights = load_weights(WEIGHTS)
    chances = weights.chances(np.array(traits_of(question, items, tokens, likeness)))
    best = int(chances.argmax())
    return items[best] if chances[best] >= weights.least else None


def wants_all(question: str) -> bool:
    """Whether all of a list is asked for."""
    return bool(_WHOLE_LIST.search(question))


def items_of(node: Node) -> list[Node]:
    """The items of a provision that can be cited."""
    return [child for child in node.children if child.kind in _ITEMS and child.address is not None]


def traits_of(question: str, items: Sequence[Node], tokens: Tokens, likeness: Likeness) -> list[tuple[float, ...]]:
    """What speaks for each item: words that few of them hold, and how like questions known to ask for it are."""
    said, bags = set(tokens(question)), [set(tokens(item.words)) for item in items]
    spread = Counter(token for bag in bags for token in bag)
    words = [sum(1 / spread[token] for token in said & bag) for bag in bags]
    like = likeness([item.address for item in items if item.address is not None])
    total, mean = sum(words) or 1.0, sum(like) / len(like)
    ahead, nearer = _ahead(words), _ahead(like)
    return [(ahead[at] / total, words[at], like[at] - mean, nearer[at]) for at in range(len(items))]


def _ahead(scores: Sequence[float]) -> list[float]:
    """How far each is ahead of the best of the others."""
    first, second = sorted(scores, reverse=True)[:2]
    return [score - (second if score == first else first) for score in scores]
