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
        "kabarnya usul naik pangkat negosiator kini tiap bulan, bukan dua periode lagi. bener?",
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


@pytest.mark.parametrize(
    "message",
    [
        "semenjak PP 94/2021, hukuman disiplin ringan masih menghalangi uji kompetensi pengawas perdagangan?",
        "Did BKN Regulation 3/2023 do away with the yearly credit target of trade supervisors?",
        "syarat pelatihan fungsional untuk negosiator udah ditiadakan belum?",
        "menurut aturan BKN yang terbaru negosiator ahli pertama kumpulin berapa AK setahun?",
        "batas usia 53 tahun untuk pindah ke pengawas perdagangan masih ada atau udah dihapus?",
        "katanya tim penilai pengawas perdagangan dibubarin, terus siapa yang menilai DUPAK?",
    ],
)
def test_what_may_have_changed_since_is_declined_with_what_stands_there(
    understanding: Understanding, message: str
) -> None:
    part = understanding.read(message, Conversation("x")).parts[0]
    assert part.beyond == "current_law" and part.ruled is not None and part.ruled.kind == "clause"


@pytest.mark.parametrize(
    "message",
    [
        "katanya anggota tim penilai paling sedikit tujuh, bener?",
        "syarat pelatihan fungsional masih wajib untuk naik jenjang negosiator?",
        "target AK negosiator ahli pertama sekarang berapa setahun?",
        "nama saya sudah dihapus dari daftar peserta uji kompetensi, bisa ikut lagi?",
        "formasi saya dihapus, apa saya diberhentikan dari negosiator?",
        "setelah diangkat kembali, angka kredit negosiator yang dipakai yang mana?",
        "aturan baru trade corpu mewajibkan dialog kinerja?",
        "sertifikat uji kompetensi 2025 masih berlaku atau sudah hangus?",
    ],
)
def test_what_holds_by_the_texts_is_answered(understanding: Understanding, message: str) -> None:
    assert "current_law" not in declined(understanding, message)


@pytest.mark.parametrize(
    "message",
    [
        "jadwal kenaikan pangkat negosiator masih dua periode atau BKN sudah bikin enam periode?",
        "kabarnya nomenklatur pelaksana sudah diringkas, pindah ke pelaksana lain masih perlu dua tahun?",
        "batas usia pindah ke negosiator sudah direvisi belum?",
    ],
)
def test_a_rule_that_may_have_been_revised_is_left_to_the_law_of_today(
    understanding: Understanding, message: str
) -> None:
    assert declined(understanding, message) == ["current_law"]


@pytest.mark.parametrize(
    "message",
    [
        "dari total 40 JP (tadinya 20 tapi direvisi jadi 40) pembagian 70 20 10 gimana?",
        "total AK saya direvisi jadi 105, bisa naik ke III/d? negosiator III/c",
        "usul saya masih di unit kerja atau sudah ke BKN, siapa yang menetapkan PAK negosiator madya?",
    ],
)
def test_a_number_of_ones_own_that_was_revised_is_none_of_the_law(understanding: Understanding, message: str) -> None:
    assert "current_law" not in declined(understanding, message)
