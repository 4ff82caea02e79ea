"""How long or how much a thing is for anybody, told in passing, is held against the rule; what a rule lets be stays alone."""

import pytest

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.understand.understanding import Understanding


def parts(understanding: Understanding, message: str) -> tuple[Part, ...]:
    """The questions of a message."""
    return understanding.read(message, Conversation("x")).parts


WRONG_AND_RIGHT = [
    (
        "Atasan saya kepala ITPC sejak Maret 2024. Masa tugas di perwakilan luar negeri {} tahun, jadi belum habis. Siapa yang memulangkan?",
        "enam",
        "tiga",
    ),
    (
        "I joined the credit assessment team for negotiators in 2024. As the term of a member is {} years I am not done yet, who replaces me?",
        "six",
        "three",
    ),
    ("nilai lulus ukom pengawas {} itu sudah termasuk UKMSK?", "75", "70"),
    ("batas usia pindah jadi negosiator ahli muda {} itu pas usul apa pas dilantik?", "58", "53"),
    (
        "Kepala biro kami gagal memenuhi perjanjian kinerja. mengingat beliau dapat waktu {} bulan untuk perbaikan, kapan seleksi ulangnya?",
        "sembilan",
        "enam",
    ),
    ("Ikatan dinas saya {} kali masa studi karena dibebaskan dari jabatan. Mulai dihitung sejak kapan?", "tiga", "dua"),
    (
        "karena penunjang may make up {} of the credits for a rank promotion, apa saja penunjang pengawas itu?",
        "half",
        "20%",
    ),
    ("makalah bertiga, penulis utama dapat {} persen jadi saya segitu. teman dapat berapa? (pengawas)", "75", "50"),
    ("forum strategis trade corpu diadakan tiap {} tahun, siapa yang hadir?", "3", "1"),
    ("kasubag di bagian umum maksimal {} tahun di jabatan yang sama kan. siapa yang memindah?", "7", "5"),
]


@pytest.mark.parametrize(("message", "wrong", "right"), WRONG_AND_RIGHT)
def test_what_a_thing_is_for_anybody_is_held_against_the_rule(
    understanding: Understanding, message: str, wrong: str, right: str
) -> None:
    assert any(part.premises for part in parts(understanding, message.format(wrong)))
    assert not any(part.premises for part in parts(understanding, message.format(right)))


@pytest.mark.parametrize(
    "message",
    [
        "saya kepala bidang, masa jabatan lima tahun, jadi boleh dirotasi?",
        "masa tugas suami saya di perwakilan luar negeri sudah lima tahun, jadi kapan pulang?",
        "nilai saya 65 itu lulus tidak ukom negosiator?",
        "umur 54 jadi saya tidak bisa pindah ke pengawas ahli muda kan?",
        "saya kumpulkan DUPAK tiap Januari, boleh?",
        "teman saya mau tubel PUPR biaya mandiri, kata dia akreditasi B prodinya. syarat tubel apa saja?",
        "kan kalau dibebaskan dari jabatan ikatan dinasnya 2 kali masa studi, saya 18 bulan, sampai berapa lama?",
    ],
)
def test_a_case_and_a_right_number_are_no_claim(understanding: Understanding, message: str) -> None:
    assert not any(part.premises for part in parts(understanding, message))


def test_a_head_of_division_is_not_put_right_by_the_rule_for_others(understanding: Understanding) -> None:
    message = "kabag saya sudah 6 tahun di situ, maksimal 7 tahun di jabatan yang sama kan. kapan dia dipindah?"
    corrected = [address.key for part in parts(understanding, message) if part.premises for address in part.provisions]
    assert corrected == ["permendag-79-2014#pasal-6-ayat-1"]


def test_the_number_of_a_rule_is_no_fact_of_the_case(understanding: Understanding) -> None:
    message = (
        "Suami saya atase perdagangan sejak Mei 2024. Masa tugas di perwakilan luar negeri lima tahun, "
        "jadi masih lama. Kalau mau pulang lebih cepat bagaimana?"
    )
    facts = [fact.field for part in parts(understanding, message) for fact in part.facts]
    assert "masa_unit_kerja_bulan" not in facts


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("karena jatah mengulang ukom negosiator dua kali, saya takut. kapan jadwalnya keluar?", "uji_ulang_diikuti"),
        ("bobot UKMSK 40% itu nilai mentah atau nilai akhir buat pengawas?", "nilai_ukmsk"),
    ],
)
def test_a_right_number_of_a_rule_is_no_fact_either(understanding: Understanding, message: str, field: str) -> None:
    assert field not in [fact.field for part in parts(understanding, message) for fact in part.facts]
