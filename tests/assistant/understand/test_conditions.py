"""What is told of somebody in a question, of whom it is then asked what may be done, is told; what is asked is not."""

import pytest
from told_by_words import told


@pytest.mark.parametrize(
    ("tool", "said", "field", "value"),
    [
        ("syarat_uji_kompetensi", "sedang cltn bisa ikut ujikom?", "cuti_luar_tanggungan", True),
        ("syarat_uji_kompetensi", "apakah orang yang lagi cltn boleh diuji?", "cuti_luar_tanggungan", True),
        ("kenaikan_jenjang", "apa pegawai yang belum lulus ujikom boleh naik?", "lulus_uji_kompetensi", False),
        ("kenaikan_jenjang", "sudah lulus ujikom tidak bisa langsung naik?", "lulus_uji_kompetensi", True),
        ("sertifikat_pelatihan", "siapa meneken ijazah staf yang tidak lulus pelatihan", "lulus_pelatihan", False),
        (
            "pengangkatan_promosi",
            "apakah orang yang melanggar kode etik bisa promosi",
            "pernah_langgar_kode_etik",
            True,
        ),
        ("pengangkatan_promosi", "dulu kena hukdis sedang tahun 2017", "pernah_hukuman_disiplin", True),
        ("syarat_jabatan", "pernah hukdis ringan, mau jadi pengawas eselon IV", "hukuman_terberat", "ringan"),
        ("syarat_jabatan", "kalau hukdis tidak pernah", "hukuman_terberat", "tidak_ada"),
        ("syarat_jabatan", "belum pernah ikut diklatpim", "diklatpim", ()),
        ("syarat_jabatan", "sudah diklatpim IV, belum diklatpim III", "diklatpim", ("IV",)),
        ("target_tahunan", "semua beres tapi lowongannya tidak ada", "menunggu_lowongan", True),
        ("tim_penilai", "tim 5 orang, dari pengawas perdagangan cuma 2 orang", "anggota_fungsional", 2),
    ],
)
def test_a_condition_is_told(tool: str, said: str, field: str, value: object) -> None:
    assert told(tool, said).get(field) == value


@pytest.mark.parametrize(
    ("tool", "said", "field"),
    [
        ("sertifikat_pelatihan", "siapa saja yang lulus pelatihan?", "lulus_pelatihan"),
        ("kenaikan_jenjang", "kenapa tidak ada orang yang lulus ujikom?", "lulus_uji_kompetensi"),
        ("kenaikan_jenjang", "pegawai yang harus lulus ujikom siapa?", "lulus_uji_kompetensi"),
        ("syarat_uji_kompetensi", "cltn boleh berapa lama?", "cuti_luar_tanggungan"),
        ("tugas_belajar", "pernah dinas luar negeri lama, bisa tugas belajar S3?", "pernah_tugas_belajar"),
        ("tugas_belajar", "pernah sakit keras bisa tugas belajar S2?", "pernah_tugas_belajar"),
        ("syarat_jabatan", "apa bedanya diklatpim III dan IV, belum paham", "hukuman_terberat"),
        ("target_tahunan", "ada formasi, targetnya berapa?", "menunggu_lowongan"),
        ("tim_penilai", "ketua, sekretaris, dan 3 anggota", "sekretaris_kepegawaian"),
    ],
)
def test_what_is_only_asked_or_said_of_something_else_is_not_told(tool: str, said: str, field: str) -> None:
    assert field not in told(tool, said)


def test_what_is_to_be_got_was_not_got_before() -> None:
    said = "IV/b S2, tiga tahun di pangkat. kalau lewat inpassing dapat angka kredit berapa?"
    assert "inpassing_sudah_dipakai" not in told("angka_kredit_inpassing", said)
    assert told("angka_kredit_inpassing", "dulu sudah dapat inpassing")["inpassing_sudah_dipakai"] is True


@pytest.mark.parametrize("said", ["timnya 7 orang, 4 anggota negosiator", "tim 7 orang, anggota negosiator 4"])
def test_members_of_the_position_are_counted_before_and_behind_their_number(said: str) -> None:
    facts = told("tim_penilai", said)
    assert (facts["jumlah_tim"], facts["anggota_fungsional"]) == (7, 4)


@pytest.mark.parametrize(
    ("said", "ratings"),
    [
        ("tiga tahun terakhir predikat saya baik semua", ("baik", "baik", "baik")),
        ("prestasi kerja semua unsurnya baik", None),
    ],
)
def test_all_beside_a_number_of_years_is_all_of_them(said: str, ratings: tuple[str, ...] | None) -> None:
    assert told("syarat_jabatan", said).get("nilai_kinerja") == ratings
