"""What a message claims of a number, held against the provision that the search finds for it.

"Masa jabatan tim penilai yang 5 tahun itu", "dari tiga jenis jabatan PNS": the provision says another number, or names more things.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import takewhile
from pathlib import Path

from assistant.understand.clues import Clues
from assistant.understand.language.numerals import Numeral, find_numerals
from assistant.understand.language.signs import is_personal
from assistant.understand.language.stems import roots
from assistant.understand.language.text import Speller, Text
from assistant.understand.premises.asserted import Clause, clause_of, clauses, is_own, is_said, states
from assistant.understand.premises.contradictions import Search
from assistant.understand.premises.figures import telling
from assistant.understand.premises.granted import is_granted
from assistant.understand.premises.premises import nods
from assistant.understand.premises.taken import claims
from assistant.understand.premises.told_numbers import Told, numbers_in
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.amounts import read_amounts
from corpus.address import Address
from corpus.data import load_yaml
from corpus.library import Corpus
from corpus.tree import Node

_SURE = 0.35  # how surely the search takes the first provision for the one that is meant
_FOUND = 3  # provisions that may be meant
_FIRM = ("firm", "granted")
_KINDS = frozenset({"waktu", "persen", "kali", "orang", "jp", "kali setahun"})  # an age is told of a person
_FOCUSED, _OTHER = 0.6, 0.3  # of the words of the one thing said to be alone: those in one thing named, and in the next
_LEFT = 3  # words before "doang" that say what is left alone
_ANY = "atau"  # things of which one is enough
_PLAIN = 0.6  # the same, where it is only counted what it names
_LISTED = range(2, 16)  # how many things a list may have
_BEHIND = 3  # words behind a number among which stands what it counts
_ANY_DAY = date(2026, 1, 1)  # a provision's numbers hang on no day
_RELATIVE = "yang"
_NAMED = 6  # words before "yang" among which stands that a limit is meant
_HEAD = 8  # words before "meliputi" that name what a list is of


@cache
def load_held() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}


@dataclass(frozen=True)
class Held:
    """Holds the numbers of messages against the words of provisions."""

    corpus: Corpus
    speller: Speller
    search: Search

    def contradicted(
        self, clues: Clues, amounts: Sequence[Amount], scope: Collection[str], *, of_case: bool
    ) -> Address | None:
        """The provision that sets another number than the message says to be a rule's, or names more or fewer things.

        Where a case is told, only what is taken for a limit by name is a rule's: "batas lapor yang 30 hari".
        """
        text = clues.text
        told = [one for one in numbers_in(text, amounts) if _is_ruled(text, one, amounts, of_case=of_case)]
        counted = [one for one in find_numerals(text) if _counts(text, one)]
        alone = [one for one in clauses(text) if _says_only(text, one) and (not of_case or claims(one.text))]
        if not told and not counted and not alone:
            return None
        hits = self.search(text.raw, k=_FOUND, regulations=scope or None)
        if not hits or hits[0].score < _SURE:
            return None
        nodes = [self.corpus.node(hit.address) for hit in hits]
        numbered = (self._misnumbered(text, one, nodes) for one in told)
        listed = (self._mislisted(text, one, nodes[0]) for one in counted if hits[0].score >= _PLAIN)
        single = (
            self._not_alone(clause.text, node) for clause in alone for node in nodes[:1] if hits[0].score >= _PLAIN
        )
        return next((found for found in (*numbered, *listed, *single) if found is not None), None)

    def _misnumbered(self, text: Text, one: Told, nodes: Sequence[Node]) -> Address | None:
        """The first provision found, where it sets numbers of this kind, and none found nor its whole Pasal sets this one."""
        kinds = one.kinds & _KINDS
        if "waktu" in kinds and self.speller.read(nodes[0].words).has(*load_held()["times"]):
            return None  # so many times another time: what that comes to stands nowhere
        own = self._numbers(nodes[0], kinds)
        around = [number for node in nodes for number in self._numbers(self._whole(node), kinds)]
        if not own or any(one.is_(kind, number) for kind, number in around):
            return None
        allowed = text.at(one.first - 1) in load_held()["allowing"]  # "yang boleh 24 JP itu" where 30 are
        if allowed and any(number > Decimal(one.number) for _, number in own):
            return None
        return nodes[0].address

    def _mislisted(self, text: Text, one: Numeral, node: Node) -> Address | None:
        """The provision that names so many things of this kind, where it names another number of them."""
        things = {root for word in _counted(text, one) for root in roots(word) | {word}}
        for each in (node, self._above(node)):
            if each is None or len(each.children) < _LISTED.start or each.address is None:
                continue
            if things & self._heads(each) and len(each.children) != one.value:
                said = {numeral.value for numeral in find_numerals(self.speller.read(each.text))}
                return None if one.value in said else each.address
        return None

    def _not_alone(self, said: Text, node: Node) -> Address | None:
        """The provision that names several things of which a clause says that there is only one."""
        focus, rest = _focus(said)
        for each in (node, self._above(node)):
            if each is None or each.address is None or not focus or not rest & self._heads(each):
                continue
            shares = sorted(
                (len(focus & self._telling(thing)) / len(focus) for thing in self._things(each)), reverse=True
            )
            if len(shares) > 1 and shares[0] >= _FOCUSED and shares[1] <= _OTHER:
                return each.address
        return None

    def _things(self, node: Node) -> Sequence[str]:
        """The things that a provision names: its parts, or what commas part in its words."""
        if node.children:
            return [] if _ANY in node.words else [child.words for child in node.children]
        words = node.text.split(":")[0]
        at = max((words.find(f" {heading} ") for heading in load_held()["naming"]), default=-1)
        return [part for part in re.split(r",| dan(?:/atau)? ", words[at:]) if part.strip()] if at >= 0 else []

    def _telling(self, words: str) -> frozenset[str]:
        return telling(self.speller.read(words))

    def _heads(self, node: Node) -> frozenset[str]:
        """The words of what a list is of."""
        read = (word.text for word in self.speller.read(node.text).words if word.text.isalpha())
        words = [word for word in read if word not in load_held()["passed"]]
        at = next((at for at, word in enumerate(words) if word in load_held()["heading"] and at > 0), 0)
        return frozenset(root for word in words[max(0, at - _HEAD) : at] for root in roots(word) | {word})

    def _numbers(self, node: Node, kinds: frozenset[str]) -> list[tuple[str, Decimal]]:
        text = self.speller.read(node.words)
        found = (one for one in numbers_in(text, read_amounts(text, _ANY_DAY)) if not isinstance(one.number, str))
        return [(kind, Decimal(one.number)) for one in found for kind in one.kinds & kinds]

    def _whole(self, node: Node) -> Node:
        """The Pasal that a provision stands in; itself where it stands in none."""
        assert node.address is not None
        return (
            self.corpus.node(Address(node.address.regulation, pasal=node.address.pasal)) if node.address.pasal else node
        )

    def _above(self, node: Node) -> Node | None:
        assert node.address is not None
        above = node.address.parent
        return self.corpus.node(above) if above is not None and above.pasal is not None else None


def _is_ruled(text: Text, one: Told, amounts: Sequence[Amount], *, of_case: bool) -> bool:
    """Whether a number is said to be a rule's, or taken for one: "batas lapor yang 30 hari"."""
    if not one.kinds & _KINDS or isinstance(one.number, str) or text.at(one.first - 1) in load_held()["ranging"]:
        return False
    table, at = load_held(), one.first - 1
    limit = text.at(at) == _RELATIVE and Text(text.raw, text.words[max(0, at - _NAMED) : at]).has(*table["limits"])
    if limit or any(amount.first == one.first and is_granted(text, amount) for amount in amounts):
        return True
    return not of_case and states(text, one.first, one.last, nods()) in _FIRM


def _says_only(text: Text, clause: Clause) -> bool:
    """Whether a clause says that there is only one thing of a kind."""
    table = load_held()
    said = clause.text.has(*table["only"], *table["only_behind"])
    return said and is_said(text, clause, nods()) and not is_own(clause) and not is_personal(clause.text.words)


def _focus(said: Text) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the one thing that a clause leaves, and its other words."""
    table, words = load_held(), said.words
    ahead = next((at for at, word in enumerate(words) if word.text in table["only"]), None)
    behind = next((at for at, word in enumerate(words) if word.text in table["only_behind"]), None)
    if ahead is not None:
        first, last = ahead + 1, len(words)
    else:
        first, last = max(0, (behind or 0) - _LEFT), behind or 0
    inside = telling(Text(said.raw, words[first:last]))
    return inside, telling(Text(said.raw, (*words[:first], *words[last:])))


def _counts(text: Text, one: Numeral) -> bool:
    """Whether a number says how many things of a list there are, of nobody's own: "dari tiga jenis jabatan", "4 tahap"."""
    clause, table = clause_of(text, one.first), load_held()
    if clause is None or one.value not in _LISTED or is_own(clause) or is_personal(text.words):
        return False
    if text.at(one.first - 1) not in table["before"] and not (one.first == clause.first and text.has(*table["asking"])):
        return False
    return bool(_counted(text, one)) and text.at(one.last + 1) not in table["uncounted"]


def _counted(text: Text, one: Numeral) -> Sequence[str]:
    """The words that a number counts: those right behind it; of "rumpun yang lima itu" those before it."""
    table = load_held()
    behind = [text.words[at] for at in range(one.last + 1, len(text.words))]
    said = [word.text for word in takewhile(lambda word: not word.is_mark and word.text.isalpha(), behind)]
    named = [word for word in said if word not in table["kinds"]][:_BEHIND]
    if named and named[0] not in table["closing"]:
        return named
    alone = text.at(one.first - 1) in table["only"] and text.at(one.first - 2) == _RELATIVE
    last = one.first - (2 if alone else 1)  # of "metode yang cuma dua", "rumpun yang lima itu"
    return [text.at(at) for at in range(max(0, last - _BEHIND), last)] if named or alone else []
