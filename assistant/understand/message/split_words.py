"""The words by which a message falls into questions, and one piece of it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.data import load_yaml


@dataclass(frozen=True)
class Piece:
    """Words `first` to `last` of a text; `asks` where it puts a question."""

    first: int
    last: int
    asks: bool


@dataclass(frozen=True)
class SplitWords:
    """The words of `split.yaml`."""

    asking: frozenset[str]
    firmly: frozenset[str]
    opening: frozenset[str]
    leading: frozenset[str]
    joints: tuple[tuple[str, ...], ...]
    between: frozenset[str]
    no_choice: frozenset[str]
    nodding: frozenset[str]
    doubting: frozenset[str]
    begging: frozenset[str]
    calling: frozenset[str]
    abbreviated: frozenset[str]
    reporting: frozenset[str]
    tags: frozenset[str]
    untagged: frozenset[str]
    untagged_clause: frozenset[str]
    otherwise: frozenset[str]
    fillers: frozenset[str]
    embedding: frozenset[str]
    whatever: frozenset[str]
    either: frozenset[str]
    remarks: frozenset[str]
    beside_remarks: frozenset[str]


@cache
def load_split_words() -> SplitWords:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "split.yaml")
    joints = sorted((tuple(joint.split()) for joint in raw["joints"]), key=len, reverse=True)
    firmly = frozenset(raw["firmly"])
    opening, leading = frozenset(raw["opening"]), frozenset(raw["leading"])
    return SplitWords(
        frozenset(raw["asking"]) | firmly | opening,
        firmly,
        opening,
        leading,
        tuple(joints),
        frozenset(raw["between"]),
        frozenset(raw["no_choice"]),
        frozenset(raw["nodding"]),
        frozenset(raw["doubting"]),
        frozenset(raw["begging"]) | frozenset(raw["calling"]),
        frozenset(raw["calling"]),
        frozenset(raw["abbreviated"]),
        frozenset(raw["reporting"]),
        frozenset(raw["tags"]),
        frozenset(raw["untagged"]),
        frozenset(raw["untagged_clause"]),
        frozenset(raw["otherwise"]),
        frozenset(raw["fillers"]),
        frozenset(raw["embedding"]),
        frozenset(raw["whatever"]),
        frozenset(raw["either"]),
        frozenset(raw["remarks"]),
        frozenset(raw["beside_remarks"]),
    )
