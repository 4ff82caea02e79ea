"""Lowongan kebutuhan: the need of a year less those available in it (Pasal 8 of 94/2020 and 82/2020)."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.syarat import needs_under
from assistant.errors import InputError
from assistant.facts import Count, Facts, Jabatan

Year = Annotated[int, Field(ge=date.min.year, le=date.max.year)]
LEAVING = ("akan_naik_jenjang", "akan_pensiun", "akan_berhenti")


class LowonganKebutuhan(Facts):
    """The need of a year and the people there are."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    kebutuhan_jabatan: Count | None = Field(None, description="Kebutuhan pada tahun yang dihitung, dalam orang")
    pejabat_ada: Count | None = Field(None, description="Pejabat yang ada sekarang, dalam orang")
    akan_naik_jenjang: Count | None = Field(None, description="Yang akan naik ke jenjang di atasnya pada tahun itu")
    akan_pensiun: Count | None = Field(None, description="Yang akan pensiun pada tahun itu")
    akan_berhenti: Count | None = Field(None, description="Yang akan berhenti pada tahun itu")
    akan_masuk: Count | None = Field(None, description="Yang akan masuk dari jenjang di bawahnya pada tahun itu")
    tahun_awal_rencana: Year | None = Field(None, description="Tahun pertama rencana kebutuhan")


def lowongan_kebutuhan(facts: LowonganKebutuhan, law: Law) -> Calculation:
    """Menghitung lowongan kebutuhan jabatan: kebutuhan dikurangi pejabat yang tersedia pada tahun itu."""
    draft = Draft("lowongan_kebutuhan", facts, law)
    rules = ("selisih", "tersedia", "jangka_rencana")
    if needs_under(draft, facts, law.values("lowongan"), rules, "jabatan", "kebutuhan_jabatan", "pejabat_ada"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.kebutuhan_jabatan is not None and facts.pejabat_ada is not None
    values = law.values("lowongan")
    leaving = sum(getattr(facts, name) or 0 for name in LEAVING)
    available = facts.pejabat_ada + (facts.akan_masuk or 0) - leaving
    if available < 0:
        raise InputError(
            "pejabat_ada",
            "Yang akan keluar lebih banyak daripada pejabat yang ada dan yang akan masuk; periksa jumlahnya.",
            draft.cite(values.get("tersedia", facts.jabatan)),
        )
    text = f"Tersedia: {facts.pejabat_ada} ada, {facts.akan_masuk or 0} masuk, {leaving} keluar"
    draft.step(text, available, values.get("tersedia", facts.jabatan))
    gap = facts.kebutuhan_jabatan - available
    source = values.get("selisih", facts.jabatan)
    draft.step(f"Lowongan: {facts.kebutuhan_jabatan} − {available}", max(gap, 0), source)
    if gap < 0:
        draft.warn("tidak_diatur", f"Ada kelebihan {-gap} orang; peraturan tidak mengatur kelebihan pejabat.", source)
    result: dict[str, Any] = {"tersedia": available, "lowongan": max(gap, 0), "kelebihan_pejabat": max(-gap, 0)}
    return draft.finish(result=result | _plan(draft, facts, law))


def _plan(draft: Draft, facts: LowonganKebutuhan, law: Law) -> dict[str, Any]:
    """The years of the five-year plan of needs, when its first year is told."""
    if facts.tahun_awal_rencana is None or facts.jabatan is None:
        return {}
    span = law.values("lowongan").get("jangka_rencana", facts.jabatan)
    last = facts.tahun_awal_rencana + int(span.number) - 1
    period = f"{facts.tahun_awal_rencana}-{last}"
    draft.step(f"Rencana kebutuhan {span.text} tahun", period, span)
    return {"periode_rencana": period}
