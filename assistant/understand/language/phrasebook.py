"""Phrases looked up in a text, longest first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.understand.language.remembered import Remembered
from assistant.understand.language.stems import bare, roots, same_act
from assistant.understand.language.text import OWNERS, Text, same_word

Payload = TypeVar("Payload")
_ABBREVIATED = 3  # letters of a word that is shortened before a full stop: "tk.", "gol."
_JOINED = frozenset("-/.'’")  # marks that may stand inside a phrase: "S-1", "sosial-kultural"


@dataclass(frozen=True)
class PhraseHit(Generic[Payload]):
    """A phrase found: words `first` to `last` of the text, and what it stands for."""

    first: int
    last: int
    payload: Payload
    phrase: tuple[str, ...]
    exact: bool = True  # said as the phrase is written, not in another form of its verb

    @property
    def length(self) -> int:
        """How many words the phrase has."""
        return len(self.phrase)


class PhraseBook(Generic[Payload]):
    """Finds every phrase of a table in a text; several payloads may share one phrase."""

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        self._known: Remembered[Sequence[PhraseHit[Payload]]] = Remembered()
        self._forms: dict[str, list[str]] = {}  # root of a verb -> the first words of phrases that are forms of it
        for phrase, payload in entries:
            words = tuple(phrase.split())
            if words:
                self._by_first.setdefault(words[0], []).append((words, payload))
        for first in self._by_first:
            for root in roots(first):
                self._forms.setdefault(root, []).append(first)

    def find(self, text: Text, keep: Callable[[Payload], bool] | None = None) -> list[PhraseHit[Payload]]:
        """All hits (of the payloads to keep), those inside a longer hit left out."""
        hits = [hit for hit in self._known.of(text, lambda: self._all(text)) if keep is None or keep(hit.payload)]
        return [hit for hit in hits if not any(_inside(hit, other) for other in hits)]

    def _all(self, text: Text) -> Sequence[PhraseHit[Payload]]:
        """Every hit."""
        return [hit for at in range(len(text.words)) for hit in self._at(text, at)]

    def _at(self, text: Text, at: int) -> Iterable[PhraseHit[Payload]]:
        said = text.words[at].text
        forms = (first for root in sorted(roots(said)) for first in self._forms.get(root, ()))
        firsts = dict.fromkeys([said, bare(said), *forms, *(sorted(OWNERS) if said in OWNERS else ())])
        for first in firsts:
            for words, payload in self._by_first.get(first, ()):
                found = _match(text, at, words)
                if found is not None:
                    yield PhraseHit(at, found[0], payload, words, found[1])


def _match(text: Text, at: int, words: tuple[str, ...]) -> tuple[int, bool] | None:
    """The last word of a phrase that begins here, and whether every word of it is said as written."""
    last, exact = at, True
    for word in words:
        while at < len(text.words) and text.words[at].text in _JOINED and at > last and not _ends(text, at):
            at += 1
        if at >= len(text.words):
            return None
        said = text.words[at].text
        same = same_word(said, word)
        if not same and bare(said) != word and not same_act(said, word):
            return None
        exact &= same
        last, at = at, at + 1
    return last, exact


def _ends(text: Text, at: int) -> bool:
    """Whether a full stop here ends a sentence: "tesnya gagal. Tugas belajar ..."; "Tk. I" and "S.1" go on."""
    if text.at(at) != "." or not 0 < at < len(text.words) - 1:
        return False
    before, stop, behind = text.words[at - 1 : at + 2]
    return stop.end < behind.start and before.end - before.start > _ABBREVIATED


def _inside(hit: PhraseHit[Payload], other: PhraseHit[Payload]) -> bool:
    """Whether another hit says more: it is longer, or as long and said as it is written."""
    if other.first > hit.first or hit.last > other.last:
        return False
    return other.length > hit.length or (other.length == hit.length and other.exact and not hit.exact)
