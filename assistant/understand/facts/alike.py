"""A choice told by likeness to another one: "the examiner is Ahli Utama like the candidate", "pengujinya juga"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.reading import Fact
from assistant.understand.facts.seen import Seen
from corpus.data import load_yaml


@cache
def load_alike() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For each choice the one that it may be like, and how that is said, of the file beside this module."""
    raw = load_yaml(Path(__file__).parent / "alike.yaml")
    return {name: {other: tuple(said) for other, said in entry.items()} for name, entry in raw.items()}


def like_another(told: Mapping[str, Fact], seen: Seen) -> Iterator[Fact]:
    """The choices that a message tells to be the same as another one told in it."""
    for name, others in load_alike().items():
        for other, phrases in others.items():
            if name in seen.context.preferred - told.keys() and other in told and seen.text.has(*phrases):
                yield replace(told[other], field=name)
