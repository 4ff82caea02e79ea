"""Who asks what tells two ways apart is shown what each demands, and not the procedure of one."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


@pytest.mark.parametrize(
    ("message", "pasals"),
    [
        ("perbedaan promosi dengan perpindahan untuk negosiator apa?", {13, 22}),
        ("inpassing pengawas bedanya apa sama perpindahan?", {13, 14, 16}),
        ("kenaikan pangkat dan kenaikan jenjang pengawas itu sama saja?", {73, 75}),
        ("what is the difference between inpassing and first appointment for a negotiator?", {12, 15}),
    ],
)
def test_what_each_of_two_ways_demands_is_shown(message: str, pasals: set[int], understanding: Understanding) -> None:
    (part,) = understanding.read(message, Conversation("c")).parts
    assert {place.pasal for place in part.provisions} == pasals
    assert len({place.regulation for place in part.provisions}) == 1


@pytest.mark.parametrize(
    "message",
    [
        "syarat naik pangkat sama naik jenjang pengawas apa?",
        "beda pendapat soal inpassing pengawas, umur maksimalnya berapa?",
        "negosiator III/b AK 60, bisa naik pangkat?",
    ],
)
def test_what_does_not_ask_for_a_difference_is_read_as_it_was(message: str, understanding: Understanding) -> None:
    parts = understanding.read(message, Conversation("c")).parts
    assert not any(part.provisions for part in parts)
