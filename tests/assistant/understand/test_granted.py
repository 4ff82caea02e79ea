"""What is taken for granted by grammar alone is put right, and so is a Pasal named for what it does not speak of."""

import pytest

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.understand.understanding import Understanding


def read(understanding: Understanding, message: str) -> list[Part]:
    return [part for part in understanding.read(message, Conversation("c")).parts if part.premises]


@pytest.mark.parametrize(
    ("wrong", "right", "pasal"),
    [
        (
            "bimtek di unit yang boleh 50 JP itu daftarnya ke siapa",
            "bimtek di unit yang boleh 24 JP itu daftarnya ke siapa",
            57,
        ),
        (
            "mengingat rekomendasi uji kompetensi pengawas berlaku paling lama 5 tahun, kapan saya harus diangkat?",
            "mengingat rekomendasi uji kompetensi pengawas berlaku paling lama 2 tahun, kapan saya harus diangkat?",
            42,
        ),
        (
            "PPPK di PU yang belum sampai minimal 24 JP setahun diapakan?",
            "PPPK di PU yang sudah sampai maksimal 24 JP setahun diapakan?",
            19,
        ),
        (
            "koordinator kelompok keahlian yang dijabat Presiden itu tugasnya apa",
            "koordinator kelompok keahlian yang dijabat pimpinan tinggi madya itu tugasnya apa",
            8,
        ),
    ],
)
def test_a_wrong_rule_taken_for_granted_is_put_right(
    understanding: Understanding, wrong: str, right: str, pasal: int
) -> None:
    assert [part.provisions[0].pasal for part in read(understanding, wrong)] == [pasal]
    assert read(understanding, right) == []


@pytest.mark.parametrize(
    "case",
    [
        "karena saya baru 1 tahun di pangkat terakhir, apa bisa naik pangkat? negosiator III/b",
        "teman saya yang umurnya 50 tahun itu mau pindah jadi pengawas ahli muda, boleh?",
        "anggota tim penilai yang sakit 3 bulan itu perlu diganti?",
        "SKP tahun ini cukup, dua tahun lalu baik, ujikom lulus tapi lowongan ga ada. bisa inpassing negosiator?",
    ],
)
def test_a_case_told_in_the_same_grammar_is_nobodys_rule(understanding: Understanding, case: str) -> None:
    assert read(understanding, case) == []


@pytest.mark.parametrize(
    ("wrong", "pasal"),
    [
        ("pasal 75 permendag 94/2020 ngatur kenaikan jenjang kan?", 74),
        ("pasal 12 permendag 82/2020 soal pengangkatan kembali", 76),
    ],
)
def test_the_pasal_that_speaks_most_of_the_subject_is_named(
    understanding: Understanding, wrong: str, pasal: int
) -> None:
    (part,) = read(understanding, wrong)
    assert part.provisions[-1].pasal == pasal


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "pasal 60 Permen PUPR 2/2023 soal ikatan dinas itu bagaimana",
            "pasal 37 Permen PUPR 2/2023 soal ikatan dinas itu bagaimana",
        ),
        (
            "pasal 3 permendag 82/2020 yang mengatur sidang pleno bunyinya apa",
            "pasal 70 permendag 82/2020 yang mengatur sidang pleno bunyinya apa",
        ),
    ],
)
def test_a_pasal_named_for_another_subject_is_put_right(understanding: Understanding, wrong: str, right: str) -> None:
    (part,) = read(understanding, wrong)
    assert "tidak menyebut" in part.premises[0] and len(part.provisions) == 2
    assert read(understanding, right) == []


def test_a_subject_in_everyday_words_is_not_held_against_the_pasal(understanding: Understanding) -> None:
    for question in (
        "pasal 19 permen pupr 2/2023 soal jumlah JP",
        "pasal 73 permendag 94/2020 tentang naik pangkat apa syaratnya",
        "pasal 13 permendag 94/2020 soal umur pindah jabatan",
    ):
        assert read(understanding, question) == []
