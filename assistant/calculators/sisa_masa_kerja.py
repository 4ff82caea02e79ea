"""Sisa masa kerja: whether enough service is left before retirement for a study leave (Pasal 28 huruf b).

The retirement age stands in other rules; it is told, never assumed.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import Field

from assistant.calculators.draft import Draft
from assistant.calculators.kalender import MONTHS_PER_YEAR, add_months, add_years, duration, full_months, long_date
from assistant.calculators.values import Value, Values
from assistant.facts import Count, Facts, Months


class SisaMasaKerja(Facts):
    """Length of the study, and how far off retirement is."""

    lama_studi_bulan: Months | None = Field(None, description="Waktu normatif program studi, dalam bulan")
    dibebaskan_tugas_jabatan: bool | None = Field(None, description="Dibebaskan dari tugas jabatan selama studi")
    mulai_studi: date | None = Field(None, description="Tanggal mulai studi; bila kosong dipakai tanggal acuan")
    tanggal: date | None = Field(None, description="Tanggal acuan")
    sisa_masa_kerja_bulan: Months | None = Field(None, description="Sisa masa kerja sampai batas usia pensiun jabatan")
    tanggal_lahir: date | None = Field(None, description="Tanggal lahir")
    usia_tahun: Count | None = Field(None, description="Usia dalam tahun, bila tanggal lahir tidak disebut")
    batas_usia_pensiun: Count | None = Field(None, description="Batas usia pensiun jabatan (diatur peraturan lain)")


@dataclass(frozen=True)
class Remaining:
    """Months of service left: exact, or between two bounds when only the age in years is known."""

    low: int
    high: int

    @property
    def shown(self) -> str:
        """The length in words; nothing is left below zero."""
        low, high = (duration(max(months, 0)) for months in (self.low, self.high))
        return low if low == high else f"antara {low} dan {high}"

    def reaches(self, needed: int) -> bool | None:
        """Whether this is enough; None where only the birthday can tell."""
        if self.low >= needed:
            return True
        return False if self.high < needed else None


def require_remaining(draft: Draft, facts: SisaMasaKerja, values: Values) -> dict[str, Any]:
    """Pasal 28 huruf b: enough service left before retirement; both multiples where being freed is not known."""
    keys = {True: ("dibebaskan",), False: ("tidak_dibebaskan",), None: ("dibebaskan", "tidak_dibebaskan")}
    sources = {key: values.get("sisa_masa_kerja", key) for key in keys[facts.dibebaskan_tugas_jabatan]}
    months = facts.lama_studi_bulan
    first = next(iter(sources.values()))
    if months is None:
        text = "Sisa masa kerja cukup sebelum batas usia pensiun (kelipatan waktu normatif program studi)"
        draft.require(text, None, first, "lama_studi_bulan")
        return {}
    needed = {key: int(source.number) * months for key, source in sources.items()}
    for key, source in sources.items():
        label = f"Sisa masa kerja bila {key.replace('_', ' ')}: {source.text} × {months} bulan"
        draft.step(label, duration(needed[key]), source)
    left = remaining_service(facts)
    found = {left.reaches(need) if left else None for need in needed.values()}
    met = found.pop() if len(found) == 1 else None
    told = "" if left is None else f"{left.shown}, "
    wanted = " atau ".join(f"{duration(need)} bila {key.replace('_', ' ')}" for key, need in needed.items())
    text = f"Sisa masa kerja {told}disyaratkan paling singkat {wanted}"
    decided = sources["tidak_dibebaskan"] if met is False and len(sources) > 1 else first
    draft.require(text, met, decided, _remaining_field(facts, left))
    asked = {f"sisa_masa_kerja_bila_{key}": duration(need) for key, need in needed.items()}
    return {**asked, **_latest_start(draft, facts, needed, sources)}


def remaining_service(facts: SisaMasaKerja) -> Remaining | None:
    """Service left until the retirement age that was told; None while it cannot be reckoned."""
    if facts.sisa_masa_kerja_bulan is not None:
        return Remaining(facts.sisa_masa_kerja_bulan, facts.sisa_masa_kerja_bulan)
    start = facts.mulai_studi or facts.tanggal
    if facts.batas_usia_pensiun is None:
        return None
    if facts.tanggal_lahir is not None and start is not None:
        months = full_months(start, add_years(facts.tanggal_lahir, facts.batas_usia_pensiun))
        return Remaining(months, months)
    if facts.usia_tahun is not None:
        most = (facts.batas_usia_pensiun - facts.usia_tahun) * MONTHS_PER_YEAR
        return Remaining(most - MONTHS_PER_YEAR, most)
    return None


def _remaining_field(facts: SisaMasaKerja, left: Remaining | None) -> str:
    if left is not None:
        return "dibebaskan_tugas_jabatan" if left.low == left.high else "tanggal_lahir"
    if facts.tanggal_lahir is None and facts.usia_tahun is None:
        return "tanggal_lahir" if facts.batas_usia_pensiun is not None else "sisa_masa_kerja_bulan"
    return "batas_usia_pensiun" if facts.batas_usia_pensiun is None else "mulai_studi"


def _latest_start(
    draft: Draft, facts: SisaMasaKerja, needed: dict[str, int], sources: dict[str, Value]
) -> dict[str, date]:
    """The last day to begin, where birth and retirement age are known."""
    if facts.tanggal_lahir is None or facts.batas_usia_pensiun is None:
        return {}
    retirement = add_years(facts.tanggal_lahir, facts.batas_usia_pensiun)
    draft.step(
        f"Batas usia pensiun {facts.batas_usia_pensiun} tahun (di luar korpus) jatuh pada", long_date(retirement)
    )
    found = {}
    for key, need in needed.items():
        found[f"mulai_paling_lambat_{key}"] = add_months(retirement, -need)
        text = f"Mulai studi paling lambat bila {key.replace('_', ' ')}"
        draft.step(text, long_date(add_months(retirement, -need)), sources[key])
    return found
