"""Nothing is put right of somebody who claims nothing false: a case told, a surplus, a question whether rules still hold."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


def premises(understanding: Understanding, message: str) -> list[str]:
    """What is put right of a message."""
    return [said for part in understanding.read(message, Conversation("x")).parts for said in part.premises]


@pytest.mark.parametrize(
    "message",
    [
        "saya pengawas perdagangan ahli muda di kabupaten, sudah 6 tahun tidak naik-naik, kata bos AK sudah cukup tapi belum bisa, kurang apanya",
        "angka kredit lebih 21 poin dari syarat waktu naik ke III/c kemarin, lebihnya hangus?",
        "angka kredit kelebihan 14 poin dari syarat kemarin naik ke III/b, bisa disimpan tidak",
        "aturan karier kemendag yang lama masih berlaku? permendagnya kan tahun 2014, eselon III sudah pada dihapus",
        "kursus dari Udemy bisa diakui tidak di kementerian perdagangan, yang menilainya siapa?",
        "program studi yang saya incar katanya tidak cocok dengan unit kerja saya di bina marga. memang siapa yang menentukan boleh tidaknya, ukurannya apa",
    ],
)
def test_who_claims_nothing_false_is_not_put_right(understanding: Understanding, message: str) -> None:
    assert premises(understanding, message) == []


@pytest.mark.parametrize(
    "message",
    [
        "katanya batas usia pindah ke pengawas perdagangan ahli pertama 48 tahun",
        "dari III/c ke III/d kan butuh 140 angka kredit",
        "angka kredit naik ke III/d tidak boleh lebih 37 dari syarat kan",
    ],
)
def test_a_wrong_claim_is_still_put_right(understanding: Understanding, message: str) -> None:
    assert premises(understanding, message)
