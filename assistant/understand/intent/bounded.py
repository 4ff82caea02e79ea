"""Provisions and calculators for one group of people, barred where a message speaks of other matters only.

"Sanksi" finds those for study leave, whoever asks: also for whom it is a matter of training hours. So do a count or a passing
word find a calculator of another matter: "pengawasan yang dikerjakan berlima" is no paper of five authors.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.conversation import Conversation
from assistant.understand.language.text import Text
from corpus.address import Address
from corpus.data import load_yaml


@dataclass(frozen=True)
class Bounded:
    """What holds for one group only, and the words that speak of it or of other matters."""

    places: tuple[Address, ...]
    tools: frozenset[str]
    of: tuple[str, ...]
    others: tuple[str, ...]


def barred(whole: Text, conversation: Conversation) -> tuple[Bounded, ...]:
    """What is barred for a message in the light of its conversation."""
    said = " ".join((*conversation.recent, whole.raw, whole.bare)).casefold()
    words = f" {' '.join(_words(said))} "
    return tuple(
        each
        for each in load_bounded()
        if conversation.tool not in each.tools
        and not any(place.contains(cited) for place in each.places for cited in conversation.cited)
        and not any(f" {word} " in words for word in each.of)
        and any(f" {word} " in words for word in each.others)
    )


@cache
def load_bounded() -> tuple[Bounded, ...]:
    """The groups of the file beside this module."""
    return tuple(
        Bounded(
            tuple(Address.parse(f"Pasal {place}", entry["regulation"]) for place in entry.get("pasal", ())),
            frozenset(entry["tools"]),
            tuple(entry["of"]),
            tuple(entry["others"]),
        )
        for entry in load_yaml(Path(__file__).with_suffix(".yaml"))
    )


def _words(said: str) -> list[str]:
    """The words of a text, also without the ending that makes them somebody's."""
    words = "".join(letter if letter.isalnum() else " " for letter in said).split()
    return [word.removesuffix("nya") for word in words]
