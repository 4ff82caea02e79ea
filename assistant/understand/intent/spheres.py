"""Whose rule a message is about by its words: the ministry it speaks of, and a matter that few regulations treat."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from corpus.data import load_yaml


@dataclass(frozen=True)
class Sphere:
    """A matter: the regulations that treat it, and the words by which it is known."""

    regulations: frozenset[str]
    words: tuple[str, ...]
    persons: tuple[str, ...]
    beside: tuple[str, ...]
    unless: tuple[str, ...]
    ministry: str = ""
    anywhere: bool = False

    def is_meant(self, text: Text, ministries: Collection[str]) -> bool:
        """Whether a message is about this matter and nothing else."""
        if self.ministry and {*ministries} != {self.ministry}:
            return False
        names = (*self.words, *self.persons) if text.has(*self.beside) else self.words
        said = f" {text.bare} "
        found = [name for name in names if f" {name} " in said]
        for name in found:  # "pejabat pengawas" is no "pengawas"
            said = said.replace(f" {name} ", " | ")
        return bool(found) and not any(f" {other} " in said for other in self.unless)


def ministry_of(regulation: str) -> str:
    """The ministry whose regulation this is."""
    return next((name for name, ids in _table()["regulations"].items() if regulation in ids), "")


def shared() -> frozenset[str]:
    """The regulations in which both ministries treat the same matter."""
    return frozenset(_table()["shared"])


def ministries_of(text: Text) -> frozenset[str]:
    """The ministries that a text speaks of."""
    return frozenset(name for name, words in _table()["ministries"].items() if text.has(*words))


def matter_of(text: Text, ministries: Collection[str]) -> tuple[frozenset[str], bool]:
    """The regulations of the matter a message is about, none where it is not known; and whether any ministry asks there."""
    meant = [sphere for sphere in spheres() if sphere.is_meant(text, ministries)]
    held = frozenset.intersection(*(sphere.regulations for sphere in meant)) if meant else frozenset[str]()
    return held, any(sphere.anywhere for sphere in meant)


@cache
def spheres() -> tuple[Sphere, ...]:
    """The matters of the file beside this module."""
    return tuple(map(_sphere, _table()["spheres"].values()))


def _sphere(entry: Mapping[str, Any]) -> Sphere:
    persons: Sequence[str] = entry.get("persons", ())
    led = [f"{lead} {person}" for lead in entry.get("leads", ()) for person in persons]
    names = (*entry.get("words", ()), *led)
    return Sphere(
        regulations=frozenset(entry["regulations"]),
        words=tuple(sorted(names, key=len, reverse=True)),
        persons=() if led else tuple(sorted(persons, key=len, reverse=True)),
        beside=tuple(entry.get("beside", ())),
        unless=tuple(word for words in entry["unless"] for word in words),
        ministry=entry.get("ministry", ""),
        anywhere=bool(entry.get("anywhere")),
    )


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return raw
