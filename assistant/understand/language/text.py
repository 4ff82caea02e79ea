"""A message as words: folded, everyday spellings made plain, misspelt words of the field put right, places kept."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA
from wordfreq import word_frequency

from assistant.understand.language.run_together import units_of_runs
from corpus.data import load_yaml

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]*[nN]['’`´][tT](?![^\W\d_])|[^\W\d_]+|[^\w\s]", re.UNICODE)
_VERBAL = "kan"  # makes a verb of a word, "nod, please" where it stands alone
_HYPHENED = re.compile(r"[^\W\d_]-$")
_APOSTROPHES = str.maketrans("", "", "'’`´")
_SHORTEST_DOUBLE = 3  # letters of a word that may be written twice: "sama2" is "sama sama", "S2" is not
_LAST_WORD = re.compile(r"([^\W\d_]+|[,;:.?!])[ \t]+$|\n\s*$")
_NEXT_WORD = re.compile(r"[ \t]+([^\W\d_]{3,})")
_SUFFIXES = ("nya", "ku", "mu")
_LOOSE = ("lah", "kah", "pun", "s")  # endings of many words that are whole as they stand ("masalah")
_CUT = "ny"  # "nya" as it is written in haste, a name's end as well ("Fanny")
_SHORTEST_STEM = 4  # letters of a word that is not the field's before an ending written in haste
_SHORTEST_TYPO = 4  # a shorter word has too many neighbours to be put right
_LONG = 8  # from this length on two slips are forgiven
_VOWELS = frozenset("aeiou")
_FOLDER = Path(__file__).parent
_TABLES = 4096  # tables of phrases kept as they are looked up
OWNERS = frozenset({"my", "his", "her", "their", "your", "our"})
Spans = Sequence[tuple[int, int]]  # characters, each from the first to behind the last


def overlaps(start: int, end: int, spans: Spans) -> bool:
    """Whether any of these spans shares a character with the one from start to end."""
    return any(start < stop and begin < end for begin, stop in spans)


def same_word(one: str, other: str) -> bool:
    """Whether two plain words tell the same: "her" and "my" both say only whose something is."""
    return one == other or {one, other} <= OWNERS


@cache
def _parted(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of some table."""
    return tuple(phrase.split())


@lru_cache(_TABLES)
def _padded(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases of some table with a blank on either side."""
    return tuple(f" {phrase} " for phrase in phrases)


@lru_cache(_TABLES)
def _by_first(phrases: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases of some table as words, by each word that their first one may be said as."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in map(_parted, phrases):
        first = words[0] if words else ""
        for form in OWNERS if first in OWNERS else (first,):
            found.setdefault(form, []).append(words)
    return {form: tuple(own) for form, own in found.items()}


@dataclass(frozen=True)
class Word:
    """One plain word and the characters of the message it came from."""

    text: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation."""
        return not self.text[0].isalnum()


@dataclass(frozen=True)
class Text:
    """A message and its plain words."""

    raw: str
    words: tuple[Word, ...]

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The plain words, marks among them."""
        return tuple(word.text for word in self.words)

    @cached_property
    def plain(self) -> str:
        """The plain words with blanks between."""
        return " ".join(self.said)

    @cached_property
    def bare(self) -> str:
        """The plain words without marks, with blanks between."""
        return " ".join(word.text for word in self.words if not word.is_mark)

    @cached_property
    def _fenced(self) -> str:
        """The plain words without marks, with a blank on either side of each."""
        return f" {self.bare} "

    @cached_property
    def length(self) -> int:
        """How many words it has; marks are none."""
        return sum(not word.is_mark for word in self.words)

    def at(self, place: int) -> str:
        """The plain word at a place; "" where there is none."""
        return self.said[place] if 0 <= place < len(self.said) else ""

    def before(self, place: int, count: int) -> str:
        """The plain words before a place, at most so many of them, with blanks between."""
        return " ".join(self.said[max(0, place - count) : place])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of the words from `first` to `last`."""
        return self.words[first].start, self.words[last].end

    def parts_lines(self, first: int, last: int) -> bool:
        """Whether a line ends between two words."""
        return "\n" in self.raw[self.words[first].end : self.words[last].start]

    def places(self, start: int, end: int) -> list[int]:
        """The words that these characters touch."""
        return [at for at, word in enumerate(self.words) if word.start < end and start < word.end]

    def has(self, *phrases: str) -> bool:
        """Whether any of these plain phrases stands in it as whole words; marks between them do not matter."""
        return any(map(self._fenced.__contains__, _padded(phrases)))

    def begins(self, place: int, *phrases: str) -> bool:
        """Whether any of these plain phrases stands from this word on."""
        known = _by_first(phrases)
        return "" in known or any(self._stands(place, words) for words in known.get(self.at(place), ()))

    def _stands(self, place: int, phrase: tuple[str, ...]) -> bool:
        """Whether these words stand from a place on."""
        said = self.said[place : place + len(phrase)]
        return said == phrase or (len(said) == len(phrase) and all(map(same_word, said, phrase)))

    def find(self, phrase: str) -> Iterator[tuple[int, int]]:
        """The first and the last word of each place where a plain phrase stands, marks counted as words."""
        wanted = _parted(phrase)
        if not wanted or wanted[0] not in self.said:
            return iter(())
        length = len(wanted)
        places = range(len(self.words) - length + 1)
        return ((at, at + length - 1) for at in places if self.said[at : at + length] == wanted)

    def says(self, *phrases: str) -> bool:
        """Whether any of these phrases stands in it as it was written, but for capitals."""
        return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", self.raw.casefold()) for phrase in phrases)


def _redoubles(raw: str, at: int) -> bool:
    """Whether the 2 at this place says the word before it once more ("rata2")."""
    before, after = raw[max(0, at - _SHORTEST_DOUBLE) : at], raw[at + 1 : at + 2]
    return len(before) == _SHORTEST_DOUBLE and before.isalpha() and not after.isalnum()


def _is_ending(raw: str, found: re.Match[str]) -> bool:
    """Whether this "kan" is the ending of the word that a hyphen parts it from."""
    return found[0].casefold() == _VERBAL and bool(_HYPHENED.search(raw[: found.start()]))


def _leaves_out_vowels(word: str, known: str) -> bool:
    """Whether all that a word lacks of a known one is vowels."""
    at = 0
    for letter in known:
        if at < len(word) and letter == word[at]:
            at += 1
        elif letter not in _VOWELS:
            return False
    return at == len(word)


@cache
def load_words(name: str) -> dict[str, str]:
    """A table of words beside this module."""
    loaded: dict[str, str] = load_yaml(_FOLDER / name)
    return loaded


@cache
def _unsure() -> dict[str, dict[str, Any]]:
    """Short spellings that only their neighbours make sure."""
    loaded: dict[str, dict[str, Any]] = load_yaml(_FOLDER / "unsure.yaml")
    return loaded


def _by_neighbours(raw: str, start: int, end: int) -> str:
    """What a short spelling on these characters stands for between its neighbours; "" where it is none."""
    entry = _unsure().get(raw[start:end].casefold())
    if entry is None:
        return ""
    before, behind = _LAST_WORD.search(raw[:start].casefold()), _NEXT_WORD.match(raw[end:].casefold())
    apart = start == 0 or before is not None
    if behind is None or not apart or behind[1] in entry["not_before"]:
        return ""
    known = behind[1] in entry.get("before", (behind[1],)) or (
        before is not None and before[1] in entry.get("after", ())
    )
    if not known or ("before" in entry and not raw[start:end].islower()):
        return ""
    return "" if before is not None and before[1] in entry["not_after"] else str(entry["means"])


class Speller:
    """Makes words plain: slang by table, suffixes and slips by likeness to the words of the field."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._slang = load_words("slang.yaml") | load_words("contractions.yaml")
        self._known = frozenset(word for phrase in vocabulary for word in phrase.split())
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= _SHORTEST_TYPO and word.isalpha():
                self._by_first.setdefault(word[0], []).append(word)
        self._joined = [word for word, plain in self._slang.items() if len(word) >= _LONG and " " in plain]
        self._cache: dict[str, str] = {}

    def read(self, raw: str) -> Text:
        """The plain words of a message."""
        words: list[Word] = []
        runs = units_of_runs(raw)
        for found in _TOKEN.finditer(raw):
            if found[0] == "2" and _redoubles(raw, found.start()):
                words[-1] = Word(words[-1].text, words[-1].start, found.end())
                words.append(Word(words[-1].text, words[-1].start, found.end()))
                continue
            if _is_ending(raw, found):  # "di-SK-kan" ends in no "kan"
                continue
            said = found[0].casefold()
            said = said.translate(_APOSTROPHES) or said  # "isn't" is looked up as "isnt"
            sure = runs.get(found.start()) or _by_neighbours(raw, *found.span()) or self.plain(said)
            for plain in sure.split():
                words.append(Word(plain, found.start(), found.end()))
        return Text(raw, tuple(words))

    def plain(self, word: str) -> str:
        """One word as the field spells it."""
        if word not in self._cache:
            if len(self._cache) > 20000:
                self._cache.clear()
            self._cache[word] = self._plain(word)
        return self._cache[word]

    def _plain(self, word: str) -> str:
        if word in self._slang:
            return self._slang[word]
        if word in self._known or not word.isalpha():
            return word
        whole = bool(word_frequency(word, "id", wordlist="small"))
        for suffix in _SUFFIXES if whole else (*_SUFFIXES, *_LOOSE):
            stem = word.removesuffix(suffix)
            if (
                len(stem) > 1
                and stem != word
                and len(word) > _SHORTEST_TYPO
                and (stem in self._known or stem in self._slang)
            ):
                return self._slang.get(stem, stem)
        return self._without_slips(word) if whole else self._without_ending(word)

    def _without_ending(self, word: str) -> str:
        """A word that is none: put right as it stands, else what is left of it without an ending."""
        right = self._without_slips(word)
        stem = word.removesuffix("nya").removesuffix(_CUT)
        if word.endswith("nya") and len(stem) >= _SHORTEST_STEM and word_frequency(stem, "id", wordlist="small"):
            return word  # "pengajarnya" misspells no "pengawasnya"
        if right != word or stem == word or len(stem) < _SHORTEST_STEM or word_frequency(word, "en"):
            return right
        mended = self._slang.get(stem) or self._without_slips(stem)
        return mended if mended != stem or stem in self._known else word

    def _without_slips(self, word: str) -> str:
        """The word of the field that this one misspells; the word itself when it is a word of its own."""
        if (
            len(word) < _SHORTEST_TYPO
            or word_frequency(word, "id", wordlist="small")
            or word_frequency(word, "en", wordlist="small")
        ):
            return word
        allowed = 2 if len(word) >= _LONG else 1
        near = [(OSA.distance(word, known, score_cutoff=allowed), known) for known in self._by_first.get(word[0], ())]
        close = sorted(pair for pair in near if pair[0] <= allowed)
        if not close or (len(close) > 1 and close[0][0] == close[1][0]):
            joined = self._joined_words(word) if not close else ""
            return joined or self._with_vowels(word)
        return close[0][1]

    def _joined_words(self, word: str) -> str:
        """The words that a misspelt word is known to run together: "ujikmpetensi"; "" where it is none."""
        near = (key for key in self._joined if key[0] == word[0] and len(word) >= _LONG)
        found = next((key for key in near if OSA.distance(word, key, score_cutoff=2) <= 2), "")
        return self._slang.get(found, "")

    def _with_vowels(self, word: str) -> str:
        """The word of the field that this one leaves vowels out of ("pngws"), the usual one of several; else the word."""
        alike = [known for known in self._by_first.get(word[0], ()) if _leaves_out_vowels(word, known)]
        return max(alike, key=lambda known: word_frequency(known, "id"), default=word)
