"""Pembebasan tugas jabatan: whether a person on tugas belajar keeps the post (Pasal 26, 30, 34 to 36)."""

from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules
from assistant.calculators.values import Values
from assistant.facts import Facts, Months

Standing = Literal["dibebaskan", "dapat_tidak_dibebaskan", "tidak_diatur"]


class PembebasanTugasJabatan(Facts):
    """The length of a study and what speaks for staying in the post."""

    lama_studi_bulan: Months | None = Field(None, description="Lama tugas belajar, dalam bulan")
    dibutuhkan_organisasi: bool | None = Field(
        None, description="Kebutuhan organisasi menghendaki PNS itu tetap dalam jabatannya"
    )
    sistem_pendidikan_memungkinkan: bool | None = Field(
        None, description="Sistem penyelenggaraan pendidikannya memungkinkan tetap bekerja"
    )
    biaya_mandiri: bool | None = Field(None, description="Tugas belajar dengan biaya mandiri")


def pembebasan_tugas_jabatan(facts: PembebasanTugasJabatan, law: Law) -> Calculation:
    """Menentukan apakah PNS yang tugas belajar dibebaskan dari tugas jabatannya atau boleh tetap menjabat."""
    draft = Draft("pembebasan_tugas_jabatan", facts, law)
    values = law.values("pembebasan_jabatan")
    if facts.lama_studi_bulan is None:
        draft.need("lama_studi_bulan")
        cite_rules(draft, values, ("umum", "batas_lama", "pengecualian"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    limit = values.get("batas_lama")
    length = f"Lama {facts.lama_studi_bulan} bulan, batasnya {limit.text} bulan"
    if facts.lama_studi_bulan <= limit.number:
        draft.step(length, "tidak lebih dari batas", limit)
        return draft.finish(result=_short_study(draft, values))
    draft.step(length, "lebih dari batas", limit)
    standing, other = _long_study(draft, facts, values)
    result: dict[str, Any] = {"status_jabatan": standing}
    if other != standing:
        result["bacaan_lain"] = other
    result["akibat"] = _consequence(draft, facts, values, standing)
    return draft.finish(result=result)


def _short_study(draft: Draft, values: Values) -> dict[str, Any]:
    general = values.get("umum")
    draft.warn(
        "dua_bacaan:pembebasan",
        "Kedua bacaan ditunjukkan: menurut Pasal 26 ayat (4) PNS itu dibebaskan, menurut Pasal 34 ayat (1) tetap menjabat.",
        general,
    )
    return {
        "status_jabatan": "tidak_diatur",
        "bacaan_pasal_umum": general.text,
        "bacaan_pasal_khusus": "tetap_menjabat",
    }


def _long_study(draft: Draft, facts: PembebasanTugasJabatan, values: Values) -> tuple[Standing, Standing]:
    """The standing by Pasal 35 ayat (1), which asks for both grounds, and by Pasal 26 ayat (5), which takes one."""
    grounds = (facts.dibutuhkan_organisasi, facts.sistem_pendidikan_memungkinkan)
    for key, told, text in (
        ("kebutuhan_organisasi", grounds[0], "Pertimbangan kebutuhan organisasi"),
        ("sistem_pendidikan", grounds[1], "Pertimbangan sistem penyelenggaraan pendidikan"),
    ):
        shown = "belum disebut" if told is None else ("ada" if told else "tidak ada")
        draft.step(text, shown, values.get("pertimbangan", key))
    strict: Standing = "dapat_tidak_dibebaskan" if all(grounds) else "dibebaskan"
    loose: Standing = "dapat_tidak_dibebaskan" if any(grounds) else "dibebaskan"
    if strict != loose:
        draft.cite(values.get("pengecualian", "keduanya"))
        draft.warn(
            "dua_bacaan:pengecualian",
            "Dipakai Pasal 35 ayat (1) karena khusus mengatur tugas belajar selama ini; menurut Pasal 26 ayat (5) PNS itu dapat "
            "tidak dibebaskan.",
            values.get("pengecualian", "salah_satu"),
        )
    return strict, loose


def _consequence(draft: Draft, facts: PembebasanTugasJabatan, values: Values, standing: Standing) -> str:
    if facts.biaya_mandiri:
        draft.cite(values.get("biaya_mandiri"))
    if standing == "dibebaskan":
        source = values.get("akibat", "dibebaskan")
    else:
        kind = "tidak_dibebaskan biaya_mandiri" if facts.biaya_mandiri else "tidak_dibebaskan"
        source = values.get("akibat", kind)
    draft.step("Akibatnya", source.text, source)
    return source.text
