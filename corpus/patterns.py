"""The citation patterns, read from `citation_patterns.yaml` once and compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.data import load_sheet

FILE = Path(__file__).parent / "citation_patterns.yaml"


@dataclass(frozen=True)
class StepPattern:
    """How one step of an address is written; `after` limits a shorthand to what it may follow."""

    unit: str
    pattern: re.Pattern[str]
    alone: bool = False
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinkPattern:
    """What may stand between two steps: `kind` is list, range or inside."""

    kind: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class NamePattern:
    """How regulations are named: by `number` and `year` below a prefix of ids, or as one fixed regulation."""

    pattern: re.Pattern[str]
    prefix: str | None = None
    regulation: str | None = None
    ours_only: bool = False


@dataclass(frozen=True)
class Patterns:
    """All patterns of the citation language."""

    steps: tuple[StepPattern, ...]
    shorthand: tuple[StepPattern, ...]
    carry: tuple[StepPattern, ...]
    links: tuple[LinkPattern, ...]
    names: tuple[NamePattern, ...]
    itself: re.Pattern[str]


@cache
def load_patterns() -> Patterns:
    """The patterns of the file beside this module; DataError names a pattern that is no regular expression."""
    sheet = load_sheet(FILE)
    numbered = [
        NamePattern(_compile(e), prefix=e["prefix"], ours_only=bool(e.get("ours_only")))
        for e in sheet.entries("regulations")
    ]
    fixed = [NamePattern(_compile(e), regulation=e["regulation"]) for e in sheet.entries("names")]
    return Patterns(
        steps=tuple(_step(e) for e in sheet.entries("steps")),
        shorthand=tuple(_step(e) for e in sheet.entries("shorthand")),
        carry=tuple(_step(e) for e in sheet.entries("carry")),
        links=tuple(LinkPattern(e["kind"], _compile(e)) for e in sheet.entries("links")),
        names=(*numbered, *fixed),
        itself=_compile(sheet.content["itself"]),
    )


def _step(entry: Mapping[str, Any]) -> StepPattern:
    return StepPattern(
        unit=entry["unit"],
        pattern=_compile(entry),
        alone=bool(entry.get("alone")),
        after=tuple(entry.get("after", ())),
    )


def _compile(entry: Mapping[str, Any]) -> re.Pattern[str]:
    try:
        return re.compile(entry["pattern"], re.IGNORECASE)
    except re.error as error:
        raise load_sheet(FILE).wrong("pattern", entry["pattern"], f"write a regular expression ({error})") from error
