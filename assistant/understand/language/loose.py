"""Phrases said in another order or with words between: "angka kredit ... ditetapkan siapa" for "menetapkan angka kredit"."""

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Generic

from assistant.understand.language.phrasebook import Payload, PhraseHit
from assistant.understand.language.remembered import Remembered
from assistant.understand.language.stems import bare, roots
from assistant.understand.language.text import Text

_WIDEST = 12  # words over which the words of one phrase may be spread
_FEWEST = 2  # words of a phrase that may be taken apart
_ENDS = frozenset(".?!;\n")
CLAUSE_ENDS = _ENDS | {",", "bisa", "boleh", "tapi", "tetapi", "but"}  # within one of several clauses
LITTLE = frozenset(
    {"di", "ke", "dari", "dan", "yang", "untuk", "dengan", "dalam", "atau", "pada", "to", "of", "the", "a", "for", "in"}
)


class LooseBook(Generic[Payload]):
    """Finds the phrases of a table whose words all stand near each other, in whatever order."""

    def __init__(self, entries: Iterable[tuple[str, Payload]], ends: frozenset[str] = _ENDS) -> None:
        """No phrase is found across one of the words or marks of `ends`."""
        self._ends = ends
        self._entries: list[tuple[tuple[str, ...], Payload]] = []
        self._of: dict[Payload, list[int]] = {}
        self._begins: dict[str, list[int]] = {}  # the phrases whose first word may take a form
        self._ends_in: dict[str, list[int]] = {}  # the same of their last one
        self._known: Remembered[Mapping[int, PhraseHit[Payload]]] = Remembered()
        for phrase, payload in entries:
            words = tuple(word for word in phrase.split() if word not in LITTLE)
            if len(words) >= _FEWEST and all(len(word) > 1 for word in words):  # "s" and "1" apart are no "S1"
                self._of.setdefault(payload, []).append(len(self._entries))
                for word, known in ((words[0], self._begins), (words[-1], self._ends_in)):
                    for form in {word, *roots(word)}:
                        known.setdefault(form, []).append(len(self._entries))
                self._entries.append((words, payload))

    def find(self, text: Text, wanted: Collection[Payload]) -> Iterator[PhraseHit[Payload]]:
        """The narrowest place of each phrase that is there, for the payloads wanted."""
        hits = self._known.of(text, lambda: self._all(text))
        own = [entry for payload in {*wanted} for entry in self._of.get(payload, ())] if hits else ()
        return (hits[entry] for entry in sorted(own) if entry in hits)

    def _all(self, text: Text) -> Mapping[int, PhraseHit[Payload]]:
        """The narrowest place of each phrase, by its number."""
        spots = _spots(text)
        begun = {entry for form in spots for entry in self._begins.get(form, ())}
        ended = {entry for form in spots for entry in self._ends_in.get(form, ())}
        found = ((entry, self._hit(text, entry, spots)) for entry in begun & ended)
        return {entry: hit for entry, hit in found if hit is not None}

    def _hit(self, text: Text, entry: int, spots: Mapping[str, Sequence[int]]) -> PhraseHit[Payload] | None:
        words, payload = self._entries[entry]
        places = [*itertools.takewhile(bool, (_places(word, spots) for word in words))]
        span = _narrowest(places, text, self._ends) if len(places) == len(words) else None
        return PhraseHit(*span, payload, words, exact=False) if span is not None else None


def strongest(
    hits: Iterable[PhraseHit[Payload]], fact: Callable[[PhraseHit[Payload]], str]
) -> list[PhraseHit[Payload]]:
    """For each fact the hit that most words speak for, of those as long the one that stands closest."""
    best: dict[str, PhraseHit[Payload]] = {}
    for hit in hits:
        other = best.get(fact(hit))
        if other is None or (hit.length, other.last - other.first) > (other.length, hit.last - hit.first):
            best[fact(hit)] = hit
    return list(best.values())


def _spots(text: Text) -> Mapping[str, Sequence[int]]:
    """Where each form of each word of a text stands."""
    spots: dict[str, list[int]] = {}
    for at, word in enumerate(text.words):
        for form in {word.text, bare(word.text), *roots(word.text)}:
            spots.setdefault(form, []).append(at)
    return spots


def _places(word: str, spots: Mapping[str, Sequence[int]]) -> list[int]:
    return sorted({at for form in (word, *roots(word)) for at in spots.get(form, ())})


def _narrowest(places: list[list[int]], text: Text, ends_here: frozenset[str]) -> tuple[int, int] | None:
    """The shortest run of words within one sentence that holds every word of a phrase, each at its own place."""
    best: tuple[int, int] | None = None
    for start in sorted({at for each in places for at in each}):
        ends = [next((at for at in each if at >= start), None) for each in places]
        if None in ends or len(set(ends)) < len(ends):
            continue
        last = max(at for at in ends if at is not None)
        whole = not any(word.text in ends_here for word in text.words[start:last])
        if whole and last - start < _WIDEST and (best is None or last - start < best[1] - best[0]):
            best = (start, last)
    return best
