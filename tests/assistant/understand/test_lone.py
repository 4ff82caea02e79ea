"""Who tells one fact and asks nothing is asked what is wanted; the fact is kept for what comes next."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


@pytest.mark.parametrize(
    "message", ["angka kredit saya 62", "AK 62", "golongan saya III/b", "kinerja saya sangat baik", "my rank is III/b"]
)
def test_one_fact_alone_asks_nothing(understanding: Understanding, message: str) -> None:
    (part,) = understanding.read(message, Conversation("x")).parts
    assert part.beyond == "underspecified" and len(part.facts) == 1


@pytest.mark.parametrize(
    "message", ["AK 62 bisa naik pangkat?", "negosiator III/b AK 62", "AK 62 cukup?", "umur saya 54 masih boleh pindah"]
)
def test_a_question_about_a_fact_is_answered(understanding: Understanding, message: str) -> None:
    assert all(part.beyond is None for part in understanding.read(message, Conversation("x")).parts)


def test_a_fact_that_was_asked_for_is_taken(understanding: Understanding) -> None:
    conversation = Conversation("x", tool="kenaikan_pangkat", asked=("angka_kredit",))
    (part,) = understanding.read("AK saya 62", conversation).parts
    assert part.tool == "kenaikan_pangkat"


def test_the_requirements_of_a_selection_are_not_who_selects(understanding: Understanding) -> None:
    asked = "persyaratan buat mengikuti seleksi JPT pratama apa saja ya"
    assert [part.tool for part in understanding.read(asked, Conversation("x")).parts] == ["syarat_jabatan"]
    selects = "JPT pratama itu yang nyeleksi siapa"
    assert [part.tool for part in understanding.read(selects, Conversation("x")).parts] == ["badan_seleksi"]
