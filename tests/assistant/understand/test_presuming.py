"""Who goes on as if all conditions were met is told which one is not; who asks whether they are is answered."""

from collections.abc import Sequence

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


def put_right(understanding: Understanding, message: str) -> Sequence[str]:
    """The places by which a message is put right, its calculation kept."""
    parts = understanding.read(message, Conversation("x")).parts
    return [place.place for part in parts if part.premises and part.tool for place in part.provisions]


UNMET = [
    ("negosiator III/c AK 85 sudah 3 tahun di pangkat, bulan depan mau diusulkan naik ke III/d. suratnya pakai format apa?", "Pasal 72 ayat (3) huruf a"),
    ("dulu sempat kena hukdis ringan, sekarang lagi siap-siap promosi ke pengawas ahli muda. berkasnya apa saja ya", "Pasal 20 ayat (3) huruf e"),
    ("usia 56, minggu depan ngajuin pindah ke pengawas ahli madya, diserahkan ke siapa?", "Pasal 13 ayat (1) huruf h angka 2"),
    ("karena belum lulus juga, saya mau ikut ujian ulang negosiator yang keempat kali. jadwalnya dari siapa?", "Pasal 42 ayat (6)"),
    ("staf pernah kena hukuman ringan. buat promosi jadi negosiator tinggal lulus ukom saja, jadwalnya kapan?", "Pasal 22 ayat (3) huruf e"),
]  # fmt: skip
MET = [
    "karena belum lulus juga, saya mau ikut ujian ulang negosiator yang kedua kali. jadwalnya dari siapa?",
    "negosiator III/c AK 100 sudah 3 tahun di pangkat, bulan depan mau diusulkan naik ke III/d. suratnya pakai format apa?",
    "usia 54, minggu depan ngajuin pindah ke pengawas ahli madya, diserahkan ke siapa?",
    "pangkat III/c, AK saya 80, bulan depan mau diajukan naik pangkat ke III/d sebagai negosiator. bisa?",
    "AK saya 88 dari 100, tinggal 12 lagi buat naik ke III/d. kapan bisa naik?",
    "mau daftar uji kompetensi kenaikan jenjang negosiator, baru punya ijazah. kurang dokumen apa lagi?",
]


@pytest.mark.parametrize(("message", "place"), UNMET)
def test_the_condition_that_is_not_met_is_told_first(understanding: Understanding, message: str, place: str) -> None:
    assert place in put_right(understanding, message)


@pytest.mark.parametrize("message", MET)
def test_who_meets_them_or_asks_is_not_put_right(understanding: Understanding, message: str) -> None:
    assert put_right(understanding, message) == []
