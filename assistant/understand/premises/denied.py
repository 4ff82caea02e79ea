"""What is said not to be so that a provision says to be: "organisasi profesi tidak termasuk penyelenggara pembelajaran"."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from assistant.understand.clues import Clues
from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Speller, Text
from assistant.understand.premises.contradictions import Search
from assistant.understand.premises.figures import telling
from assistant.understand.premises.statutes import Statutes
from assistant.understand.premises.taken import claims, taken_before
from corpus.address import Address
from corpus.data import load_yaml
from corpus.library import Corpus

_SURE = 0.5  # how surely the search takes the first provision for the one that is meant
_SHARED = 0.3  # of the weight of what is denied: what the provision says of it
_SUBJECT = 2  # words that say what is denied


@cache
def load_denied() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}


@dataclass(frozen=True)
class Denied:
    """Holds what a message denies against the words of provisions that deny nothing."""

    corpus: Corpus
    speller: Speller
    search: Search
    statutes: Statutes

    def contradicted(self, clues: Clues, scope: Collection[str], *, of_case: bool) -> Address | None:
        """The provision that says of a thing what a clause denies of it; of a case told, what it claims to be so."""
        start, end = clues.at, clues.at + len(clues.text.raw)
        denied = [said for said in taken_before(clues.whole, start, end) if _denies(said, of_case)]
        hits = self.search(clues.text.raw, k=1, regulations=scope or None) if denied else ()
        if not hits or hits[0].score < _SURE:
            return None
        place = hits[0].address
        if self.speller.read(self.corpus.node(place).words).has(*load_denied()["restricting"]):
            return None
        words = self.statutes.words_at(place)
        return place if any(self._tells(words, said) for said in denied) else None

    def _tells(self, words: frozenset[str], said: Text) -> bool:
        """Whether a provision tells of what a clause denies, and of what it denies it."""
        of_what = _subject(_before(said))
        if of_what and self.statutes.share(of_what, words) < _SHARED:
            return False
        subject = _subject(said)
        return len(subject) >= _SUBJECT and self.statutes.share(subject, words) >= _SHARED


def _denies(said: Text, of_case: bool) -> bool:
    """Whether a clause denies something outright, and of nobody's own."""
    table = load_denied()
    if of_case and not (claims(said) or said.has(*table["ruling"])):
        return False
    words = [word.text for word in said.words if not word.is_mark]
    if any(word[0].isdigit() for word in words):  # "2 orang tidak bisa hadir" tells of a case
        return False
    only_asks = words[-1:] and words[-1] in table["denying"]
    return said.has(*table["denying"]) and not (said.has(*table["open"]) or only_asks or is_personal(said.words))


def _before(said: Text) -> Text:
    """The words before the one that denies."""
    denying = load_denied()["denying"]
    return Text(said.raw, tuple(takewhile(lambda word: word.text not in denying, said.words)))


def _subject(said: Text) -> frozenset[str]:
    table = load_denied()
    return telling(said) - {*table["denying"], *table["idle"]}
