"""Cases that go on after a look-up or another calculation, without a word that leads back to them."""

from typing import Any

import pytest
from last_read import last_read, told

from assistant.answer import Assistant

PLENARY = "rapat pleno penilai negosiator: anggota 11, yang datang 5. sah?"
SIGNED = "berita acara plenonya ditandatangani siapa?"
JUDGED = "penilai satu ngasih 14, penilai dua 17 buat DUPAK negosiator, terus gimana?"
BOND = "tugas belajar 30 bulan, beasiswa kementerian PUPR, dibebaskan dari jabatan. ikatan dinasnya berapa?"
TERM = "anggota tim penilai pengawas mulai menjabat 3 Maret 2024, habisnya kapan?"
ABSENT = "kalau berhalangan 8 bulan, dia boleh diganti?"
RISE = "pengawas ahli pertama mau naik ke ahli muda, 30 bulan menjabat, pengembangan profesi 2 AK. bisa?"
PAPERS = "berkas usulnya apa saja?"
RATED = "predikat saya butuh perbaikan, ahli pertama, dinilai 10 bulan. konversi angka kreditnya?"
TARGET = "target AK setahun ahli pertama pengawas berapa?"
PLAN = "pengawas III/a, AK 40, kapan bisa naik pangkat?"
KDEI = "saya sudah 15 bulan jadi kepala KDEI, sudah boleh pindah?"
ATTACHE = "kalau atase perdagangan?"
STUDY = "tugas belajar S2 di PTN, prodinya akreditasi B, saya PNS 4 tahun, jalur beasiswa PUPR. memenuhi syarat?"


@pytest.mark.parametrize(
    ("said", "tool", "facts"),
    [
        ((PLENARY, JUDGED, "andai yang datang 8?"), "kuorum_sidang_pleno", {"jumlah_hadir": 8}),
        ((JUDGED, PLENARY, SIGNED, "kalau penilai dua ternyata 14 juga?"), "hasil_dua_penilai", {"nilai_penilai_kedua": "14"}),
        ((BOND, TARGET, "if the study takes 18 months?"), "ikatan_dinas", {"lama_studi_bulan": 18}),
        ((RATED, TARGET, "klo predikatnya baik?"), "konversi_predikat", {"predikat_kinerja": "baik"}),
        ((RISE, PAPERS, "rupanya pengembangan profesinya 7"), "kenaikan_jenjang", {"ak_pengembangan_profesi": "7"}),
        ((RISE, PAPERS, "it turns out he has been in post for 9 months"), "kenaikan_jenjang", {"masa_jabatan_bulan": 9}),
    ],
)  # fmt: skip
def test_a_fact_told_anew_belongs_to_the_calculation_it_was_told_for(
    assistant: Assistant, said: tuple[str, ...], tool: str, facts: dict[str, Any]
) -> None:
    part = last_read(assistant, *said)
    assert (part.tool, told(part)) == (tool, facts)


def test_another_day_is_no_length_of_time_up_to_it(assistant: Assistant) -> None:
    part = last_read(assistant, TERM, ABSENT, "maaf, mulainya 3 September 2024")
    assert (part.tool, told(part)) == ("masa_tim_penilai", {"tanggal_mulai_masa": "2024-09-03"})


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        ((TERM, ABSENT, "kalau 3 bulan?"), "penggantian_anggota_tim"),
        ((TERM, ABSENT, "kalau baru 3 bulan berhalangannya?"), "penggantian_anggota_tim"),
        ((JUDGED, PLENARY, "ternyata yang datang 7"), "kuorum_sidang_pleno"),
        ((BOND, "studi 30 bulan boleh diperpanjang berapa semester?"), "perpanjangan_studi"),
    ],
)
def test_what_the_calculation_at_work_takes_is_left_to_it(
    assistant: Assistant, said: tuple[str, ...], tool: str
) -> None:
    assert last_read(assistant, *said).tool == tool


def test_facts_told_before_any_question_open_no_calculation(assistant: Assistant) -> None:
    part = last_read(assistant, "saya pengawas III/b, AK 71")
    assert {"jabatan", "golongan", "angka_kredit"} <= told(part).keys()


def test_what_is_only_told_adds_to_the_plan_made_before(assistant: Assistant) -> None:
    part = last_read(assistant, PLAN, "hasil kerja minimal ahli pertama?", "setahun dapat 16 AK")
    assert (part.tool, told(part)) == ("rencana_kenaikan_pangkat", {"ak_setahun": "16"})
    assert last_read(assistant, PLAN, "hasil kerja minimal ahli pertama?", "setahun dapat 16 AK, tercapai targetnya?").tool == "target_tahunan"  # fmt: skip


def test_another_value_of_what_was_told_opens_no_calculation_of_a_part(assistant: Assistant) -> None:
    assert last_read(assistant, STUDY, "kalau prodinya C doang?").tool == "tugas_belajar"


def test_of_somebody_else_the_last_question_is_asked_again(assistant: Assistant) -> None:
    first = "saya bukan JF perdagangan, pegawai dinas kota. boleh belajar di Trade CorpU?"
    part = last_read(assistant, first, "kepanjangan corpu apa?", "kawan saya sudah JF perdagangan, dia gimana")
    assert (part.tool, told(part)) == ("unsur_luar_kementerian", {"jf_perdagangan": True})


@pytest.mark.parametrize(
    ("message", "post"),
    [
        ("balik ke saya tadi, kalau sudah 30 bulan?", "perwakilan_kdei"),
        ("back to my case, what if it were 30 months?", "perwakilan_kdei"),
        ("kalau sudah 30 bulan?", None),
    ],
)
def test_who_is_come_back_to_is_as_he_was_told(assistant: Assistant, message: str, post: str | None) -> None:
    assert told(last_read(assistant, KDEI, ATTACHE, message)).get("jabatan_sekarang") == post
