"""Nilai akhir uji kompetensi: weighted score and pass mark (Lampiran V of 94/2020 and 82/2020)."""

from typing import Annotated

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.facts import Amount, Facts, Jabatan

Score = Annotated[Amount, Field(le=100)]
PARTS = ("nilai_pengetahuan", "nilai_makalah", "nilai_wawancara")


class NilaiUjiKompetensi(Facts):
    """Scores of a competency test, each on the scale that the regulation sets."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    nilai_pengetahuan: Score | None = Field(None, description="Nilai ujian tertulis pengetahuan substansi")
    nilai_makalah: Score | None = Field(None, description="Nilai karya tulis/makalah")
    nilai_wawancara: Score | None = Field(None, description="Nilai wawancara")
    nilai_ukmsk: Score | None = Field(None, description="Nilai uji kompetensi manajerial dan sosial kultural")


def nilai_uji_kompetensi(facts: NilaiUjiKompetensi, law: Law) -> Calculation:
    """Menghitung nilai akhir uji kompetensi dan menyatakan lulus atau tidak lulus."""
    draft = Draft("nilai_uji_kompetensi", facts, law)
    values = law.values("uji_kompetensi")
    if facts.jabatan is None:
        draft.need("jabatan")
        return draft.finish(verdict="tidak_dapat_ditentukan")
    weights = {name: values.get("bobot", facts.jabatan, name) for name in (*PARTS, "ukt", "nilai_ukmsk")}
    absent = [name for name in (*PARTS, "nilai_ukmsk") if getattr(facts, name) is None]
    for name in absent:
        draft.need(name, weights[name])
    if absent:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    parts = {name: getattr(facts, name) * weights[name].number / 100 for name in PARTS}
    for name, score in parts.items():
        draft.step(f"{weights[name].text}% × {name.removeprefix('nilai_')}", score, weights[name])
    ukt = sum(parts.values(), start=parts["nilai_makalah"] * 0)
    draft.step("Nilai Uji Kompetensi Teknis (UKT)", ukt, weights["ukt"])
    final = ukt * weights["ukt"].number / 100 + facts.nilai_ukmsk * weights["nilai_ukmsk"].number / 100
    draft.step("Nilai akhir = UKT dan UKMSK menurut bobotnya", final, weights["nilai_ukmsk"])
    threshold = values.get("nilai_lulus", facts.jabatan)
    draft.require(f"Nilai akhir paling sedikit {threshold.text}", final >= threshold.number, threshold)
    return draft.finish(result={"ukt": ukt, "nilai_akhir": final, "lulus": final >= threshold.number})
