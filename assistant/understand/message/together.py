"""The questions of one message together: what is small beside the others is dropped, and what was told leads them all."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.reading import After, Part
from assistant.understand.language.denial import is_tag
from assistant.understand.language.text import Text
from assistant.understand.message.split_words import load_split_words

_POLITE = frozenset({"greeting", "thanks", "bye"})  # small talk that wants no answer beside that to a question
_STRAY = ("unrelated", "official_judgement")  # reasons to decline what hardly asks anything
_SURE = 0.7  # score from which a message is taken for one question where none of its parts is answered
_TOLD = 300  # characters of what was told that lead a question


def understood(parts: Sequence[Part], read: Callable[[str], Text]) -> tuple[Part, ...]:
    """The parts without those that say nothing of their own where another does; `read` makes text of their words.

    Such are a greeting, "Ada yang kurang?", a worry ("takut salah, tolong") or a word on who asks.
    """
    asked = [part for part in parts if not (part.kind == "smalltalk" and part.topic in _POLITE)] or parts
    if any(part.kind in ("calculation", "clause") for part in asked):
        asked = [part for part in asked if not _says_little(part, read)]
    return tuple(asked)


def _says_little(part: Part, read: Callable[[str], Text]) -> bool:
    stray = part.refused and part.beyond in _STRAY and not plainly_asks(read(part.text))
    return stray or (part.kind == "out_of_scope" and part.beyond == "underspecified")


def plainly_asks(text: Text) -> bool:
    """Whether words ask beyond doubt: by a mark, by a word that asks by itself, or by yes or no at their end."""
    firmly = load_split_words().firmly
    return any(word.text == "?" or word.text in firmly or is_tag(text, at) for at, word in enumerate(text.words))


def is_declined(parts: Sequence[Part]) -> bool:
    """Whether none of several questions is answered."""
    return len(parts) > 1 and all(part.refused for part in parts)


def answered(whole: Sequence[Part]) -> list[Part]:
    """The message as one question, where it is clear what that asks."""
    return [part for part in whole if part.kind == "calculation" and part.confidence >= _SURE]


def led(part: Part, told: str, alone: bool = True) -> Part:
    """A look-up in the light of what was told before it in the message; one that says too little is nothing `alone`."""
    said = " ".join(told.split())[-_TOLD:]
    if not said or part.kind != "clause" or part.provisions or part.unresolved or part.after is not None:
        return part
    return replace(part, after=After(said, beside=alone))
