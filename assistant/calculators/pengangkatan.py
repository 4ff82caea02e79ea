"""Pengangkatan: first appointment, promotion, and the course that follows (Ps. 10-12, 20-22, 49); transfer: perpindahan.py."""

from datetime import date
from typing import Any

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import JABATAN_NAMES, jenjang_entry, jenjang_name, next_jenjang
from assistant.calculators.kalender import add_months, long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import months_of, needs, needs_under
from assistant.calculators.syarat_pengangkatan import require_conditions
from assistant.calculators.values import Value, Values
from assistant.facts import Facts, Ijazah, Jabatan, Jenjang, Nilai


class Calon(Facts):
    """What every route into a position may ask of a candidate."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang dituju")
    nilai_kinerja: tuple[Nilai, ...] | None = Field(None, max_length=100, description="Nilai kinerja terbaru dahulu")
    lulus_uji_kompetensi: bool | None = Field(None, description="Lulus uji kompetensi")
    ada_lowongan: bool | None = Field(None, description="Lowongan kebutuhan tersedia")


class PengangkatanPertama(Calon):
    """A new civil servant to be appointed for the first time."""

    ijazah: Ijazah | None = Field(None, description="Ijazah terakhir")
    bidang_pendidikan_sesuai: bool | None = Field(None, description="Bidang pendidikan sesuai dengan syarat")
    status_pns: bool | None = Field(None, description="Sudah berstatus PNS")
    integritas_baik: bool | None = Field(None, description="Integritas dan moralitas baik")
    sehat_jasmani_rohani: bool | None = Field(None, description="Sehat jasmani dan rohani")
    tanggal_pns: date | None = Field(None, description="Tanggal diangkat sebagai PNS")


class PengangkatanPromosi(Calon):
    """Somebody to be appointed by promotion."""

    jenjang: Jenjang | None = Field(None, description="Jenjang sekarang, bila sudah menduduki jabatan ini")
    jenjang_tujuan: Jenjang | None = Field(None, description="Jenjang yang dituju")
    dalam_rencana_suksesi: bool | None = Field(None, description="Termasuk kelompok rencana suksesi")
    inovasi_diakui: bool | None = Field(None, description="Menghasilkan inovasi yang diakui")
    memenuhi_standar_kompetensi: bool | None = Field(None, description="Memenuhi standar kompetensi jenjang itu")
    rekam_jejak_baik: bool | None = Field(None, description="Rekam jejak baik")
    pernah_langgar_kode_etik: bool | None = Field(None, description="Pernah melanggar kode etik")
    pernah_hukuman_disiplin: bool | None = Field(None, description="Pernah dikenakan hukuman disiplin")


class TenggatDiklat(Facts):
    """The course that follows an appointment."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    tanggal_pengangkatan: date | None = Field(None, description="Tanggal diangkat dalam jabatan")
    lulus_diklat_fungsional: bool | None = Field(None, description="Sudah mengikuti dan lulus diklat fungsional")
    tanggal: date | None = Field(None, description="Tanggal acuan")


def pengangkatan_pertama(facts: PengangkatanPertama, law: Law) -> Calculation:
    """Memeriksa syarat pengangkatan pertama dalam jabatan fungsional."""
    draft = Draft("pengangkatan_pertama", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    require_conditions(draft, facts, law, facts.jabatan, "pertama")
    values = law.values("pengangkatan")
    limit = values.find("tenggat_diangkat", facts.jabatan)
    result: dict[str, Any] = {}
    if limit is not None:
        draft.warn(
            "dua_bacaan:tenggat_diangkat",
            f'"Paling lama {limit.text} tahun" dibaca sebagai tenggat pengangkatan sejak menjadi PNS dan lulus uji; kalimat '
            "itu dapat juga dibaca sebagai tenggat lulus uji, dan uji untuk pengangkatan pertama tidak diatur.",
            limit,
        )
        if facts.tanggal_pns is not None:
            last = add_months(facts.tanggal_pns, months_of(limit))
            draft.step(
                f"Diangkat paling lama {limit.text} tahun sejak {long_date(facts.tanggal_pns)}", long_date(last), limit
            )
            result["diangkat_paling_lambat"] = last
    credits = values.get("angka_kredit_awal", facts.jabatan)
    draft.step("Angka kredit pengangkatan pertama ditetapkan", credits.text, credits)
    return draft.finish(result=result)


def pengangkatan_promosi(facts: PengangkatanPromosi, law: Law) -> Calculation:
    """Memeriksa kriteria dan syarat pengangkatan melalui promosi."""
    draft = Draft("pengangkatan_promosi", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    for name in ("jenjang", "jenjang_tujuan"):
        if getattr(facts, name) is not None:
            jenjang_entry(law, facts.jabatan, getattr(facts, name), name)
    if facts.jenjang is not None and facts.jenjang_tujuan is not None:
        step = law.values("pengangkatan").get("promosi_setingkat", facts.jabatan)
        met = facts.jenjang_tujuan == next_jenjang(law, facts.jabatan, facts.jenjang)
        pair = f"{jenjang_name(facts.jenjang)} ke {jenjang_name(facts.jenjang_tujuan)}"
        draft.require(f"Promosi {pair}: tepat satu tingkat lebih tinggi", met, step, "jenjang_tujuan")
    require_conditions(draft, facts, law, facts.jabatan, "promosi")
    gap = law.values("syarat_uji_kompetensi").find("uji_promosi", facts.jabatan)
    if gap is not None:
        text = f"Uji kompetensi untuk promosi {JABATAN_NAMES[facts.jabatan]} disyaratkan, tetapi tata caranya tidak diatur."
        draft.warn("tidak_diatur", text, gap)
    return draft.finish()


def tenggat_diklat(facts: TenggatDiklat, law: Law) -> Calculation:
    """Menghitung tenggat mengikuti dan lulus diklat fungsional setelah diangkat, serta akibatnya bila terlewat."""
    draft = Draft("tenggat_diklat", facts, law)
    rules = ("tenggat_diklat", "akibat_tanpa_diklat")
    if needs_under(draft, facts, law.values("pengangkatan"), rules, "jabatan", "tanggal_pengangkatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    if facts.tanggal_pengangkatan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("pengangkatan")
    limit = values.get("tenggat_diklat", facts.jabatan)
    last = add_months(facts.tanggal_pengangkatan, months_of(limit))
    text = f"Lulus diklat paling lama {limit.text} tahun setelah {long_date(facts.tanggal_pengangkatan)}"
    draft.step(text, long_date(last), limit)
    _cite_course(draft, facts.jabatan, values)
    consequence = values.get("akibat_tanpa_diklat", facts.jabatan)
    draft.step("Akibat belum mengikuti atau tidak lulus", consequence.text, consequence)
    _require_course(draft, facts, limit, last)
    return draft.finish(result={"diklat_paling_lambat": last, "akibat": consequence.text})


def _cite_course(draft: Draft, jabatan: str, values: Values) -> None:
    """The same three years stand again among the courses; in 94/2020 only for the course of Ahli Pertama."""
    general = values.find("tenggat_pelatihan", jabatan)
    if general is not None:
        draft.step("Pelatihan pembentukan wajib diikuti paling lama", f"{general.text} tahun", general)
        return
    first = values.get("tenggat_pelatihan", jabatan, "ahli_pertama")
    draft.step("Pelatihan fungsional Ahli Pertama wajib diikuti paling lama", f"{first.text} tahun", first)
    draft.warn(
        "tidak_diatur",
        "Tenggat pelatihan fungsional hanya disebut untuk Ahli Pertama; untuk jenjang lain tidak diatur.",
        first,
    )


def _require_course(draft: Draft, facts: TenggatDiklat, limit: Value, last: date) -> None:
    if facts.lulus_diklat_fungsional:
        draft.require("Sudah mengikuti dan lulus diklat fungsional", True, limit)
    elif facts.lulus_diklat_fungsional is False and facts.tanggal is not None:
        left = "masih ada waktu sampai" if facts.tanggal <= last else "belum lulus sampai tenggatnya,"
        text = f"Lulus diklat fungsional: {left} {long_date(last)}"
        draft.require(text, facts.tanggal <= last, limit, "lulus_diklat_fungsional")
