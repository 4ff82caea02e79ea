"""Pola karier: how long in one unit, which kind of move, and moves of pelaksana (Permendag 79/2014 Pasal 6, 7, 10, 13, 16, 17)."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.daftar import read_list
from assistant.calculators.draft import Draft
from assistant.calculators.jabatan_karier import JabatanKarier, kind_of, ladder_of, post_name
from assistant.calculators.kalender import add_months, duration, full_months, long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules, months_of, needs_under, require_duration, require_yes
from assistant.calculators.values import Value, Values
from assistant.errors import InputError
from assistant.facts import Facts, Months

Move = Literal["horizontal", "vertikal", "diagonal"]
KelasTujuan = Literal["sama", "lebih_tinggi", "lebih_rendah"]


class MasaJabatan(Facts):
    """A post and how long it has been held in one unit."""

    jabatan_sekarang: JabatanKarier | None = Field(None, description="Jabatan yang sedang dipegang")
    masa_unit_kerja_bulan: Months | None = Field(None, description="Lama memegang jabatan di unit kerja itu")
    mulai_jabatan: date | None = Field(None, description="Tanggal mulai memegang jabatan di unit kerja itu")
    tanggal: date | None = Field(None, description="Tanggal acuan")
    masa_jabatan_diperpanjang: bool | None = Field(None, description="Masa jabatan pimpinan tinggi diperpanjang")
    ditentukan_lain_menteri: bool | None = Field(
        None, description="Menteri menentukan lain atas masa di perwakilan luar negeri"
    )


class PerpindahanJabatan(Facts):
    """The post held and the post aimed at."""

    jabatan_sekarang: JabatanKarier | None = Field(None, description="Jabatan yang sedang dipegang")
    jabatan_tujuan: JabatanKarier | None = Field(None, description="Jabatan yang dituju")


class PemindahanPelaksana(Facts):
    """A move from one pelaksana post to another."""

    kelas_jabatan_tujuan: KelasTujuan | None = Field(None, description="Kelas jabatan tujuan dibanding sekarang")
    masa_kerja_pns_bulan: Months | None = Field(None, description="Masa kerja")
    dibutuhkan_unit: bool | None = Field(None, description="Dibutuhkan oleh unit organisasi")
    bukti_kompetensi: bool | None = Field(None, description="Ada bukti kompetensi untuk jabatan tujuan")
    rekomendasi_jpt_pratama: bool | None = Field(None, description="Ada rekomendasi pimpinan tinggi pratama")


def masa_jabatan(facts: MasaJabatan, law: Law) -> Calculation:
    """Memeriksa lama memegang jabatan dalam satu unit kerja atau di perwakilan terhadap batas paling singkat dan paling lama."""
    draft = Draft("masa_jabatan", facts, law)
    if facts.jabatan_sekarang is None:
        draft.need("jabatan_sekarang")
        cite_rules(draft, law.values("pola_karier"), ("masa_paling_singkat", "masa_paling_lama", "perpanjangan_jpt"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("pola_karier")
    ladder = values.get("jenjang", facts.jabatan_sekarang).text
    least, most = values.find("masa_paling_singkat", ladder), values.find("masa_paling_lama", ladder)
    if least is None or most is None:
        draft.warn(
            "tidak_diatur:masa_jabatan",
            "Pasal 6 hanya membatasi jabatan administrasi, jabatan pimpinan tinggi, dan perwakilan; masa jabatan fungsional "
            "tidak diatur.",
            values.get("masa_paling_lama", "struktural"),
        )
        return draft.finish(result={"batas": "tidak_diatur"})
    held = _months_held(facts)
    _require_least(draft, facts, held, least)
    _require_most(draft, facts, held, most, values)
    if ladder == "struktural":
        draft.cite(values.get("unit_kerja"))
    result: dict[str, Any] = {"paling_singkat": duration(months_of(least)), "paling_lama": duration(months_of(most))}
    if facts.mulai_jabatan is not None:
        result["boleh_pindah_sejak"] = add_months(facts.mulai_jabatan, months_of(least))
        result["batas_akhir"] = add_months(facts.mulai_jabatan, months_of(most))
    return draft.finish(result=result)


def _months_held(facts: MasaJabatan) -> int | None:
    """How long, told or reckoned from the first day; raises InputError for a first day yet to come."""
    if facts.masa_unit_kerja_bulan is not None or facts.mulai_jabatan is None or facts.tanggal is None:
        return facts.masa_unit_kerja_bulan
    if facts.mulai_jabatan > facts.tanggal:
        raise InputError(
            "mulai_jabatan",
            f"Mulai jabatan {long_date(facts.mulai_jabatan)} sesudah tanggal acuan; sebutkan tanggal sebelumnya.",
        )
    return full_months(facts.mulai_jabatan, facts.tanggal)


def _require_least(draft: Draft, facts: MasaJabatan, held: int | None, least: Value) -> None:
    if least.key != "perwakilan":
        require_duration(draft, "di unit kerja itu", held, least, "masa_unit_kerja_bulan")
        return
    short = held is not None and held < months_of(least)
    needed = duration(months_of(least))
    told = "" if held is None else f"{duration(held)} "
    text = f"{told}di perwakilan, disyaratkan paling singkat {needed} atau ditentukan lain oleh Menteri"
    met = facts.ditentukan_lain_menteri if short else (None if held is None else True)
    field = "ditentukan_lain_menteri" if short else "masa_unit_kerja_bulan"
    draft.require(text[:1].upper() + text[1:], met, least, field)


def _require_most(draft: Draft, facts: MasaJabatan, held: int | None, most: Value, values: Values) -> None:
    """The longest stay; a high leadership post may be extended, the others may not."""
    limit = months_of(most)
    told = "" if held is None else f"{duration(held)}, "
    over = held is not None and held > limit
    text = f"Masa jabatan {told}paling lama {duration(limit)}"
    if over and facts.jabatan_sekarang is not None and kind_of(facts.jabatan_sekarang) == "jpt":
        source = values.get("perpanjangan_jpt")
        text += "; jabatan pimpinan tinggi dapat diperpanjang"
        draft.require(text, facts.masa_jabatan_diperpanjang, source, "masa_jabatan_diperpanjang")
    else:
        draft.require(text, None if held is None else not over, most, "masa_unit_kerja_bulan")


def perpindahan_jabatan(facts: PerpindahanJabatan, law: Law) -> Calculation:
    """Menentukan jenis perpindahan antara dua jabatan: horizontal, vertikal, atau diagonal."""
    draft = Draft("perpindahan_jabatan", facts, law)
    rules = ("arah", "syarat_perpindahan")
    if needs_under(draft, facts, law.values("pola_karier"), rules, "jabatan_sekarang", "jabatan_tujuan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    if facts.jabatan_sekarang is None or facts.jabatan_tujuan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("pola_karier")
    general = values.get("arah")
    move = kind_of_move(values, facts.jabatan_sekarang, facts.jabatan_tujuan)
    names = f"{post_name(facts.jabatan_sekarang)} ke {post_name(facts.jabatan_tujuan)}"
    if move is None:
        draft.warn(
            "tidak_diatur:arah",
            f"Perpindahan dari {names} tidak termasuk horizontal, vertikal, atau diagonal menurut Pasal 17 ayat (2).",
            values.get("arah", "horizontal"),
        )
    else:
        draft.step(f"Perpindahan dari {names}", move, values.get("arah", move))
    draft.cite(general)
    terms = values.get("syarat_perpindahan")
    draft.cite(terms)
    result = {"jenis": move or "tidak_diatur", "syarat": [item.text for item in read_list(law, terms)]}
    return draft.finish(result=result)


def kind_of_move(values: Values, now: JabatanKarier, then: JabatanKarier) -> Move | None:
    """The kind of a move, None where Pasal 17 ayat (2) names none (a step down, between two ladders of no common rank)."""
    kinds = {kind_of(now), kind_of(then)}
    if kinds & {"jpt", "administrasi"} and kinds & {"fungsional", "perwakilan"}:
        return "diagonal"
    ladder = ladder_of(values, now)
    if now == then and kinds != {"perwakilan"}:
        return "horizontal"
    if then not in ladder or "perwakilan" in kinds:
        return None
    return "vertikal" if ladder.index(then) < ladder.index(now) else None


def pemindahan_pelaksana(facts: PemindahanPelaksana, law: Law) -> Calculation:
    """Memeriksa syarat pemindahan antar jabatan pelaksana, ke kelas yang sama atau yang lebih tinggi."""
    draft = Draft("pemindahan_pelaksana", facts, law)
    values = law.values("pola_karier")
    if facts.kelas_jabatan_tujuan is None:
        draft.need("kelas_jabatan_tujuan")
        cite_rules(draft, values, ("pindah_sekelas", "dibutuhkan", "bukti_kompetensi", "rekomendasi"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    decision = values.get("penetapan_pelaksana")
    if facts.kelas_jabatan_tujuan == "lebih_rendah":
        draft.warn(
            "tidak_diatur:kelas_lebih_rendah",
            "Pemindahan ke kelas jabatan yang lebih rendah tidak diatur.",
            values.get("pindah_sekelas"),
        )
        return draft.finish(verdict="tidak_dapat_ditentukan", result={"syarat": "tidak_diatur"})
    if facts.kelas_jabatan_tujuan == "sama":
        years, need = values.get("pindah_sekelas"), values.get("dibutuhkan")
        require_duration(draft, "masa kerja", facts.masa_kerja_pns_bulan, years, "masa_kerja_pns_bulan")
        require_yes(draft, "Dibutuhkan oleh unit organisasi", facts.dibutuhkan_unit, need, "dibutuhkan_unit")
    else:
        proof, backing = values.get("bukti_kompetensi"), values.get("rekomendasi")
        text = "Bukti kompetensi: uji kompetensi, kualifikasi pendidikan, atau surat tanda lulus diklat"
        require_yes(draft, text, facts.bukti_kompetensi, proof, "bukti_kompetensi")
        text = "Rekomendasi pimpinan unit kerja setingkat pimpinan tinggi pratama"
        require_yes(draft, text, facts.rekomendasi_jpt_pratama, backing, "rekomendasi_jpt_pratama")
    draft.cite(decision)
    return draft.finish(result={"ditetapkan_dengan": decision.text})
