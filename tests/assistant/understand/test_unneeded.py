"""What is said not to be needed is held against the conditions of a checklist by whatever name people have for them."""

from collections.abc import Sequence

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


def places(understanding: Understanding, message: str) -> Sequence[str]:
    """The places by which a message is put right."""
    parts = understanding.read(message, Conversation("x")).parts
    return [place.place for part in parts if part.premises for place in part.provisions]


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("saya pengawas ahli muda mau naik jenjang. formasi kan bukan syarat, kapan SK-nya turun?", "Pasal 75 ayat (1) huruf f"),
        ("negosiator naik jenjang kan tidak perlu diklat fungsional, berkasnya apa saja?", "Pasal 12 ayat (5)"),
        ("katanya tidak masalah pernah dihukum disiplin asal sudah lewat 3 tahun buat promosi jadi pengawas perdagangan. suratnya dari siapa?", "Pasal 20 ayat (3) huruf e"),
        ("angka kreditku di PAK pengawas kekecilan. mau ngajuin keberatan, batas waktunya berapa hari?", "Pasal 71 ayat (3)"),
        ("ukom negosiator gagal terus, untung ngulangnya tidak dibatasi. jadwal berikutnya kapan?", "Pasal 42 ayat (6)"),
    ],
)  # fmt: skip
def test_what_a_provision_demands_or_shuts_out_is_said(understanding: Understanding, message: str, place: str) -> None:
    assert any(place.startswith(shown) for shown in places(understanding, message))


@pytest.mark.parametrize(
    "message",
    [
        "saya pengawas ahli muda, formasi ada, naik jenjang syaratnya apa lagi?",
        "boleh mengajukan keberatan atas PAK pengawas tidak?",
        "untung saya lulus ukom negosiator. jadwal pelantikan siapa yang atur?",
    ],
)
def test_who_claims_nothing_of_the_kind_is_not_put_right(understanding: Understanding, message: str) -> None:
    assert places(understanding, message) == []
