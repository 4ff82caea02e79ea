"""Slips of the finger: a word typed with letters left out, or with two neighbours exchanged."""

from collections.abc import Iterable

_VOWELS = frozenset("aeiou")
_LONG = 6  # letters from which a word may lack one consonant; shorter ones have too many neighbours


class Slips:
    """Knows which words are slips for one of the right words."""

    def __init__(self, right: Iterable[str]) -> None:
        """`right` are the words as they should be, the likeliest first."""
        self._by_ends: dict[str, list[str]] = {}
        for word in right:
            self._by_ends.setdefault(word[0] + word[-1], []).append(word)

    def meant(self, word: str) -> str | None:
        """The first right word that begins and ends like this one and differs by a slip in between."""
        alike = self._by_ends.get(word[0] + word[-1], ())
        return next((right for right in alike if _is_slip(word, right)), None)


def _is_slip(word: str, right: str) -> bool:
    if len(word) == len(right):
        return _is_exchanged(word, right)
    left_out = _left_out(word, right)
    if left_out is None:
        return False
    return _VOWELS.issuperset(left_out) or (len(left_out) == 1 and len(word) >= _LONG)


def _is_exchanged(word: str, right: str) -> bool:
    """Whether two neighbouring letters changed places."""
    at = next((at for at, (one, other) in enumerate(zip(word, right, strict=True)) if one != other), len(word))
    return word[at : at + 2] == right[at : at + 2][::-1] and word[at + 2 :] == right[at + 2 :] and word != right


def _left_out(word: str, right: str) -> str | None:
    """The letters of a right word that this one lacks; None where it has others, or the same in another order."""
    rest = iter(word)
    wanted = next(rest, "")
    missing = ""
    for letter in right:
        if letter == wanted:
            wanted = next(rest, "")
        else:
            missing += letter
    return missing if not wanted else None
