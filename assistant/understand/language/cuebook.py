"""The cue words that tell which fact a value is."""

from collections.abc import Collection, Mapping

from assistant.understand.language.denial import is_choice
from assistant.understand.language.loose import CLAUSE_ENDS, LooseBook, strongest
from assistant.understand.language.phrasebook import PhraseBook, PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field


class CueBook:
    """The cue words of all facts."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        entries = [(cue, name) for name, field in fields.items() for cue in field.cues]
        self._book = PhraseBook(entries)
        self._loose = LooseBook([entry for entry in entries if fields[entry[1]].kind == "ya_tidak"], CLAUSE_ENDS)

    def find(self, text: Text, wanted: Collection[str]) -> list[PhraseHit[str]]:
        """Where the cues of these facts stand; each hit's payload is the fact."""
        return self._book.find(text, wanted.__contains__)

    def apart(self, text: Text, wanted: Collection[str]) -> list[PhraseHit[str]]:
        """Where the cue words of these yes-or-no facts stand apart; "cukup tidak?" is no "tidak cukup"."""
        no = load_polarity().no
        hits = (hit for hit in self._loose.find(text, wanted) if hit.phrase[0] not in no or text.at(hit.first) in no)
        said = (hit for hit in hits if not _only_asks(text, hit))
        return strongest(said, lambda hit: hit.payload)


def _only_asks(text: Text, hit: PhraseHit[str]) -> bool:
    """Whether a yes or no of a phrase only makes a question: "jadi tugas belajar tidak atau sudah telat"."""
    places = range(hit.first, hit.last + 1)
    return any(text.at(at) in hit.phrase and is_choice(text, at) for at in places)
