"""Nilai akhir uji kompetensi: weighted score and pass mark (Lampiran V of 94/2020 and 82/2020)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft, Source
from assistant.calculators.law import Law
from assistant.calculators.syarat import needs
from assistant.calculators.values import Value, Values
from assistant.facts import Amount, Facts, Jabatan

Score = Annotated[Amount, Field(le=100)]
PARTS = ("nilai_pengetahuan", "nilai_makalah", "nilai_wawancara")
_NAMES = {
    "nilai_pengetahuan": "ujian tertulis (pengetahuan substansi) dalam UKT",
    "nilai_makalah": "karya tulis/makalah dalam UKT",
    "nilai_wawancara": "wawancara dalam UKT",
    "ukt": "Uji Kompetensi Teknis (UKT)",
    "nilai_ukmsk": "Uji Kompetensi Manajerial dan Sosial Kultural (UKMSK)",
}


class NilaiUjiKompetensi(Facts):
    """Scores of a competency test, each on the scale that the regulation sets."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    nilai_pengetahuan: Score | None = Field(None, description="Nilai ujian tertulis pengetahuan substansi")
    nilai_makalah: Score | None = Field(None, description="Nilai karya tulis/makalah")
    nilai_wawancara: Score | None = Field(None, description="Nilai wawancara")
    nilai_ukt: Score | None = Field(None, description="Nilai uji kompetensi teknis (UKT), bila sudah jadi satu nilai")
    nilai_ukmsk: Score | None = Field(None, description="Nilai uji kompetensi manajerial dan sosial kultural")
    nilai_akhir_uji: Score | None = Field(None, description="Nilai akhir uji kompetensi, bila sudah diketahui")
    punya_sertifikat_kompetensi: bool | None = Field(None, description="Peserta sudah memiliki sertifikat kompetensi")


def nilai_uji_kompetensi(facts: NilaiUjiKompetensi, law: Law) -> Calculation:
    """Menghitung nilai akhir uji kompetensi dan menyatakan lulus atau tidak lulus."""
    draft = Draft("nilai_uji_kompetensi", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    values = law.values("uji_kompetensi")
    if facts.punya_sertifikat_kompetensi:
        return _with_certificate(draft, values.get("sertifikat_kompetensi", facts.jabatan))
    if facts.nilai_akhir_uji is not None:
        return _judged(draft, facts.nilai_akhir_uji, {}, values, facts.jabatan)
    threshold = values.get("nilai_lulus", facts.jabatan)
    draft.cite(_whole(threshold))
    weights = {name: values.get("bobot", facts.jabatan, name) for name in (*PARTS, "ukt", "nilai_ukmsk")}
    wanted = (*(() if facts.nilai_ukt is not None else PARTS), "nilai_ukmsk")
    scores: dict[str, Decimal] = {}
    for name in wanted:
        score = getattr(facts, name)
        if score is None:
            draft.need(name, weights[name])
        else:
            scores[name] = score
    if len(scores) < len(wanted):
        return _ruled(draft, weights, threshold)
    return _score(draft, facts.nilai_ukt, scores, weights, values, facts.jabatan)


def _ruled(draft: Draft, weights: Mapping[str, Value], threshold: Value) -> Calculation:
    """The pass mark and what each part weighs, where the scores are not all known."""
    draft.step("Nilai akhir paling sedikit untuk lulus", threshold.number, _whole(threshold))
    for name, weight in weights.items():
        draft.step(f"Bobot {_NAMES[name]}", f"{weight.text}%", weight)
    return draft.finish(verdict="tidak_dapat_ditentukan", result={"nilai_lulus": threshold.number})


def _whole(value: Value) -> Source:
    """The provision that a value stands in, to be quoted whole."""
    return value.address or value


def _score(
    draft: Draft,
    technical: Decimal | None,
    scores: Mapping[str, Decimal],
    weights: Mapping[str, Value],
    values: Values,
    jabatan: str,
) -> Calculation:
    """The final score, with the technical one as told or from its parts."""
    ukt = _technical(draft, scores, weights) if technical is None else technical
    draft.step("Nilai Uji Kompetensi Teknis (UKT)", ukt, weights["ukt"])
    final = ukt * weights["ukt"].number / 100 + scores["nilai_ukmsk"] * weights["nilai_ukmsk"].number / 100
    text = f"Nilai akhir = {weights['ukt'].text}% × UKT + {weights['nilai_ukmsk'].text}% × UKMSK"
    draft.step(text, final, weights["nilai_ukmsk"])
    draft.warn(
        "dua_bacaan:rumus_nilai_akhir",
        "Rumus pada Lampiran V memakai persen sekaligus membagi dengan seratus, sehingga tidak seorang pun dapat lulus. "
        "Dibaca tanpa pembagian itu.",
        values.get("rumus_nilai_akhir", jabatan),
    )
    return _judged(draft, final, {"ukt": ukt}, values, jabatan)


def _technical(draft: Draft, scores: Mapping[str, Decimal], weights: Mapping[str, Value]) -> Decimal:
    """The technical score from its weighted parts."""
    parts = {name: scores[name] * weights[name].number / 100 for name in PARTS}
    for name, score in parts.items():
        draft.step(f"{weights[name].text}% × {name.removeprefix('nilai_')}", score, weights[name])
    return sum(parts.values(), start=Decimal())


def _judged(draft: Draft, final: Decimal, result: Mapping[str, Decimal], values: Values, jabatan: str) -> Calculation:
    """Whether a final score passes."""
    threshold = values.get("nilai_lulus", jabatan)
    passed = final >= threshold.number
    draft.require(f"Nilai akhir {indonesian(final)} paling sedikit {threshold.text}", passed, threshold)
    draft.warn(
        "dua_bacaan:nilai_per_kompetensi",
        "Pasal ini seolah mensyaratkan nilai untuk tiap kompetensi, tetapi Lampiran V hanya menetapkan satu nilai akhir. "
        "Dipakai nilai akhir.",
        values.get("lulus_per_kompetensi", jabatan),
    )
    return draft.finish(result={**result, "nilai_akhir": final, "lulus": passed})


def _with_certificate(draft: Draft, source: Value) -> Calculation:
    draft.warn(
        "tidak_diatur",
        "Peserta yang sudah memiliki sertifikat kompetensi hanya diuji manajerial dan sosial kultural; bagaimana nilai "
        "akhirnya dihitung tanpa nilai teknis tidak diatur.",
        source,
    )
    return draft.finish(verdict="tidak_dapat_ditentukan", result={"nilai_akhir": "tidak_diatur"})
