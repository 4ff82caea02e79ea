"""Pemberhentian: dismissal from a position, re-appointment, and adjusting the level afterwards (Ps. 75-77, 76-78)."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import add_months, long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import months_of, needs_under, require_yes
from assistant.calculators.values import Value, Values
from assistant.facts import Facts, Jabatan, Months

Alasan = Literal[
    "mengundurkan_diri",
    "diberhentikan_sementara",
    "cuti_luar_tanggungan",
    "tugas_belajar",
    "tugas_penuh_jabatan_lain",
    "tidak_memenuhi_syarat",
    "alasan_lain",
]
_ANOTHER = "alasan_lain"


class Pemberhentian(Facts):
    """Why somebody leaves the position."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    alasan_berhenti: Alasan | None = Field(None, description="Alasan pemberhentian")
    tugas_belajar_bulan: Months | None = Field(None, description="Lama tugas belajar dalam bulan")


class PengangkatanKembali(Pemberhentian):
    """Somebody who left and may come back."""

    ada_lowongan: bool | None = Field(None, description="Kebutuhan jabatan tersedia")


class PenyesuaianJenjang(PengangkatanKembali):
    """Somebody who came back and whose level may follow the rank."""

    tanggal_diangkat_kembali: date | None = Field(None, description="Tanggal diangkat kembali")
    tanggal: date | None = Field(None, description="Tanggal acuan")
    lulus_uji_kompetensi: bool | None = Field(None, description="Lulus uji kompetensi")


def pemberhentian(facts: Pemberhentian, law: Law) -> Calculation:
    """Memeriksa apakah suatu keadaan menyebabkan pemberhentian dari jabatan fungsional dan dapat tidaknya kembali."""
    draft = Draft("pemberhentian", facts, law)
    if needs_under(draft, facts, law.values("pemberhentian"), ("alasan",), "jabatan", "alasan_berhenti"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.alasan_berhenti is not None
    values = law.values("pemberhentian")
    if facts.alasan_berhenti == _ANOTHER:
        return _of_another(draft, values, facts.jabatan)
    reason = values.get("alasan", facts.jabatan, facts.alasan_berhenti)
    dismissed = True
    if facts.alasan_berhenti == "tugas_belajar":
        if facts.tugas_belajar_bulan is None:
            draft.need("tugas_belajar_bulan", reason)
            return draft.finish(verdict="tidak_dapat_ditentukan")
        limit = values.get("tugas_belajar", facts.jabatan)
        dismissed = facts.tugas_belajar_bulan > months_of(limit)
        draft.step(
            f"Tugas belajar {facts.tugas_belajar_bulan} bulan, batasnya {limit.text} bulan", _said(dismissed), limit
        )
    else:
        draft.step("Alasan itu menyebabkan pemberhentian dari jabatan", _said(dismissed), reason)
    result: dict[str, Any] = {"diberhentikan": dismissed}
    if dismissed:
        result["dapat_diangkat_kembali"] = _return(draft, facts.jabatan, facts.alasan_berhenti, law)[0]
    return draft.finish(result=result)


def pengangkatan_kembali(facts: PengangkatanKembali, law: Law) -> Calculation:
    """Memeriksa apakah seseorang yang diberhentikan dapat diangkat kembali dalam jabatan fungsional."""
    draft = Draft("pengangkatan_kembali", facts, law)
    rules = ("diangkat_kembali", "tidak_diangkat_kembali", "angka_kredit_kembali")
    if needs_under(draft, facts, law.values("pemberhentian"), rules, "jabatan", "alasan_berhenti"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.alasan_berhenti is not None
    if facts.alasan_berhenti == _ANOTHER:
        return _of_another(draft, law.values("pemberhentian"), facts.jabatan)
    possible, source = _return(draft, facts.jabatan, facts.alasan_berhenti, law)
    draft.require("Alasan pemberhentian tidak menutup pengangkatan kembali", possible, source)
    if possible:
        require_yes(draft, "Kebutuhan jabatan tersedia", facts.ada_lowongan, source, "ada_lowongan")
        credits = law.values("pemberhentian").get("angka_kredit_kembali", facts.jabatan)
        draft.step("Angka kredit yang dipakai", credits.text, credits)
    return draft.finish(result={"dapat_diangkat_kembali": possible})


def _of_another(draft: Draft, values: Values, jabatan: str) -> Calculation:
    """A reason that the list of grounds does not name ends no post by itself; what does, and what holds then."""
    grounds = [values.get("alasan", key) for key in values.keys("alasan") if key.split(" ")[0] == jabatan]
    listed = grounds[0].address.parent if grounds[0].address is not None else None
    draft.step("Alasan yang diberitahukan", "tidak disebut di antara alasan pemberhentian", listed)
    back = [values.get("diangkat_kembali", key) for key in values.keys("diangkat_kembali") if key.startswith(jabatan)]
    letters = [values.get("alasan", value.key).text for value in back]
    reasons = f"huruf {letters[0]} sampai dengan huruf {letters[-1]}"
    draft.step(f"Pengangkatan kembali bila diberhentikan karena {reasons}", back[0].text, back[0])
    return draft.finish(verdict="tidak_dapat_ditentukan")


def _return(draft: Draft, jabatan: str, reason: str, law: Law) -> tuple[bool, Value]:
    """Whether that reason leaves the way back open, and the provision that says so."""
    values = law.values("pemberhentian")
    closed = values.find("tidak_diangkat_kembali", jabatan, reason)
    if closed is not None:
        permit = values.get("pemeriksaan", jabatan)
        draft.step("Sebelum diberhentikan", "pemeriksaan dan izin PyB", permit)
    source = closed or values.get("diangkat_kembali", jabatan, reason)
    draft.step("Pengangkatan kembali", source.text, source)
    return closed is None, source


def penyesuaian_jenjang(facts: PenyesuaianJenjang, law: Law) -> Calculation:
    """Memeriksa kapan jenjang disesuaikan dengan pangkat setelah diangkat kembali; dua ketentuannya bertentangan."""
    draft = Draft("penyesuaian_jenjang", facts, law)
    rules = ("penyesuaian_uji", "penyesuaian_kebutuhan", "paling_kurang", "paling_lama")
    if needs_under(draft, facts, law.values("pemberhentian"), rules, "jabatan", "tanggal_diangkat_kembali", "tanggal"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.tanggal_diangkat_kembali is not None and facts.tanggal is not None
    values = law.values("pemberhentian")
    if facts.alasan_berhenti is not None:
        source = values.get("penyesuaian_alasan", facts.jabatan)
        met = facts.alasan_berhenti == source.text
        draft.require("Diberhentikan karena ditugaskan penuh pada jabatan lain", met, source, "alasan_berhenti")
    tested, needed = values.get("penyesuaian_uji", facts.jabatan), values.get("penyesuaian_kebutuhan", facts.jabatan)
    require_yes(draft, "Lulus uji kompetensi", facts.lulus_uji_kompetensi, tested, "lulus_uji_kompetensi")
    require_yes(draft, "Kebutuhan jabatan tersedia", facts.ada_lowongan, needed, "ada_lowongan")
    least, most = values.get("paling_kurang", facts.jabatan), values.get("paling_lama", facts.jabatan)
    turn = add_months(facts.tanggal_diangkat_kembali, months_of(least))
    readings = {"menurut_paling_kurang": facts.tanggal >= turn, "menurut_paling_lama": facts.tanggal <= turn}
    draft.step(
        f"Paling kurang {least.text} tahun sejak diangkat kembali: mulai {long_date(turn)}",
        _said(facts.tanggal >= turn),
        least,
    )
    draft.step(
        f"Paling lama {most.text} tahun sejak diangkat kembali: sampai {long_date(turn)}",
        _said(facts.tanggal <= turn),
        most,
    )
    if not all(readings.values()):
        text = (
            f"Satu ketentuan mensyaratkan paling kurang, yang lain paling lama, {least.text} tahun setelah diangkat kembali; "
            "keduanya hanya sejalan pada hari itu sendiri. Tidak dipilihkan; mintalah penegasan Instansi Pembina."
        )
        draft.warn("dua_bacaan:penyesuaian_jenjang", text, most)
        draft.require(f"Waktu penyesuaian (kedua ketentuan bertentangan di luar {long_date(turn)})", None, least)
    return draft.finish(result={"hari_peralihan": turn, **readings})


def _said(yes: bool) -> str:
    return "ya" if yes else "tidak"
