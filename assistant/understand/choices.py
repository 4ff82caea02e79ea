"""Choices in free text: position, level, rank, degree, sanction, and any other fact with named choices."""

from collections.abc import Collection, Iterator, Mapping

from assistant.understand.claims import Value
from assistant.understand.golongan import read_golongan
from assistant.understand.phrasebook import PhraseBook, PhraseHit
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field

_RANKS = frozenset({"III/a", "IV/a"})


class Choices:
    """The named choices of all facts."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self.fields = {name: field for name, field in fields.items() if field.kind == "pilihan"}
        self.ranks = tuple(name for name, field in self.fields.items() if field.choices.keys() >= _RANKS)
        self._book = PhraseBook(
            (said, (name, choice))
            for name, field in self.fields.items()
            if name not in self.ranks
            for choice, words in field.choices.items()
            for said in words
        )

    def find(self, text: Text, wanted: Collection[str] | None = None) -> list[Value]:
        """Every choice named in a text, with the facts it could be (of those wanted; None for all)."""
        ranks = list(read_golongan(text))
        found = [self._rank(text, *rank) for rank in ranks]
        hits: dict[tuple[int, int], dict[str, str]] = {}
        for hit in self._book.find(text, lambda payload: wanted is None or payload[0] in wanted):
            name, choice = hit.payload
            start, end = text.words[hit.first].start, text.words[hit.last].end
            if self._said(text, hit) and not any(start < stop and begin < end for _, begin, stop in ranks):
                hits.setdefault((hit.first, hit.last), {}).setdefault(name, choice)
        found += [self._value(text, first, last, fits) for (first, last), fits in hits.items()]
        return sorted(found, key=lambda value: value.start)

    def _rank(self, text: Text, rank: str, start: int, end: int) -> Value:
        inside = [at for at, word in enumerate(text.words) if word.start < end and start < word.end]
        return Value(dict.fromkeys(self.ranks, rank), start, end, inside[0], inside[-1])

    def _value(self, text: Text, first: int, last: int, fits: dict[str, str]) -> Value:
        return Value(fits, text.words[first].start, text.words[last].end, first, last)

    def _said(self, text: Text, hit: PhraseHit[tuple[str, str]]) -> bool:
        """Whether a short everyday word ("muda", "utama") is meant as a choice."""
        field = self.fields[hit.payload[0]]
        source = next((f for f in self.fields.values() if f.short and f.choices.keys() == field.choices.keys()), field)
        if " ".join(hit.phrase) not in source.short:
            return True
        before = list(_words_before(text, hit.first, 2))
        alone = sum(not word.is_mark for word in text.words) <= 2
        return alone or any(" ".join(before[:n][::-1]) in source.short_after for n in (1, 2))


def _words_before(text: Text, at: int, count: int) -> Iterator[str]:
    for word in reversed(text.words[max(0, at - count) : at]):
        yield word.text
