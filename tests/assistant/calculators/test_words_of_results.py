"""What a person reads in the working of the career, study and learning calculators, and what must not be there."""

from typing import Any

import pytest

from assistant.calculation import Calculation
from assistant.calculators.law import Law
from assistant.tools import run


def read(found: Calculation) -> str:
    """Steps, conditions, questions and warning codes of a result, one a line."""
    lines = [f"{step.text}: {step.value}" for step in found.steps]
    lines += [requirement.text for requirement in found.requirements]
    lines += [missing.question for missing in found.missing]
    lines += [warning.code for warning in found.warnings]
    lines += [citation.address.key for citation in found.citations]
    return "\n".join(lines)


SAID = [
    (
        "pembebasan_tugas_jabatan",
        {"lama_studi_bulan": 24, "dibutuhkan_organisasi": True},
        ["kebutuhan organisasi: ada", "sistem penyelenggaraan pendidikan: belum disebut"],
    ),
    (
        "pembebasan_tugas_jabatan",
        {"lama_studi_bulan": 24, "sistem_pendidikan_memungkinkan": False},
        ["kebutuhan organisasi: belum disebut", "sistem penyelenggaraan pendidikan: tidak ada"],
    ),
    ("perpanjangan_studi", {"lama_studi_bulan": 24}, ["24 + 12 = 36 bulan"]),
    ("penyelenggara_bimtek", {"jumlah_jp": "30"}, ["30 jam pelajaran, tidak lebih dari 30"]),
    ("penyelenggara_bimtek", {"jumlah_jp": "31"}, ["31 jam pelajaran, lebih dari 30"]),
    ("forum_pembelajaran", {"level_forum": "strategis", "tahun": 2026}, ["2026 dan 2027", "2026 sampai dengan 2030"]),
    ("evaluasi_pembelajaran", {"tingkat_evaluasi": "kepuasan"}, ["Kepuasan peserta terhadap penyelenggaraan"]),
    ("bentuk_pembelajaran", {"bentuk_belajar": "belajar_mandiri"}, ["Disyaratkan: persetujuan atasan langsung"]),
    ("klaster_keahlian", {"nama_unit": "Direktorat Impor"}, ['"Direktorat Impor": Direktorat Impor']),
    (
        "jenis_pelatihan",
        {"bentuk_belajar": "sekolah_perdagangan", "status_asn": "pns"},
        ["tidak_diatur:pns_nonklasikal"],
    ),
]
UNSAID = [
    ("syarat_jabatan", {"jabatan_tujuan": "administrator", "proses_hukuman": "berat"}, "dua_bacaan"),
    ("syarat_jabatan", {"jabatan_tujuan": "administrator", "hukuman_terberat": "berat"}, "dua_bacaan"),
    ("badan_seleksi", {"jabatan_tujuan": "jpt_madya"}, "permendag-79-2014#pasal-11-ayat-1\n"),
    ("jenis_pelatihan", {"bentuk_belajar": "pelatihan_fungsional", "status_asn": "pppk"}, "pppk_nonklasikal"),
    (
        "penyelenggara_pembelajaran",
        {"penyelenggara_belajar": "unit_kerja", "bentuk_belajar": "bimtek", "persetujuan_koordinator": False},
        "dua_bacaan",
    ),
    (
        "penyelenggara_pembelajaran",
        {"penyelenggara_belajar": "unit_kerja", "bentuk_belajar": "coaching", "persetujuan_koordinator": True},
        "dua_bacaan",
    ),
    ("penyelenggara_pembelajaran", {"penyelenggara_belajar": "unit_kompetensi"}, "yang ada:"),
]


@pytest.mark.parametrize(("tool", "inputs", "phrases"), SAID)
def test_the_working_says(tool: str, inputs: dict[str, Any], phrases: list[str], law: Law) -> None:
    text = read(run(tool, inputs, law))
    for phrase in phrases:
        assert phrase in text


@pytest.mark.parametrize(("tool", "inputs", "phrase"), UNSAID)
def test_the_working_does_not_say(tool: str, inputs: dict[str, Any], phrase: str, law: Law) -> None:
    assert phrase not in read(run(tool, inputs, law))


def test_a_refusal_that_holds_for_both_multiples_rests_on_the_smaller(law: Law) -> None:
    found = run("tugas_belajar", {"lama_studi_bulan": 24, "sisa_masa_kerja_bulan": 47}, law)
    refused = next(r for r in found.requirements if r.text.startswith("Sisa masa kerja"))
    assert refused.citation.address.place == "Pasal 28 huruf b angka 2"


def test_a_consent_that_holds_for_both_multiples_rests_on_the_larger(law: Law) -> None:
    found = run("tugas_belajar", {"lama_studi_bulan": 24, "sisa_masa_kerja_bulan": 72}, law)
    granted = next(r for r in found.requirements if r.text.startswith("Sisa masa kerja"))
    assert (granted.status, granted.citation.address.place) == ("terpenuhi", "Pasal 28 huruf b angka 1")


def test_a_refusal_for_one_who_leaves_the_post_rests_on_that_case(law: Law) -> None:
    inputs = {"lama_studi_bulan": 24, "sisa_masa_kerja_bulan": 71, "dibebaskan_tugas_jabatan": True}
    refused = next(r for r in run("tugas_belajar", inputs, law).requirements if r.text.startswith("Sisa masa kerja"))
    assert (refused.status, refused.citation.address.place) == ("belum", "Pasal 28 huruf b angka 1")


def test_the_table_of_clusters_counts_fifty_five_units(law: Law) -> None:
    rows = run("klaster_keahlian", {}, law).result["daftar"]
    assert [row["nomor"] for row in rows] == [str(number) for number in range(1, 10)]
    assert sum(row["jumlah_unit"] for row in rows) == 6 + 6 + 6 + 6 + 5 + 5 + 4 + 5 + 12


def test_the_table_of_forms_holds_each_once(law: Law) -> None:
    rows = run("bentuk_pembelajaran", {}, law).result["daftar"]
    assert len(rows) == 6 + 1 + 3 + 7
