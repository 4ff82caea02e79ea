"""Numbers that tell nothing of a case: of "satu lagi, siapa ketuanya?", and the 1 of "ditambah 1 jadi 7"."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_BETWEEN = 3  # words between a number that is added and what it comes to
_RATE = 3  # words before it in which it is told of a year


def without_asides(text: Text, told: Sequence[Amount]) -> list[Amount]:
    """The amounts without those that only lead to a question or to another number."""
    return [a for at, a in enumerate(told) if not _opens(text, a) and not _is_summed(text, a, told[at + 1 : at + 2])]


def _opens(text: Text, amount: Amount) -> bool:
    """Whether a number is the one of a phrase that only announces a question: "oke, satu lagi, ..."."""
    words, first = _words(), amount.first
    leads = all(word.is_mark or word.text in words["before"] for word in text.words[:first])
    if amount.kind != "number" or not leads:
        return False
    said = [phrase for phrase in words["opening"] | words["named"] if text.begins(first, phrase)]
    ends = [first + len(phrase.split()) for phrase in said]
    told = any(text.begins(first, phrase) for phrase in words["named"])
    return any(end < len(text.words) - 1 and (told or text.words[end].is_mark) for end in ends)


def _is_summed(text: Text, amount: Amount, behind: Sequence[Amount]) -> bool:
    """Whether a number is added to come to the one right behind it: "ditambah 1 orang jadi 7"."""
    words = _words()
    if not behind or amount.kind != "number" or text.at(amount.first - 1) not in words["adding"]:
        return False
    between = [word.text for word in text.words[amount.last + 1 : behind[0].first]]
    rate = any(text.at(at) in words["each"] for at in range(amount.first - _RATE, amount.first))
    sums = [word for word in between if word in words["summing"]]
    rest = {*between} - words["summing"] - words["counted"]
    return bool(sums) and len(between) <= _BETWEEN and not rest and not rate and behind[0].kind == "number"


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of the file beside this module."""
    raw = load_yaml(Path(__file__).parent / "asides.yaml")
    return {name: frozenset(words) for name, words in raw.items()}
