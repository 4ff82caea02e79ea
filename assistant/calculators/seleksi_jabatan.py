"""Seleksi jabatan: weights of the selection score and who selects and appoints (Permendag 79/2014 Pasal 11-16, 20-23)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.daftar import read_list
from assistant.calculators.draft import Draft
from assistant.calculators.jabatan_karier import JabatanKarier, kind_of, post_name
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules, needs
from assistant.calculators.values import Value, Values
from assistant.facts import Amount, Facts
from corpus.errors import DataError
from corpus.number_words import read_digits

Score = Annotated[Amount, Field(le=100)]
# Each element by its name: Pasal 20 and Lampiran II list them in different orders.
ELEMENTS = {
    "nilai_teknis": ("kompetensi_teknis", "Kompetensi teknis"),
    "nilai_manajerial": ("kompetensi_manajerial", "Kompetensi manajerial"),
    "nilai_administrasi": ("administrasi", "Administrasi"),
}


class NilaiSeleksi(Facts):
    """Scores of a candidate in the selection for a post."""

    jabatan_tujuan: JabatanKarier | None = Field(None, description="Jabatan yang dituju")
    nilai_teknis: Score | None = Field(None, description="Nilai kompetensi teknis")
    nilai_manajerial: Score | None = Field(None, description="Nilai kompetensi manajerial")
    nilai_administrasi: Score | None = Field(None, description="Nilai unsur administrasi")


class BadanSeleksi(Facts):
    """The post that is to be filled."""

    jabatan_tujuan: JabatanKarier | None = Field(None, description="Jabatan yang dituju")


def nilai_seleksi(facts: NilaiSeleksi, law: Law) -> Calculation:
    """Menghitung nilai seleksi calon pejabat Kementerian Perdagangan menurut bobot Lampiran II."""
    draft = Draft("nilai_seleksi", facts, law)
    values = law.values("seleksi_jabatan")
    if facts.jabatan_tujuan is None:
        draft.need("jabatan_tujuan")
        cite_rules(draft, values, ("unsur", "unsur_penilaian"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    draft.cite(values.get("unsur_penilaian"))
    row = values.find("bobot", facts.jabatan_tujuan)
    if row is None:
        draft.warn(
            "tidak_diatur:bobot",
            f"Lampiran II tidak memuat bobot untuk {post_name(facts.jabatan_tujuan)}.",
            values.get("unsur"),
        )
        return draft.finish(verdict="tidak_dapat_ditentukan", result={"bobot": "tidak_diatur"})
    weights = _weights(law, row)
    result: dict[str, Any] = {name.replace("nilai", "bobot"): weight for name, weight in weights.items()}
    told = {name: getattr(facts, name) for name in ELEMENTS}
    if all(score is None for score in told.values()):
        for name, weight in weights.items():
            draft.step(f"Bobot {ELEMENTS[name][1].lower()}", f"{indonesian(weight)}%", row.address)
        return draft.finish(result=result)
    if needs(draft, facts, *ELEMENTS):
        return draft.finish(verdict="tidak_dapat_ditentukan", result=result)
    return draft.finish(result={**result, **_score(draft, values, row, weights, told)})


def _weights(law: Law, row: Value) -> dict[str, Decimal]:
    """The percentages of a row of Lampiran II, by name of the element."""
    cells = dict(law.corpus.node(row.address).cells) if row.address else {}
    found = {name: read_digits(cells.get(column, "").rstrip("%")) for name, (column, _) in ELEMENTS.items()}
    weights = {name: weight for name, weight in found.items() if weight is not None}
    if len(weights) < len(ELEMENTS):
        raise DataError(f"Lampiran II, {row.text}: weights {found} are incomplete; check its .tabel.yaml")
    return weights


def _score(
    draft: Draft, values: Values, row: Value, weights: Mapping[str, Decimal], told: Mapping[str, Decimal]
) -> dict[str, Any]:
    total = Decimal(0)
    for name, weight in weights.items():
        part = told[name] * weight / 100
        total += part
        draft.step(f"{ELEMENTS[name][1]}: {indonesian(weight)}% × {indonesian(told[name])}", part, row.address)
    draft.step("Nilai seleksi", total, row.address)
    draft.warn(
        "tidak_diatur:batas_lulus",
        "Nilai ini hanya untuk membandingkan calon pada skala yang sama (di sini 0 sampai dengan 100).",
        values.get("unsur"),
    )
    return {"nilai_seleksi": total, "batas_lulus": "tidak_diatur"}


def badan_seleksi(facts: BadanSeleksi, law: Law) -> Calculation:
    """Menyebut siapa yang menyeleksi, mengusulkan, dan menetapkan pengangkatan dalam suatu jabatan."""
    draft = Draft("badan_seleksi", facts, law)
    values = law.values("seleksi_jabatan")
    if facts.jabatan_tujuan is None:
        draft.need("jabatan_tujuan")
        cite_rules(draft, values, ("badan", "badan_umum", "tahap"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    post, kind = facts.jabatan_tujuan, kind_of(facts.jabatan_tujuan)
    body = values.get("badan", kind)
    draft.step(f"Seleksi {post_name(post)} dilakukan oleh", body.text, body)
    result: dict[str, Any] = {"badan_seleksi": body.text, "dibantu": values.get("pembantu").text}
    draft.cite(values.get("pembantu"))
    if kind != "jpt":
        draft.cite(values.get("badan_umum"))  # the two disagree; the register of errata says which is taken
    for name, label in (("cara", "Cara seleksi"), ("pengusul", "Diusulkan oleh"), ("penetap", "Ditetapkan oleh")):
        source = values.find(name, post) or values.find(f"{name}_lain", kind)
        if source is None:
            continue
        if source.name == name:
            result[name] = source.text
            draft.step(label, source.text, source)
        else:
            result[name] = "tidak_diatur"
            draft.warn("tidak_diatur:penetap", f"Penetapannya mengikuti {source.text}.", source)
    result["tahap"] = [item.text for item in read_list(law, values.get("tahap"))]
    draft.cite(values.get("tahap"))
    return draft.finish(result=result)
