"""Pelaksanaan uji kompetensi: retakes, recommendation dates, and the team of examiners (Pasal 35-36, 42-43)."""

from datetime import date

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import jenjang_entry, jenjang_name, levels
from assistant.calculators.kalender import add_months, duration, long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import months_of, needs, refuse_more_than_team
from assistant.calculators.values import Value, Values
from assistant.facts import Count, Facts, Jabatan, Jenjang


class UjiKompetensiUlang(Facts):
    """Retakes of a failed test."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    uji_ulang_diikuti: Count | None = Field(None, description="Berapa kali uji ulang yang sudah diikuti")
    kali_tidak_lulus: Count | None = Field(None, description="Berapa kali tidak lulus, termasuk uji yang pertama")


class MasaRekomendasiUji(Facts):
    """Dates of a test and of its recommendation."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    tanggal_uji: date | None = Field(None, description="Tanggal pelaksanaan uji kompetensi")
    tanggal_rekomendasi: date | None = Field(None, description="Tanggal rekomendasi dikeluarkan")
    tanggal: date | None = Field(None, description="Tanggal acuan untuk menilai apakah rekomendasi masih berlaku")


class TimUjiKompetensi(Facts):
    """The team that examines."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    jumlah_tim: Count | None = Field(None, description="Jumlah orang dalam tim, termasuk ketua dan wakil ketua")
    anggota_instansi_pembina: Count | None = Field(None, description="Berapa di antaranya wakil Instansi Pembina")
    jenjang_peserta: Jenjang | None = Field(None, description="Jenjang peserta uji")
    jenjang_penguji: Jenjang | None = Field(None, description="Jenjang penguji terendah dalam tim")
    ada_penguji_lebih_tinggi: bool | None = Field(None, description="Ada pejabat yang setingkat di atas peserta")
    pemantauan_setahun: Count | None = Field(None, description="Berapa kali penyelenggaraan uji dipantau dalam setahun")
    jumlah_alat_ukur: Count | None = Field(None, description="Jumlah alat ukur uji manajerial dan sosial kultural")


def uji_kompetensi_ulang(facts: UjiKompetensiUlang, law: Law) -> Calculation:
    """Memeriksa apakah peserta yang tidak lulus masih dapat mengikuti uji kompetensi ulang."""
    draft = Draft("uji_kompetensi_ulang", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    values = law.values("pelaksanaan_uji_kompetensi")
    training = values.find("pelatihan_setelah_gagal", facts.jabatan)
    if training is not None:
        draft.step("Yang tidak lulus uji kenaikan jenjang mengikuti pelatihan fungsional", training.text, training)
    limit = values.find("uji_ulang", facts.jabatan)
    if limit is None:
        free = values.get("uji_ulang_tanpa_batas", facts.jabatan)
        draft.require("Uji ulang dapat diikuti sesuai jadwal penyelenggara", True, free)
        draft.warn("tidak_diatur", "Jumlah uji ulang tidak dibatasi oleh peraturan ini.", free)
        return draft.finish(result={"sisa_uji_ulang": "tidak_diatur"})
    taken = _retaken(draft, facts, limit)
    if taken is None:
        draft.require(f"Uji ulang paling banyak {limit.text} kali", None, limit, "uji_ulang_diikuti")
        return draft.finish(result={"paling_banyak": limit.number})
    most = int(limit.number)
    text = f"Uji ulang ke-{taken + 1} dari paling banyak {limit.text} kali"
    draft.require(text, taken < most, limit, "uji_ulang_diikuti")
    result = {"uji_ulang_ke": taken + 1, "sisa_uji_ulang": max(most - taken, 0), "paling_banyak": limit.number}
    return draft.finish(result=result)


def _retaken(draft: Draft, facts: UjiKompetensiUlang, limit: Value) -> int | None:
    """How many retakes were taken: whoever failed so many times failed the first test, and all others again."""
    if facts.uji_ulang_diikuti is not None or not facts.kali_tidak_lulus:
        return facts.uji_ulang_diikuti
    taken = facts.kali_tidak_lulus - 1
    draft.step(f"Tidak lulus {facts.kali_tidak_lulus} kali: uji yang pertama, dan uji ulang sebanyak", taken, limit)
    return taken


def masa_rekomendasi_uji(facts: MasaRekomendasiUji, law: Law) -> Calculation:
    """Menghitung tenggat penetapan rekomendasi hasil uji kompetensi dan akhir masa berlakunya."""
    draft = Draft("masa_rekomendasi_uji", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    values = law.values("pelaksanaan_uji_kompetensi")
    lead, life = values.get("tenggat_rekomendasi", facts.jabatan), values.get("masa_rekomendasi", facts.jabatan)
    if facts.tanggal_uji is None and facts.tanggal_rekomendasi is None:
        draft.need("tanggal_uji", lead)
        draft.need("tanggal_rekomendasi", life)
        return draft.finish(verdict="tidak_dapat_ditentukan")
    result = _deadline(draft, facts, lead) | _validity(draft, facts, life)
    return draft.finish(result=result)


def _deadline(draft: Draft, facts: MasaRekomendasiUji, lead: Value) -> dict[str, object]:
    if facts.tanggal_uji is None:
        return {}
    last = add_months(facts.tanggal_uji, months_of(lead))
    draft.step(
        f"Rekomendasi paling lama {lead.text} bulan setelah {long_date(facts.tanggal_uji)}", long_date(last), lead
    )
    if facts.tanggal_rekomendasi is not None:
        met = facts.tanggal_uji <= facts.tanggal_rekomendasi <= last
        draft.require(f"Rekomendasi ditetapkan paling lambat {long_date(last)}", met, lead)
    return {"rekomendasi_paling_lambat": last}


def _validity(draft: Draft, facts: MasaRekomendasiUji, life: Value) -> dict[str, object]:
    if facts.tanggal_rekomendasi is None:
        draft.step("Lama rekomendasi berlaku sejak dikeluarkan", duration(months_of(life)), life)
        return {"masa_berlaku_tahun": life.number}
    last = add_months(facts.tanggal_rekomendasi, months_of(life))
    text = f"Berlaku {life.text} tahun sejak {long_date(facts.tanggal_rekomendasi)}, yaitu sampai"
    draft.step(text, long_date(last), life)
    if facts.tanggal is not None:
        met = facts.tanggal_rekomendasi <= facts.tanggal <= last
        draft.require(f"Rekomendasi masih berlaku pada {long_date(facts.tanggal)}", met, life)
        if facts.tanggal == last:
            draft.warn(
                "tidak_diatur", f"Apakah hari terakhir, {long_date(last)}, masih termasuk tidak ditegaskan.", life
            )
    return {"berlaku_sampai": last}


def tim_uji_kompetensi(facts: TimUjiKompetensi, law: Law) -> Calculation:
    """Memeriksa jumlah, asal, dan jenjang anggota tim penguji uji kompetensi."""
    draft = Draft("tim_uji_kompetensi", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    values = law.values("pelaksanaan_uji_kompetensi")
    least = values.get("tim_paling_sedikit", facts.jabatan)
    size = facts.jumlah_tim
    enough = None if size is None else size >= int(least.number)
    shown = "" if size is None else f" {size}"
    draft.require(f"Jumlah tim{shown}, paling sedikit {least.text} orang", enough, least, "jumlah_tim")
    draft.require(f"Jumlah tim{shown} ganjil", None if size is None else size % 2 == 1, least, "jumlah_tim")
    delegate = values.get("tim_wakil_pembina", facts.jabatan)
    told = facts.anggota_instansi_pembina
    refuse_more_than_team("anggota_instansi_pembina", "Anggota dari Instansi Pembina", told, size)
    met = None if told is None else told >= int(delegate.number)
    text = f"Paling sedikit {delegate.text} orang wakil Instansi Pembina"
    draft.require(text, met, delegate, "anggota_instansi_pembina")
    _require_level(draft, facts, facts.jabatan, values, law)
    if facts.jumlah_alat_ukur is not None:
        tools = values.get("alat_ukur_ukmsk", facts.jabatan)
        enough = facts.jumlah_alat_ukur >= int(tools.number)
        text = f"Alat ukur UKMSK {facts.jumlah_alat_ukur}, paling sedikit {tools.text}"
        draft.require(text, enough, tools, "jumlah_alat_ukur")
    if facts.pemantauan_setahun is not None:
        watch = values.get("pemantauan", facts.jabatan)
        met = facts.pemantauan_setahun >= int(watch.number)
        text = f"Pemantauan {facts.pemantauan_setahun} kali setahun, paling sedikit {watch.text}"
        draft.require(text, met, watch, "pemantauan_setahun")
    return draft.finish(result={"paling_sedikit": least.number})


def _require_level(draft: Draft, facts: TimUjiKompetensi, jabatan: str, values: Values, law: Law) -> None:
    """One level above the candidate; an equal only where nobody higher is to be had."""
    above = values.get("tim_tingkat", jabatan)
    if facts.jenjang_peserta is None or facts.jenjang_penguji is None:
        field = "jenjang_peserta" if facts.jenjang_peserta is None else "jenjang_penguji"
        draft.require(f"Penguji paling rendah {above.text} tingkat di atas peserta", None, above, field)
        return
    for name in ("jenjang_peserta", "jenjang_penguji"):
        jenjang_entry(law, jabatan, getattr(facts, name), name)
    ladder = levels(law, jabatan)
    distance = ladder.index(facts.jenjang_penguji) - ladder.index(facts.jenjang_peserta)
    pair = f"Penguji {jenjang_name(facts.jenjang_penguji)}, peserta {jenjang_name(facts.jenjang_peserta)}"
    if distance != 0:
        text = f"{pair}: paling rendah {above.text} tingkat di atas"
        draft.require(text, distance >= int(above.number), above, "jenjang_penguji")
        return
    met = None if facts.ada_penguji_lebih_tinggi is None else not facts.ada_penguji_lebih_tinggi
    text = f"{pair}: setara hanya bila tidak ada pejabat yang lebih tinggi"
    draft.require(text, met, values.get("tim_setara", jabatan), "ada_penguji_lebih_tinggi")
