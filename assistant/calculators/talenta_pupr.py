"""Talenta dan predikat kinerja: which boxes lead to talent development, what follows a rating (Permen PUPR 2/2023 Pasal 6, 7)."""

from typing import Annotated

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules
from assistant.errors import InputError
from assistant.facts import Facts, Nilai


class PengembanganTalenta(Facts):
    """A place in the talent matrix."""

    kotak_talenta: Annotated[int, Field(ge=1, le=100)] | None = Field(None, description="Nomor kotak matriks talenta")


class TindakLanjutPredikat(Facts):
    """The rating of a year."""

    nilai_kinerja: tuple[Nilai, ...] | None = Field(
        None, max_length=100, description="Predikat kinerja, terbaru dahulu"
    )


def pengembangan_talenta(facts: PengembanganTalenta, law: Law) -> Calculation:
    """Menentukan apakah suatu kotak matriks talenta termasuk pengembangan talenta."""
    draft = Draft("pengembangan_talenta", facts, law)
    if facts.kotak_talenta is None:
        draft.need("kotak_talenta")
        cite_rules(draft, law.values("talenta_pupr"), ("jumlah_kotak", "kotak"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("talenta_pupr")
    boxes = values.get("jumlah_kotak")
    if facts.kotak_talenta > boxes.number:
        raise InputError(
            "kotak_talenta",
            f"Kotak {facts.kotak_talenta} tidak ada; matriks talenta memuat {boxes.text} kotak.",
            draft.cite(boxes),
        )
    chosen = values.keys("kotak")
    source = values.get("kotak", chosen[0])
    inside = str(facts.kotak_talenta) in chosen
    text = f"Kotak {facts.kotak_talenta} termasuk kotak pengembangan talenta ({', '.join(chosen)})"
    draft.require(text, inside, source, "kotak_talenta")
    draft.warn(
        "tidak_tersedia:lampiran_i",
        "Arti tiap kotak ada dalam Lampiran I, yang tidak ada dalam naskah sumber.",
        values.get("arti_kotak"),
    )
    return draft.finish(result={"kotak": facts.kotak_talenta, "termasuk": inside})


def tindak_lanjut_predikat(facts: TindakLanjutPredikat, law: Law) -> Calculation:
    """Menyebut tindak lanjut atas predikat kinerja: pengembangan karier atau pengembangan kompetensi."""
    draft = Draft("tindak_lanjut_predikat", facts, law)
    if not facts.nilai_kinerja:
        draft.need("nilai_kinerja")
        cite_rules(draft, law.values("talenta_pupr"), ("tindak_lanjut",))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("talenta_pupr")
    rating = facts.nilai_kinerja[0]
    name, follow = values.get("predikat", rating), values.get("tindak_lanjut", rating)
    draft.step("Predikat", name.quote, name)
    draft.step("Tindak lanjut", follow.text, follow)
    return draft.finish(result={"predikat": name.quote, "tindak_lanjut": follow.text})
