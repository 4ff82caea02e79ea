"""Target tahunan: the yearly minimum and cap of credits, the duty at the top rank, and the one while waiting for a
vacancy (Pasal 55 and 56 of 94/2020, Pasal 56 and 57 of 82/2020)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import (
    JABATAN_NAMES,
    golongan_of,
    jenjang_entry,
    jenjang_name,
    levels,
    list_of,
    next_jenjang,
    settle_jenjang,
)
from assistant.calculators.law import Law
from assistant.calculators.values import Value
from assistant.errors import InputError
from assistant.facts import Amount, Facts, Golongan, Jabatan, Jenjang


class TargetTahunan(Facts):
    """A position and level, and the credits of one year where they are known."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    jenjang: Jenjang | None = Field(None, description="Jenjang jabatan")
    golongan: Golongan | None = Field(None, description="Golongan ruang; menentukan pada jenjang tertinggi")
    ak_setahun: Amount | None = Field(None, description="Angka kredit yang dikumpulkan dalam satu tahun")
    menunggu_lowongan: bool | None = Field(
        None, description="Sudah memenuhi syarat naik jenjang, tetapi lowongannya belum tersedia"
    )


@dataclass(frozen=True)
class YearRule:
    """What one year asks and allows: `maximum` is None where the law sets none, `*_read` what another reading gives."""

    kind: str
    minimum: Value
    maximum: Value | None
    percent: Value
    minimum_read: Value | None = None
    maximum_read: Value | None = None
    top_rank: Value | None = None  # the duty that would hold at the top rank, while the rank is not known
    exempt: Value | None = None  # the provision that lifts the target at the top rank

    def counted(self, credits: Decimal) -> Decimal:
        """The credits of a year that count, at most the cap."""
        return credits if self.maximum is None else min(credits, self.maximum.number)


def target_tahunan(facts: TargetTahunan, law: Law) -> Calculation:
    """Menghitung target angka kredit setahun, batas paling banyak yang dihitung, dan apakah target itu tercapai."""
    draft = Draft("target_tahunan", facts, law)
    jenjang = told_jenjang(draft, law, facts)
    if facts.jabatan is not None and jenjang is None:
        _show_every_level(draft, facts, facts.jabatan, law)
    if facts.jabatan is None or jenjang is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    rule = year_rule(law, facts.jabatan, jenjang, facts.golongan, waiting=bool(facts.menunggu_lowongan))
    name = f"{JABATAN_NAMES[facts.jabatan]} {jenjang_name(jenjang)}"
    show_rule(draft, rule, name, facts.ak_setahun)
    result: dict[str, Any] = {"jenjang": jenjang, "dasar": rule.kind, **limits(rule)}
    if facts.ak_setahun is not None:
        _require_target(draft, rule, facts.ak_setahun)
        result |= count_year(draft, rule, facts.ak_setahun)
        result["kekurangan"] = max(rule.minimum.number - facts.ak_setahun, Decimal(0))
    return draft.finish(result=result)


def _show_every_level(draft: Draft, facts: TargetTahunan, jabatan: Jabatan, law: Law) -> None:
    """The minimum and cap of each level side by side; nobody waits for a vacancy above the highest."""
    waiting = bool(facts.menunggu_lowongan)
    for level in levels(law, jabatan):
        if not waiting or next_jenjang(law, jabatan, level) is not None:
            rule = year_rule(law, jabatan, level, waiting=waiting)
            show_rule(draft, rule, f"{JABATAN_NAMES[jabatan]} {jenjang_name(level)}", facts.ak_setahun)


def told_jenjang(draft: Draft, law: Law, facts: Any) -> str | None:
    """The level told, or that of the rank told; what is missing for it is noted on the draft."""
    if facts.jabatan is None:
        draft.need("jabatan")
    if facts.jenjang is None and facts.golongan is None:
        draft.need("jenjang")
    if facts.jabatan is None or (facts.jenjang is None and facts.golongan is None):
        return None
    if facts.golongan is not None:
        return settle_jenjang(law, facts.jabatan, facts.golongan, facts.jenjang)
    jenjang_entry(law, facts.jabatan, facts.jenjang)
    return str(facts.jenjang)


def year_rule(
    law: Law, jabatan: Jabatan, jenjang: str, golongan: Golongan | None = None, *, waiting: bool = False
) -> YearRule:
    """The rule that holds for a level; raises InputError where nothing higher can be waited for."""
    values = law.values("target_tahunan")
    percent = values.get("persen_maksimal", jabatan)
    maximum = values.get("batas_maksimal", jabatan, jenjang)
    maximum_read = values.find("batas_maksimal_lain", jabatan, jenjang)
    top = next_jenjang(law, jabatan, jenjang) is None
    if waiting:
        if top:
            raise InputError(
                "menunggu_lowongan",
                f"{jenjang_name(jenjang)} adalah jenjang tertinggi {JABATAN_NAMES[jabatan]}; "
                "tidak ada jenjang di atasnya yang lowongannya dapat ditunggu.",
                list_of(law, "jenjang", jabatan),
            )
        minimum = values.get("menunggu_lowongan", jabatan, jenjang)
        return YearRule("menunggu_lowongan", minimum, maximum, percent, None, maximum_read)
    minimum = values.get("target_minimal", jabatan, jenjang)
    duty = values.find("pangkat_tertinggi", jabatan, jenjang)
    if duty is None or (golongan is not None and golongan != golongan_of(law, jabatan, jenjang)[-1]):
        return YearRule("target_minimal", minimum, maximum, percent, None, maximum_read)
    if golongan is None:
        return YearRule("target_minimal", minimum, maximum, percent, None, maximum_read, top_rank=duty)
    other = values.find("pangkat_tertinggi_lain", jabatan, jenjang)
    exempt = values.get("target_tidak_berlaku", jabatan, jenjang)
    return YearRule("pangkat_tertinggi", duty, None, percent, other, exempt=exempt)


def show_rule(draft: Draft, rule: YearRule, name: str, credits: Decimal | None) -> None:
    """Add the yearly minimum and cap to a draft, with both readings where they could change what counts."""
    labels = {
        "target_minimal": f"Angka kredit paling sedikit setahun bagi {name}",
        "menunggu_lowongan": f"Angka kredit paling sedikit setahun bagi {name} selama menunggu lowongan",
        "pangkat_tertinggi": f"Angka kredit paling sedikit setahun bagi {name} pada pangkat tertinggi",
    }
    draft.step(labels[rule.kind], rule.minimum.number, rule.minimum)
    if rule.top_rank is not None:
        draft.step(
            "Bila sudah pada pangkat tertinggi jenjang itu, paling sedikit setahun", rule.top_rank.number, rule.top_rank
        )
    if rule.maximum is not None:
        draft.step(
            f"Paling banyak yang dihitung setahun: {rule.percent.text}% dari target", rule.maximum.number, rule.maximum
        )
        draft.cite(rule.percent)
    else:
        draft.warn(
            "tidak_diatur:batas_maksimal",
            f"Batas {rule.percent.text}% dihitung dari target yang tidak berlaku bagi pangkat tertinggi, sehingga batas "
            "paling banyak bagi pangkat tertinggi tidak diatur.",
            rule.exempt,
        )
    _warn_readings(draft, rule, credits)


def count_year(draft: Draft, rule: YearRule, credits: Decimal) -> dict[str, Any]:
    """Add what counts of a year's credits to a draft; the figures for its result."""
    counted = rule.counted(credits)
    source = rule.maximum or rule.minimum
    draft.step(f"Angka kredit yang dihitung dari {indonesian(credits)}", counted, source)
    result: dict[str, Any] = {"dihitung": counted, "tidak_dihitung": credits - counted}
    if rule.maximum_read is not None and min(credits, rule.maximum_read.number) != counted:
        result["dihitung_bacaan_lain"] = min(credits, rule.maximum_read.number)
    return result


def limits(rule: YearRule) -> dict[str, Any]:
    """The yearly minimum and cap as figures of a result."""
    cap = rule.maximum.number if rule.maximum is not None else "tidak_diatur"
    return {"target_minimal": rule.minimum.number, "batas_maksimal": cap}


def _require_target(draft: Draft, rule: YearRule, credits: Decimal) -> None:
    """The target is met or not; while the rank is not known, only where both duties give the same answer."""
    met: bool | None = credits >= rule.minimum.number
    if rule.top_rank is not None and not met and credits >= rule.top_rank.number:
        met = None
    needed = indonesian(rule.minimum.number)
    text = f"Angka kredit setahun {indonesian(credits)} dari paling sedikit {needed}"
    draft.require(text, met, rule.minimum, "golongan" if met is None else "ak_setahun")


def _warn_readings(draft: Draft, rule: YearRule, credits: Decimal | None) -> None:
    for name, taken, read in (
        ("pangkat_tertinggi", rule.minimum, rule.minimum_read),
        ("batas_maksimal", rule.maximum, rule.maximum_read),
    ):
        if taken is None or read is None:
            continue
        if credits is None or credits > min(taken.number, read.number) or name == "pangkat_tertinggi":
            draft.warn(
                f"dua_bacaan:{name}",
                f"Ketentuan ini memuat dua bilangan yang tidak sejalan, {indonesian(taken.number)} dan "
                f"{indonesian(read.number)}; dihitung dengan {indonesian(taken.number)}.",
                read,
            )
