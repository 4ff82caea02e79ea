"""A number taken for a rule's is held against the provision that the search finds for it."""

from collections.abc import Sequence

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


def contradicted(understanding: Understanding, message: str) -> Sequence[str]:
    """The places by which a message is put right."""
    parts = understanding.read(message, Conversation("x")).parts
    return [f"{place.regulation} {place.place}" for part in parts if part.premises for place in part.provisions]


WRONG = [
    ("masa jabatan anggota tim penilai pengawas perdagangan yang 4 tahun itu dihitung sejak kapan?", "permendag-82-2020 Pasal 67 ayat (1)"),
    ("5 tahap manajemen pengetahuan trade corpu apa saja?", "permendag-4-2026 Pasal 10 ayat (1)"),
    ("dari lima jenis jabatan PNS Kementerian Perdagangan, auditor masuk yang mana?", "permendag-79-2014 Pasal 2"),
    ("metode pembelajaran Trade CorpU yang cuma tiga, contohnya?", "permendag-4-2026 Pasal 24 ayat (2)"),
]  # fmt: skip
RIGHT = [
    "masa jabatan anggota tim penilai pengawas perdagangan yang 3 tahun itu dihitung sejak kapan?",
    "7 tahap manajemen pengetahuan trade corpu apa saja?",
    "dari empat jenis jabatan PNS Kementerian Perdagangan, auditor masuk yang mana?",
    "metode pembelajaran Trade CorpU yang empat itu, contohnya?",
    "struktur corpu itu dewan pengarah sama tim pelaksana kan? siapa saja isinya",
    "tim penilai kami yang baru jalan 2 tahun boleh diganti ketuanya?",
]


@pytest.mark.parametrize(("message", "place"), WRONG)
def test_another_number_than_the_provision_says_is_put_right(
    understanding: Understanding, message: str, place: str
) -> None:
    assert contradicted(understanding, message) == [place]


@pytest.mark.parametrize("message", RIGHT)
def test_the_number_that_it_says_and_one_of_a_case_are_left_alone(understanding: Understanding, message: str) -> None:
    assert contradicted(understanding, message) == []
