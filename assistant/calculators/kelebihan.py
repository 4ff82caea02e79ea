"""Kelebihan angka kredit: what may be carried over to the next rank (94/2020 Pasal 73 ayat (4), 82/2020 Pasal 74 ayat (4))."""

from decimal import Decimal

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import jenjang_name
from assistant.calculators.law import Law
from assistant.calculators.pangkat import Rise, plan_rise
from assistant.calculators.syarat import needs_under
from assistant.facts import Amount, Facts, Golongan, Jabatan, Jenjang


class KelebihanAngkaKredit(Facts):
    """Credits held for a rise in rank that may be more than it needs."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    golongan: Golongan | None = Field(None, description="Golongan ruang sebelum kenaikan pangkat")
    jenjang: Jenjang | None = Field(None, description="Jenjang sekarang; bila kosong, diambil dari golongan")
    angka_kredit: Amount | None = Field(None, description="Angka kredit yang terkumpul untuk kenaikan pangkat ini")


def kelebihan_angka_kredit(facts: KelebihanAngkaKredit, law: Law) -> Calculation:
    """Menghitung kelebihan angka kredit yang dapat diperhitungkan untuk kenaikan pangkat berikutnya."""
    draft = Draft("kelebihan_angka_kredit", facts, law)
    if needs_under(draft, facts, law.values("kelebihan"), ("kelebihan",), "jabatan", "golongan", "angka_kredit"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.golongan is not None and facts.angka_kredit is not None
    rise = plan_rise(law, facts.jabatan, facts.golongan, facts.jenjang)
    if rise.needed is None:
        draft.warn(
            "pangkat_tertinggi", f"{rise.golongan} golongan tertinggi {rise.name}: tidak ada pangkat berikutnya."
        )
        return draft.finish(result={"kelebihan": Decimal()})
    draft.step("Angka kredit untuk kenaikan pangkat selanjutnya", rise.needed.amount, rise.needed.citation)
    excess = carry_over(draft, facts.angka_kredit, rise, law)
    short = max(rise.needed.amount - facts.angka_kredit, Decimal())
    return draft.finish(result={"kelebihan": excess, "kekurangan": short, "golongan_tujuan": rise.target})


def carry_over(draft: Draft, held: Decimal, rise: Rise, law: Law) -> Decimal:
    """The credits carried over, with the working; nothing passes from one level to the next."""
    none = Decimal()
    if rise.needed is None or held <= rise.needed.amount:
        return none
    source = law.values("kelebihan").get("kelebihan", rise.jabatan)
    over = held - rise.needed.amount
    draft.step(f"Kelebihan angka kredit: {indonesian(held)} − {indonesian(rise.needed.amount)}", over, source)
    if not rise.same_level:
        draft.warn(
            "kelebihan_hangus",
            f"Kelebihan {indonesian(over)} tidak terbawa, karena {rise.target} bukan lagi jenjang "
            f"{jenjang_name(rise.jenjang)}: kelebihan hanya diperhitungkan dalam satu jenjang.",
            source,
        )
        return none
    if rise.last_of_level:
        draft.warn(
            "dua_bacaan:kelebihan",
            f"Kenaikan sesudah {rise.target} sudah berpindah jenjang. Dibaca: kelebihan {indonesian(over)} terbawa selama "
            f'masih di jenjang {jenjang_name(rise.jenjang)}. Bila "kenaikan pangkat berikutnya dalam satu jenjang" dibaca '
            "ketat, kelebihan itu tidak dapat dipakai.",
            source,
        )
    return over
