"""Several questions in one message are cut apart; what is only told, offered to choose from or begged for is not."""

import pytest

from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.message.split import questions

SPELLER = Speller(spelling_words())


def parts(said: str) -> list[str]:
    return [said[start:end].strip(" ,") for start, end in questions(SPELLER.read(said))]


@pytest.mark.parametrize(
    ("said", "apart"),
    [
        ("suratnya ditujukan ke mana, ditandatangani siapa", 2),
        ("syaratnya apa, perlu berapa tahun pengalaman", 2),
        ("kalau terlambat sanksi apa, terus pelatihan dari luar dihitung gak", 2),
        ("cara mengusulkannya gimana, ada formulirnya tidak", 2),
        ("boleh magang di pabrik gak, siapa yang menyetujui", 2),
        ("lamanya berapa bulan? hasilnya nanti diakui ga", 2),
        ("prosesnya bagaimana dan uang kuliah harus dikembalikan kah?", 2),
        ("target 25 ya? kalau gak tercapai diapain", 2),
        ("kalau mau lapor kemana, dan nilainya bisa dicabut?", 2),
        ("katanya tiap tahun harus lapor. Bener? Kapan? kalau telat bagaimana nasibnya", 2),
        ("Will I keep my post, and do my credits count?", 2),
    ],
)
def test_each_question_stands_apart(said: str, apart: int) -> None:
    assert len(parts(said)) == apart


@pytest.mark.parametrize(
    "said",
    [
        "yang menyelenggarakan siapa, unit sendiri apa harus lewat pusat?",
        "jalurnya lewat mana, menunggu ditunjuk apa boleh mengajukan?",
        "kata teman boleh, kata orang SDM tidak",
        "atasan menyatakan setuju, panitia menyatakan tidak. Pendapat siapa yang dipakai?",
        "saya sudah III/c, teman saya tidak, berapa targetnya?",
        "boleh ikut kelas malam gak, mana yang bener",
        "apa bisa diangkat, kalau tidak punya pengalaman?",
        "boleh ikut suami ke daerah ga? atau harus berhenti dulu",
        "tugas kelompok keahlian itu apa persisnya?",
    ],
)
def test_what_is_told_or_offered_is_no_question_of_its_own(said: str) -> None:
    assert len(parts(said)) == 1


def test_the_other_way_goes_with_its_question() -> None:
    said = "targetnya berapa? boleh ikut suami ke daerah? atau harus berhenti dulu"
    assert parts(said) == ["targetnya berapa?", "boleh ikut suami ke daerah? atau harus berhenti dulu"]
    apart = "pegawai kontrak dapat kuliah? atau cuma boleh pelatihan saja"
    assert len(parts(apart)) == 2  # what may be done instead is asked for by itself


@pytest.mark.parametrize(
    "said",
    [
        "ketua tim penilainya beda jabatan dengan yang dinilai, boleh tidak? lucu kan?",
        "kalau ikut pilkades status jabatan saya gimana, cuti, mundur, apa dinonaktifkan dulu",
        "atase yang pulang ditempatkan di mana? saya belum dikabari siapa pun.",
        "who may sit on the assessment team? weird, right?",
    ],
)
def test_a_remark_an_or_and_a_whatever_ask_nothing(said: str) -> None:
    assert len(parts(said)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "prosedurnya gimana, siapa, apa syaratnya",
        "boleh mundur tidak? apa aneh kalau balik lagi jadi pengawas?",
        "diajukan kapan? apa pun berkasnya dikirim ke mana?",
    ],
)
def test_what_asks_beside_them_is_asked_all_the_same(said: str) -> None:
    assert len(parts(said)) >= 2
