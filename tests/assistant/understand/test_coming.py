"""The time that is still to come is not counted among those done."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


@pytest.mark.parametrize(
    ("message", "times"),
    [
        ("mau ikut uji ulang negosiator yang kedua, masih boleh?", 1),
        ("saya boleh ikut uji ulang negosiator ke-3 tidak?", 2),
        ("sudah ikut uji ulang negosiator yang kedua dan tidak lulus, masih boleh?", 2),
        ("saya sudah dua kali ikut uji ulang negosiator, boleh lagi?", 2),
    ],
)
def test_a_time_to_come_is_one_more_than_those_done(understanding: Understanding, message: str, times: int) -> None:
    part = understanding.read(message, Conversation("x")).parts[0]
    assert {fact.field: fact.value for fact in part.facts}["uji_ulang_diikuti"] == times
