"""The clauses of a provision: what each says, of what it speaks, and whether it forbids, obliges or excepts.

A sentence about a provision is held against the one clause it comes from, never against the provision as a whole: a
"tidak" three lines away licenses nothing.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from corpus.data import load_yaml
from corpus.prose import flat
from index.keywords import Tokenizer

WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_MARK = re.compile(r"^(?:\(\d+\)|[a-z]{1,2}\.|\d+[.)])\s")


POINTER = re.compile(r"\b(?:menurut|berdasarkan)\s+(?=\[|\{K)", re.IGNORECASE)  # what leads to a provision's name
FEWEST_WORDS = 2  # a sentence of fewer says nothing
OPENING = 3  # words of a clause among which a sentence begins, so that it keeps whom the clause speaks of


@dataclass(frozen=True)
class Clause:
    """One statement: its text, its words and their stems in order, and its words of polarity in order."""

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    polarity: tuple[str, ...]


@lru_cache(maxsize=2048)
def clauses(quote: str) -> tuple[Clause, ...]:
    """The statements of a provision: each sentence of each line, an item of a list together with its lead."""
    found: list[str] = []
    lead = ""
    for line in quote.splitlines():
        bare = _MARK.sub("", line.strip())
        if not bare:
            continue
        found += _SENTENCE.split(bare) if len(bare) > 1 else []
        if bare.endswith(":"):
            lead = bare
        elif lead:
            found.append(f"{lead} {bare}")
    return tuple(clause(text) for text in dict.fromkeys(found))


def repeats(sentence: str, quote: str) -> bool:
    """Whether a text is one line of a provision, whole and word for word, but for its mark and what ends it."""
    return _bare(sentence) in {_bare(line) for line in quote.splitlines()}


def _bare(line: str) -> str:
    return " ".join(_MARK.sub("", line.strip()).split()).strip(" .;:,()…")


@lru_cache(maxsize=4096)
def clause(text: str) -> Clause:
    """A text as one statement."""
    return Clause(text, words_of(text), tuple(stems_of(text)), polarity_of(text))


def nearest(sentence: str, quotes: Sequence[str]) -> tuple[Clause, ...]:
    """The clauses that share the most words with a sentence; a whole provision only where no clause has them all."""
    said = Counter(stems_of(sentence))
    parts = [c for quote in quotes for c in clauses(quote)]
    wholes = [clause(flat(quote)) for quote in quotes]
    best, most = _best(said, parts)
    broad, more = _best(said, wholes)
    return broad if more > most else best


def _best(said: "Counter[str]", held: Sequence[Clause]) -> tuple[tuple[Clause, ...], int]:
    scores = [sum((said & Counter(c.stems)).values()) for c in held]
    most = max(scores, default=0)
    return tuple(c for c, score in zip(held, scores, strict=True) if score == most and most), most


def is_shortened(sentence: str, whole: Clause, besides: Collection[str] = ()) -> bool:
    """Whether the words of a sentence, but for the free ones and those `besides`, stand in a clause in their order."""
    return in_order(words_of(sentence), whole.words, besides)


def in_order(said: Sequence[str], written: Sequence[str], besides: Collection[str] = ()) -> bool:
    """Whether words stand among others in this order, from near their beginning.

    A free word counts nothing, unless it is one of the others: there it may not move either.
    """
    telling = [word for word in said if word not in _words()["free"] or word in written]
    rest = iter(written)
    opens = len(telling) >= FEWEST_WORDS and telling[0] in written[:OPENING]
    return opens and all(word in rest for word in telling if word not in besides)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, in small letters; no digits."""
    return tuple(word.lower() for word in WORD.findall(text))


@lru_cache(maxsize=4096)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words that say something, in order; no numerals."""
    connecting = _words()["connecting"]
    kept = [word for word in WORD.findall(text) if word.lower() not in connecting]
    return tuple(stem for stem in _tokenizer().terms(" ".join(kept)) if not stem.isdigit())


@lru_cache(maxsize=4096)
def polarity_of(text: str) -> tuple[str, ...]:
    """The kinds of duty, leave, ban, negation and exception in a text, in their order."""
    kinds = _words()["polarity"]
    said = [word.lower() for word in WORD.findall(text)]
    return tuple(kinds[word] for word in said if word in kinds)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    raw = load_yaml(Path(__file__).parent / "words" / "leash.yaml")
    kinds = {word: kind for kind, words in raw["polarity"].items() for word in words}
    return {
        "polarity": kinds,
        "connecting": dict.fromkeys(raw["connecting"], ""),
        "free": dict.fromkeys(raw["free"], ""),
    }


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer()
