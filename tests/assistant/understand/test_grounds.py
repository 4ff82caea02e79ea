"""What is given as a ground in passing is put right where a rule says otherwise, and left alone where it is so."""

import pytest

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.understand.understanding import Understanding


def parts(understanding: Understanding, message: str) -> tuple[Part, ...]:
    """The questions of a message."""
    return understanding.read(message, Conversation("x")).parts


WRONG_AND_RIGHT = [
    (
        "saya pengawas ahli pertama sejak 2023, pelatihan fungsional nanti saja setelah diangkat, soalnya batasnya {} tahun. DUPAK ke siapa?",
        "4",
        "3",
    ),
    (
        "forum strategis trade corpu terakhir 2025, wajibnya {} tahun sekali jadi berikutnya nanti. hasilnya apa?",
        "3",
        "1",
    ),
    (
        "pengawas muda, penunjang teman sudah 40. kan boleh sampai {} dari AK naik pangkat. apa saja penunjang itu?",
        "separuh",
        "20%",
    ),
    ("negosiator muda, karena target tahunan saya {} AK dan sudah 28, sisanya dihitung tidak?", "15", "25"),
    (
        "makalah kami bertiga, saya penulis utama jadi dapat {} persen sesuai aturan. yang dua orang pembantu berapa?",
        "60",
        "50",
    ),
    (
        "tim penilai angka kredit negosiator kami beranggotakan {} orang termasuk ketua dan sekretaris, sesuai jumlah minimal. sekretaris dari unsur mana?",
        "tiga",
        "lima",
    ),
    (
        "S2 saya dua tahun, dibebaskan dari jabatan, dibiayai APBN, jadi ikatan dinasnya {} tahun saja. kapan mulai dihitung?",
        "dua",
        "empat",
    ),
    (
        "kuliah tubel biaya mandiri di kampus swasta akreditasi {}, yang mana sudah memenuhi syarat minimal. rekomendasinya dari siapa?",
        "B",
        "A",
    ),
    (
        "Pak {} selaku Kepala Trade CorpU minta bahan rapat dewan pengarah dari saya. tugas dewan itu apa saja?",
        "Irjen",
        "Menteri",
    ),
    ("negosiator, gagal ujikom 2x, masih bisa ngulang soalnya jatahnya {} kali. daftar ke siapa?", "5", "2"),
]


@pytest.mark.parametrize(("message", "wrong", "right"), WRONG_AND_RIGHT)
def test_a_wrong_ground_is_put_right_and_a_right_one_left_alone(
    understanding: Understanding, message: str, wrong: str, right: str
) -> None:
    assert any(part.premises for part in parts(understanding, message.format(wrong)))
    assert not any(part.premises for part in parts(understanding, message.format(right)))


@pytest.mark.parametrize(
    "message",
    [
        "apakah tim penilai yang beranggotakan tiga orang sudah sesuai jumlah minimal?",
        "target saya tahun ini 30 AK, sudah dapat 12. negosiator muda. cukup ga?",
        "prodi akreditasi B sudah memenuhi syarat minimal buat tubel biaya mandiri ga?",
        "ikatan dinas saya sisa 1 tahun, tubel 2 tahun dibebaskan biaya APBN. boleh pindah?",
        "Pak Sekjen selaku sekretaris dewan pengarah pembelajaran minta notulen dari saya. tugas dewan apa?",
        "di dinas kabupaten boleh tidak mengangkat negosiator perdagangan?",
        "saya di dinas perdagangan provinsi, mau pindah jadi negosiator perdagangan di kementerian. ijazahnya apa saja?",
    ],
)
def test_what_is_asked_or_told_of_a_case_is_no_ground(understanding: Understanding, message: str) -> None:
    assert not any(part.premises for part in parts(understanding, message))


def test_a_position_is_not_placed_where_it_does_not_exist(understanding: Understanding) -> None:
    message = "kami di disperindag provinsi mau mengangkat 3 negosiator perdagangan. ijazahnya apa saja?"
    assert any(part.premises for part in parts(understanding, message))


def test_a_limit_given_as_a_reason_is_no_fact(understanding: Understanding) -> None:
    message = "negosiator, gagal ujikom 2x, bisa ngulang soalnya jatahnya 2 kali. daftar ke siapa?"
    found = parts(understanding, message)[0].facts
    assert not any("jatahnya" in message[: fact.start] for fact in found)
