"""The cue words that tell which fact a value is."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from assistant.understand.loose import CLAUSE_ENDS, LooseBook, strongest
from assistant.understand.phrasebook import PhraseBook, PhraseHit
from assistant.understand.polarity import load_polarity
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field, spelling_words

_OWNED = "nya"


class CueBook:
    """The cue words of all facts."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        entries = [(cue, name) for name, field in fields.items() for cue in field.cues]
        plain = [(cue, name) for cue, name in entries if fields[name].kind == "ya_tidak"]
        owned = [(said, name) for cue, name in plain for said in _owned(cue)]
        self._book = PhraseBook([*entries, *owned])
        self._loose = LooseBook([*plain, *owned], CLAUSE_ENDS)

    def find(self, text: Text, wanted: Collection[str]) -> list[PhraseHit[str]]:
        """Where the cues of these facts stand; each hit's payload is the fact."""
        return self._book.find(text, wanted.__contains__)

    def apart(self, text: Text, wanted: Collection[str]) -> list[PhraseHit[str]]:
        """Where the cue words of these yes-or-no facts stand apart; "cukup tidak?" is no "tidak cukup"."""
        no = load_polarity().no
        hits = (hit for hit in self._loose.find(text, wanted) if hit.phrase[0] not in no or text.at(hit.first) in no)
        return strongest(hits, lambda hit: hit.payload)


def _owned(cue: str) -> Iterator[str]:
    """A cue with "nya" behind a word of it, where the field knows that form, so that it is read as it is written."""
    words = cue.split()
    for at, word in enumerate(words):
        if f"{word}{_OWNED}" in _owned_words():
            yield " ".join([*words[:at], f"{word}{_OWNED}", *words[at + 1 :]])


@cache
def _owned_words() -> frozenset[str]:
    """The words that some fact's phrases hold with "nya" behind them: the speller leaves it there for all facts."""
    return frozenset(word for phrase in spelling_words() for word in phrase.split() if word.endswith(_OWNED))
