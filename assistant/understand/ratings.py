"""Ratings of past years: "baik dua tahun terakhir" is baik and baik; years named put the newest first."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.understand.amount import Amount
from assistant.understand.context import Context
from assistant.understand.phrasebook import PhraseBook, PhraseHit
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field

_NEAR = 5  # words between a rating and what makes it one
_ALWAYS = (
    "selalu",
    "terus",
    "semua",
    "semuanya",
    "dua dua",
    "keduanya",
    "berturut",
    "both",
    "always",
    "setiap tahun",
    "tiap tahun",
)
_TWICE = 2
_PLAIN_RATING = "baik"


class Ratings:
    """Reads the facts of kind daftar: a list of choices, newest first."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self.fields = {name: field for name, field in fields.items() if field.kind == "daftar"}
        self._books = {
            name: PhraseBook((said, choice) for choice, words in field.choices.items() for said in words)
            for name, field in self.fields.items()
        }

    def find(
        self, text: Text, amounts: Sequence[Amount], cues: Sequence[PhraseHit[str]], context: Context
    ) -> Iterator[tuple[str, tuple[str, ...], int, int]]:
        """Each list told: field, choices, and its characters."""
        for name, field in self.fields.items():
            if not (field.shared or name in context.named):
                continue
            said = [hit for hit in self._books[name].find(text) if self._meant(text, hit, name, amounts, cues, context)]
            if said:
                rated = _PLAIN_RATING in field.choices
                choices = self._order(text, said, amounts)
                choices = choices if rated else list(dict.fromkeys(choices))
                choices = choices * self._times(text, said, amounts) if rated and len(choices) == 1 else choices
                yield field.name, tuple(choices), *text.span(said[0].first, said[-1].last)

    def _meant(
        self,
        text: Text,
        hit: PhraseHit[str],
        name: str,
        amounts: Sequence[Amount],
        cues: Sequence[PhraseHit[str]],
        context: Context,
    ) -> bool:
        """Whether a word like "baik" stands beside a cue or a number of past years, or was asked for."""
        if any(a.short and a.first == hit.last + 1 for a in amounts):
            return False
        if name in context.asked and len(text.words) <= 2 * _NEAR:
            return True
        cued = [cue for cue in cues if cue.payload == name]
        near = _NEAR if _PLAIN_RATING in self.fields[name].choices else 1
        spots = [(cue.first, cue.last) for cue in cued] + [(a.first, a.last) for a in amounts if a.back]
        return any(_gap(text, hit, first, last) <= near for first, last in spots)

    def _order(self, text: Text, said: Sequence[PhraseHit[str]], amounts: Sequence[Amount]) -> list[str]:
        """Newest first; where each rating names its year, by year."""
        years = [a for a in amounts if a.is_year]
        if len(said) > 1 and len(years) == len(said):
            pairs = sorted(zip(years, said, strict=True), key=lambda pair: -pair[0].value)
            return [hit.payload for _, hit in pairs]
        return [hit.payload for hit in said]

    def _times(self, text: Text, said: Sequence[PhraseHit[str]], amounts: Sequence[Amount]) -> int:
        years = [int(a.value) // 12 for a in amounts if a.back and a.kind == "duration" and a.value % 12 == 0]
        years += [
            int(a.value) // 12
            for a in amounts
            if a.kind == "duration" and _gap(text, said[0], a.first, a.last) <= 1 and a.unit == "tahun"
        ]
        years += [int(a.value) for a in amounts if a.unit == "kali" and _gap(text, said[0], a.first, a.last) <= 1]
        if years:
            return max(1, min(years[0], 10))
        return _TWICE if text.has(*_ALWAYS) else 1


def _gap(text: Text, hit: PhraseHit[str], first: int, last: int) -> int:
    low, high = (hit.last + 1, first) if first > hit.last else (last + 1, hit.first)
    between = text.words[low:high]
    if any(word.text in ".?!;" for word in between):
        return _NEAR + 1
    return sum(not word.is_mark for word in between)
