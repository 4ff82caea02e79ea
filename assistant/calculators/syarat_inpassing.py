"""Syarat penyesuaian/inpassing: who may enter that way (Pasal 15 of 94/2020, Pasal 14 of 82/2020)."""

from datetime import date

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.inpassing import below_lowest, lowest_rank, warn_promotion_first
from assistant.calculators.law import Law
from assistant.calculators.syarat import needs, require_yes
from assistant.calculators.syarat_pengangkatan import require_before_retirement, require_conditions
from assistant.facts import Count, Facts, Golongan, Hukuman, Ijazah, Jabatan, Months, Nilai


class SyaratInpassing(Facts):
    """What is known of the person who wants to enter by inpassing."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang dituju")
    golongan: Golongan | None = Field(None, description="Golongan ruang sekarang")
    ijazah: Ijazah | None = Field(None, description="Ijazah terakhir")
    pengalaman_bulan: Months | None = Field(None, description="Pengalaman di bidang tugas, dalam bulan, kumulatif")
    nilai_kinerja: tuple[Nilai, ...] | None = Field(None, max_length=100, description="Nilai kinerja terbaru dahulu")
    hukuman_disiplin: Hukuman | None = Field(None, description="Hukuman disiplin yang sedang dijalani")
    sedang_diperiksa_disiplin: bool | None = Field(None, description="Sedang diperiksa dalam perkara disiplin")
    tugas_belajar_bulan: Months | None = Field(None, description="Lama tugas belajar yang sedang dijalani, dalam bulan")
    cuti_luar_tanggungan: bool | None = Field(None, description="Sedang cuti di luar tanggungan negara")
    lulus_uji_kompetensi: bool | None = Field(None, description="Lulus uji kompetensi inpassing")
    tanggal_lahir: date | None = Field(None, description="Tanggal lahir")
    batas_usia_pensiun: Count | None = Field(None, description="Batas usia pensiun dalam tahun (dari peraturan lain)")
    tanggal: date | None = Field(None, description="Tanggal penyampaian dokumen usulan")
    ada_lowongan: bool | None = Field(None, description="Lowongan kebutuhan pada jenjang itu tersedia")
    status_pns: bool | None = Field(None, description="Sudah berstatus PNS")
    integritas_baik: bool | None = Field(None, description="Integritas dan moralitas baik")
    sehat_jasmani_rohani: bool | None = Field(None, description="Sehat jasmani dan rohani")


def syarat_inpassing(facts: SyaratInpassing, law: Law) -> Calculation:
    """Memeriksa apakah seseorang memenuhi syarat diangkat melalui penyesuaian/inpassing."""
    draft = Draft("syarat_inpassing", facts, law)
    if needs(draft, facts, "jabatan") or facts.jabatan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    _require_rank(draft, law, facts.jabatan, facts.golongan)
    require_conditions(draft, facts, law, facts.jabatan, "inpassing")
    require_before_retirement(draft, facts, law.values("syarat_pengangkatan"), facts.jabatan, "inpassing")
    vacancy = law.values("inpassing").get("lowongan", facts.jabatan)
    require_yes(draft, "Lowongan kebutuhan pada jenjang itu tersedia", facts.ada_lowongan, vacancy, "ada_lowongan")
    _warn_retirement_age(draft, law)
    _warn_study_form(draft, law, facts.jabatan, facts.tugas_belajar_bulan)
    warn_promotion_first(draft, law, facts.jabatan)
    return draft.finish()


def _require_rank(draft: Draft, law: Law, jabatan: Jabatan, golongan: Golongan | None) -> None:
    lowest = lowest_rank(law, jabatan)
    met = None if golongan is None else not below_lowest(law, jabatan, golongan)
    told = "Golongan" if golongan is None else f"Golongan {golongan},"
    draft.require(f"{told} disyaratkan paling rendah {lowest.text}", met, lowest, "golongan")


def _warn_retirement_age(draft: Draft, law: Law) -> None:
    """The retirement age stands in none of the texts: name where it is found, assume nothing."""
    values = law.values("inpassing")
    ages = [values.get("batas_usia_pensiun", key) for key in values.keys("batas_usia_pensiun")]
    origin = ages[0].outside
    listed = ", ".join(dict.fromkeys(indonesian(age.number) for age in ages))
    draft.warn(
        "di_luar_korpus:batas_usia_pensiun",
        f"Batas usia pensiun tidak diatur dalam peraturan ini (menurut {origin.source if origin else ''}: {listed} tahun "
        f"menurut jabatannya; {origin.certainty if origin else ''}, perlu diverifikasi). Peraturan juga tidak mengatakan "
        "apakah yang dipakai batas usia jabatan sekarang atau jabatan yang dituju.",
    )


def _warn_study_form(draft: Draft, law: Law, jabatan: Jabatan, months: int | None) -> None:
    """The condition bars only long study leave, the statement form any: the condition is taken."""
    if months:
        draft.warn(
            "dua_bacaan:tugas_belajar",
            "Syaratnya hanya melarang tugas belajar yang lebih lama dari batas itu, tetapi surat keterangan yang harus "
            "dilampirkan menyatakan tidak sedang tugas belajar sama sekali. Di sini dipakai syaratnya.",
            law.values("inpassing").get("formulir_tugas_belajar", jabatan),
        )
