"""What a message names as known already is not what it asks for."""

import pytest

from assistant.understand.facts.choices import Choices
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields
from assistant.understand.message.known import known_matters

CASES = [
    ("pengusul DUPAK sudah jelas, penetap PAK nya siapa?", ["pengusul DUPAK"]),
    (
        "yang mengusulkan angka kredit paling rendah JPT pratama, itu saya sudah tau. PAK nya siapa yang menetapkan?",
        None,
    ),
    ("siapa yang menetapkan PAK? yang mengusulkan pemberhentian aku sudah tahu", ["mengusulkan pemberhentian"]),
    ("who dismisses him? I already know who proposes credit", []),
    ("siapa yang menetapkan PAK?", []),
    ("saya mau naik pangkat, siapa yang menetapkan?", []),
    ("yang mengusulkan angka kredit saya sudah tau", []),
]


@pytest.mark.parametrize(("said", "passed"), CASES)
def test_a_matter_known_is_passed_over_where_another_is_asked(
    said: str, passed: list[str] | None, speller: Speller
) -> None:
    text = speller.read(said)
    choices = list(Choices(fields()).find(text, {"urusan"}))
    found = [said[start:end] for start, end in known_matters(text, choices)]
    assert found == (["mengusulkan angka kredit"] if passed is None else passed)
