"""Facts found otherwise than believed, told to be like the one before, or settled right before their own words."""

import pytest
from told_by_words import told


@pytest.mark.parametrize(
    ("tool", "said", "field", "value"),
    [
        ("kenaikan_jenjang", "saya kira sudah lulus ujikom, rupanya belum", "lulus_uji_kompetensi", False),
        ("kenaikan_jenjang", "dikira gagal uji kompetensi, ternyata sudah lulus", "lulus_uji_kompetensi", True),
        (
            "syarat_inpassing",
            "I assumed I had passed the competency test, but I have not",
            "lulus_uji_kompetensi",
            False,
        ),
        ("kenaikan_jenjang", "sudah lulus ujikom dan saya kira itu cukup", "lulus_uji_kompetensi", True),
        ("syarat_uji_kompetensi", "rekam jejaknya buruk, integritasnya begitu juga", "integritas_baik", False),
        ("syarat_uji_kompetensi", "integritasnya baik, rekam jejaknya pun demikian", "rekam_jejak_baik", True),
        (
            "syarat_uji_kompetensi",
            "sedang diperiksa kasus disiplin dan surat kesehatan belum keluar",
            "sedang_diperiksa_disiplin",
            True,
        ),
        ("syarat_uji_kompetensi", "belum pernah melanggar etik maupun disanksi", "pernah_hukuman_disiplin", False),
        ("syarat_uji_kompetensi", "ijazah S2 dan sesuai bidangnya.", "bidang_pendidikan_sesuai", True),
        ("syarat_inpassing", "sudah jadi PNS, bukan PPPK lagi", "status_pns", True),
        ("syarat_inpassing", "tidak ada temuan moralitas buruk", "integritas_baik", True),
        ("syarat_inpassing", "ada temuan moralitas buruk", "integritas_baik", False),
        (
            "syarat_uji_kompetensi",
            "diklat negosiasi baru akan saya ikuti tahun depan",
            "pelatihan_diplomasi_negosiasi",
            False,
        ),
        ("syarat_inpassing", "suami masih sakit, saya sendiri sehat", "sehat_jasmani_rohani", True),
        ("angka_kredit_inpassing", "boleh dapat lagi kalau saya sudah pernah terima?", "inpassing_sudah_dipakai", True),
    ],
)
def test_a_fact_told_in_a_roundabout_way_is_told(tool: str, said: str, field: str, value: bool) -> None:
    assert told(tool, said).get(field) is value


@pytest.mark.parametrize(
    ("tool", "said", "field"),
    [
        ("syarat_inpassing", "cuti karena merawat ibu sakit", "sehat_jasmani_rohani"),
        ("syarat_uji_kompetensi", "integritasnya baik, rekam jejaknya juga ditanyakan?", "rekam_jejak_baik"),
        (
            "angka_kredit_inpassing",
            "inpassing ke jabatan fungsional pengawas dapat angka berapa?",
            "inpassing_sudah_dipakai",
        ),
    ],
)
def test_what_is_of_another_or_only_asked_is_not_told(tool: str, said: str, field: str) -> None:
    assert field not in told(tool, said)


@pytest.mark.parametrize(
    ("said", "ratings"),
    [
        ("kinerja saya buruk (kurang)", ("kurang",)),
        ("kinerja saya baik (tahun lalu baik)", ("baik", "baik")),
        ("SKP tahun lalu cukup, setahun sebelumnya baik", ("cukup", "baik")),
    ],
)
def test_a_rating_said_twice_is_one_and_that_of_an_earlier_year_is_another(said: str, ratings: tuple[str, ...]) -> None:
    assert told("syarat_inpassing", said).get("nilai_kinerja") == ratings


def test_what_is_judged_of_integrity_rates_no_year() -> None:
    assert "nilai_kinerja" not in told("syarat_inpassing", "pimpinan menilai integritas saya baik")
    assert told("syarat_inpassing", "nilai kinerja saya baik").get("nilai_kinerja") == ("baik",)


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("pensiun di umur 58, kini 53", "usia_tahun", 53),
        ("kami purnabakti umur 58", "batas_usia_pensiun", 58),
        ("sekarang ahli pertama, kepengen muda", "jenjang_tujuan", "ahli_muda"),
        ("mau beralih ke pengawas, bisa ujikom?", "jenis_uji", "perpindahan"),
        ("kenaikan ke ahli madya menuntut 300 kredit", "ak_jenjang_disyaratkan", 300),
    ],
)
def test_a_fact_is_read_by_its_everyday_words(said: str, field: str, value: object) -> None:
    assert told("syarat_uji_kompetensi", said).get(field) == value


def test_a_misspelt_word_that_runs_two_together_is_parted() -> None:
    assert told("syarat_inpassing", "sdh lulus ujikompetnsi").get("lulus_uji_kompetensi") is True
