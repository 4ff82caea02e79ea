"""What a wrong field is answered with: its name, the value, and what is allowed."""

from typing import Any

import pytest
from pydantic import ValidationError

from assistant.refusals import problems, shorten
from assistant.tools import tools

WRONG = [
    (
        "kenaikan_pangkat",
        {"jabatan": "analis"},
        "jabatan",
        "tidak boleh 'analis'; yang dikenal: 'negosiator' atau 'pengawas'.",
    ),
    ("kenaikan_pangkat", {"angka_kredit": "-1"}, "angka_kredit", "tidak boleh -1; nilainya harus paling sedikit 0."),
    (
        "disiplin_skp",
        {"capaian_skp_persen": "abc"},
        "capaian_skp_persen",
        "tidak boleh 'abc'; harus bilangan, misalnya 12.5.",
    ),
    ("kenaikan_pangkat", {"angka_kredit": "NaN"}, "angka_kredit", "tidak boleh 'NaN'; harus bilangan, misalnya 12.5."),
    (
        "kenaikan_pangkat",
        {"angka_kredit": "0.1234567890123"},
        "angka_kredit",
        "paling banyak 12 angka di belakang koma.",
    ),
    ("kenaikan_pangkat", {"masa_pangkat_bulan": 1.5}, "masa_pangkat_bulan", "harus bilangan bulat, misalnya 12."),
    (
        "kenaikan_pangkat",
        {"masa_pangkat_bulan": 1201},
        "masa_pangkat_bulan",
        "tidak boleh 1201; nilainya harus paling banyak 1200.",
    ),
    (
        "kenaikan_pangkat",
        {"hasil_kerja_minimal": "mungkin"},
        "hasil_kerja_minimal",
        "harus ya atau tidak (true atau false).",
    ),
    ("kenaikan_pangkat", {"nilai_kinerja": "baik"}, "nilai_kinerja", "harus berupa daftar."),
    (
        "kenaikan_pangkat",
        {"nilai_kinerja": ["baik"] * 101},
        "nilai_kinerja",
        "terlalu panjang; paling banyak 100 butir.",
    ),
    ("kalender_pak", {"tanggal": "kemarin"}, "tanggal", "tidak boleh 'kemarin'; harus tanggal, misalnya 2026-03-27."),
    ("klaster_keahlian", {"nama_unit": "x" * 301}, "nama_unit", "terlalu panjang; paling banyak 300 huruf."),
    ("klaster_keahlian", {"nama_unit": 7}, "nama_unit", "tidak boleh 7; harus berupa teks."),
    ("angka_kredit_kegiatan", {"kegiatan": []}, "kegiatan", "tidak boleh kosong."),
    ("angka_kredit_kegiatan", {"kegiatan": [{"volume": 1}]}, "kegiatan.0.kegiatan", "harus diisi."),
    ("angka_kredit_kegiatan", {"kegiatan": ["12"]}, "kegiatan.0", "harus berupa satu baris isian."),
    ("angka_kredit_kegiatan", {"gaji": 1}, "gaji", "bukan masukan kalkulator ini."),
]


@pytest.mark.parametrize(("tool", "inputs", "field", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_a_wrong_field_is_told_with_what_is_allowed(tool: str, inputs: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        tools()[tool].facts.model_validate(inputs)
    assert list(found := problems(refusal.value)) == [field]
    assert found[field].startswith(f"{field} ")
    assert found[field].endswith(words)


def test_every_wrong_field_is_told_at_once() -> None:
    with pytest.raises(ValidationError) as refusal:
        tools()["kenaikan_pangkat"].facts.model_validate({"jabatan": "x", "golongan": "V/a", "angka_kredit": -1})
    assert set(problems(refusal.value)) == {"jabatan", "golongan", "angka_kredit"}


def test_a_long_value_is_cut_in_the_message() -> None:
    assert shorten("x" * 58) == f"'{'x' * 58}'"
    assert shorten("x" * 59) == f"'{'x' * 59}…"
