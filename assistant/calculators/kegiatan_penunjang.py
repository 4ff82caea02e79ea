"""Kegiatan penunjang: credits of supporting activities and their 20 % cap for one rise in rank (Lampiran I huruf C and
Pasal 73 of 94/2020, Lampiran I angka 3 and Pasal 74 of 82/2020)."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.angka_kredit_kegiatan import Wording
from assistant.calculators.butir_lampiran import pick_butir
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import golongan_entry, next_golongan, ranks
from assistant.calculators.kenaikan_pangkat import counted_credits, figures
from assistant.calculators.law import Law
from assistant.calculators.pangkat import needed_credits
from assistant.calculators.pengembangan_profesi import Line, unit_of
from assistant.calculators.syarat import cite_rules, needs
from assistant.facts import Amount, Facts, Golongan, Jabatan
from assistant.pecahan import exact_decimal, result_value, shown

FAMILY = "kegiatan_penunjang"


class BarisPenunjang(Facts):
    """One supporting activity."""

    jenis: Wording = Field(description="Nama butir (misalnya mengajar, satya lancana 20) atau sebutannya")
    jumlah: Amount = Field(Decimal(1), description="Berapa banyak hasilnya")


class KegiatanPenunjang(Facts):
    """Supporting activities for one rise in rank, or their credits."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    golongan: Golongan | None = Field(None, description="Golongan ruang sekarang; menentukan batas yang dihitung")
    kegiatan_penunjang: tuple[BarisPenunjang, ...] | None = Field(
        None, min_length=1, max_length=100, description="Kegiatan penunjang yang dilakukan"
    )
    ak_penunjang: Amount | None = Field(None, description="Jumlah angka kredit penunjang, bila sudah diketahui")
    angka_kredit: Amount | None = Field(None, description="Angka kredit yang terkumpul untuk kenaikan pangkat ini")
    penunjang_termasuk: bool | None = Field(
        None, description="Angka kredit penunjang itu sudah termasuk dalam angka kredit yang disebut"
    )


def kegiatan_penunjang(facts: KegiatanPenunjang, law: Law) -> Calculation:
    """Menghitung angka kredit kegiatan penunjang dan batas 20% yang dihitung untuk satu kali kenaikan pangkat."""
    draft = Draft("kegiatan_penunjang", facts, law)
    if needs(draft, facts, "jabatan") or facts.jabatan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    if facts.golongan is not None:
        golongan_entry(law, facts.jabatan, facts.golongan)
    if facts.kegiatan_penunjang is None and facts.ak_penunjang is None:
        draft.need(FAMILY)
        cite_rules(draft, law.values(FAMILY), ("batas", "satu_kali"), facts.jabatan)
        return draft.finish(verdict="tidak_dapat_ditentukan")
    result: dict[str, Any] = {}
    total = Fraction(facts.ak_penunjang or 0)
    if facts.kegiatan_penunjang is not None:
        lines = [_earn(draft, law, facts.jabatan, facts.golongan, row) for row in facts.kegiatan_penunjang]
        done = [line for line in lines if line is not None]
        if len(done) < len(lines):
            return draft.finish(verdict="tidak_dapat_ditentukan")
        total = sum((line.credits or Fraction(0) for line in done), start=Fraction(0))
        result["baris"] = [line.to_row() for line in done]
        _warn_two_totals(draft, total, facts.ak_penunjang)
    return _count(draft, law, facts, facts.jabatan, total, result)


def _count(
    draft: Draft, law: Law, facts: KegiatanPenunjang, jabatan: Jabatan, total: Fraction, result: dict[str, Any]
) -> Calculation:
    """How much of the total counts towards the next rank."""
    golongan = facts.golongan
    values = law.values(FAMILY)
    share = values.get("batas", jabatan)
    result["total"] = result_value(total)
    draft.step("Jumlah angka kredit penunjang", shown(total))
    once = "Angka kredit penunjang dihitung untuk satu kali kenaikan pangkat."
    draft.warn("satu_kali", once, values.get("satu_kali", jabatan))
    if golongan is None and total > _lowest_cap(law, jabatan):
        draft.need("golongan", share)
        return draft.finish(verdict="tidak_dapat_ditentukan", result=result)
    if golongan is None:
        draft.step("Tidak melampaui batas golongan mana pun, jadi seluruhnya dihitung", shown(total), share)
        return draft.finish(result=result | {"dihitung": result_value(total), "tidak_dihitung": Decimal(0)})
    counted = _capped(draft, law, jabatan, golongan, total)
    return draft.finish(result=result | counted | _with_others(draft, law, facts, jabatan, golongan, total))


def _with_others(
    draft: Draft, law: Law, facts: KegiatanPenunjang, jabatan: Jabatan, golongan: Golongan, total: Fraction
) -> dict[str, Any]:
    """What the supporting credits and the others come to together, where the others are told."""
    supporting = exact_decimal(total)
    if facts.angka_kredit is None or supporting is None or next_golongan(law, jabatan, golongan) is None:
        return {}
    needed = needed_credits(law, jabatan, golongan).amount
    values = law.values("kenaikan_pangkat")
    credits = counted_credits(draft, facts.angka_kredit, supporting, facts.penunjang_termasuk, jabatan, needed, values)
    return {"angka_kredit_disyaratkan": needed, **figures(credits, needed)}


def _capped(draft: Draft, law: Law, jabatan: Jabatan, golongan: Golongan, total: Fraction) -> dict[str, Any]:
    """The cap of a rank and what it leaves of the total."""
    share = law.values(FAMILY).get("batas", jabatan)
    if next_golongan(law, jabatan, golongan) is None:
        text = f"Di atas {golongan} tidak ada kenaikan pangkat lagi, sehingga batas kegiatan penunjang tidak diatur."
        draft.warn("tidak_diatur:batas", text, share)
        return {"batas": "tidak_diatur", "dihitung": "tidak_diatur"}
    needed = needed_credits(law, jabatan, golongan)
    cap = share.number * needed.amount / 100
    draft.step(f"Angka kredit kenaikan pangkat dari {golongan}", needed.amount, needed.citation)
    draft.step(f"Paling banyak {share.text}% × {indonesian(needed.amount)}", cap, share)
    counted = min(total, Fraction(cap))
    draft.step(f"Yang dihitung dari {shown(total)}", shown(counted), share)
    return {"batas": cap, "dihitung": result_value(counted), "tidak_dihitung": result_value(total - counted)}


def _earn(draft: Draft, law: Law, jabatan: Jabatan, golongan: Golongan | None, told: BarisPenunjang) -> Line | None:
    butir = pick_butir(draft, law, FAMILY, jabatan, told.jenis, FAMILY)
    unit = unit_of(draft, law, jabatan, golongan, butir, None, FAMILY) if butir else None
    if butir is None or unit is None:
        return None
    credits = None if unit.credits is None else unit.credits * Fraction(told.jumlah)
    value = "tidak diatur" if credits is None else shown(credits)
    working = f": {unit.working} × {indonesian(told.jumlah)}" if unit.working else ""
    draft.step(f"{butir.name}{working}", value, butir.address)
    return Line(butir, told.jumlah, credits)


def _lowest_cap(law: Law, jabatan: Jabatan) -> Fraction:
    """The smallest cap of any rank from which one can rise."""
    share = law.values(FAMILY).get("batas", jabatan).number
    needed = [needed_credits(law, jabatan, rank).amount for rank in ranks(law, jabatan)[:-1]]
    return Fraction(min(needed) * share / 100)


def _warn_two_totals(draft: Draft, counted: Fraction, told: Decimal | None) -> None:
    if told is not None and Fraction(told) != counted:
        draft.warn(
            "jumlah_berbeda",
            f"Jumlah yang disebut {indonesian(told)}, sedangkan jumlah barisnya {shown(counted)}; dipakai jumlah barisnya.",
        )
