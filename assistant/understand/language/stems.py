"""Verb forms of one root: "menolak", "ditolak" and everyday "nolak" are the same act, whoever does it to whom."""

from functools import cache
from pathlib import Path

from wordfreq import zipf_frequency

from corpus.data import load_yaml

_SUFFIXES = ("kannya", "innya", "inya", "kan", "in", "i", "nya")
_OF_IT = "nya"
_SHORTEST = 3  # a root has more letters
_USUAL = 4.5  # from this frequency on a word that only looks like an everyday verb form is a word of its own ("nilai")
# The beginnings a verb may have, with the letters that the root may have lost to each.
_BEGINNINGS = (
    ("menge", ("",)),
    ("meng", ("", "k")),
    ("meny", ("s",)),
    ("mem", ("", "p")),
    ("men", ("", "t")),
    ("me", ("",)),
    ("di", ("",)),
    ("nge", ("",)),
    ("ng", ("", "k")),
    ("ny", ("s", "c")),
    ("n", ("t",)),
    ("m", ("p",)),
)


@cache
def roots(word: str) -> frozenset[str]:
    """The roots that a verb form may have; none where the word has no beginning of a verb."""
    found = set()
    for beginning, lost in _BEGINNINGS:
        rest = word.removeprefix(beginning)
        if rest == word or (len(beginning) == 1 and zipf_frequency(word, "id", wordlist="small") > _USUAL):
            continue
        for letter in lost:
            found |= {letter + rest, *(letter + rest.removesuffix(suffix) for suffix in _SUFFIXES)}
    return frozenset(root for root in found if len(root) > _SHORTEST)


@cache
def bare(word: str) -> str:
    """A noun without the "nya" that points at it ("lowongannya"); any other word as it is."""
    stem = word.removesuffix(_OF_IT)
    return word if len(stem) <= _SHORTEST or stem in _own_words() else stem


@cache
def _own_words() -> frozenset[str]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "own_words.yaml")
    return frozenset(raw["with_nya"])


@cache
def same_act(one: str, other: str) -> bool:
    """Whether two words are verb forms of one root; a bare root is a form of none ("penuh" is not "memenuhi")."""
    return one == other or bool(roots(one) & roots(other))
