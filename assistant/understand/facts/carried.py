"""Cues that lead to whatever was spoken of before them: in "penunjang saya sudah terkumpul 30" the 30 are supporting credits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.facts.seen import Seen
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.quantities.values import CREDITS
from corpus.data import load_yaml

_ENDS = frozenset(".?!;")
_BEHIND = 3  # words behind such a cue in which the unit of its number stands


@dataclass(frozen=True)
class Carrying:
    """The words of `carried.yaml`."""

    gathered: frozenset[str]
    parts: Mapping[str, str]


@cache
def load_carrying() -> Carrying:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "carried.yaml")
    return Carrying(frozenset(raw["gathered"]), raw["parts"])


def carry(seen: Seen) -> Sequence[PhraseHit[str]]:
    """The cues, those that only say "collected" turned to the part of the credits that was spoken of before them."""
    cues: list[PhraseHit[str]] = []
    for cue in sorted(seen.cues, key=lambda each: each.first):
        part = _part_before(cue, seen) if " ".join(cue.phrase) in load_carrying().gathered else ""
        if part and part != cue.payload and _is_of_credits(cue, seen):
            cues.append(replace(cue, payload=part))
        elif not (_is_unit(cue, seen) and any(_carried_to(cue, other, seen) for other in cues)):
            cues.append(cue)
    return cues


def _part_before(cue: PhraseHit[str], seen: Seen) -> str:
    """The part of the credits that was last spoken of before a cue in its sentence, no amount between; "" for none."""
    before = sorted((other for other in seen.cues if other.last < cue.first), key=lambda other: -other.last)
    for other in before:
        between = seen.text.words[other.last + 1 : cue.first]
        parted = any(o.bare and other.last < o.first < cue.first for o in seen.values)
        whole = _is_of_credits(other, seen) and " ".join(other.phrase) not in load_carrying().gathered
        if parted or whole or any(word.text in _ENDS for word in between):
            return ""
        name = load_carrying().parts.get(other.payload, other.payload)
        if name in seen.context.preferred and seen.fields[name].parted:
            return name
    return ""


def _is_of_credits(cue: PhraseHit[str], seen: Seen) -> bool:
    return seen.fields[cue.payload].words.unit == CREDITS and not seen.fields[cue.payload].parted


def _is_unit(cue: PhraseHit[str], seen: Seen) -> bool:
    """Whether a cue is the mere unit of the number before it: "9 AK"."""
    numbers = (value for value in seen.values if value.bare and value.last == cue.first - 1)
    return _is_of_credits(cue, seen) and any(value.unit == CREDITS for value in numbers)


def _carried_to(unit: PhraseHit[str], other: PhraseHit[str], seen: Seen) -> bool:
    near = 0 < unit.first - other.last <= _BEHIND and seen.fields[other.payload].parted
    return near and " ".join(other.phrase) in load_carrying().gathered
