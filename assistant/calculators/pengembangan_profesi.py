"""Pengembangan profesi: credits of papers, translations, guides, courses by hours and degrees (Lampiran I huruf B of
94/2020, angka 2 of 82/2020; papers of several writers by Pasal 74 ayat (4), 75 ayat (4))."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.angka_kredit_kegiatan import Wording
from assistant.calculators.butir_lampiran import Butir, HourClass, pick_butir
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import golongan_entry, jenjang_name, next_golongan
from assistant.calculators.law import Law
from assistant.calculators.pangkat import NeededCredits, needed_credits
from assistant.calculators.penulis_bersama import Peran, Writers, writer_share
from assistant.calculators.syarat import needs_under
from assistant.facts import Amount, Facts, Golongan, Jabatan
from assistant.pecahan import result_value, shown
from corpus.number_words import find_numbers

FAMILY = "pengembangan_profesi"
ROWS = "kegiatan_profesi"
REQUIRED = "angka_kredit_profesi"
PAPERS = ("huruf", "b")  # the sub-unsur whose items are papers, to which shared authorship applies


class BarisProfesi(Facts):
    """One piece of professional development."""

    jenis: Wording = Field(description="Nama butir (misalnya seminar, artikel, pelatihan teknis) atau sebutannya")
    jumlah: Amount = Field(Decimal(1), description="Berapa banyak hasilnya")
    jam: Amount | None = Field(None, description="Lama pelatihan dalam jam, untuk pelatihan teknis dan manajerial")
    jumlah_penulis: Writers | None = Field(None, description="Berapa orang penulisnya, untuk karya tulis")
    peran_penulis: Peran | None = Field(None, description="Penulis utama, pembantu, atau setara")


class PengembanganProfesi(Facts):
    """Professional development of a person."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    golongan: Golongan | None = Field(None, description="Golongan ruang, untuk butir yang berupa persen")
    kegiatan_profesi: tuple[BarisProfesi, ...] | None = Field(
        None, min_length=1, max_length=100, description="Kegiatan pengembangan profesi yang dilakukan"
    )


@dataclass(frozen=True)
class Unit:
    """What one result of an item is worth: exact credits and where they stand; None where the law sets nothing."""

    credits: Fraction | None
    source: Butir | HourClass
    working: str


@dataclass(frozen=True)
class Line:
    """One row of the result: an item, how many results, and what they earn; None where the law sets nothing."""

    butir: Butir
    amount: Decimal
    credits: Fraction | None

    def to_row(self) -> dict[str, Any]:
        """The row as a result holds it."""
        credits = "tidak_diatur" if self.credits is None else result_value(self.credits)
        return {"jenis": self.butir.key, "nama": self.butir.name, "jumlah": self.amount, "angka_kredit": credits}


def pengembangan_profesi(facts: PengembanganProfesi, law: Law) -> Calculation:
    """Menghitung angka kredit pengembangan profesi: karya tulis, terjemahan, pedoman, pelatihan menurut jamnya, dan ijazah."""
    draft = Draft("pengembangan_profesi", facts, law)
    rules = ("kegiatan_pengembangan_profesi",)
    if (
        needs_under(draft, facts, law.values(FAMILY), rules, "jabatan", ROWS)
        or facts.jabatan is None
        or facts.kegiatan_profesi is None
    ):
        _show_required(draft, law, facts.jabatan)
        return draft.finish(verdict="tidak_dapat_ditentukan")
    if facts.golongan is not None:
        golongan_entry(law, facts.jabatan, facts.golongan)
    rows = [_earn(draft, law, facts.jabatan, facts.golongan, told) for told in facts.kegiatan_profesi]
    done = [row for row in rows if row is not None]
    if len(done) < len(rows):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    total = sum((line.credits or Fraction(0) for line in done), start=Fraction(0))
    scope = law.values(FAMILY).get("kegiatan_pengembangan_profesi", facts.jabatan)
    draft.step("Jumlah angka kredit pengembangan profesi", shown(total), scope)
    return draft.finish(result={"total": result_value(total), "baris": [line.to_row() for line in done]})


def _show_required(draft: Draft, law: Law, jabatan: Jabatan | None) -> None:
    """How much the rise to each level needs: what is asked when no activity is told."""
    for needed in law.values("kenaikan_jenjang").entries:
        position, *level = needed.key.split(" ")
        if needed.name == REQUIRED and position == jabatan:
            draft.step(
                f"Angka kredit pengembangan profesi untuk naik ke {jenjang_name(level[-1])}", needed.number, needed
            )


def unit_of(
    draft: Draft, law: Law, jabatan: Jabatan, golongan: Golongan | None, butir: Butir, hours: Decimal | None, field: str
) -> Unit | None:
    """What one result is worth; None, with the question on the draft, while a fact is missing."""
    if butir.credits is not None:
        return Unit(Fraction(butir.credits), butir, indonesian(butir.credits))
    if butir.percent is not None:
        needed = rank_credits(draft, law, jabatan, golongan, butir)
        if golongan is None:
            return None
        if needed is None:
            return Unit(None, butir, "")
        working = f"{indonesian(butir.percent)}% × {indonesian(needed.amount)}"
        return Unit(Fraction(butir.percent) * Fraction(needed.amount) / 100, butir, working)
    if hours is None:
        draft.ask(field, f"Berapa jam lamanya {butir.name}?", butir.address)
        return None
    for course in butir.classes:
        if course.holds(hours):
            return Unit(Fraction(course.credits), course, indonesian(course.credits))
    _warn_no_class(draft, butir, hours)
    return Unit(None, butir, "")


def rank_credits(
    draft: Draft, law: Law, jabatan: Jabatan, golongan: Golongan | None, butir: Butir
) -> NeededCredits | None:
    """The credits that the next rank needs, of which an item is a percentage; None while unknown or at the top."""
    if golongan is None:
        draft.need("golongan", butir.address)
        return None
    if next_golongan(law, jabatan, golongan) is None:
        draft.warn(
            "tidak_diatur:pangkat_tertinggi",
            f"Butir ini dihitung dari angka kredit kenaikan pangkat, sedangkan di atas {golongan} tidak ada kenaikan pangkat "
            "lagi; nilainya tidak diatur.",
            butir.address,
        )
        return None
    needed = needed_credits(law, jabatan, golongan)
    draft.step(f"Angka kredit kenaikan pangkat dari {golongan}", needed.amount, needed.citation)
    draft.warn(
        "dua_bacaan:ak_kenaikan_pangkat",
        "Tidak dikatakan kenaikan pangkat yang mana; di sini dipakai angka kredit untuk kenaikan pangkat berikutnya.",
        butir.address,
    )
    return needed


def _earn(draft: Draft, law: Law, jabatan: Jabatan, golongan: Golongan | None, told: BarisProfesi) -> Line | None:
    """What one told row earns; None while something must be asked."""
    butir = pick_butir(draft, law, FAMILY, jabatan, told.jenis, ROWS)
    if butir is None:
        return None
    unit = unit_of(draft, law, jabatan, golongan, butir, told.jam, ROWS)
    share = _share(draft, law, jabatan, butir, told)
    if unit is None or share is None:
        return None
    if unit.credits is None or share == 0:
        draft.step(butir.name, "tidak diatur", unit.source.address)
        return Line(butir, told.jumlah, None)
    credits = unit.credits * Fraction(told.jumlah) * share
    part = "" if share == 1 else f" × {shown(share * 100)}%"
    name = unit.source.words if isinstance(unit.source, HourClass) else butir.name
    draft.step(f"{name}: {unit.working} × {indonesian(told.jumlah)}{part}", shown(credits), unit.source.address)
    return Line(butir, told.jumlah, credits)


def _share(draft: Draft, law: Law, jabatan: Jabatan, butir: Butir, told: BarisProfesi) -> Fraction | None:
    """The part of one of several writers; 0 where the law sets none, None while the role must be asked."""
    writers = told.jumlah_penulis or 1
    if writers == 1:
        return Fraction(1)
    rule = law.values("penulis_bersama").get("karya_bersama", jabatan)
    if PAPERS not in butir.address.trail[1:2]:
        draft.warn(
            "tidak_diatur:penulis_bersama",
            f"Pembagian angka kredit diatur untuk karya tulis/karya ilmiah, tidak untuk “{butir.name}”.",
            rule,
        )
        return Fraction(0)
    if told.peran_penulis is None:
        draft.ask(ROWS, "Anda penulis utama, penulis pembantu, atau penulisnya setara pada karya itu?", rule)
        return None
    share = writer_share(law, jabatan, writers, told.peran_penulis)
    if share.part is None:
        limit = f"Penulis pembantu {writers - 1} orang melebihi {share.source.text} orang yang diperbolehkan."
        draft.warn("terlalu_banyak_penulis", limit, share.source)
        return Fraction(0)
    draft.step(
        f"Bagian penulis {told.peran_penulis} dari {writers} penulis", f"{shown(share.part * 100)}%", share.source
    )
    return share.part


def _warn_no_class(draft: Draft, butir: Butir, hours: Decimal) -> None:
    below = max((c for c in butir.classes if _reach(c) <= hours), key=_reach, default=butir.classes[-1])
    above = min((c for c in butir.classes if _reach(c) > hours), key=_reach, default=butir.classes[0])
    draft.warn(
        "tidak_diatur:jam",
        f"Lama {indonesian(hours)} jam tidak masuk kelas mana pun: yang ada “{below.words}” dan “{above.words}”.",
        above.address,
    )
    draft.cite(below.address)


def _reach(course: HourClass) -> Decimal:
    """The highest hours that a class names."""
    return max(found.value for found in find_numbers(course.words))
