"""Ratings of past years: "baik dua tahun terakhir" is baik and baik; years named put the newest first."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.understand.amount import Amount
from assistant.understand.context import Context
from assistant.understand.golongan import read_golongan
from assistant.understand.phrasebook import PhraseBook, PhraseHit
from assistant.understand.text import Text, overlaps
from assistant.understand.vocabulary import Field

_NEAR = 5  # words between a rating and what makes it one
_ALWAYS = (
    "selalu",
    "terus",
    "semua",
    "semuanya",
    "dua dua",
    "dua duanya",
    "dua 2",
    "keduanya",
    "berturut",
    "both",
    "always",
    "setiap tahun",
    "tiap tahun",
)
_TWICE = 2
_TOGETHER = 3  # words between ratings told in a row ("baik, tapi tahun lalu cukup" has three)
_JOINTS = frozenset(
    {
        "dan",
        "sama",
        "lalu",
        "lantas",
        "kemudian",
        "tapi",
        "namun",
        "serta",
        "and",
        "then",
        "but",
        "yang",
        "n",
        ",",
        "jadi",
    }
)
# How far back a word of time puts the rating beside it.
_AGES: tuple[tuple[str, int], ...] = (
    ("tahun sebelumnya", 2),
    ("sebelumnya", 2),
    ("before that", 2),
    ("tahun lalu", 1),
    ("tahun kemarin", 1),
    ("tahun kemarinnya", 1),
    ("last year", 1),
    ("tahun ini", 0),
    ("tahun terakhir", 0),
    ("terbaru", 0),
    ("this year", 0),
)
_WORDS_OF_TIME = frozenset(
    {
        "tahun",
        "lalu",
        "ini",
        "kemarin",
        "sebelumnya",
        "terakhir",
        "terbaru",
        "last",
        "this",
        "year",
        "before",
        "that",
        "pada",
    }
)
_ALSO = frozenset({"juga", "too"})
_NOT_YET = frozenset({"belum", "tanpa", "without"})
_TAKEN = frozenset({"pernah", "ikut", "mengikuti", "lulus", "punya", "ada", "dapat", "any"})  # between it and a course
_PLAIN_RATING = "baik"
_ELEMENTS = "semua_unsur_baik"


_ALWAYS_BOOK = PhraseBook((phrase, True) for phrase in _ALWAYS)


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
            ranks = [(start, end) for _, start, end in read_golongan(text)]
            short = _PLAIN_RATING in field.choices and name not in context.asked  # the "b" of III/b rates nobody
            hits = [hit for hit in self._books[name].find(text) if not short or len(text.at(hit.first)) > 1]
            hits = [hit for hit in hits if not overlaps(*text.span(hit.first, hit.last), ranks)]
            hits = [hit for hit in hits if not _of_elements(hit, cues, context, text)]
            meant = [hit for hit in hits if self._meant(text, hit, name, amounts, cues, context)]
            rated = _PLAIN_RATING in field.choices
            denied = [] if rated else _denied(text, [*hits, *(cue for cue in cues if cue.payload == name)])
            said = [hit for hit in _with_those_joined(text, hits, meant) if not _inside(hit, denied)]
            if denied and not said:
                yield field.name, (), *text.span(*denied[0])
            if said:
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
        rated = _PLAIN_RATING in self.fields[name].choices
        near = _NEAR if rated else _TWICE
        spots = [(cue.first, cue.last) for cue in cued] + [(a.first, a.last) for a in amounts if a.back]
        if rated and name in context.preferred:
            spots += [(first, last) for first, last, _ in _ages(text) if _gap(text, hit, first, last) <= 1]
        return any(_gap(text, hit, first, last) <= near for first, last in spots)

    def _order(self, text: Text, said: Sequence[PhraseHit[str]], amounts: Sequence[Amount]) -> list[str]:
        """Newest first; where each rating names its year, by year; "tahun lalu juga" tells the rating once more."""
        years = [a for a in amounts if a.is_year]
        if len(said) > 1 and len(years) == len(said):
            pairs = sorted(zip(years, said, strict=True), key=lambda pair: -pair[0].value)
            return [hit.payload for _, hit in pairs]
        ages = _ages(text)
        if len(said) == 1 and any(text.at(last + 1) in _ALSO and first > said[0].last for first, last, _ in ages):
            return [said[0].payload] * _TWICE
        if len(said) > 1 and len(ages) == len(said):
            by_age = sorted(zip(ages, said, strict=True), key=lambda pair: pair[0][2])
            return [hit.payload for _, hit in by_age]
        older = [hit for hit in said if any(age and last + 1 == hit.first for _, last, age in ages)]
        return [hit.payload for hit in (*(hit for hit in said if hit not in older), *older)]

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
        always = [hit for hit in _ALWAYS_BOOK.find(text) if _gap(text, said[0], hit.first, hit.last) <= _NEAR]
        return _TWICE if always else 1


def _with_those_joined(
    text: Text, hits: Sequence[PhraseHit[str]], meant: Sequence[PhraseHit[str]]
) -> list[PhraseHit[str]]:
    """The ratings meant, with those that only joints and words of time part from them."""
    said = list(meant)
    for around in (hits, hits[::-1]):
        for hit in around:
            if hit not in said and any(_goes_with(text, hit, other) for other in said):
                said.append(hit)
    return sorted(said, key=lambda hit: hit.first)


def _goes_with(text: Text, hit: PhraseHit[str], other: PhraseHit[str]) -> bool:
    first, second = sorted((hit, other), key=lambda each: each.first)
    between = [word.text for word in text.words[first.last + 1 : second.first]]
    told = all(word in _JOINTS or word in _WORDS_OF_TIME for word in between)
    return told and not text.parts_lines(first.last, second.first) and bool(between) and len(between) <= 2 * _TOGETHER


def _ages(text: Text) -> list[tuple[int, int, int]]:
    """Where words of time stand that say how far back a rating is: first and last word, and how far; longest first."""
    found: list[tuple[int, int, int]] = []
    for phrase, age in _AGES:
        words = phrase.split()
        for at in range(len(text.words) - len(words) + 1):
            last = at + len(words) - 1
            free = all(last < first or other < at for first, other, _ in found)
            if free and [word.text for word in text.words[at : last + 1]] == words:
                found.append((at, last, age))
    return sorted(found)


def _denied(text: Text, hits: Sequence[PhraseHit[str]]) -> list[tuple[int, int]]:
    """The words from a denial to what it denies right behind it: "belum (pernah ikut) diklatpim"."""
    found = []
    for hit in hits:
        at = hit.first - 1
        while text.at(at) in _TAKEN:
            at -= 1
        if text.at(at) in _NOT_YET:
            found.append((at, hit.last))
    return found


def _inside(hit: PhraseHit[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= hit.first and hit.last <= last for first, last in spans)


def _of_elements(hit: PhraseHit[str], cues: Sequence[PhraseHit[str]], context: Context, text: Text) -> bool:
    """Whether a rating is that of each element of an appraisal, which the calculator takes as a fact of its own."""
    elements = [cue for cue in cues if cue.payload == _ELEMENTS and _ELEMENTS in context.preferred]
    return any(_gap(text, hit, cue.first, cue.last) <= _NEAR for cue in elements)


def _gap(text: Text, hit: PhraseHit[str], first: int, last: int) -> int:
    low, high = (hit.last + 1, first) if first > hit.last else (last + 1, hit.first)
    between = text.words[low:high]
    if any(word.text in ".?!;" for word in between):
        return _NEAR + 1
    return sum(not word.is_mark for word in between)
