"""The answer to one question before it is verified: its words, and all that they rest on."""

from dataclasses import dataclass
from typing import Literal

from assistant.calculation import Calculation, Caveat, Missing
from assistant.reply import AnswerKind
from corpus.citation import Citation


@dataclass(frozen=True)
class Draft:
    """The answer to one question of the message, with all its evidence, before it is verified."""

    kind: AnswerKind
    text: str
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    missing: tuple[Missing, ...] = ()
    warnings: tuple[Caveat, ...] = ()
    mode: Literal["extractive", "model"] = "extractive"
    own: tuple[str, ...] = ()  # fixed sentences of the assistant in it, which claim no rule
    corrections: tuple[str, ...] = ()  # fixed sentences on what is wrongly taken for granted
    untold: str = ""  # the fixed sentence in it on what was asked for and is not in what it quotes
    telling: tuple[Citation, ...] = ()  # quoted in it for what the best provision leaves open
    refusals: tuple[str, ...] = ()  # sentences that refuse a fact: the numerals in them are told or cited


def own(kind: AnswerKind, *sentences: str) -> Draft:
    """An answer of fixed sentences alone."""
    return Draft(kind, "\n\n".join(sentences), own=sentences)
