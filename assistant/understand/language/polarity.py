"""The words of yes and no, and the answers that are nothing else."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from corpus.data import load_yaml

_BRIEF = 8  # words up to which a message may decline


@dataclass(frozen=True)
class Polarity:
    """The words of `polarity.yaml`."""

    yes: frozenset[str]
    no: frozenset[str]
    asking: frozenset[str]
    turning: frozenset[str]
    conditions: frozenset[str]
    asserting: frozenset[str]
    joining: frozenset[str]
    persons: frozenset[str]
    between: frozenset[str]
    alternatives: frozenset[str]
    against: frozenset[str]
    outcomes: frozenset[str]
    negative_verbs: tuple[str, ...]
    clear_of: tuple[str, ...]
    supposing: frozenset[str]
    weak: frozenset[str]
    may: frozenset[str]
    even: frozenset[str]
    matters: frozenset[str]
    refusing: frozenset[str]
    fillers: frozenset[str]
    describing: frozenset[str]
    subjects: frozenset[str]
    whether: frozenset[str]
    somebody: frozenset[str]
    once: frozenset[str]
    lasting: frozenset[str]
    answer_yes: frozenset[str]
    answer_no: frozenset[str]
    unknown: tuple[str, ...]
    skip: tuple[str, ...]
    letting: tuple[str, ...]
    duties: frozenset[str]
    of_what_follows: frozenset[str]
    beforehand: frozenset[str]
    open: tuple[str, ...]

    @property
    def settling(self) -> frozenset[str]:
        """The words of yes and no that settle any fact."""
        return self.no | self.yes


@cache
def load_polarity() -> Polarity:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "polarity.yaml")
    return Polarity(
        frozenset(raw["ya"]),
        frozenset(raw["tidak"]),
        frozenset(raw["asking"]),
        frozenset(raw["turning"]),
        frozenset(raw["conditions"]),
        frozenset(raw["asserting"]),
        frozenset(raw["joining"]),
        frozenset(raw["persons"]),
        frozenset(raw["between"]),
        frozenset(raw["alternatives"]),
        frozenset(raw["against"]),
        frozenset(raw["outcomes"]),
        tuple(raw["negative_verbs"]),
        tuple(raw["clear_of"]),
        frozenset(raw["supposing"]),
        frozenset(raw["weak"]),
        frozenset(raw["may"]),
        frozenset(raw["even"]),
        frozenset(raw["matters"]),
        frozenset(raw["refusing"]),
        frozenset(raw["fillers"]),
        frozenset(raw["describing"]),
        frozenset(raw["subjects"]),
        frozenset(raw["whether"]),
        frozenset(raw["somebody"]),
        frozenset(raw["once"]),
        frozenset(raw["lasting"]),
        frozenset(raw["answer_ya"]),
        frozenset(raw["answer_tidak"]),
        tuple(raw["tidak_tahu"]),
        tuple(raw["lewati"]),
        tuple(raw["letting"]),
        frozenset(raw["duties"]),
        frozenset(raw["of_what_follows"]),
        frozenset(raw["beforehand"]),
        tuple(raw["open"]),
    )


def whole_answer(text: Text) -> bool | None:
    """Yes or no when the message is nothing else."""
    words = load_polarity()
    said = " ".join(word.text for word in text.words if not word.is_mark and word.text not in words.fillers)
    if said in words.answer_yes:
        return True
    return False if said in words.answer_no else None


def is_open(text: Text, first: int, last: int) -> bool:
    """Whether words from `first` to before `last`, or the answer right behind them, tell that something is not known yet."""
    phrases = load_polarity().open
    behind = last + 1 if text.at(last) in ("?", ":") else last
    return any(text.begins(at, *phrases) for at in (*range(first, last), behind))


def declines(text: Text) -> bool:
    """Whether the person does not know or will not say."""
    words = load_polarity()
    return text.length <= _BRIEF and text.has(*words.unknown, *words.skip)
