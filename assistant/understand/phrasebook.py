"""Phrases looked up in a text, longest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.understand.text import Text

Payload = TypeVar("Payload")
_JOINED = frozenset("-/.'’")  # marks that may stand inside a phrase: "S-1", "sosial-kultural"


@dataclass(frozen=True)
class PhraseHit(Generic[Payload]):
    """A phrase found: words `first` to `last` of the text, and what it stands for."""

    first: int
    last: int
    payload: Payload
    phrase: tuple[str, ...]

    @property
    def length(self) -> int:
        """How many words the phrase has."""
        return len(self.phrase)


class PhraseBook(Generic[Payload]):
    """Finds every phrase of a table in a text; several payloads may share one phrase."""

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        for phrase, payload in entries:
            words = tuple(phrase.split())
            if words:
                self._by_first.setdefault(words[0], []).append((words, payload))

    def find(self, text: Text, keep: Callable[[Payload], bool] | None = None) -> list[PhraseHit[Payload]]:
        """All hits (of the payloads to keep), those inside a longer hit left out."""
        hits = [hit for at in range(len(text.words)) for hit in self._at(text, at) if keep is None or keep(hit.payload)]
        return [hit for hit in hits if not any(_inside(hit, other) for other in hits)]

    def _at(self, text: Text, at: int) -> Iterable[PhraseHit[Payload]]:
        for words, payload in self._by_first.get(text.words[at].text, ()):
            last = _match(text, at, words)
            if last is not None:
                yield PhraseHit(at, last, payload, words)


def _match(text: Text, at: int, words: tuple[str, ...]) -> int | None:
    last = at
    for word in words:
        while at < len(text.words) and text.words[at].text in _JOINED and at > last:
            at += 1
        if at >= len(text.words) or text.words[at].text != word:
            return None
        last, at = at, at + 1
    return last


def _inside(hit: PhraseHit[Payload], other: PhraseHit[Payload]) -> bool:
    return other.length > hit.length and other.first <= hit.first and hit.last <= other.last
