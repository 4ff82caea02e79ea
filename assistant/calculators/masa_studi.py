"""Masa studi: service bond, extension of study, and Re-entry Program (Permen PUPR 2/2023 Pasal 36 to 38 and 43)."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.daftar import read_list
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import add_months, duration, long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import months_of, require_yes
from assistant.calculators.values import Value, Values
from assistant.facts import Count, Facts, Months

AlasanPerpanjangan = Literal["perubahan_sistem", "dana_terlambat", "tugas_akhir", "force_majeure", "lain"]


class IkatanDinas(Facts):
    """How long a person studied, and on what terms."""

    lama_studi_bulan: Months | None = Field(None, description="Lama tugas belajar tanpa perpanjangan, dalam bulan")
    perpanjangan_bulan: Months | None = Field(None, description="Lama perpanjangan yang diberikan, dalam bulan")
    dibebaskan_tugas_jabatan: bool | None = Field(None, description="Dibebaskan dari tugas jabatan selama studi")
    biaya_mandiri: bool | None = Field(None, description="Tugas belajar dengan biaya mandiri")
    selesai_studi: date | None = Field(None, description="Tanggal berakhirnya masa studi")


class PerpanjanganStudi(Facts):
    """An extension of study that is asked for."""

    lama_studi_bulan: Months | None = Field(None, description="Waktu normatif program studi, dalam bulan")
    perpanjangan_bulan: Months | None = Field(None, description="Lama perpanjangan yang diminta, dalam bulan")
    perpanjangan_semester: Count | None = Field(None, description="Perpanjangan yang diminta, dalam semester")
    alasan_perpanjangan: AlasanPerpanjangan | None = Field(None, description="Alasan perpanjangan")
    persetujuan_pemberi_bantuan: bool | None = Field(
        None, description="Disetujui PPK dan lembaga pemberi bantuan atau donor"
    )
    mulai_studi: date | None = Field(None, description="Tanggal mulai studi")


class ReentryProgram(Facts):
    """The Re-entry Program after tugas belajar."""

    lama_reentry_bulan: Months | None = Field(None, description="Lama Re-entry Program, dalam bulan")
    mulai_reentry: date | None = Field(None, description="Tanggal mulai Re-entry Program")


def ikatan_dinas(facts: IkatanDinas, law: Law) -> Calculation:
    """Menghitung ikatan dinas: berapa lama wajib bekerja kembali di Kementerian sesudah tugas belajar."""
    draft = Draft("ikatan_dinas", facts, law)
    values = law.values("masa_studi")
    multiple = _multiple(draft, facts, values)
    if facts.lama_studi_bulan is None:
        draft.need("lama_studi_bulan")
    if multiple is None or facts.lama_studi_bulan is None:
        _show_multiples(draft, facts, values, multiple)
        return draft.finish(verdict="tidak_dapat_ditentukan")
    draft.cite(multiple)  # it carries the answer, whatever is added up before
    studied = facts.lama_studi_bulan
    if facts.perpanjangan_bulan:
        studied += facts.perpanjangan_bulan
        text = f"Masa tugas belajar termasuk perpanjangan: {facts.lama_studi_bulan} + {facts.perpanjangan_bulan} bulan"
        draft.step(text, f"{studied} bulan", values.get("perpanjangan_dihitung"))
    bond = int(multiple.number) * studied
    draft.step(f"Ikatan dinas: {multiple.text} × {studied} bulan", f"{bond} bulan ({duration(bond)})", multiple)
    draft.cite(values.get("larangan_mundur"))
    result: dict[str, Any] = {"kelipatan": multiple.number, "ikatan_dinas_bulan": bond, "ikatan_dinas": duration(bond)}
    if facts.selesai_studi is not None:
        result["berakhir"] = add_months(facts.selesai_studi, bond)
        draft.step(f"Dihitung sejak {long_date(facts.selesai_studi)}", long_date(result["berakhir"]), multiple)
        draft.warn(
            "tidak_diatur:mulai_ikatan_dinas",
            "Saat mulai menghitung ikatan dinas tidak diatur; di sini dipakai berakhirnya masa studi.",
            multiple,
        )
    return draft.finish(result=result)


def _show_multiples(draft: Draft, facts: IkatanDinas, values: Values, chosen: Value | None) -> None:
    """How many times the study each case binds for, or the one case that holds."""
    freed = facts.dibebaskan_tugas_jabatan
    cases = {
        "dibebaskan": "Dibebaskan dari tugas jabatan, dibiayai pihak lain",
        "tidak_dibebaskan": "Tidak dibebaskan dari tugas jabatan",
        "biaya_mandiri": "Dibebaskan dari tugas jabatan, biaya mandiri",
    }
    for key, text in cases.items():
        rule = values.get("ikatan_dinas", key)
        if chosen == rule or (chosen is None and not (freed and key == "tidak_dibebaskan")):
            draft.step(text, f"{rule.text} kali masa tugas belajar", rule)
    draft.cite(values.get("larangan_mundur"))


def _multiple(draft: Draft, facts: IkatanDinas, values: Values) -> Value | None:
    """Angka 1 to 3; asks only for what still changes the multiple."""
    if facts.dibebaskan_tugas_jabatan is False:
        return values.get("ikatan_dinas", "tidak_dibebaskan")
    freed = values.get("ikatan_dinas", "dibebaskan")
    if facts.biaya_mandiri:
        return values.get("ikatan_dinas", "biaya_mandiri")
    if facts.dibebaskan_tugas_jabatan is None:
        draft.need("dibebaskan_tugas_jabatan", freed)
        return None
    if facts.biaya_mandiri is None:
        draft.need("biaya_mandiri", values.get("ikatan_dinas", "biaya_mandiri"))
        return None
    return freed


def perpanjangan_studi(facts: PerpanjanganStudi, law: Law) -> Calculation:
    """Memeriksa apakah masa tugas belajar dapat diperpanjang, berapa lama, dan dengan alasan apa."""
    draft = Draft("perpanjangan_studi", facts, law)
    values = law.values("masa_studi")
    limit, semesters = values.get("batas_perpanjangan"), values.get("batas_semester")
    most = months_of(limit)
    unlimited = facts.alasan_perpanjangan == "force_majeure"
    _require_reason(draft, facts, values)
    if unlimited:
        draft.warn(
            "tidak_diatur:lama_force_majeure",
            "Batas lama perpanjangan karena force majeure tidak diatur.",
            values.get("alasan_perpanjangan", "force_majeure"),
        )
    elif facts.perpanjangan_bulan is None and facts.perpanjangan_semester is not None:
        text = f"{facts.perpanjangan_semester} semester, paling lama {semesters.text} semester"
        draft.require(text, facts.perpanjangan_semester <= semesters.number, semesters, "perpanjangan_semester")
    else:
        told = "" if facts.perpanjangan_bulan is None else f"{duration(facts.perpanjangan_bulan)}, "
        met = None if facts.perpanjangan_bulan is None else facts.perpanjangan_bulan <= most
        draft.require(f"Perpanjangan {told}paling lama {duration(most)}", met, limit, "perpanjangan_bulan")
    text = "Ditetapkan PPK dan disetujui lembaga pemberi bantuan atau donor"
    approval = values.get("persetujuan_perpanjangan")
    require_yes(draft, text, facts.persetujuan_pemberi_bantuan, approval, "persetujuan_pemberi_bantuan")
    draft.cite(values.get("gagal_setelah_perpanjangan"))
    return draft.finish(result=_extended(draft, facts, values, None if unlimited else most))


def _require_reason(draft: Draft, facts: PerpanjanganStudi, values: Values) -> None:
    reason = facts.alasan_perpanjangan
    source = values.get("alasan_perpanjangan", reason or "lain")
    met = None if reason is None else reason != "lain"
    draft.require("Alasan perpanjangan termasuk kriteria", met, source, "alasan_perpanjangan")


def _extended(draft: Draft, facts: PerpanjanganStudi, values: Values, most: int | None) -> dict[str, Any]:
    """The longest stay, and the one asked for where it is allowed, with the day it ends."""
    longest = "tidak_diatur" if most is None else duration(most)
    result: dict[str, Any] = {"perpanjangan_paling_lama": longest}
    normal, asked = facts.lama_studi_bulan, facts.perpanjangan_bulan
    if asked is None and facts.perpanjangan_semester is not None:
        semesters = int(values.get("batas_semester").number)
        asked = facts.perpanjangan_semester * months_of(values.get("batas_perpanjangan")) // semesters
    if normal is None:
        return result
    draft.step("Jangka waktu normatif", f"{normal} bulan", values.get("jangka_waktu"))
    if most is not None:
        result["masa_studi_paling_lama_bulan"] = normal + most
        draft.step("Masa studi dengan perpanjangan paling lama", f"{normal} + {most} = {normal + most} bulan")
    allowed = asked is not None and (most is None or asked <= most)
    added = asked if allowed else most if asked is None else None
    if asked is not None and allowed:
        result["masa_studi_diminta_bulan"] = normal + asked
    if facts.mulai_studi is not None and added is not None:
        result["berakhir_paling_lambat"] = add_months(facts.mulai_studi, normal + added)
    return result


def reentry_program(facts: ReentryProgram, law: Law) -> Calculation:
    """Memeriksa lama Re-entry Program sesudah tugas belajar dan menyebut bentuk-bentuknya."""
    draft = Draft("reentry_program", facts, law)
    values = law.values("masa_studi")
    limit, forms = values.get("reentry"), values.get("reentry_bentuk")
    most = months_of(limit)
    draft.cite(values.get("reentry_wajib"))
    if facts.lama_reentry_bulan is not None:
        text = f"Re-entry Program {duration(facts.lama_reentry_bulan)}, paling lama {duration(most)}"
        draft.require(text, facts.lama_reentry_bulan <= most, limit, "lama_reentry_bulan")
    else:
        draft.step("Re-entry Program paling lama", duration(most), limit)
    draft.cite(forms)
    result: dict[str, Any] = {"paling_lama_bulan": most, "bentuk": [item.text for item in read_list(law, forms)]}
    if facts.mulai_reentry is not None:
        result["selesai_paling_lambat"] = add_months(facts.mulai_reentry, most)
    return draft.finish(result=result)
