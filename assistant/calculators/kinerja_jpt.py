"""Kinerja pejabat pimpinan tinggi: a year to meet the agreed targets, then a period to improve, then a new selection
(Permendag 79/2014 Pasal 7 and 8)."""

from datetime import date
from typing import Any

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jabatan_karier import JabatanKarier, kind_of, post_name
from assistant.calculators.kalender import add_months, long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import months_of
from assistant.errors import InputError
from assistant.facts import Facts


class KinerjaJpt(Facts):
    """How a high official stands against the agreed performance."""

    jabatan_sekarang: JabatanKarier | None = Field(None, description="Jabatan yang sedang dipegang")
    kinerja_tercapai: bool | None = Field(None, description="Kinerja yang diperjanjikan tercapai dalam tahun itu")
    akhir_tahun_kinerja: date | None = Field(None, description="Tanggal akhir tahun kinerja itu")
    perbaikan_tercapai: bool | None = Field(None, description="Kinerja sudah diperbaiki dalam masa perbaikan")
    tanggal: date | None = Field(None, description="Tanggal acuan")


def kinerja_jpt(facts: KinerjaJpt, law: Law) -> Calculation:
    """Menentukan akibat bila pejabat pimpinan tinggi tidak memenuhi kinerja yang diperjanjikan, dan tenggat perbaikannya."""
    draft = Draft("kinerja_jpt", facts, law)
    values = law.values("kinerja_jpt")
    duty, chance = values.get("wajib"), values.get("perbaikan")
    if facts.jabatan_sekarang is not None and kind_of(facts.jabatan_sekarang) != "jpt":
        raise InputError(
            "jabatan_sekarang",
            f"{post_name(facts.jabatan_sekarang)} bukan jabatan pimpinan tinggi; aturan ini hanya bagi JPT Madya dan Pratama.",
            draft.cite(duty),
        )
    draft.step("Waktu memenuhi kinerja yang diperjanjikan", f"{duty.text} {duty.unit}", duty)
    draft.cite(values.get("perjanjian"))
    if facts.kinerja_tercapai is None:
        draft.need("kinerja_tercapai", duty)
    elif facts.kinerja_tercapai:
        return draft.finish(result={"tahap": "kinerja terpenuhi"})
    draft.step("Kesempatan memperbaiki kinerja", f"{chance.text} {chance.unit}", chance)
    again, then = values.get("seleksi_ulang"), values.get("sesudah_seleksi_ulang")
    draft.step("Bila tidak membaik", again.text, again)
    draft.step("Menurut hasil seleksi ulang, dapat", then.text, then)
    result: dict[str, Any] = {
        "masa_perbaikan_bulan": months_of(chance),
        "bila_tidak_membaik": again.text,
        "akibat": then.text,
    }
    if facts.kinerja_tercapai is None:
        return draft.finish(verdict="tidak_dapat_ditentukan", result=result)
    deadline = _deadline(draft, facts, law)
    if deadline is not None:
        result["perbaikan_sampai"] = deadline
    if facts.perbaikan_tercapai is None and not (deadline and facts.tanggal and facts.tanggal <= deadline):
        draft.need("akhir_tahun_kinerja" if deadline is None else "perbaikan_tercapai", chance)
        return draft.finish(verdict="tidak_dapat_ditentukan", result=result)
    if facts.perbaikan_tercapai is None:
        return draft.finish(result={**result, "tahap": "masa perbaikan"})
    if facts.perbaikan_tercapai:
        return draft.finish(result={**result, "tahap": "kinerja diperbaiki"})
    return draft.finish(result={**result, "tahap": "seleksi ulang"})


def _deadline(draft: Draft, facts: KinerjaJpt, law: Law) -> date | None:
    if facts.akhir_tahun_kinerja is None:
        return None
    chance = law.values("kinerja_jpt").get("perbaikan")
    deadline = add_months(facts.akhir_tahun_kinerja, months_of(chance))
    draft.step(f"Masa perbaikan sejak {long_date(facts.akhir_tahun_kinerja)}", long_date(deadline), chance)
    draft.warn(
        "tidak_diatur:mulai_perbaikan",
        "Saat mulai masa perbaikan tidak diatur; di sini dihitung sejak akhir tahun kinerja.",
        chance,
    )
    return deadline
