"""Kenaikan pangkat: promotion to the next rank within one level (94/2020 Pasal 72-73, 82/2020 Pasal 73-74)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import (
    JABATAN_NAMES,
    golongan_of,
    jenjang_entry,
    jenjang_name,
    next_golongan,
    ranks,
)
from assistant.calculators.kelebihan import carry_over
from assistant.calculators.law import Law
from assistant.calculators.pangkat import Rise, needed_credits, plan_rise
from assistant.calculators.syarat import (
    months_of,
    needs,
    require_amount,
    require_duration,
    require_ratings,
    require_yes,
)
from assistant.calculators.values import Value, Values
from assistant.errors import InputError
from assistant.facts import Amount, Facts, Golongan, Jabatan, Jenjang, Months, Nilai


class KenaikanPangkat(Facts):
    """What is known of the person who wants to rise by one rank."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    golongan: Golongan | None = Field(None, description="Golongan ruang sekarang, misalnya III/a")
    jenjang: Jenjang | None = Field(None, description="Jenjang sekarang; bila kosong, diambil dari golongan")
    angka_kredit: Amount | None = Field(None, description="Angka kredit yang terkumpul untuk kenaikan pangkat ini")
    masa_pangkat_bulan: Months | None = Field(None, description="Lama dalam pangkat terakhir, dalam bulan")
    nilai_kinerja: tuple[Nilai, ...] | None = Field(
        None, max_length=100, description="Nilai kinerja tahun-tahun terakhir, terbaru dahulu"
    )
    hasil_kerja_minimal: bool | None = Field(None, description="Syarat kinerja dan hasil kerja minimal terpenuhi")
    ak_penunjang: Amount | None = Field(None, description="Angka kredit dari kegiatan penunjang, bila diketahui")
    penunjang_termasuk: bool | None = Field(
        None, description="Angka kredit penunjang itu sudah termasuk dalam angka kredit yang disebut"
    )


@dataclass(frozen=True)
class Counted:
    """The credits that count, and what they come to if the supporting ones were not included in the number told."""

    amount: Decimal | None
    beside: Decimal | None = None


def kenaikan_pangkat(facts: KenaikanPangkat, law: Law) -> Calculation:
    """Memeriksa apakah syarat kenaikan pangkat setingkat lebih tinggi dalam jenjang yang sama sudah terpenuhi."""
    draft = Draft("kenaikan_pangkat", facts, law)
    if facts.jabatan is None:
        needs(draft, facts, "jabatan", "golongan")
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("kenaikan_pangkat")
    if facts.golongan is None:
        return _without_rank(draft, facts, facts.jabatan, law)
    rise = plan_rise(law, facts.jabatan, facts.golongan, facts.jenjang)
    if not rise.same_level:  # carries the answer, so it comes first
        require_same_level(draft, rise, values)
    credits = Counted(facts.angka_kredit)
    if rise.needed is not None:
        told = (facts.angka_kredit, facts.ak_penunjang, facts.penunjang_termasuk)
        credits = counted_credits(draft, *told, rise.jabatan, rise.needed.amount, values)
        require_credits(draft, credits, rise.needed.amount, values.get("angka_kredit", facts.jabatan))
        draft.step("Angka kredit untuk kenaikan pangkat selanjutnya", rise.needed.amount, rise.needed.citation)
        require_rest(draft, facts, values)
    if rise.same_level:
        require_same_level(draft, rise, values)
    return draft.finish(result=_result(draft, facts, rise, credits, law))


def _without_rank(draft: Draft, facts: KenaikanPangkat, jabatan: Jabatan, law: Law) -> Calculation:
    """What holds for every rank (of the level, where it is told): only the credits and the level reached depend on it."""
    values, found = law.values("kenaikan_pangkat"), dict[str, object]()
    if facts.jenjang is not None:
        jenjang_entry(law, jabatan, facts.jenjang)
    held = golongan_of(law, jabatan, facts.jenjang) if facts.jenjang else ranks(law, jabatan)
    rises = [(g, after, needed_credits(law, jabatan, g)) for g in held if (after := next_golongan(law, jabatan, g))]
    if not set(facts.told()) - {"jabatan", "jenjang"}:
        for golongan, after, needed in rises:
            draft.step(f"Angka kredit untuk naik dari {golongan} ke {after}", needed.amount, needed.citation)
    _require_some_credits(draft, facts, [needed.amount for *_, needed in rises], values.get("angka_kredit", jabatan))
    require_rest(draft, facts, values)
    same = values.get("jenjang_sama", jabatan)
    draft.require("Pangkat tujuan masih dalam jenjang yang sama", None, same, "golongan")
    if facts.masa_pangkat_bulan is not None:
        least = months_of(values.get("masa_pangkat", jabatan))
        found["kekurangan_masa_bulan"] = max(least - facts.masa_pangkat_bulan, 0)
    return draft.finish(result=found)


def _require_some_credits(draft: Draft, facts: KenaikanPangkat, amounts: Sequence[Decimal], source: Value) -> None:
    """Huruf a while the rank is not known: settled where the credits are below (or reach) what every rank asks."""
    least, most, held = min(amounts), max(amounts), facts.angka_kredit
    if least == most and facts.ak_penunjang is None:
        require_amount(draft, "Angka kredit", held, least, source, "angka_kredit")
        return
    if held is None or facts.ak_penunjang is not None:
        draft.require("Angka kredit yang disyaratkan untuk golongannya", None, source, "golongan")
        return
    met = True if held >= most else (False if held < least else None)
    text = f"Angka kredit {indonesian(held)}, disyaratkan {indonesian(least)} sampai {indonesian(most)}, menurut golongannya"
    draft.require(text, met, source, "golongan")


def require_same_level(draft: Draft, rise: Rise, values: Values) -> None:
    """Huruf e: the target rank lies in the level now held; else say what comes first."""
    source = values.get("jenjang_sama", rise.jabatan)
    if rise.target is None:
        text = f"{rise.golongan} adalah golongan tertinggi {JABATAN_NAMES[rise.jabatan]}; tidak ada pangkat di atasnya"
        draft.require(text, False, source)
        draft.warn("pangkat_tertinggi", f"{text} dalam jabatan ini.", source)
    elif rise.same_level:
        draft.require(f"Pangkat tujuan {rise.target} masih dalam jenjang {jenjang_name(rise.jenjang)}", True, source)
    else:
        text = f"Pangkat tujuan {rise.target} berada di atas jenjang {jenjang_name(rise.jenjang)}"
        draft.require(text, False, source)
        draft.warn("kenaikan_jenjang_dahulu", f"{text}: kenaikan jenjang harus ditempuh lebih dahulu.", source)


def counted_credits(
    draft: Draft,
    held: Decimal | None,
    supporting: Decimal | None,
    included: bool | None,
    jabatan: str,
    needed: Decimal,
    values: Values,
) -> Counted:
    """The credits that count: what supporting activities bring above their share of the need is left out."""
    if held is None or supporting is None:
        return Counted(held)
    if supporting > held and included:
        raise InputError(
            "ak_penunjang",
            f"Angka kredit penunjang {indonesian(supporting)} melebihi seluruh angka kredit {indonesian(held)}; "
            "sebutkan bagian penunjang dari jumlah itu.",
        )
    share = values.get("batas_penunjang", jabatan)
    cap = needed * share.number / 100
    draft.step(f"Batas angka kredit penunjang: {share.text}% × {indonesian(needed)}", cap, share)
    over = max(supporting - cap, Decimal())
    if over:
        draft.step(f"Penunjang yang tidak diperhitungkan: {indonesian(supporting)} − {indonesian(cap)}", over, share)
    beside = held + supporting - over
    if included is False or supporting > held:
        draft.step(
            f"Angka kredit dengan penunjang: {indonesian(held)} + {indonesian(supporting - over)}", beside, share
        )
        return Counted(beside)
    if included or not supporting:
        return Counted(held - over)
    draft.warn(
        "dua_bacaan:ak_penunjang",
        f"Belum disebut apakah angka kredit penunjang {indonesian(supporting)} sudah termasuk dalam {indonesian(held)}. "
        f"Bila sudah, yang diperhitungkan {indonesian(held - over)}; bila belum, {indonesian(beside)}.",
        share,
    )
    return Counted(held - over, beside)


def figures(credits: Counted, needed: Decimal) -> dict[str, Decimal]:
    """What counts and what is lacking, by both readings where there are two."""
    found: dict[str, Decimal] = {}
    if credits.amount is not None:
        found["angka_kredit_diperhitungkan"] = credits.amount
        found["kekurangan"] = max(needed - credits.amount, Decimal())
    if credits.beside is not None:
        found["bila_penunjang_belum_termasuk"] = credits.beside
        found["kekurangan_bila_belum_termasuk"] = max(needed - credits.beside, Decimal())
    return found


def require_credits(draft: Draft, credits: Counted, needed: Decimal, source: Value) -> None:
    """Huruf a: enough credits; open where it depends on whether the supporting ones are included already."""
    if credits.beside is None or credits.amount is None or credits.amount >= needed or credits.beside < needed:
        require_amount(draft, "Angka kredit", credits.amount, needed, source, "angka_kredit")
        return
    either = f"Angka kredit {indonesian(credits.amount)} atau {indonesian(credits.beside)}"
    draft.require(f"{either} dari {indonesian(needed)} yang disyaratkan", None, source, "penunjang_termasuk")


def require_rest(draft: Draft, facts: KenaikanPangkat, values: Values) -> None:
    """Huruf b to d: minimum results, time in rank, ratings."""
    jabatan = facts.jabatan or ""
    masa = values.get("masa_pangkat", jabatan)
    require_duration(draft, "dalam pangkat terakhir", facts.masa_pangkat_bulan, masa, "masa_pangkat_bulan")
    require_ratings(draft, facts.nilai_kinerja, values.get("nilai_kinerja", jabatan))
    results = values.get("hasil_kerja_minimal", jabatan)
    require_yes(draft, "Kinerja dan hasil kerja minimal", facts.hasil_kerja_minimal, results, "hasil_kerja_minimal")


def deciding_official(values: Values, jabatan: str, target: str) -> Value:
    """Who sets a rise to this rank: the official whose lowest target rank is not above it."""
    order = get_args(Golongan)
    officials = [v for v in values.entries if v.name == "penetap" and v.key.startswith(jabatan)]
    fitting = [v for v in officials if order.index(v.text) <= order.index(target)]
    return max(fitting, key=lambda value: order.index(value.text))


def _result(draft: Draft, facts: KenaikanPangkat, rise: Rise, credits: Counted, law: Law) -> dict[str, object]:
    result: dict[str, object] = {"jenjang": rise.jenjang, "golongan": rise.golongan}
    if rise.target is None or rise.needed is None:
        return result | {"golongan_tertinggi": rise.golongan}
    values, needed = law.values("kenaikan_pangkat"), rise.needed.amount
    result |= {"golongan_tujuan": rise.target, "angka_kredit_disyaratkan": needed}
    result |= figures(credits, needed)
    if credits.amount is not None:
        result["kelebihan"] = carry_over(draft, credits.amount, rise, law)
    if facts.masa_pangkat_bulan is not None:
        least = months_of(values.get("masa_pangkat", rise.jabatan))
        result["kekurangan_masa_bulan"] = max(least - facts.masa_pangkat_bulan, 0)
    if not rise.same_level:
        return result | {"didahului": "kenaikan_jenjang"}
    official = deciding_official(values, rise.jabatan, rise.target)
    name = official.key.removeprefix(f"{rise.jabatan} ")
    draft.step(f"Kenaikan pangkat menjadi {rise.target} ditetapkan oleh", name, official)
    return result | {"penetap": name}
