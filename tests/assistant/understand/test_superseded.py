"""Whether one of the five regulations still holds is not for them to say; what they say of older rules is."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


def declined(understanding: Understanding, message: str) -> list[str]:
    """For what a message is declined."""
    return [part.beyond or "" for part in understanding.read(message, Conversation("x")).parts]


@pytest.mark.parametrize(
    "message",
    [
        "Permendag 79/2014 sudah diganti belum?",
        "lampiran I permendag 94/2020 masih dipakai ga sekarang",
        "Has Article 20 of Permen PUPR 2/2023 been amended?",
        "batas usia di Pasal 13 Permendag 82/2020 apakah diubah oleh peraturan yang lebih baru?",
        "aturan pola karier yang lama masih berlaku? peraturannya dari 2014",
    ],
)
def test_whether_a_regulation_still_holds_is_declined(understanding: Understanding, message: str) -> None:
    assert declined(understanding, message) == ["current_law"]


@pytest.mark.parametrize(
    "message",
    [
        "menurut Pasal 24 Permendag 79/2014 ketentuan lama yang bertentangan masih berlaku?",
        "Permen PUPR 2/2023 mencabut peraturan apa?",
        "hasil uji kompetensi tahun 2024 masih berlaku?",
        "Pasal 73 Permendag 82/2020 itu, sertifikat saya yang dari instansi lama di sana masih dipakai ga?",
    ],
)
def test_what_a_regulation_says_of_what_holds_is_answered(understanding: Understanding, message: str) -> None:
    assert "current_law" not in declined(understanding, message)
