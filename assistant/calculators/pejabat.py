"""Pejabat: who appoints, proposes, sets and decides, by level and place, with the provisions that disagree."""

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import golongan_entry, jenjang_entry, jenjang_name
from assistant.calculators.kenaikan_pangkat import deciding_official
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules, needs
from assistant.calculators.values import Value, Values
from assistant.errors import InputError
from assistant.facts import Facts, Golongan, Jabatan, Jenjang

Urusan = Literal[
    "mengangkat",
    "memberhentikan",
    "mengusulkan_pemberhentian",
    "mengusulkan_angka_kredit",
    "menetapkan_angka_kredit",
    "menetapkan_angka_kredit_perpindahan",
    "menetapkan_kenaikan_pangkat",
    "menetapkan_kenaikan_jenjang",
    "menetapkan_tim_penilai",
    "menetapkan_tim_uji",
    "menetapkan_kelulusan_uji",
    "merekomendasikan_inpassing",
    "menilai_angka_kredit",
    "menilai_tanpa_tim_penilai",
    "menerima_keberatan",
]
Tempat = Literal["instansi_pembina", "instansi_daerah", "perwakilan"]
PLACES: dict[str, tuple[str, ...]] = {
    "negosiator": ("instansi_pembina", "perwakilan"),
    "pengawas": ("instansi_pembina", "instansi_daerah"),
}


class PejabatBerwenang(Facts):
    """A matter to be decided, and for whom."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    urusan: Urusan | None = Field(None, description="Urusan yang ditanyakan")
    jenjang: Jenjang | None = Field(None, description="Jenjang yang bersangkutan (untuk kenaikan: jenjang tujuan)")
    tempat_tugas: Tempat | None = Field(None, description="Tempat tugas")
    golongan_tujuan: Golongan | None = Field(None, description="Golongan ruang tujuan, untuk kenaikan pangkat")


def pejabat_berwenang(facts: PejabatBerwenang, law: Law) -> Calculation:
    """Menunjukkan pejabat yang mengangkat, mengusulkan, atau menetapkan, menurut jenjang dan tempat tugas."""
    draft = Draft("pejabat_berwenang", facts, law)
    if needs(draft, facts, "jabatan", "urusan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.urusan is not None
    _check(facts, facts.jabatan, law)
    if facts.urusan == "menetapkan_kenaikan_pangkat":
        return _rank(draft, facts, facts.jabatan, law)
    values = law.values("pejabat")
    found = _find(values, "pejabat", facts)
    if found is None:
        return _ask(draft, facts, values)
    draft.step(f"{facts.urusan.replace('_', ' ').capitalize()}", found.text, found)
    result: dict[str, Any] = {"pejabat": found.text}
    other = _find(values, "pejabat_lain", facts)
    if other is not None:
        result["pejabat_menurut_ketentuan_lain"] = other.text
        draft.warn("dua_bacaan:pejabat", _conflict(law, found, other), other)
    return draft.finish(result=result)


def _conflict(law: Law, found: Value, other: Value) -> str:
    labels = [law.corpus.label(each.address) for each in (found, other) if each.address]
    return (
        f"Dua ketentuan tidak sejalan: {labels[0]} menyebut {found.text}, {labels[-1]} menyebut {other.text}. "
        "Ditampilkan yang pertama sebagai ketentuan yang lebih rinci; mintalah penegasan."
    )


def _check(facts: PejabatBerwenang, jabatan: str, law: Law) -> None:
    if facts.jenjang is not None:
        jenjang_entry(law, jabatan, facts.jenjang)
    if facts.tempat_tugas is not None and facts.tempat_tugas not in PLACES[jabatan]:
        allowed = " atau ".join(place.replace("_", " ") for place in PLACES[jabatan])
        raise InputError(
            "tempat_tugas",
            f"Tempat tugas {facts.tempat_tugas.replace('_', ' ')} tidak dikenal untuk jabatan ini; yang ada: {allowed}.",
        )


def _rank(draft: Draft, facts: PejabatBerwenang, jabatan: str, law: Law) -> Calculation:
    if needs(draft, facts, "golongan_tujuan"):
        cite_rules(draft, law.values("kenaikan_pangkat"), ("penetap",), jabatan)
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.golongan_tujuan is not None
    golongan_entry(law, jabatan, facts.golongan_tujuan)
    official = deciding_official(law.values("kenaikan_pangkat"), jabatan, facts.golongan_tujuan)
    name = official.key.removeprefix(f"{jabatan} ")
    draft.step(f"Kenaikan pangkat menjadi {facts.golongan_tujuan} ditetapkan oleh", name, official)
    return draft.finish(result={"pejabat": name})


def _find(values: Values, name: str, facts: PejabatBerwenang) -> Value | None:
    """The entry that fits, whether it depends on level and place, on one of them, or on neither."""
    base = (facts.jabatan or "", facts.urusan or "")
    level = (facts.jenjang,) if facts.jenjang else ()
    place = (facts.tempat_tugas,) if facts.tempat_tugas else ()
    for parts in ((*level, *place), level, place, ()):
        found = values.find(name, *base, *parts)
        if found is not None:
            return found
    return None


def _ask(draft: Draft, facts: PejabatBerwenang, values: Values) -> Calculation:
    """Ask for the level, then for the place; where both are known the text has no answer."""
    start = f"{facts.jabatan} {facts.urusan}"
    entries = [v for v in values.entries if v.name == "pejabat" and v.key.split(" ")[:2] == start.split(" ")]
    for field, told in (("jenjang", facts.jenjang), ("tempat_tugas", facts.tempat_tugas)):
        if told is None and any(_needs_part(v, field) for v in entries):
            _side_by_side(draft, facts, entries)
            draft.need(field, entries[0])
            return draft.finish(verdict="tidak_dapat_ditentukan")
    draft.warn("tidak_diatur", "Pejabat untuk urusan, jenjang, dan tempat tugas itu tidak disebut dalam peraturan ini.")
    return draft.finish(result={"pejabat": "tidak_diatur"})


def _side_by_side(draft: Draft, facts: PejabatBerwenang, entries: Sequence[Value]) -> None:
    """The officials of every level and place that what is told still leaves open."""
    for value in entries:
        parts = value.key.split(" ")[2:]
        told = {"jenjang": facts.jenjang, "tempat_tugas": facts.tempat_tugas}
        apart = [told[f] for f in told if told[f] is not None and told[f] not in parts and _needs_part(value, f)]
        if not apart:
            names = ", ".join(jenjang_name(p) if p.startswith("ahli") else p.replace("_", " ") for p in parts)
            matter = value.key.split(" ")[1].replace("_", " ").capitalize()
            draft.step(f"{matter} ({names})" if names else matter, value.text, value)


def _needs_part(value: Value, field: str) -> bool:
    parts = value.key.split(" ")[2:]
    places = {place for each in PLACES.values() for place in each}
    return any((part in places) == (field == "tempat_tugas") for part in parts)
