"""Perpindahan: transfer from another post, with its age limits and the last day of its proposal (Pasal 13 of both texts)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import jenjang_entry, jenjang_name, levels
from assistant.calculators.law import Law
from assistant.calculators.pengangkatan import Calon
from assistant.calculators.syarat import months_of, needs
from assistant.calculators.syarat_pengangkatan import require_conditions
from assistant.calculators.usia import Age, early_by_years, last_day, require_age, require_received, young_enough
from assistant.calculators.values import Value
from assistant.facts import Count, Golongan, Ijazah, Jenjang, Months

Asal = Literal["jpt", "jf_ahli_utama", "lain"]


class PengangkatanPerpindahan(Calon):
    """A civil servant who moves in from another post."""

    jenjang_tujuan: Jenjang | None = Field(
        None, description="Jenjang yang dituju; bila kosong, jenjang menurut golongan"
    )
    golongan: Golongan | None = Field(None, description="Golongan ruang sekarang, misalnya IV/a")
    asal_jabatan: Asal | None = Field(None, description="Jabatan asal (menentukan bagi Ahli Utama)")
    tanggal_lahir: date | None = Field(None, description="Tanggal lahir")
    usia_tahun: Count | None = Field(None, description="Usia dalam tahun, bila tanggal lahir tidak diketahui")
    tanggal: date | None = Field(None, description="Tanggal usul diterima, atau tanggal acuan")
    ijazah: Ijazah | None = Field(None, description="Ijazah terakhir")
    bidang_pendidikan_sesuai: bool | None = Field(None, description="Bidang pendidikan sesuai dengan syarat")
    pengalaman_bulan: Months | None = Field(None, description="Pengalaman di bidang tugas, dalam bulan, kumulatif")
    status_pns: bool | None = Field(None, description="Sudah berstatus PNS")
    integritas_baik: bool | None = Field(None, description="Integritas dan moralitas baik")
    sehat_jasmani_rohani: bool | None = Field(None, description="Sehat jasmani dan rohani")


def pengangkatan_perpindahan(facts: PengangkatanPerpindahan, law: Law) -> Calculation:
    """Memeriksa syarat perpindahan dari jabatan lain, batas usia, dan tenggat usulnya."""
    draft = Draft("pengangkatan_perpindahan", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    target, route = _target(draft, facts, law, facts.jabatan), "perpindahan"
    if target is not None and target == _top_entry(law, facts.jabatan):
        if needs(draft, facts, "asal_jabatan"):
            return _either_origin(draft, law, facts.jabatan, target)
        route = _top_route(draft, facts, law)
    age = Age(facts.tanggal_lahir, facts.usia_tahun, facts.tanggal)
    result = _any_age(draft, age, law, facts.jabatan) if target is None else _age(draft, age, law, facts, target, route)
    require_conditions(draft, facts, law, facts.jabatan, route)
    level = law.values("pengangkatan").get("jenjang_perpindahan", facts.jabatan)
    draft.step("Pangkat tetap; jenjang ditetapkan", level.text, level)
    return draft.finish(result=result)


def _top_entry(law: Law, jabatan: str) -> str | None:
    """The level that only who has held a high leadership post may enter by transfer, if the position has one."""
    found = [v.key for v in law.values("syarat_pengangkatan").entries if v.name == "pernah_jpt"]
    return next((key.split()[-1] for key in found if key.startswith(jabatan)), None)


def _either_origin(draft: Draft, law: Law, jabatan: str, target: str) -> Calculation:
    """Where the former post is not known: the age limit of each that the top level is open to."""
    values = law.values("syarat_pengangkatan")
    origins = {"perpindahan": "jabatan pimpinan tinggi", "perpindahan_utama": "jabatan fungsional ahli utama lain"}
    limits = {origin: values.get("usia", jabatan, route, target) for route, origin in origins.items()}
    for origin, limit in limits.items():
        draft.step(f"Usia paling tinggi bagi yang berasal dari {origin}", f"{limit.text} {limit.unit}", limit)
    every = "; ".join(f"{limit.text} {limit.unit} dari {origin}" for origin, limit in limits.items())
    result = {"jenjang": jenjang_name(target), "batas_usia_menurut_asal": every}
    return draft.finish(verdict="tidak_dapat_ditentukan", result=result)


def _top_route(draft: Draft, facts: PengangkatanPerpindahan, law: Law) -> str:
    """Ahli Utama is open to former high leaders and to other Ahli Utama, each with an age of its own."""
    if facts.asal_jabatan == "jf_ahli_utama":
        return "perpindahan_utama"
    source = law.values("syarat_pengangkatan").get("pernah_jpt", facts.jabatan or "", "perpindahan ahli_utama")
    text = "Telah menduduki Jabatan Pimpinan Tinggi (atau pejabat fungsional Ahli Utama lain)"
    draft.require(text, facts.asal_jabatan == "jpt", source, "asal_jabatan")
    return "perpindahan"


def _target(draft: Draft, facts: PengangkatanPerpindahan, law: Law, jabatan: str) -> str | None:
    """The level aimed at: as told, else the one that holds the rank."""
    if facts.jenjang_tujuan is not None:
        return jenjang_entry(law, jabatan, facts.jenjang_tujuan, "jenjang_tujuan").key.split()[-1]
    held = law.values("jenjang").find("golongan", jabatan, facts.golongan or "")
    if held is None:
        return None
    draft.warn(
        "asumsi:jenjang_tujuan",
        f"Jenjang yang dituju tidak disebut; dipakai {jenjang_name(held.text)}, jenjang golongan {facts.golongan}. Pada "
        "perpindahan, jenjang ditetapkan menurut angka kredit.",
        law.values("pengangkatan").get("jenjang_perpindahan", jabatan),
    )
    return held.text


def _any_age(draft: Draft, age: Age, law: Law, jabatan: str) -> dict[str, Any]:
    """Where the level is not known: the limits of all levels, and whether the age keeps or breaks every one of them."""
    values = law.values("syarat_pengangkatan")
    limits = {level: values.get("usia", jabatan, "perpindahan", level) for level in levels(law, jabatan)}
    named: dict[str, list[str]] = defaultdict(list)
    for level, limit in limits.items():
        named[limit.text].append(jenjang_name(level))
    every = ", ".join(f"{years} tahun untuk {' dan '.join(names)}" for years, names in named.items())
    met = {young_enough(age, limit) for limit in limits.values()}
    source = list(limits.values())[-1 if met == {False} else 0]
    told = f"Usia {age.years} tahun, p" if age.years is not None and age.birth is None else "P"
    draft.require(f"{told}aling tinggi {every}", met.pop() if len(met) == 1 else None, source, "jenjang_tujuan")
    if age.birth is None and age.years is not None:
        _received_early(draft, age, law, jabatan, [*limits.values()])
    return {"batas_usia_menurut_jenjang": every}


def _received_early(draft: Draft, age: Age, law: Law, jabatan: str, limits: Sequence[Value]) -> None:
    """That the proposal must arrive before any of the limits, where the level is not known; close to one the birthday tells."""
    lead = law.values("syarat_pengangkatan").get("usul_sebelum_batas_usia", jabatan, "perpindahan")
    receiver = law.values("pengangkatan").get("penerima_usul", jabatan).text
    early = {early_by_years(age.years, int(limit.number)) for limit in limits}
    text = f"Usul diterima {receiver} paling lambat {months_of(lead)} bulan sebelum batas usia"
    draft.require(text, early.pop() if len(early) == 1 else None, lead, "tanggal_lahir")


def _age(draft: Draft, age: Age, law: Law, facts: PengangkatanPerpindahan, target: str, route: str) -> dict[str, Any]:
    assert facts.jabatan is not None
    values = law.values("syarat_pengangkatan")
    limit = values.get("usia", facts.jabatan, route, target)
    require_age(draft, age, limit, f"untuk {jenjang_name(target)}")
    receiver = law.values("pengangkatan").get("penerima_usul", facts.jabatan).text
    deadline = require_received(
        draft, age, limit, values.get("usul_sebelum_batas_usia", facts.jabatan, route), receiver
    )
    if route != "perpindahan":
        draft.warn(
            "dua_bacaan:rujukan_batas_usia",
            f"Tenggat usul menunjuk batas usia pada ayat lain, padahal batas usia perpindahan ini {limit.text} tahun; "
            f"dihitung dari {limit.text} tahun.",
            law.values("pengangkatan").get("rujukan_batas_usia", facts.jabatan),
        )
    dates = {"batas_usia": last_day(age, limit), "usul_paling_lambat": deadline}
    result: dict[str, Any] = {"jenjang": jenjang_name(target), "batas_usia_tahun": limit.number}
    return result | {name: day for name, day in dates.items() if day is not None}
