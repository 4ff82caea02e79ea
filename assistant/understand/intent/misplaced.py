"""A provision named for a subject that it does not speak of: "pasal 60 soal ikatan dinas", where Pasal 37 is meant."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from assistant.understand.premises.premises import Correction
from corpus.address import Address
from corpus.data import load_yaml
from corpus.library import Corpus
from corpus.mentions import Mention
from corpus.tree import Node
from index.keywords import Tokenizer

_PASSED = 10  # words that may stand between the provision and the word that begins its subject
_LONGEST = 6  # words of a subject
_LITTLE, _MUCH = 0.25, 0.9  # of the weight of a subject's words: what a wrong Pasal has at most, the right one at least
_DEFINITIONS = 1  # the Pasal that says what words mean, and rules nothing
_USUAL = 0.25  # of all Pasal of a regulation: a word that stands in more of them tells no subject


@dataclass(frozen=True)
class Pages:
    """How often each index term stands in each Pasal, its chapter's title included, and how telling each term is."""

    terms: Mapping[Address, Mapping[str, int]]
    rows: Mapping[Address, str]  # the terms of each in their order, blanks around
    weight: Mapping[str, float]  # 0 for those that stand nearly everywhere


@cache
def load_misplaced() -> dict[str, frozenset[str]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "misplaced.yaml")
    return {name: frozenset(words) for name, words in raw.items()}


class Misplaced:
    """Holds the subject said of a Pasal against its words."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._tokens = Tokenizer()
        self._read: dict[str, Pages] = {}

    def contradicted(self, text: Text, mentions: Sequence[Mention], target: Address) -> Correction | None:
        """What the Pasal named first does not speak of, and the one that does; None where it does, or where no other does."""
        subject = subject_of(text, mentions)
        if not subject or target.pasal is None:
            return None
        pages = self._pages(target.regulation)
        said = set(self._tokens.terms(subject))
        whole = sum(pages.weight.get(term, 0) for term in said)
        if not whole or not said <= pages.weight.keys():  # a word that no Pasal has may stand for one that they have
            return None
        here = Address(target.regulation, pasal=target.pasal)
        shares = {
            place: sum(pages.weight[t] for t in said & terms.keys()) / whole for place, terms in pages.terms.items()
        }
        phrase = f" {' '.join(self._tokens.terms(subject))} "
        nearest = {place: (shares[place], pages.rows[place].count(phrase)) for place in shares}
        best = max(
            shares, key=lambda place: (*nearest[place], min(_density(pages.terms[place], term) for term in said))
        )
        if shares.get(here, 1.0) > _LITTLE or shares[best] < _MUCH:
            return None
        label = self._corpus.label
        return Correction(
            f"{label(here)} tidak menyebut “{subject}”; yang paling dekat dengan itu {label(best)}.", best
        )

    def _pages(self, regulation: str) -> Pages:
        if regulation not in self._read:
            self._read[regulation] = self._pages_of(regulation)
        return self._read[regulation]

    def _pages_of(self, regulation: str) -> Pages:
        root = self._corpus.regulations[regulation].root
        read = {place: self._tokens.terms(words) for place, words in _passages(root, "")}
        terms = {place: Counter(each) for place, each in read.items()}
        counts = Counter(term for each in terms.values() for term in each)
        usual = max(2.0, _USUAL * len(terms))
        rows = {place: f" {' '.join(each)} " for place, each in read.items()}
        return Pages(terms, rows, {t: math.log(len(terms) / n) if n <= usual else 0.0 for t, n in counts.items()})


def _density(terms: Mapping[str, int], term: str) -> float:
    """How much of a Pasal is this term: a short one that speaks of it goes before a long one that mentions it."""
    return terms[term] / sum(terms.values())


def subject_of(text: Text, mentions: Sequence[Mention]) -> str:
    """The subject that a message says the provision has that it names first, in its words; "" where it says none."""
    table = load_misplaced()
    named = [place for mention in mentions for place in text.places(mention.start, mention.end)]
    behind = [at for at in range(min(named, default=0), len(text.words)) if at not in named]
    first = None
    for at in behind[: _PASSED + 1]:
        if text.at(at) in table["about"]:
            first = at + 1
        elif first is not None or not (text.at(at).isdecimal() or text.at(at) in table["passing"] | table["law"]):
            break
    if first is None:
        return _subject_before(text, min(named, default=0))
    last = first
    while last < min(first + _LONGEST, len(text.words)) and not _ends(text, last):
        last += 1
    if all(text.at(at) in table["empty"] for at in range(first, last)):
        return ""
    start, end = text.span(first, last - 1)
    return text.raw[start:end]


def _subject_before(text: Text, place: int) -> str:
    """The subject said to stand in the provision that begins at a place: "soal organisasi profesi diatur di Pasal 60"."""
    table = load_misplaced()
    at = place - 1
    while at >= 0 and text.at(at) in table["within"]:
        at -= 1
    if at < 1 or text.at(at) not in table["standing"]:
        return ""
    last = at - 1
    while last >= 0 and text.at(last) in table["passing"] | table["ends"]:
        last -= 1
    first = last
    while first > 0 and not text.words[first - 1].is_mark and text.at(first - 1) not in table["about"]:
        first -= 1
    words = {text.at(n) for n in range(first, last + 1)}
    if last < 0 or last - first >= _LONGEST or words & table["asking"] or words <= table["empty"]:
        return ""
    start, end = text.span(first, last)
    return text.raw[start:end]


def _ends(text: Text, at: int) -> bool:
    return text.words[at].is_mark or text.at(at) in load_misplaced()["ends"]


def _passages(node: Node, titles: str) -> Iterator[tuple[Address, str]]:
    """Every Pasal that rules something, with the titles it stands under and its words."""
    if node.kind == "pasal" and node.address is not None:
        if node.address.pasal != _DEFINITIONS:
            yield node.address, f"{titles} {node.words}"
        return
    for child in node.children:
        yield from _passages(child, f"{titles} {node.title}")
