"""The cue words that tell which fact a value is."""

from collections.abc import Collection, Mapping

from assistant.understand.loose import CLAUSE_ENDS, LooseBook, strongest
from assistant.understand.phrasebook import PhraseBook, PhraseHit
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field


class CueBook:
    """The cue words of all facts."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self._book = PhraseBook((cue, name) for name, field in fields.items() for cue in field.cues)
        self._loose = LooseBook(
            ((cue, n) for n, field in fields.items() if field.kind == "ya_tidak" for cue in field.cues), CLAUSE_ENDS
        )

    def find(self, text: Text, wanted: Collection[str]) -> list[PhraseHit[str]]:
        """Where the cues of these facts stand; each hit's payload is the fact."""
        return self._book.find(text, wanted.__contains__)

    def apart(self, text: Text, wanted: Collection[str]) -> list[PhraseHit[str]]:
        """Where the cue words of these yes-or-no facts stand apart."""
        return strongest(self._loose.find(text, wanted), lambda hit: hit.payload)
