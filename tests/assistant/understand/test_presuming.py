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


SAFE = [
    ("umurku 57 thn, S1 hukum, jadi masih aman buat loncat ke pengawas ahli madya. berkasnya dikirim ke mana?", "Pasal 13 ayat (1) huruf h angka 2"),
    ("aku PNS, JP tahun ini pas 14 dan itu udah menuhin target minimal. boleh gak nolak undangan workshop bulan depan?", "Pasal 19 ayat (2)"),
    ("Tim penilai kami delapan orang, sudah sesuai aturan. Siapa yang menetapkan tim penilai pengawas perdagangan?", "Pasal 65 ayat (2)"),
    ("Diklatpim III saya sudah memenuhi syarat jadi direktur di Kemendag. Yang menetapkan pengangkatannya siapa?", "Pasal 19 ayat (2) huruf b"),
    ("sisa masa kerja saya 4 tahun, pas banget buat tubel S3 tiga tahun dibebaskan dari jabatan. siapa yang ngusulin saya?", "Pasal 28 huruf b angka 1"),
    ("My remaining service is 3 years, which is enough for a two-year full-time master's under PUPR study assignment. Who nominates me?", "Pasal 28 huruf b angka 1"),
    ("Sudah 4 tahun saya Atase Perdagangan, masih di bawah batas. Siapa yang mengangkat penggantinya?", "Pasal 6 ayat (3)"),
]  # fmt: skip
RULED = [
    ("mau S3 biaya sendiri, kampusnya terakreditasi B jadi aman. yang kasih surat rekomendasi buat biaya mandiri di PUPR siapa?", "Pasal 30 ayat (4)"),
    ("Objections to my set credits as a trade supervisor: are they addressed to the team or to the official?", "Pasal 71 ayat (3)"),
    ("saya pegawai disperindag kabupaten, mau jadi negosiator ahli muda tapi tetap di dinas. ijazah hukum masuk?", "Pasal 2 ayat (2)"),
    ("lulus tugas belajar S2 bulan ini saya langsung lanjut S3 tanpa balik kantor. laporan semesternya ke mana?", "Pasal 29"),
]  # fmt: skip
UNRULED = [
    "mau S3 biaya sendiri, kampusnya terakreditasi A jadi aman. yang kasih surat rekomendasi buat biaya mandiri di PUPR siapa?",
    "saya pegawai disperindag kabupaten, mau pindah jadi negosiator ahli muda di kemendag. ijazah hukum masuk?",
    "habis tugas belajar S2 apa boleh langsung lanjut S3?",
]
SOUND = [
    "umurku 50 thn, S1 hukum, jadi masih aman buat loncat ke pengawas ahli madya. berkasnya dikirim ke mana?",
    "aku PNS, JP tahun ini pas 24 dan itu udah menuhin target minimal. boleh gak nolak undangan workshop bulan depan?",
    "Tim penilai kami tujuh orang, sudah sesuai aturan. Siapa yang menetapkan tim penilai pengawas perdagangan?",
    "Diklatpim II saya sudah memenuhi syarat jadi direktur di Kemendag. Yang menetapkan pengangkatannya siapa?",
    "umur saya 57, S1. masih aman buat pindah ke pengawas ahli madya?",
    "usia 57 tahun, lulus ukom, mau pindah jadi negosiator madya, boleh tidak?",
    "masa pangkat baru setahun, AK sudah cukup. kapan paling cepat naik pangkat negosiator ke III/b?",
]


@pytest.mark.parametrize(("message", "place"), SAFE)
def test_a_fact_said_to_be_no_hindrance_is_held_against_its_condition(
    understanding: Understanding, message: str, place: str
) -> None:
    assert place in put_right(understanding, message)


@pytest.mark.parametrize("message", SOUND)
def test_one_that_is_none_is_left_and_so_is_a_question(understanding: Understanding, message: str) -> None:
    assert put_right(understanding, message) == []


def test_what_is_asked_beside_it_is_still_answered(understanding: Understanding) -> None:
    parts = understanding.read(SAFE[2][0], Conversation("x")).parts
    assert [part.tool for part in parts] == ["pejabat_berwenang"]


@pytest.mark.parametrize(("message", "place"), RULED)
def test_a_plan_that_a_rule_bars_is_put_right(understanding: Understanding, message: str, place: str) -> None:
    parts = understanding.read(message, Conversation("x")).parts
    assert place in [each.place for part in parts if part.premises for each in part.provisions]


@pytest.mark.parametrize("message", UNRULED)
def test_one_that_is_free_or_only_asked_about_is_not(understanding: Understanding, message: str) -> None:
    assert not any(part.premises for part in understanding.read(message, Conversation("x")).parts)
