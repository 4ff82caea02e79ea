"""Pembelajaran Trade CorpU: which method a form belongs to, who may hold it, when it is recognised
(Permendag 4/2026 Pasal 21, 23 to 29)."""

from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.bentuk_belajar import BentukBelajar, form_name
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules, require_yes
from assistant.calculators.values import Value, Values
from assistant.facts import Facts

Penyelenggara = Literal["unit_kompetensi", "unit_kerja", "instansi_lain", "lembaga_independen", "organisasi_profesi"]
Dasar = Literal["jadwal_tahunan", "desain", "rencana_individu_disetujui", "rencana_individu_belum", "tidak_ada"]
OUTSIDE = ("instansi_lain", "lembaga_independen", "organisasi_profesi")
NO_BASIS = ("rencana_individu_belum", "tidak_ada")


class BentukPembelajaran(Facts):
    """A form of learning."""

    bentuk_belajar: BentukBelajar | None = Field(None, description="Bentuk pembelajaran; kosong untuk semuanya")


class PenyelenggaraPembelajaran(Facts):
    """Who wants to hold which learning, with which consents."""

    penyelenggara_belajar: Penyelenggara | None = Field(None, description="Siapa penyelenggaranya")
    bentuk_belajar: BentukBelajar | None = Field(None, description="Bentuk pembelajaran")
    penjaminan_mutu: bool | None = Field(None, description="Sudah mendapat penjaminan mutu")
    persetujuan_koordinator: bool | None = Field(None, description="Sudah disetujui koordinator pembelajaran")
    persetujuan_atasan: bool | None = Field(None, description="Sudah disetujui atasan langsung (belajar mandiri)")
    dasar_pembelajaran: Dasar | None = Field(None, description="Dasar pelaksanaannya")


class RekognisiPembelajaran(Facts):
    """A result of learning that is to be recognised."""

    bentuk_belajar: BentukBelajar | None = Field(None, description="Bentuk pembelajaran")
    penyelenggara_belajar: Penyelenggara | None = Field(None, description="Siapa penyelenggaranya")


def bentuk_pembelajaran(facts: BentukPembelajaran, law: Law) -> Calculation:
    """Menentukan metode pembelajaran dari suatu bentuk: terstruktur, mandiri, dari orang lain, atau dari pengalaman."""
    draft = Draft("bentuk_pembelajaran", facts, law)
    values = law.values("pembelajaran")
    form = facts.bentuk_belajar
    if form is None:
        rows = []
        for key in values.keys("metode"):
            source = values.get("metode", key)
            draft.cite(source)
            row = {"bentuk": source.quote, "metode": values.get("nama_metode", source.text).text}
            if row not in rows:
                rows.append(row)
        return draft.finish(result={"metode": f"{len(values.keys('nama_metode'))} metode", "daftar": rows})
    method = _method(draft, values, form)
    if method is None:
        return draft.finish(verdict="tidak_dapat_ditentukan", result={"metode": "tidak_diatur"})
    name = values.get("nama_metode", method)
    draft.step(f"{form_name(form)} termasuk", name.text, name)
    result: dict[str, Any] = {"bentuk": form_name(form), "metode": name.text}
    remote, consent = values.find("jarak_jauh", method), values.find("persetujuan_atasan", method)
    if remote is not None:
        draft.step("Dari jarak jauh", remote.text, remote)
    if consent is not None:
        draft.step("Disyaratkan", "persetujuan atasan langsung", consent)
    result["jarak_jauh"] = "dapat" if remote is not None else "tidak_diatur"
    result["boleh_diadakan_unit_kerja"] = _open_to_units(values, form, method) is not None
    return draft.finish(result=result)


def _method(draft: Draft, values: Values, form: BentukBelajar) -> str | None:
    """The method a form belongs to; asks which of the two communities is meant, says where a form is not named."""
    source = values.find("metode", form)
    if source is not None:
        draft.cite(source)
        return source.text
    if form == "komunitas_belajar":
        question = "Komunitas belajar yang mana, berdasarkan kepakaran atau berbasis proyek?"
        draft.ask("bentuk_belajar", question, values.get("metode", "komunitas_kepakaran"))
        draft.cite(values.get("metode", "komunitas_proyek"))
        return None
    draft.warn(
        "tidak_diatur:bentuk",
        f"{form_name(form)} tidak disebut di antara bentuk pembelajaran Pasal 25 sampai dengan Pasal 28.",
        values.get("nama_metode", "terstruktur"),
    )
    return None


def _open_to_units(values: Values, form: BentukBelajar, method: str) -> Value | None:
    """The provision that lets a unit hold this form: whole methods, but of the structured one only some forms."""
    return values.find("unit_kerja_metode", method) or values.find("unit_kerja_terstruktur", form)


def penyelenggara_pembelajaran(facts: PenyelenggaraPembelajaran, law: Law) -> Calculation:
    """Memeriksa siapa yang boleh menyelenggarakan suatu bentuk pembelajaran, dengan persetujuan dan penjaminan mutu apa."""
    draft = Draft("penyelenggara_pembelajaran", facts, law)
    values = law.values("pembelajaran")
    who = facts.penyelenggara_belajar
    if who is None:
        draft.need("penyelenggara_belajar")
        cite_rules(draft, values, ("penyelenggara", "penjaminan_mutu"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    source = values.get("penyelenggara", who)
    draft.require(f"{source.text[:1].upper()}{source.text[1:]} termasuk penyelenggara pembelajaran", True, source)
    result: dict[str, Any] = {"penyelenggara": source.text}
    if who == "unit_kerja":
        _require_unit(draft, facts, values)
    if who != "unit_kompetensi":
        quality = values.get("penjaminan_mutu")
        text = "Sudah mendapat penjaminan mutu unit kerja yang membidangi Pengembangan Kompetensi"
        require_yes(draft, text, facts.penjaminan_mutu, quality, "penjaminan_mutu")
        way = values.get("cara_penjaminan", "luar" if who in OUTSIDE else "dalam")
        draft.step("Cara penjaminan mutu", way.text, way)
        result["cara_penjaminan_mutu"] = way.text
    if facts.bentuk_belajar == "belajar_mandiri":
        consent = values.get("persetujuan_atasan", "mandiri")
        require_yes(draft, "Disetujui atasan langsung", facts.persetujuan_atasan, consent, "persetujuan_atasan")
    _require_basis(draft, facts, values)
    return draft.finish(result=result)


def _require_unit(draft: Draft, facts: PenyelenggaraPembelajaran, values: Values) -> None:
    """Pasal 21 ayat (5): the form must be open to units, and the learning coordinator agrees."""
    form, listed = facts.bentuk_belajar, values.get("daftar_terstruktur")
    approval = values.get("persetujuan_koordinator")
    method = _method(draft, values, form) if form is not None else None
    if form is None or form == "komunitas_belajar":
        draft.require("Bentuk pembelajarannya boleh diadakan unit kerja", None, listed, "bentuk_belajar")
    else:
        allowed = _open_to_units(values, form, method or "")
        draft.require(f"{form_name(form)} boleh diadakan unit kerja", allowed is not None, allowed or listed)
    text = "Sudah disetujui koordinator pembelajaran"
    require_yes(draft, text, facts.persetujuan_koordinator, approval, "persetujuan_koordinator")
    if method not in (None, "terstruktur") and not facts.persetujuan_koordinator:
        draft.warn(
            "dua_bacaan:persetujuan_koordinator",
            "Bila persetujuan koordinator pembelajaran hanya mengenai huruf d, pembelajaran ini tidak memerlukannya.",
            approval,
        )


def _require_basis(draft: Draft, facts: PenyelenggaraPembelajaran, values: Values) -> None:
    told = facts.dasar_pembelajaran
    source = values.get("dasar", told or "tidak_ada")
    met = None if told is None else told not in NO_BASIS
    shown = "" if told is None else f" (yang ada: {source.text})"
    text = f"Ada jadwal tahunan, desain pembelajaran, atau rencana individu yang disetujui{shown}"
    draft.require(text, met, source, "dasar_pembelajaran")


def rekognisi_pembelajaran(facts: RekognisiPembelajaran, law: Law) -> Calculation:
    """Memeriksa apakah hasil belajar di luar Kementerian dapat diberi Rekognisi Pembelajaran Lampau."""
    draft = Draft("rekognisi_pembelajaran", facts, law)
    values = law.values("pembelajaran")
    source = values.get("rekognisi")
    who, form = facts.penyelenggara_belajar, facts.bentuk_belajar
    outside = None if who is None else who in OUTSIDE
    draft.require("Penyelenggaranya di luar Kementerian", outside, source, "penyelenggara_belajar")
    named = None if form is None else form == "komunitas_belajar" or values.find("metode", form) is not None
    draft.require("Metodenya termasuk bentuk yang ditunjuk ketentuan ini", named, source, "bentuk_belajar")
    draft.warn("sifat_dapat", 'Rekognisi "dapat" diberikan: bila syaratnya terpenuhi pun tidak otomatis.', source)
    return draft.finish()
