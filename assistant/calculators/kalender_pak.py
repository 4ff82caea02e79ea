"""Kalender PAK: until when credits are proposed and set for the April and October rounds (94/2020 Ps. 61, 71; 82/2020 Ps. 62, 72)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import long_date
from assistant.calculators.law import Law
from assistant.calculators.periode import Periode, periode, periods_from
from assistant.calculators.syarat import needs
from assistant.facts import Count, Facts, Jabatan

Round = Literal["April", "Oktober"]
Year = Annotated[int, Field(ge=date.min.year, le=date.max.year)]


class KalenderPak(Facts):
    """A round of promotion, and what was done for it when."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    periode_kenaikan: Round | None = Field(None, description="Periode kenaikan pangkat")
    tahun_kenaikan: Year | None = Field(None, description="Tahun kenaikan pangkat")
    tanggal: date | None = Field(None, description="Tanggal acuan; tanpa periode, dicari periode terdekat sesudahnya")
    tanggal_dupak: date | None = Field(None, description="Tanggal usul penilaian (DUPAK) disampaikan")
    tanggal_pak: date | None = Field(None, description="Tanggal angka kredit ditetapkan (PAK)")
    penilaian_setahun: Count | None = Field(None, description="Berapa kali penilaian dilakukan dalam setahun")


def kalender_pak(facts: KalenderPak, law: Law) -> Calculation:
    """Menghitung tenggat pengajuan DUPAK dan penetapan PAK untuk kenaikan pangkat periode April atau Oktober."""
    draft = Draft("kalender_pak", facts, law)
    found = None if needs(draft, facts, "jabatan") else _round(draft, facts, law)
    if found is None or facts.jabatan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("kalender_pak")
    proposal = values.get("bulan_dupak", facts.jabatan, found.name)
    setting = values.get("bulan_pak", facts.jabatan, found.name)
    draft.step(f"Usul penilaian (DUPAK) untuk {found.title} paling lambat", long_date(found.dupak), proposal)
    draft.step(f"Angka kredit untuk {found.title} ditetapkan paling lambat", long_date(found.pak), setting)
    draft.warn(
        "tidak_diatur",
        '"Minggu pertama" tidak dijelaskan; dibaca sebagai tujuh hari pertama bulan itu.',
        proposal,
    )
    if facts.tanggal_dupak is not None:
        met = facts.tanggal_dupak <= found.dupak
        draft.require(
            f"DUPAK disampaikan {long_date(facts.tanggal_dupak)}, paling lambat {long_date(found.dupak)}", met, proposal
        )
    if facts.tanggal_pak is not None:
        met = facts.tanggal_pak <= found.pak
        draft.require(
            f"PAK ditetapkan {long_date(facts.tanggal_pak)}, paling lambat {long_date(found.pak)}", met, setting
        )
    if facts.penilaian_setahun is not None:
        least = values.get("penilaian_setahun", facts.jabatan)
        text = f"Penilaian {facts.penilaian_setahun} kali setahun, paling sedikit {least.text}"
        draft.require(text, facts.penilaian_setahun >= int(least.number), least)
    return draft.finish(result=_result(found))


def _round(draft: Draft, facts: KalenderPak, law: Law) -> Periode | None:
    """The round that was told, or the next one that can still be reached."""
    if facts.jabatan is None:
        return None
    year = facts.tahun_kenaikan or (facts.tanggal.year if facts.tanggal else None)
    if facts.periode_kenaikan is not None and facts.tahun_kenaikan is not None:
        return periode(law, facts.jabatan, facts.periode_kenaikan, facts.tahun_kenaikan)
    if facts.tanggal is None or year is None:
        needs(draft, facts, "periode_kenaikan", "tahun_kenaikan")
        return None
    start = max(facts.tanggal, date(year, 1, 1))
    rounds = periods_from(law, facts.jabatan, start)
    return next((each for each in rounds if facts.periode_kenaikan in (None, each.name)), None)


def _result(found: Periode) -> dict[str, object]:
    return {
        "periode": found.title,
        "dupak_paling_lambat": found.dupak,
        "pak_paling_lambat": found.pak,
        "mulai_periode": found.start,
    }
