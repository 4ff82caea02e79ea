"""Rekonsiliasi PAK: one's own sum beside the PAK, line by line where the lines are told, else by the rules that explain it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.angka_kredit_kegiatan import BarisKegiatan, pick_kegiatan, show_rows
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import JABATAN_NAMES, jenjang_name
from assistant.calculators.kredit import Credited, credit, total_of
from assistant.calculators.law import Law
from assistant.calculators.selisih import Gap, explanations
from assistant.calculators.syarat import needs, needs_under
from assistant.calculators.target_tahunan import count_year, show_rule, told_jenjang, year_rule
from assistant.facts import Amount, Facts, Golongan, Jabatan, Jenjang


class BarisPak(BarisKegiatan):
    """One activity, how often it was done, and what the PAK gives for it."""

    angka_kredit_pak: Amount | None = Field(None, description="Angka kredit baris itu menurut PAK")


class RekonsiliasiPak(Facts):
    """Two totals that do not agree, and the lines behind them where they are known."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    jenjang: Jenjang | None = Field(None, description="Jenjang jabatan pada masa penilaian")
    golongan: Golongan | None = Field(None, description="Golongan ruang; menentukan batas kegiatan penunjang")
    ak_pak: Amount | None = Field(None, description="Angka kredit menurut PAK")
    ak_hitungan: Amount | None = Field(None, description="Angka kredit menurut hitungan sendiri")
    ak_penunjang: Amount | None = Field(None, description="Angka kredit penunjang di dalam hitungan sendiri")
    baris_pak: tuple[BarisPak, ...] | None = Field(
        None, min_length=1, max_length=100, description="Kegiatan setahun dengan volumenya dan nilainya menurut PAK"
    )


def rekonsiliasi_pak(facts: RekonsiliasiPak, law: Law) -> Calculation:
    """Membandingkan angka kredit menurut PAK dengan hitungan sendiri dan menyebut aturan yang menjelaskan selisihnya."""
    draft = Draft("rekonsiliasi_pak", facts, law)
    values = law.values("rekonsiliasi_pak")
    if (
        needs_under(draft, facts, values, ("keberatan",), "jabatan", "ak_pak")
        or facts.jabatan is None
        or facts.ak_pak is None
    ):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    objection = values.get("keberatan", facts.jabatan)
    draft.warn("keberatan", "Terhadap angka kredit yang telah ditetapkan tidak dapat diajukan keberatan.", objection)
    if facts.baris_pak is not None:
        return _by_lines(draft, law, facts, facts.jabatan, facts.ak_pak, facts.baris_pak)
    if needs(draft, facts, "ak_hitungan") or facts.ak_hitungan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    return _by_rules(draft, law, facts, facts.jabatan, facts.ak_pak, facts.ak_hitungan)


def _by_rules(
    draft: Draft, law: Law, facts: RekonsiliasiPak, jabatan: Jabatan, pak: Decimal, own: Decimal
) -> Calculation:
    """Without lines: which rules explain the difference of the two totals."""
    draft.step(f"Selisih hitungan sendiri {indonesian(own)} dengan PAK {indonesian(pak)}", own - pak)
    result: dict[str, Any] = {"selisih": own - pak, "penjelasan": [], **_difference(pak, own)}
    jenjang = told_jenjang(draft, law, facts) if facts.jenjang or facts.golongan else None
    if pak > own:
        rule = law.values("kelebihan").get("kelebihan", jabatan)
        draft.step(
            "PAK lebih tinggi; kelebihan dari kenaikan pangkat sebelumnya dapat ikut diperhitungkan", pak - own, rule
        )
        result["penjelasan"] = [{"aturan": "kelebihan", "kecocokan": "mungkin", "keterangan": rule.quote}]
    elif own > pak:
        gap = Gap(jabatan, own, pak, jenjang, facts.golongan, facts.ak_penunjang)
        found = explanations(law, gap)
        for each in found:
            draft.step(f"{each.text} ({each.fit})", each.value, each.source)
        result["penjelasan"] = [each.to_row() for each in found]
        draft.warn(
            "perlu_rincian",
            "Kedua jumlah saja tidak membuktikan sebabnya. Sebutkan rincian butir, volume, dan nilainya menurut PAK agar dapat "
            "dibandingkan baris demi baris.",
        )
    return draft.finish(result=result)


def _by_lines(
    draft: Draft, law: Law, facts: RekonsiliasiPak, jabatan: Jabatan, pak: Decimal, told: Sequence[BarisPak]
) -> Calculation:
    """With lines: what each earns by the rules, beside what the PAK gives."""
    jenjang = told_jenjang(draft, law, facts)
    if jenjang is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    picked = [pick_kegiatan(draft, law, jabatan, row.kegiatan, "baris_pak") for row in told]
    rows = [
        credit(law, jabatan, jenjang, activity, row.volume)
        for activity, row in zip(picked, told, strict=True)
        if activity is not None
    ]
    if len(rows) < len(told):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    show_rows(draft, law, jabatan, jenjang, rows)
    total = total_of(rows)
    rule = year_rule(law, jabatan, jenjang, facts.golongan)
    show_rule(draft, rule, f"{JABATAN_NAMES[jabatan]} {jenjang_name(jenjang)}", total)
    counted = count_year(draft, rule, total)["dihitung"]
    full = sum((row.activity.angka_kredit * row.volume for row in rows), start=Decimal(0))
    draft.step(f"Selisih PAK {indonesian(pak)} dengan hitungan menurut aturan", pak - counted)
    result: dict[str, Any] = {
        "menurut_aturan": counted,
        "selisih_pak": pak - counted,
        "sesuai": pak == counted,
        **_difference(pak, counted),
        "hilang_karena_jenjang": full - total,
        "hilang_karena_batas": total - counted,
        "baris": [_line(row, line.angka_kredit_pak) for row, line in zip(rows, told, strict=True)],
    }
    if facts.ak_hitungan is not None:
        result["selisih_hitungan"] = facts.ak_hitungan - counted
        result["belum_terjelaskan"] = facts.ak_hitungan - full
    return draft.finish(result=result)


def _difference(pak: Decimal, own: Decimal) -> dict[str, Decimal]:
    """By how much the PAK is higher or lower; nothing where it is the same."""
    if pak == own:
        return {}
    return {"pak_lebih_tinggi": pak - own} if pak > own else {"pak_lebih_rendah": own - pak}


def _line(row: Credited, pak: Decimal | None) -> dict[str, Any]:
    """One line with what the PAK gives for it and what that looks like."""
    line = row.to_row()
    if pak is None:
        return line
    full = row.activity.angka_kredit * row.volume
    remark = "berbeda"
    if pak == row.credits:
        remark = "sesuai"
    elif pak == full:
        remark = "dinilai_penuh"
    elif not pak:
        remark = "tidak_dinilai"
    return line | {"angka_kredit_pak": pak, "selisih": pak - row.credits, "catatan": remark}
