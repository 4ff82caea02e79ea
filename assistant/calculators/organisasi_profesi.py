"""Organisasi profesi: one for each position, formed by a last year, and membership (94/2020 Ps. 79, 81; 82/2020 Ps. 80, 82)."""

from datetime import date

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import needs
from assistant.facts import Count, Facts, Jabatan


class OrganisasiProfesi(Facts):
    """When a professional organisation is formed, and how many there are."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    tanggal_pembentukan: date | None = Field(None, description="Tanggal organisasi profesi dibentuk")
    jumlah_organisasi_profesi: Count | None = Field(None, description="Jumlah organisasi profesi jabatan itu")


def organisasi_profesi(facts: OrganisasiProfesi, law: Law) -> Calculation:
    """Menunjukkan kewajiban berorganisasi profesi dan tenggat pembentukannya."""
    draft = Draft("organisasi_profesi", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    values = law.values("organisasi_profesi")
    one, year, member = (values.get(name, facts.jabatan) for name in ("jumlah", "tahun_terakhir", "anggota"))
    last = date(int(year.number) + 1, 1, 1) - date.resolution
    draft.step("Pembentukan organisasi profesi paling lambat", long_date(last), year)
    draft.step("Menjadi anggota organisasi profesi", member.text, member)
    if facts.tanggal_pembentukan is not None:
        met = facts.tanggal_pembentukan <= last
        draft.require(f"Dibentuk {long_date(facts.tanggal_pembentukan)}, paling lambat {long_date(last)}", met, year)
    if facts.jumlah_organisasi_profesi is not None:
        met = facts.jumlah_organisasi_profesi == int(one.number)
        draft.require(f"Organisasi profesi {facts.jumlah_organisasi_profesi}, disyaratkan {one.text}", met, one)
    return draft.finish(result={"paling_lambat": last, "keanggotaan": member.text})
