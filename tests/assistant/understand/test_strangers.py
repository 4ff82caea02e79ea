"""Who is said to do what no provision gives them, what is said not to be, and what is right after all."""

from collections.abc import Sequence

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


def contradicted(understanding: Understanding, message: str) -> Sequence[str]:
    """The places by which a message is put right."""
    parts = understanding.read(message, Conversation("x")).parts
    return [f"{place.regulation} {place.place}" for part in parts if part.premises for place in part.provisions]


@pytest.mark.parametrize(
    "message",
    [
        "kurikulum pelatihan teknis pengawas perdagangan disusun BNSP ya, isinya apa?",
        "kurikulum pelatihan negosiator yang dibikin BKN itu isinya apa?",
        "Since the learning forum at strategic level is organised by BKN, who attends?",
    ],
)
def test_who_is_named_by_no_provision_about_it_does_not_do_it(understanding: Understanding, message: str) -> None:
    assert contradicted(understanding, message)


@pytest.mark.parametrize(
    "message",
    [
        "usulan formasi pengawas perdagangan yang ditetapkan Menpan itu tembusannya ke siapa?",
        "pengangkatan negosiator ahli utama yang ditetapkan Presiden itu diusulkan siapa?",
        "sertifikat kompetensi saya dari BNSP, bisa dipakai buat naik jenjang negosiator?",
        "mundur dari PNS tanpa alasan yg dibenarkan & bkn force majeure, sanksi tubelnya apa?",
    ],
)
def test_who_does_it_and_what_somebody_has_are_left_alone(understanding: Understanding, message: str) -> None:
    assert contradicted(understanding, message) == []


@pytest.mark.parametrize(
    ("message", "place"),
    [
        (
            "katanya coaching tidak termasuk metode belajar dari orang lain di Trade CorpU, terus masuk mana?",
            "permendag-4-2026 Pasal 27 ayat (2)",
        ),
        ("seminar tidak termasuk pelatihan klasikal PNS PUPR kan?", "permen-pupr-2-2023 Pasal 51 ayat (1)"),
    ],
)
def test_what_a_provision_says_to_be_so_is_not_denied(understanding: Understanding, message: str, place: str) -> None:
    assert contradicted(understanding, message) == [place]


@pytest.mark.parametrize(
    "message",
    [
        "yang mau dipromosikan tidak masuk rencana suksesi, bisa diangkat negosiator?",
        "coaching termasuk metode belajar dari orang lain di Trade CorpU kan?",
    ],
)
def test_what_is_so_and_what_is_told_of_a_case_are_left_alone(understanding: Understanding, message: str) -> None:
    assert contradicted(understanding, message) == []


@pytest.mark.parametrize(
    "message",
    [
        "pelathan dasar itu jenis pelatihan klasikal buat pns kan",
        "tidak lulus ujikom berarti harus pelatihan fungsional, habis itu uji ulang ya?",
        "kan cukup 90% dari AK yang disyaratkan buat ujikom naik jenjang pengawas, sisa 10% dikejar belakangan?",
        "ada peserta tubel yang kuliahnya tidak selesai tanpa alasan yang dibenarkan, sanksinya apa?",
        "dalam setahun kan ada dua kali penilaian angka kredit negosiator, yang April ditetapkan bulan apa?",
    ],
)
def test_what_is_right_is_not_put_right(understanding: Understanding, message: str) -> None:
    assert contradicted(understanding, message) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "sebab ujian ulang negosiator bisa ngulang terus tidak dibatasi, kapan jadwal berikutnya?",
            "sebab ujian ulang negosiator cuma bisa diulang 2 kali, kapan jadwal berikutnya?",
        ),
        (
            "pengawas pertama ngerjain butir ahli muda AK-nya kan utuh 100%, formulirnya apa?",
            "pengawas pertama ngerjain butir ahli muda AK-nya kan 80%, formulirnya apa?",
        ),
        (
            "negosiator madya ke utama pengembangan profesinya cukup 6 AK kan? dari kegiatan apa saja",
            "negosiator madya mau ke utama harus 12 AK pengembangan profesi kan? dari kegiatan apa saja",
        ),
    ],
)
def test_the_number_of_a_rule_is_put_right_only_where_it_is_another(
    understanding: Understanding, wrong: str, right: str
) -> None:
    assert contradicted(understanding, wrong)
    assert contradicted(understanding, right) == []
