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


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "soal ikatan dinas itu diatur di Pasal 12 Permen PUPR 2/2023 ya",
            "soal ikatan dinas itu diatur di Pasal 37 Permen PUPR 2/2023 ya",
        ),
        (
            "pemberhentian negosiator ada di pasal 20 permendag 94/2020 kan",
            "pemberhentian negosiator ada di pasal 75 permendag 94/2020 kan",
        ),
    ],
)
def test_a_subject_said_before_the_pasal_it_stands_in_is_looked_for_there(
    understanding: Understanding, wrong: str, right: str
) -> None:
    assert read(understanding, wrong)
    assert not read(understanding, right)


@pytest.mark.parametrize(
    "message",
    [
        "penilai I: 20,5 penilai II: 18 DUPAK pengawas, berikutnya apa?",
        "Kata sekretaris tim penilai negosiator, hadir 7 dari 9 orang. Sah?",
        "dua kali saya gagal ujian ulang kompetensi terus, sudah habis jatah katanya",
        "tugas belajar 4 bulan perlu dibebaskan dari jabatan ga",
        "habis S3 disuruh re-entry sampai 16 bulan, boleh selama itu?",
        "sidang pleno kan tidak wajib dihadiri seluruhnya, jadi kalau saya cuti aman?",
        "tahap ke 3 manajemen pengetahuan di trade corpu itu apa ya?",
        "syarat jenjang 200, punya 150, setahun dapat 25. kapan?",
        "saya bukan JPT dan bukan pula ahli utama, mau pindah ke pengawas perdagangan",
        "on top of the standard four semesters I got one more; is that extension allowed?",
    ],
)
def test_what_happened_or_is_only_asked_claims_no_rule(understanding: Understanding, message: str) -> None:
    assert not read(understanding, message)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "bener gak pengawas di pangkat puncak IV/c harus ngumpulin 45 AK per tahun?",
            "bener gak pengawas di pangkat puncak IV/c harus ngumpulin 20 AK per tahun?",
        ),
        (
            "PUPR study leave can be prolonged by the normal five semesters, so whom do I ask?",
            "PUPR study leave can be prolonged by the normal two semesters, so whom do I ask?",
        ),
        (
            "dari 6 AK pengembangan profesi yang wajib buat negosiator madya ke utama, saya punya 3",
            "dari 12 AK pengembangan profesi yang wajib buat negosiator madya ke utama, saya punya 3",
        ),
        (
            "we get 45 days to report to the PPK after study leave ends",
            "we get 15 days to report to the PPK after study leave ends",
        ),
    ],
)
def test_a_number_is_a_rules_behind_a_nod_asked_for_first_or_said_to_be_usual(
    understanding: Understanding, wrong: str, right: str
) -> None:
    assert read(understanding, wrong)
    assert not read(understanding, right)
