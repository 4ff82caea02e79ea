"""Formasi: how many people of each level a year's activities need (Lampiran II of 94/2020 and 82/2020)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.angka_kredit_kegiatan import Wording, pick_kegiatan
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import JABATAN_NAMES, jenjang_entry, jenjang_name, levels
from assistant.calculators.kegiatan import Kegiatan
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules
from assistant.errors import InputError
from assistant.facts import Amount, Facts, Jabatan, Jenjang
from assistant.pecahan import result_value, shown


class BarisFormasi(Facts):
    """One activity of a unit's year: from Lampiran I, or with its own credits per result."""

    kegiatan: Wording | None = Field(None, description="Nomor kegiatan dalam Lampiran I atau sebutannya")
    ak_butir: Amount | None = Field(
        None, description="Angka kredit satu hasil, bila kegiatannya tidak diambil dari tabel"
    )
    volume: Amount = Field(description="Volume kegiatan dalam satu tahun")


class Formasi(Facts):
    """The activities of a unit in one year."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    jenjang: Jenjang | None = Field(None, description="Jenjang bagi baris yang memakai angka kredit sendiri")
    kegiatan: tuple[BarisFormasi, ...] | None = Field(
        None,
        min_length=1,
        max_length=100,
        description="Kegiatan unit kerja dalam setahun, masing-masing dengan volumenya",
    )


@dataclass(frozen=True)
class Work:
    """One row of the calculation: hours per result (Wpk) and per year (Wpv), exact."""

    name: str
    jenjang: str
    credits: Decimal
    constant: Decimal
    volume: Decimal
    activity: Kegiatan | None = None

    @property
    def wpk(self) -> Fraction:
        """Hours that one result takes."""
        return Fraction(self.credits) / Fraction(self.constant)

    @property
    def wpv(self) -> Fraction:
        """Hours that the year's volume takes."""
        return self.wpk * Fraction(self.volume)


def formasi(facts: Formasi, law: Law) -> Calculation:
    """Menghitung kebutuhan jabatan (jumlah orang tiap jenjang) dari kegiatan dan volumenya dalam satu tahun."""
    draft = Draft("formasi", facts, law)
    for name in ("jabatan", "kegiatan"):
        if getattr(facts, name) is None:
            draft.need(name)
    if facts.jabatan is not None and facts.kegiatan is None:
        rules = ("waktu_butir", "waktu_volume", "jumlah_formasi", "konstanta")
        cite_rules(draft, law.values("formasi"), rules, facts.jabatan)
    if facts.jabatan is None or facts.kegiatan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    rows = [_read_row(draft, law, facts.jabatan, facts.jenjang, row) for row in facts.kegiatan]
    works = [row for row in rows if row is not None]
    if len(works) < len(rows):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    needs = []
    for level in levels(law, facts.jabatan):
        group = [work for work in works if work.jenjang == level]
        if group:
            needs.append(_show_level(draft, law, facts.jabatan, level, group))
    _warn_other_level(draft, facts.jenjang, works)
    result: dict[str, Any] = {"formasi": sum(need["formasi"] for need in needs), "jenjang": needs}
    result["baris"] = [_to_row(work) for work in works]
    return draft.finish(result=result)


def headcount(law: Law, jabatan: Jabatan, hours: Fraction) -> tuple[Fraction, int]:
    """Hours of a year as persons: the exact quotient, and whole persons after the rounding rule."""
    values = law.values("formasi")
    persons = hours / Fraction(values.get("jam_kerja_efektif", jabatan).number)
    if persons < Fraction(values.get("batas_formasi", jabatan).number):
        return persons, 0
    whole = persons.numerator // persons.denominator
    more = persons - whole >= Fraction(values.get("pembulatan", jabatan).number)
    return persons, whole + (1 if more else 0)


def show_persons(draft: Draft, law: Law, jabatan: Jabatan, hours: Fraction) -> tuple[Fraction, int]:
    """Add the division by the year's hours and the rounding to a draft."""
    values = law.values("formasi")
    year = values.get("jam_kerja_efektif", jabatan)
    persons, whole = headcount(law, jabatan, hours)
    draft.step(
        f"{shown(hours)} jam ÷ {indonesian(year.number)} jam", shown(persons), values.get("jumlah_formasi", jabatan)
    )
    draft.cite(year)
    if not whole:
        rule = values.get("batas_formasi", jabatan)
        draft.step(f"Kurang dari {indonesian(rule.number)}: formasi tidak dapat ditetapkan", whole, rule)
        return persons, whole
    rule = values.get("pembulatan", jabatan)
    draft.step("Dibulatkan menurut nilai di belakang koma", f"{whole} orang", rule)
    if persons > 1:
        draft.warn(
            "dua_bacaan:pembulatan",
            "Ketentuan pembulatan hanya menyebut 1 formasi dan tidak mengatur hasil di atas satu orang. Di sini diikuti cara "
            "contoh penghitungan Permendag 82/2020: dibulatkan ke bilangan bulat terdekat.",
            rule,
        )
    return persons, whole


def _read_row(draft: Draft, law: Law, jabatan: Jabatan, jenjang: Jenjang | None, row: BarisFormasi) -> Work | None:
    if row.ak_butir is None and row.kegiatan is None:
        raise InputError(
            "kegiatan", "Setiap baris memerlukan nomor atau nama kegiatan, atau angka kredit tiap hasil (ak_butir)."
        )
    if row.ak_butir is not None:
        if jenjang is None:
            draft.need("jenjang", law.values("formasi").get("konstanta", jabatan, levels(law, jabatan)[0]))
            return None
        jenjang_entry(law, jabatan, jenjang)
        return Work(row.kegiatan or "", jenjang, row.ak_butir, _constant(law, jabatan, jenjang), row.volume)
    activity = pick_kegiatan(draft, law, jabatan, row.kegiatan or "")
    if activity is None:
        return None
    constant = _constant(law, jabatan, activity.jenjang)
    return Work(activity.nama, activity.jenjang, activity.angka_kredit, constant, row.volume, activity)


def _show_level(draft: Draft, law: Law, jabatan: Jabatan, level: str, works: Sequence[Work]) -> dict[str, Any]:
    values = law.values("formasi")
    name = f"{JABATAN_NAMES[jabatan]} {jenjang_name(level)}"
    constant = values.get("konstanta", jabatan, level)
    draft.step(f"Angka konstanta (Kt) {name}", constant.number, constant)
    for work in works:
        number = f"nomor {work.activity.nomor}" if work.activity else work.name or "kegiatan"
        source = work.activity.address if work.activity else values.get("waktu_butir", jabatan)
        text = f"Wpv {number}: {indonesian(work.credits)} ÷ {indonesian(work.constant)} × {indonesian(work.volume)}"
        draft.step(text, f"{shown(work.wpv)} jam", source)
        _warn_printed(draft, law, jabatan, work)
    for formula in ("waktu_butir", "waktu_volume"):
        draft.cite(values.get(formula, jabatan))
    hours = sum((work.wpv for work in works), start=Fraction(0))
    persons, whole = show_persons(draft, law, jabatan, hours)
    return {
        "jenjang": level,
        "jumlah_jam": result_value(hours),
        "formasi_hitung": result_value(persons),
        "formasi": whole,
    }


def _warn_printed(draft: Draft, law: Law, jabatan: Jabatan, work: Work) -> None:
    level, credits = (work.activity.printed if work.activity else None) or (None, None)
    if work.activity is None or level is None or credits is None:
        return
    other = Fraction(credits) / Fraction(_constant(law, jabatan, level)) * Fraction(work.volume)
    draft.warn(
        f"dua_bacaan:nomor_{work.activity.nomor}",
        f"Nomor {work.activity.nomor} dihitung sebagai kegiatan {jenjang_name(work.jenjang)}; menurut cetakannya ia kegiatan "
        f"{jenjang_name(level)}, yang memberi {shown(other)} jam pada jenjang itu.",
        work.activity.address,
    )


def _warn_other_level(draft: Draft, jenjang: Jenjang | None, works: Sequence[Work]) -> None:
    others = [work.activity for work in works if work.activity and jenjang and work.jenjang != jenjang]
    for activity in others:
        draft.warn(
            f"jenjang_lain:{activity.nomor}",
            f"Nomor {activity.nomor} adalah kegiatan {jenjang_name(activity.jenjang)}; jamnya dihitung pada jenjang itu.",
            activity.address,
        )


def _constant(law: Law, jabatan: Jabatan, jenjang: str) -> Decimal:
    return law.values("formasi").get("konstanta", jabatan, jenjang).number


def _to_row(work: Work) -> dict[str, Any]:
    return {
        "nomor": work.activity.nomor if work.activity else "",
        "nama": work.name,
        "jenjang": work.jenjang,
        "angka_kredit": work.credits,
        "konstanta": work.constant,
        "wpk": result_value(work.wpk),
        "volume": work.volume,
        "wpv": result_value(work.wpv),
    }
