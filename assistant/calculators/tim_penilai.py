"""Tim Penilai: size and members, quorum of the plenary, terms of office, replacement, and two assessors (94/2020 Ps. 64-69; 82/2020 Ps. 65-70)."""

from datetime import date
from math import ceil, floor
from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import add_months, long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import months_of, needs, needs_under, refuse_more_than_team, require_yes
from assistant.calculators.values import Value, Values
from assistant.errors import InputError
from assistant.facts import Amount, Count, Facts, Jabatan, Months

Ketua = Literal["jpt_madya", "jpt_pratama", "ahli_utama", "ahli_madya", "ahli_muda", "ahli_pertama", "lain"]
CHAIRS = ("jpt_madya", "jpt_pratama", "ahli_utama", "ahli_madya")


class TimPenilai(Facts):
    """The team that assesses credits."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang dinilai")
    jumlah_tim: Count | None = Field(None, description="Jumlah seluruh tim, termasuk ketua dan sekretaris")
    anggota_fungsional: Count | None = Field(None, description="Berapa anggota yang memegang jabatan fungsional itu")
    anggota_instansi_pembina: Count | None = Field(None, description="Berapa anggota dari Instansi Pembina")
    ketua_tim: Ketua | None = Field(None, description="Jabatan ketua tim")
    sekretaris_kepegawaian: bool | None = Field(None, description="Sekretaris berasal dari unsur kepegawaian")
    fungsional_tidak_cukup: bool | None = Field(
        None, description="Pejabat fungsional yang dapat menjadi anggota kurang"
    )


class KuorumPleno(Facts):
    """A plenary session."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang dinilai")
    jumlah_tim: Count | None = Field(None, description="Jumlah seluruh tim")
    jumlah_hadir: Count | None = Field(None, description="Jumlah yang hadir")
    suara_setuju: Count | None = Field(None, description="Suara setuju, bila dilakukan pemungutan suara")
    suara_menolak: Count | None = Field(None, description="Suara menolak, bila dilakukan pemungutan suara")


class MasaTimPenilai(Facts):
    """Terms of office of a member."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang dinilai")
    tanggal_mulai_masa: date | None = Field(None, description="Tanggal mulai masa jabatan pertama")
    masa_dijalani: Count | None = Field(None, description="Berapa masa jabatan yang sudah dijalani berturut-turut")
    tanggal: date | None = Field(None, description="Tanggal acuan")


class PenggantianAnggota(Facts):
    """A member who may be replaced."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang dinilai")
    anggota_pensiun: bool | None = Field(None, description="Anggota pensiun")
    berhalangan_bulan: Months | None = Field(None, description="Lama berhalangan, dalam bulan")


class DuaPenilai(Facts):
    """What two assessors gave for one DUPAK."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang dinilai")
    nilai_penilai_pertama: Amount | None = Field(None, description="Angka kredit menurut penilai pertama")
    nilai_penilai_kedua: Amount | None = Field(None, description="Angka kredit menurut penilai kedua")


def tim_penilai(facts: TimPenilai, law: Law) -> Calculation:
    """Memeriksa susunan Tim Penilai: jumlah, ganjil, ketua, sekretaris, dan asal anggotanya."""
    draft = Draft("tim_penilai", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    refuse_more_than_team("anggota_fungsional", "Anggota fungsional", facts.anggota_fungsional, facts.jumlah_tim)
    delegates = facts.anggota_instansi_pembina
    refuse_more_than_team("anggota_instansi_pembina", "Anggota dari Instansi Pembina", delegates, facts.jumlah_tim)
    values = law.values("tim_penilai")
    members = values.get("anggota", facts.jabatan)
    least = 1 + 1 + int(members.number)
    size = facts.jumlah_tim
    shown = "" if size is None else f" {size},"
    met = None if size is None else size >= least
    draft.step(f"Ketua 1, sekretaris 1, anggota paling sedikit {members.text}", least, members)
    draft.require(f"Jumlah tim{shown} paling sedikit {least} orang", met, members, "jumlah_tim")
    odd = None if size is None else size % 2 == 1
    draft.require(f"Jumlah tim{shown} ganjil", odd, values.get("ganjil", facts.jabatan), "jumlah_tim")
    _require_members(draft, facts, values, facts.jabatan)
    chair = values.get("ketua", facts.jabatan)
    met = None if facts.ketua_tim is None else facts.ketua_tim in CHAIRS
    draft.require("Ketua paling rendah JPT Pratama atau Ahli Madya", met, chair, "ketua_tim")
    secretary = values.get("sekretaris", facts.jabatan)
    text = "Sekretaris berasal dari unsur kepegawaian"
    require_yes(draft, text, facts.sekretaris_kepegawaian, secretary, "sekretaris_kepegawaian")
    return draft.finish(result={"paling_sedikit": least})


def _require_members(draft: Draft, facts: TimPenilai, values: Values, jabatan: str) -> None:
    """Two members of the profession, one of them of the Instansi Pembina; others stand in where there are too few."""
    needed = values.get("anggota_fungsional", jabatan)
    told = facts.anggota_fungsional
    if facts.fungsional_tidak_cukup:
        spare = values.get("anggota_pengganti", jabatan)
        draft.require("Anggota diganti PNS lain yang kompeten karena pejabat fungsional kurang", True, spare)
    else:
        met = None if told is None else told >= int(needed.number)
        text = f"Anggota yang memegang jabatan ini paling sedikit {needed.text} orang"
        draft.require(text, met, needed, "anggota_fungsional")
    ministry = values.get("anggota_pembina", jabatan)
    met = None if facts.anggota_instansi_pembina is None else facts.anggota_instansi_pembina >= int(ministry.number)
    draft.require(
        f"Paling sedikit {ministry.text} orang dari Instansi Pembina", met, ministry, "anggota_instansi_pembina"
    )


def kuorum_sidang_pleno(facts: KuorumPleno, law: Law) -> Calculation:
    """Menghitung berapa orang harus hadir agar sidang pleno Tim Penilai sah."""
    draft = Draft("kuorum_sidang_pleno", facts, law)
    rules = ("hadir_persen", "suara")
    if needs_under(draft, facts, law.values("tim_penilai"), rules, "jabatan", "jumlah_tim"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.jumlah_tim is not None
    refuse_more_than_team("jumlah_hadir", "Jumlah hadir", facts.jumlah_hadir, facts.jumlah_tim)
    values = law.values("tim_penilai")
    share, more = values.get("hadir_persen", facts.jabatan), values.get("hadir_tambah", facts.jabatan)
    exact = facts.jumlah_tim * share.number / 100 + more.number
    quorum, loose = ceil(exact), floor(exact)
    draft.step(f"{share.text}% × {facts.jumlah_tim} + {more.text}", exact, share)
    draft.step("Paling kurang hadir", quorum, more)
    if loose != quorum:
        draft.warn(
            "dua_bacaan:kuorum",
            f"Hasilnya {indonesian(exact)}, bukan bilangan bulat. Dibaca paling kurang {quorum} orang; bila pecahannya "
            f"dibuang, {loose} orang.",
            share,
        )
    if facts.jumlah_hadir is not None:
        text = f"Hadir {facts.jumlah_hadir} dari paling kurang {quorum} orang"
        draft.require(text, facts.jumlah_hadir >= quorum, share, "jumlah_hadir")
    result: dict[str, Any] = {"kuorum": quorum, "kuorum_bila_dibulatkan_ke_bawah": loose}
    return draft.finish(result=result | _vote(draft, facts, values.get("suara", facts.jabatan)))


def _vote(draft: Draft, facts: KuorumPleno, source: Value) -> dict[str, Any]:
    """Where no consensus is reached most votes decide; a tie is left open by the text."""
    ayes, noes = facts.suara_setuju, facts.suara_menolak
    if ayes is None or noes is None:
        return {}
    if facts.jumlah_tim is not None and ayes + noes > facts.jumlah_tim:
        raise InputError(
            "suara_setuju",
            f"Suara setuju {ayes} dan menolak {noes} bersama-sama melebihi jumlah tim {facts.jumlah_tim}; periksa jumlahnya.",
        )
    if ayes == noes:
        draft.warn("tidak_diatur", "Suara sama banyak; peraturan tidak mengatur cara memutusnya.", source)
        return {"keputusan": "tidak_diatur"}
    decision = "setuju" if ayes > noes else "ditolak"
    draft.step(f"Suara terbanyak: {ayes} setuju, {noes} menolak", decision, source)
    return {"keputusan": decision}


def masa_tim_penilai(facts: MasaTimPenilai, law: Law) -> Calculation:
    """Menghitung akhir masa jabatan anggota Tim Penilai dan kapan ia dapat diangkat lagi."""
    draft = Draft("masa_tim_penilai", facts, law)
    rules = ("masa", "masa_paling_banyak", "tenggang")
    if needs_under(draft, facts, law.values("tim_penilai"), rules, "jabatan", "tanggal_mulai_masa"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.tanggal_mulai_masa is not None
    values = law.values("tim_penilai")
    term, most, gap = (values.get(name, facts.jabatan) for name in ("masa", "masa_paling_banyak", "tenggang"))
    months, count = months_of(term), int(most.number)
    ends = [add_months(facts.tanggal_mulai_masa, months * (n + 1)) for n in range(count)]
    for n, end in enumerate(ends):
        draft.step(f"Masa jabatan ke-{n + 1} sampai", long_date(end), term)
    again = add_months(ends[-1], months * int(gap.number))
    draft.step("Setelah masa jabatan penuh dan tenggang, dapat diangkat lagi mulai", long_date(again), gap)
    _require_turn(draft, facts, count, again, most)
    return draft.finish(result={"akhir_masa": ends, "dapat_diangkat_lagi": again})


def _require_turn(draft: Draft, facts: MasaTimPenilai, count: int, again: date, most: Value) -> None:
    if facts.masa_dijalani is None:
        return
    if facts.masa_dijalani < count:
        draft.require(f"Baru {facts.masa_dijalani} dari paling banyak {count} masa jabatan berturut-turut", True, most)
    elif facts.tanggal is not None:
        met = facts.tanggal >= again
        draft.require(
            f"Sudah {facts.masa_dijalani} masa jabatan; dapat diangkat lagi mulai {long_date(again)}", met, most
        )


def penggantian_anggota_tim(facts: PenggantianAnggota, law: Law) -> Calculation:
    """Memeriksa apakah anggota Tim Penilai dapat diganti karena pensiun atau berhalangan."""
    draft = Draft("penggantian_anggota_tim", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    values = law.values("tim_penilai")
    limit = values.get("berhalangan", facts.jabatan)
    absent = facts.berhalangan_bulan
    long_absent = None if absent is None else absent >= months_of(limit)
    met = True if facts.anggota_pensiun or long_absent else (long_absent if facts.anggota_pensiun is not None else None)
    shown = "" if absent is None else f" (berhalangan {absent} bulan)"
    text = f"Pensiun atau berhalangan paling singkat {limit.text} bulan{shown}"
    draft.require(text, met, limit, "berhalangan_bulan" if absent is None else "anggota_pensiun")
    taken, other = (
        values.get("pengganti_diusulkan", facts.jabatan),
        values.get("pengganti_diusulkan_lain", facts.jabatan),
    )
    draft.step("Usul penggantian disampaikan kepada", taken.text, taken)
    draft.warn(
        "dua_bacaan:penggantian",
        f"Ketentuan lain menyebut {other.text} sebagai tujuan usul; diambil {taken.text}.",
        other,
    )
    return draft.finish(result={"diusulkan_kepada": taken.text})


def hasil_dua_penilai(facts: DuaPenilai, law: Law) -> Calculation:
    """Menunjukkan jalur selanjutnya setelah dua anggota Tim Penilai menilai satu DUPAK."""
    draft = Draft("hasil_dua_penilai", facts, law)
    first, second = facts.nilai_penilai_pertama, facts.nilai_penilai_kedua
    rules, told = ("dua_penilai", "hasil_sama", "hasil_beda"), ("nilai_penilai_pertama", "nilai_penilai_kedua")
    if needs_under(draft, facts, law.values("tim_penilai"), rules, "jabatan", *told):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and first is not None and second is not None
    values = law.values("tim_penilai")
    draft.cite(values.get("dua_penilai", facts.jabatan))
    name = "hasil_sama" if first == second else "hasil_beda"
    route = values.get(name, facts.jabatan)
    difference = abs(first - second)
    draft.step(f"Selisih {indonesian(first)} dan {indonesian(second)}", difference)
    draft.step("Jalur selanjutnya", route.quote, route)
    result: dict[str, Any] = {"jalur": route.text, "selisih": difference}
    return draft.finish(result=result)
