"""What the five texts say outright of who does a thing and what it needs, held against a clause taken for a fact."""

import math
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.understand.language.text import Speller, Text
from assistant.understand.premises.doers import (
    Doer,
    act_of,
    acts_in,
    doers,
    load_outcome,
    office_words,
    offices_in,
    same_office,
)
from assistant.understand.premises.figures import telling
from assistant.understand.premises.premises import Correction
from corpus.address import Address
from corpus.library import Corpus
from corpus.prose import flat
from corpus.tree import Node

_FULL, _MOST = (
    0.85,
    0.6,
)  # of the weight of a clause's subject: what a provision about it has at least, who does it or what it needs
_SOME = 0.25  # the same of all the words of a message
_LIKE = 0.15  # how much less another may have and still be about it
_LONGEST = 260  # characters of a provision that a correction quotes
_NEAR = 5  # words beyond their number among which those of what is needed stand together
_TELLING = 6.0  # weight of the words that say what is spoken of
_SUBJECT = 2  # telling words that say what is spoken of
_KINDS = frozenset({"ayat", "huruf", "angka", "pasal"})


@dataclass(frozen=True)
class Rule:
    """One provision that rules something: its own words, and those it stands under."""

    address: Address
    text: Text
    own: frozenset[str]
    words: frozenset[str]
    doers: tuple[Doer, ...]
    offices: frozenset[str]  # those named in it or above it
    acts: frozenset[str]


class Statutes:
    """The provisions of all texts, read on the first question that needs them."""

    def __init__(self, corpus: Corpus, speller: Speller) -> None:
        self._corpus = corpus
        self._speller = speller

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        return tuple(
            rule
            for regulation in self._corpus.regulations.values()
            for child in regulation.root.children
            for rule in self._read(child, "")
        )

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(word for rule in self._rules for word in rule.words)

    def _read(self, node: Node, above: str) -> Iterator[Rule]:
        if node.kind in _KINDS and node.address is not None and node.text and node.address.pasal not in (None, 1):
            text = self._speller.read(flat(node.text))
            own = telling(text)
            heads = telling(self._speller.read(above))
            around = self._speller.read(f"{above} {flat(node.text)}")
            yield Rule(node.address, text, own, own | heads, tuple(doers(text)), offices_in(around), acts_in(around))
        passed = node.text if node.kind in _KINDS else node.title
        for child in node.children:
            yield from self._read(child, f"{above} {passed}")

    def _weight(self, word: str) -> float:
        return math.log(1 + len(self._rules) / (1 + self._counts[word]))

    def _of_position(self, said: Text, rule: Rule) -> bool:
        """Whether a position that is named is the rule's own, or stands in it ("kepemimpinan pengawas" is none)."""
        named = [r.jabatan for r in self._corpus.regulations.values() if r.jabatan and said.has(r.jabatan)]
        own = self._corpus.regulations[rule.address.regulation].jabatan
        return own in named or {*named} <= rule.words

    def _about(self, subject: frozenset[str], rule: Rule) -> float:
        return self.share(subject, rule.words)

    def share(self, subject: Collection[str], words: Collection[str]) -> float:
        """How much of the weight of some words others have."""
        whole = sum(map(self._weight, subject))
        return sum(map(self._weight, {*subject} & {*words})) / whole if whole else 0.0

    def known(self, words: Collection[str]) -> frozenset[str]:
        """Those of some words that any provision has."""
        return frozenset(word for word in words if self._counts[word])

    def words_at(self, place: Address) -> frozenset[str]:
        """The words of a provision with those above it and right below it."""
        own = (rule.words for rule in self._rules if place in (rule.address, rule.address.parent))
        return frozenset(word for words in own for word in words)

    def beside(self, place: Address) -> list[Rule]:
        """The provisions of the same Pasal."""
        whole = (place.regulation, place.pasal)
        return [rule for rule in self._rules if (rule.address.regulation, rule.address.pasal) == whole]

    def named(self, office: str, act: str, regulation: str) -> list[Rule]:
        """The provisions of a regulation that name an office, and an act where one is given."""
        rules = (rule for rule in self._rules if rule.address.regulation == regulation and office in rule.offices)
        return [rule for rule in rules if not act or act in rule.acts]

    def other_doer(self, said: Text, doer: Doer, scope: Collection[str]) -> Iterator[Correction]:
        """Who does it, where every provision about it names another."""
        subject = telling(said) - office_words(said) - _idle(said)
        if len(subject) < _SUBJECT or sum(map(self._weight, subject)) < _TELLING:
            return
        like = [rule for rule in self._rules if _of(rule, scope) and any(d.acts & doer.acts for d in rule.doers)]
        best = self._best(subject, like)
        best = [rule for rule in best if len(subject & rule.own) * 2 > len(subject) and self._of_position(said, rule)]
        named = [(rule, {d.office for d in rule.doers if d.acts & doer.acts}) for rule in best]
        if named and not any(same_office(doer.office, each) for _, offices in named for each in offices):
            yield from self._quoted(named[0][0])

    def agrees(self, said: Text, doer: Doer, scope: Collection[str]) -> bool:
        """Whether a provision about it names this office as the one who does it."""
        subject = telling(said) - office_words(said) - _idle(said)
        same = (
            rule
            for rule in self._rules
            if _of(rule, scope) and any(d.office == doer.office and d.acts & doer.acts for d in rule.doers)
        )
        return len(subject) > 0 and any(self.share(subject, rule.words) >= _MOST for rule in same)

    def needed(self, said: Text, needless: frozenset[str], scope: Collection[str], whole: Text) -> Iterator[Correction]:
        """The provision that demands what is said not to be needed; of a clause that says no more, by the rest of the message."""
        subject, table = telling(said) - needless - _idle(said), load_outcome()
        if not subject:
            yield from self._duty(telling(whole) - needless - _idle(whole), needless, scope)
            return
        like = [
            rule
            for rule in self._rules
            if needless <= rule.own and _of(rule, scope) and rule.text.has(*table["demanding"])
        ]
        best = [rule for rule in self._best(subject, like, _MOST) if self._stands_together(rule, needless)]
        if best and not any(rule.text.has(*table["exempting"]) for rule in best):
            yield from self._quoted(best[0], "Hal itu disyaratkan.")

    def _duty(self, around: frozenset[str], needed: frozenset[str], scope: Collection[str]) -> Iterator[Correction]:
        """The provision that makes a duty of something, where just these regulations may answer."""
        strictly = load_outcome()["strictly"]
        rules = [rule for rule in self._rules if scope and len(needed) >= _SUBJECT and needed <= rule.own]
        rules = [rule for rule in rules if _of(rule, scope) and rule.text.has(*strictly)]
        best = [rule for rule in self._best(around, rules, _SOME) if self._stands_together(rule, needed)]
        yield from self._quoted(best[0], "Hal itu diwajibkan.") if best else ()

    def _best(self, subject: frozenset[str], rules: list[Rule], least: float = _FULL) -> list[Rule]:
        shares = {rule.address: self._about(subject, rule) for rule in rules}
        most = max(shares.values(), default=0.0)
        if most < least:
            return []
        near = [rule for rule in rules if shares[rule.address] >= most - _LIKE]
        return sorted(near, key=lambda rule: (-shares[rule.address], -len(subject & rule.own), len(rule.text.words)))

    def _stands_together(self, rule: Rule, needless: frozenset[str]) -> bool:
        places = [at for at, word in enumerate(rule.text.words) if telling(Text("", (word,))) & needless]
        return any(
            {one for at in places if first <= at <= first + len(needless) + _NEAR for one in _word(rule.text, at)}
            >= needless
            for first in places
        )

    def _quoted(self, rule: Rule, otherwise: str = "") -> Iterator[Correction]:
        words = flat(rule.text.raw).rstrip(" ;.:,")
        whole = len(words) <= _LONGEST and not flat(rule.text.raw).rstrip().endswith(":")
        said = f"Yang ditetapkan adalah “{words}”." if whole else otherwise
        if said:  # what is too long to be told in one sentence may say more than this
            yield Correction(said, rule.address)


def _word(text: Text, at: int) -> frozenset[str]:
    return telling(Text("", (text.words[at],)))


def _of(rule: Rule, scope: Collection[str]) -> bool:
    return not scope or rule.address.regulation in scope


def _idle(said: Text) -> frozenset[str]:
    """The words of a clause that say an act, or how it is claimed, and not what it is about."""
    words = [word.text for word in said.words if not word.is_mark]
    idle = {word for word in words if act_of(word) and not word.startswith("pe")} | {*load_outcome()["idle"]}
    return telling(Text(said.raw, tuple(word for word in said.words if word.text in idle))) | idle
