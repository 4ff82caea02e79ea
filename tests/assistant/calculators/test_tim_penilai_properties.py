"""Quorum, vacancies and ages stay within their limits."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.calculators.law import Law
from assistant.errors import InputError
from assistant.tools import run

JABATAN = st.sampled_from(["negosiator", "pengawas"])
few = settings(derandomize=True, deadline=None, max_examples=60)


@few
@given(jabatan=JABATAN, size=st.integers(2, 60))
def test_a_quorum_is_more_than_half_and_never_more_than_all(law: Law, jabatan: str, size: int) -> None:
    result = run("kuorum_sidang_pleno", {"jabatan": jabatan, "jumlah_tim": size}, law).result
    assert size < 2 * result["kuorum"] and result["kuorum"] <= size
    assert result["kuorum"] - result["kuorum_bila_dibulatkan_ke_bawah"] == size % 2


@few
@given(
    jabatan=JABATAN,
    need=st.integers(0, 50),
    there=st.integers(0, 50),
    leaving=st.integers(0, 50),
    coming=st.integers(0, 9),
)
def test_vacancies_and_surplus_account_for_everybody(
    law: Law, jabatan: str, need: int, there: int, leaving: int, coming: int
) -> None:
    facts = {
        "jabatan": jabatan,
        "kebutuhan_jabatan": need,
        "pejabat_ada": there,
        "akan_pensiun": leaving,
        "akan_masuk": coming,
    }
    try:
        result = run("lowongan_kebutuhan", facts, law).result
    except InputError:
        assert leaving > there + coming
        return
    assert result["tersedia"] == there + coming - leaving
    assert result["lowongan"] - result["kelebihan_pejabat"] == need - result["tersedia"]
    assert min(result["lowongan"], result["kelebihan_pejabat"]) == 0


@few
@given(jabatan=JABATAN, birth=st.dates(date(1950, 1, 1), date(1990, 1, 1)), days=st.integers(0, 5000))
def test_who_is_too_old_for_a_transfer_stays_too_old(law: Law, jabatan: str, birth: date, days: int) -> None:
    facts = {"jabatan": jabatan, "jenjang_tujuan": "ahli_muda", "tanggal_lahir": birth}
    limit = run("pengangkatan_perpindahan", {**facts, "tanggal": birth}, law).result["batas_usia"]
    later = date.fromordinal(limit.toordinal() + 1 + days)
    for day, met in ((limit, "terpenuhi"), (later, "belum")):
        found = run("pengangkatan_perpindahan", {**facts, "tanggal": day}, law)
        assert next(r.status for r in found.requirements if "Paling tinggi" in r.text) == met
