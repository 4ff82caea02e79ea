"""Tugas belajar: who may be a candidate for study leave (Permen PUPR 2/2023 Pasal 28 and 29)."""

from datetime import date
from typing import Any, Literal, get_args

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import add_months, duration, long_date
from assistant.calculators.law import Law
from assistant.calculators.program_studi import ProgramStudi, require_programme
from assistant.calculators.sisa_masa_kerja import SisaMasaKerja, require_remaining
from assistant.calculators.syarat import months_of, require_duration, require_no, require_ratings, require_yes
from assistant.calculators.values import Values
from assistant.facts import Hukuman, Months, Nilai

JenjangStudi = Literal["diploma", "sarjana", "profesi", "magister", "doktor"]
StatusAsn = Literal["pns", "pppk"]
SANCTIONS: tuple[str, ...] = get_args(Hukuman)  # lightest first


class TugasBelajar(ProgramStudi, SisaMasaKerja):
    """What is known of a person who wants to study on tugas belajar."""

    status_asn: StatusAsn | None = Field(None, description="PNS atau PPPK; tugas belajar hanya bagi PNS")
    jenjang_studi: JenjangStudi | None = Field(None, description="Jenjang pendidikan yang akan diikuti")
    masa_kerja_pns_bulan: Months | None = Field(None, description="Masa kerja sejak diangkat sebagai PNS")
    nilai_kinerja: tuple[Nilai, ...] | None = Field(
        None, max_length=100, description="Nilai kinerja terakhir, terbaru dahulu"
    )
    hukuman_disiplin: Hukuman | None = Field(None, description="Hukuman disiplin yang sedang dijalani")
    hukuman_terberat: Hukuman | None = Field(None, description="Hukuman disiplin terberat yang pernah dijatuhkan")
    sedang_diperiksa: bool | None = Field(None, description="Sedang diperiksa dalam perkara disiplin atau pidana")
    menjalani_pidana: bool | None = Field(None, description="Sedang menjalani pidana penjara atau kurungan")
    pernah_dipidana: bool | None = Field(None, description="Pernah dijatuhi pidana penjara atau kurungan")
    cuti_luar_tanggungan: bool | None = Field(None, description="Sedang cuti di luar tanggungan negara")
    diberhentikan_sementara: bool | None = Field(None, description="Sedang diberhentikan sementara dari PNS")
    pernah_batal_tugas_belajar: bool | None = Field(None, description="Tugas belajarnya pernah dibatalkan")
    tanggal_batal_tugas_belajar: date | None = Field(None, description="Tanggal surat keputusan pembatalan itu")
    pernah_tugas_belajar: bool | None = Field(None, description="Pernah menyelesaikan tugas belajar")
    selesai_tugas_belajar_terakhir: date | None = Field(None, description="Tanggal selesai tugas belajar sebelumnya")
    latar_belakang_sesuai: bool | None = Field(None, description="Pendidikan, pengalaman, atau jabatan sesuai prodi")
    sehat_jasmani_rohani: bool | None = Field(None, description="Sehat jasmani dan rohani menurut dokter")
    diusulkan_unit: bool | None = Field(None, description="Diusulkan Sekretaris Unit Organisasi")
    rekomendasi_jpt_madya: bool | None = Field(None, description="Ada rekomendasi pejabat pimpinan tinggi madya")
    lulus_seleksi_studi: bool | None = Field(None, description="Lulus seleksi perguruan tinggi atau pemberi beasiswa")
    perjanjian_tugas_belajar: bool | None = Field(None, description="Surat perjanjian tugas belajar ditandatangani")


def tugas_belajar(facts: TugasBelajar, law: Law) -> Calculation:
    """Memeriksa apakah seorang PNS memenuhi syarat sebagai calon peserta tugas belajar menurut Permen PUPR 2/2023."""
    draft = Draft("tugas_belajar", facts, law)
    values = law.values("tugas_belajar")
    if facts.status_asn == "pppk":
        draft.require("Tugas belajar hanya diberikan kepada PNS", False, values.get("bagi_pns"), "status_asn")
    service = values.get("masa_kerja")
    require_duration(draft, "sejak diangkat sebagai PNS", facts.masa_kerja_pns_bulan, service, "masa_kerja_pns_bulan")
    result = require_remaining(draft, facts, values)
    require_ratings(draft, facts.nilai_kinerja, values.get("nilai_kinerja"))
    result |= _require_recommendation(draft, facts, values)
    result |= _require_gap(draft, facts, values)
    _require_clean_record(draft, facts, values)
    result |= _require_no_cancellation(draft, facts, values)
    _require_person(draft, facts, values)
    require_programme(draft, facts, law)
    return draft.finish(result=result)


def _require_recommendation(draft: Draft, facts: TugasBelajar, values: Values) -> dict[str, Any]:
    """Huruf i: only for doctoral and self-funded study."""
    source = values.get("rekomendasi")
    bound = facts.jenjang_studi == "doktor" or bool(facts.biaya_mandiri)
    text = "Rekomendasi pejabat pimpinan tinggi madya (program doktor atau biaya mandiri)"
    if bound:
        require_yes(draft, text, facts.rekomendasi_jpt_madya, source, "rekomendasi_jpt_madya")
    elif (facts.jenjang_studi is None or facts.biaya_mandiri is None) and not facts.rekomendasi_jpt_madya:
        draft.require(text, None, source, "jenjang_studi" if facts.jenjang_studi is None else "biaya_mandiri")
        return {}
    return {"rekomendasi_jpt_madya_wajib": bound}


def _require_gap(draft: Draft, facts: TugasBelajar, values: Values) -> dict[str, Any]:
    """Pasal 29: back at work long enough after an earlier tugas belajar."""
    years, months = values.get("jeda_studi_tahun"), values.get("jeda_studi_bulan")
    gap = months_of(years) + months_of(months)
    ended, start = facts.selesai_tugas_belajar_terakhir, facts.mulai_studi or facts.tanggal
    if facts.pernah_tugas_belajar is False and ended is None:
        return {}
    text = f"Sudah bekerja di Kementerian paling singkat {duration(gap)} sesudah tugas belajar sebelumnya"
    if ended is None:
        field = "selesai_tugas_belajar_terakhir" if facts.pernah_tugas_belajar else "pernah_tugas_belajar"
        draft.require(text, None, years, field)
        return {}
    earliest = add_months(ended, gap)
    met = None if start is None else start >= earliest
    draft.require(f"{text}, yaitu sejak {long_date(earliest)}", met, years, "mulai_studi")
    return {"paling_cepat_studi_lagi": earliest}


def _require_clean_record(draft: Draft, facts: TugasBelajar, values: Values) -> None:
    """Huruf d, and huruf e angka 1 and 2."""
    now, ever = facts.hukuman_disiplin, facts.hukuman_terberat
    serving, past = values.get("tidak_menjalani_hukuman"), values.get("tidak_pernah_dihukum")
    text = f"Tidak sedang menjalani hukuman disiplin tingkat {serving.text} atau lebih berat"
    draft.require(text, below(serving.text, now), serving, "hukuman_disiplin")
    text = f"Tidak pernah dijatuhi hukuman disiplin tingkat {past.text} atau lebih berat"
    draft.require(text, below(past.text, now, ever), past, "hukuman_terberat")
    for name, text, field in (
        (
            "tidak_diperiksa",
            "Tidak sedang diperiksa karena pelanggaran disiplin atau tindak pidana",
            "sedang_diperiksa",
        ),
        ("tidak_menjalani_pidana", "Tidak sedang menjalani pidana penjara atau kurungan", "menjalani_pidana"),
        ("tidak_pernah_dipidana", "Tidak pernah dijatuhi pidana penjara atau kurungan", "pernah_dipidana"),
        ("tidak_cuti", "Tidak sedang cuti di luar tanggungan negara", "cuti_luar_tanggungan"),
        ("tidak_diberhentikan_sementara", "Tidak sedang diberhentikan sementara dari PNS", "diberhentikan_sementara"),
    ):
        require_no(draft, text, getattr(facts, field), values.get(name), field)


def below(bar: str, *told: str | None) -> bool | None:
    """Whether every sanction told is lighter than the bar; None while one is not told and no other settles it."""
    if any(each is not None and SANCTIONS.index(each) >= SANCTIONS.index(bar) for each in told):
        return False
    return None if None in told[-1:] else True


def _require_no_cancellation(draft: Draft, facts: TugasBelajar, values: Values) -> dict[str, Any]:
    """Huruf e angka 3: a cancelled tugas belajar bars for a time only."""
    source = values.get("jeda_pembatalan")
    cancelled, start = facts.tanggal_batal_tugas_belajar, facts.mulai_studi or facts.tanggal
    text = f"Tidak ada pembatalan tugas belajar dalam {duration(months_of(source))} terakhir"
    if cancelled is None:
        told = facts.pernah_batal_tugas_belajar
        field = "tanggal_batal_tugas_belajar" if told else "pernah_batal_tugas_belajar"
        draft.require(text, True if told is False else None, source, field)
        return {}
    free = add_months(cancelled, months_of(source))
    met = None if start is None else start >= free
    draft.require(f"{text}; boleh lagi sejak {long_date(free)}", met, source, "tanggal")
    return {"boleh_lagi_sejak": free}


def _require_person(draft: Draft, facts: TugasBelajar, values: Values) -> None:
    for name, text, field in (
        ("latar_belakang", "Pendidikan, pengalaman, atau jabatan sesuai dengan program studi", "latar_belakang_sesuai"),
        ("sehat", "Sehat jasmani dan rohani menurut keterangan dokter", "sehat_jasmani_rohani"),
        ("diusulkan", "Diusulkan Sekretaris Unit Organisasi", "diusulkan_unit"),
        ("lulus_seleksi", "Lulus seleksi perguruan tinggi atau pemberi beasiswa", "lulus_seleksi_studi"),
        ("perjanjian", "Surat perjanjian tugas belajar ditandatangani", "perjanjian_tugas_belajar"),
    ):
        require_yes(draft, text, getattr(facts, field), values.get(name), field)
