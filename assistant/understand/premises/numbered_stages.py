"""Stages that a message numbers, held against the order a provision sets: "yang ke-3 pengorganisasian", "the second step is ..."."""

from collections.abc import Iterator, Sequence

from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.premises.stages import about_stages, load_stages, places_of
from corpus.address import Address

_TO, _HYPHEN = "ke", "-"


def rightly_numbered(text: Text, jabatan: object) -> Iterator[Address]:
    """The provisions whose order of stages a message tells with a right number and with no wrong one."""
    for row in about_stages(text, jabatan):
        numbered = [*_numbered(text, row["order"])]
        if numbered and all(said == really for said, really in numbered):
            yield Address.parse(row["place"], row["regulation"])


def _numbered(text: Text, order: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """The number that each stage is told with, and the one it has."""
    for first, _, at in places_of(text.said, order):
        number = _number_before(text, first)
        if number:
            yield number, at + 1


def _number_before(text: Text, at: int) -> int:
    """The number that leads to a word: "ke-3", "tahap ketiga itu", "step 3 is"; 0 for none."""
    while text.at(at - 1) in load_stages()["passed"]:
        at -= 1
    said, units = text.at(at - 1), load_units()
    ordinals = {**units.ordinals, **units.ordinals_alone}
    if said in ordinals:
        return int(ordinals[said])
    led = text.at(at - 2) in (*units.numbered, _TO) or (text.at(at - 2) == _HYPHEN and text.at(at - 3) == _TO)
    return int(said) if said.isdecimal() and led else 0
