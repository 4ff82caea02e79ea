"""Bare figures, days, entries of lists and rows told anew in a conversation, and questions beside the calculation at work."""

from typing import Any

import pytest
from last_read import last_read, told

from assistant.answer import Assistant
from assistant.reading import Part
from assistant.understand.following.followups import asks_which_provision, beside_provision
from assistant.understand.language.polarity import declines
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words

SPELLER = Speller(spelling_words())
SUPPORT = "negosiator III/b, AK penunjang saya 18, yang diakui berapa?"
PLAN = "pengawas III/c, AK sekarang 60, per tahun nambah 14, 20 bulan di pangkat ini. kapan bisa naik pangkat?"
RATED = "negosiator III/d, AK 210, 40 bulan di pangkat, SKP dua tahun terakhir baik, HKM terpenuhi. naik pangkat bisa?"
WORK = "pengawas ahli madya, hasil kerjanya 2, 3 sama 5. hasil kerja minimal cukup?"
ROWS = "negosiator ahli muda, kegiatan nomor 21 sepuluh kali dan nomor 24 tiga kali, AK-nya berapa?"
STAFF = "pengawas ahli muda, kegiatan nomor 30 volume 120 setahun, butuh berapa orang?"
DAY = "pengawas ujikom tanggal 3 Februari 2026, rekomendasinya paling lambat kapan?"
SENT = "pengawas, kenaikan pangkat April 2026, usul DUPAK paling lambat kapan?"


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ((SUPPORT, "misalkan hanya 9?"), {"ak_penunjang": "9"}),
        ((SUPPORT, "suppose it was 25"), {"ak_penunjang": "25"}),
        ((PLAN, "seumpama 16?"), {"ak_setahun": "16"}),
        ((PLAN, "andai jadi 66?"), {"angka_kredit": "66"}),
        ((PLAN, "kalau AK saya 16?"), {"angka_kredit": "16"}),
        ((PLAN, "kalau setahun dapat 15?", "kalau 19?"), {"ak_setahun": "19"}),
    ],
)
def test_a_bare_figure_is_the_known_one_that_it_is_nearest_to(
    assistant: Assistant, said: tuple[str, ...], facts: dict[str, Any]
) -> None:
    assert told(last_read(assistant, *said)) == facts


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ((DAY, "keluarnya 2 Maret 2026"), {"tanggal_rekomendasi": "2026-03-02"}),
        ((DAY, "terbit 2 Maret 2026, masih berlaku?", "eh salah, 9 Maret 2026"), {"tanggal_rekomendasi": "2026-03-09"}),
        ((SENT, "dikirim tanggal 12 Januari 2026, kelewat ga?"), {"tanggal_dupak": "2026-01-12"}),
    ],
)
def test_a_day_belongs_to_the_date_at_hand(assistant: Assistant, said: tuple[str, ...], facts: dict[str, Any]) -> None:
    assert told(last_read(assistant, *said)) == facts


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ((RATED, "kalau SKP tahun lalu kurang?"), {"nilai_kinerja": ["kurang", "baik"]}),
        ((RATED, "what if two years ago it was rated cukup?"), {"nilai_kinerja": ["baik", "cukup"]}),
        ((WORK, "yang kedua sebenarnya 4"), {"jumlah_hasil_kerja": [2, 4, 5]}),
        ((WORK, "the last one is actually 8"), {"jumlah_hasil_kerja": [2, 3, 8]}),
        ((WORK, "hasil kerjanya ternyata 4, 4, 6"), {"jumlah_hasil_kerja": [4, 4, 6]}),
    ],
)
def test_one_entry_of_a_list_is_put_in_its_place(
    assistant: Assistant, said: tuple[str, ...], facts: dict[str, Any]
) -> None:
    assert told(last_read(assistant, *said)) == facts


def rows(part: Part, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = told(part)[name]
    return found


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ((ROWS, "eh nomor 24 itu enam kali"), [("21", "10"), ("24", "6")]),
        ((STAFF, "kalau jumlahnya 300?"), [("30", "300")]),
        ((STAFF, "kalau nomor 31 volume 300?"), [("31", "300")]),
    ],
)
def test_one_row_is_told_anew_among_the_others(
    assistant: Assistant, said: tuple[str, ...], wanted: list[tuple[str, str]]
) -> None:
    found = rows(last_read(assistant, *said), "kegiatan")
    assert [(row["kegiatan"], row["volume"]) for row in found] == wanted


def test_the_hours_of_a_course_are_told_anew(assistant: Assistant) -> None:
    found = rows(last_read(assistant, "pengawas ikut pelatihan teknis 200 jam, AK pengembangan profesinya?",
                           "seandainya lamanya 70 jam?"), "kegiatan_profesi")  # fmt: skip
    assert [(row["jenis"], row["jam"]) for row in found] == [("pelatihan teknis", "70")]


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        ((STAFF, "indikator beban kerjanya apa saja?"), None),
        ((SENT, "pengawas ahli muda targetnya berapa setahun?"), "target_tahunan"),
        ((STAFF, "contoh resmi nomor 1 hitungannya gimana?"), "contoh_formasi"),
        ((PLAN, "coba bandingkan dengan 22 setahun"), "bandingkan_rencana"),
    ],
)
def test_a_question_beside_the_calculation_is_not_taken_for_a_fact_of_it(
    assistant: Assistant, said: tuple[str, ...], tool: str | None
) -> None:
    assert last_read(assistant, *said).tool == tool


def test_the_second_plan_can_be_told_anew(assistant: Assistant) -> None:
    said = (PLAN, "coba bandingkan dengan 22 setahun")
    assert told(last_read(assistant, *said)) == {"ak_setahun_pembanding": "22"}
    assert told(last_read(assistant, *said, "kalau yang kedua 26?")) == {"ak_setahun_pembanding": "26"}
    assert told(last_read(assistant, *said, "kalau yang pertama 15?")) == {"ak_setahun": "15"}


def test_what_is_wanted_of_a_provision_is_heard_though_it_comes_first() -> None:
    assert beside_provision(SPELLER.read("bobotnya tercantum di lampiran mana?")) == ["bobotnya"]
    assert beside_provision(SPELLER.read("yah berat, tercantum di lampiran mana?")) == []


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("waduh gitu ya, pasal mana yang nyebut?", True),
        ("aduh rugi dong, dasarnya di mana", True),
        ("yang pelatihan diplomasi wajib, pasal berapa?", False),
        ("pasal berapa yang mengatur pelatihan teknis bidang perundingan?", False),
    ],
)
def test_a_sigh_before_it_hides_no_wish_for_the_provision(message: str, asked: bool) -> None:
    assert asks_which_provision(SPELLER.read(message)) is asked


@pytest.mark.parametrize(
    ("message", "unknown"),
    [("duh gatau deh", True), ("lewatin aja dulu", True), ("I forgot", True), ("sudah 2 tahun", False)],
)
def test_who_does_not_know_is_asked_no_more(message: str, unknown: bool) -> None:
    assert declines(SPELLER.read(message)) is unknown


def test_a_promotion_some_time_ago_tells_how_long_the_rank_is_held(assistant: Assistant) -> None:
    said = "negosiator III/b, AK 70, terakhir naik pangkat 14 bulan lalu, bisa naik lagi?"
    assert told(last_read(assistant, said))["masa_pangkat_bulan"] == 14
    assert "masa_pangkat_bulan" not in told(last_read(assistant, "negosiator III/b, AK 70, naik pangkat 2 tahun lagi"))
