"""Bahan uji kompetensi: marks of the paper, class of the interview, score of the evidence (Lampiran V)."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.hasil_kerja_minimal import required_evidence
from assistant.calculators.jenjang import jenjang_name
from assistant.calculators.law import Law
from assistant.calculators.pangkat import regulation_of
from assistant.calculators.syarat import needs, needs_under
from assistant.calculators.uji_kompetensi import Score
from assistant.calculators.values import Value
from assistant.errors import InputError
from assistant.facts import Amount, Count, Facts, Jabatan, Jenjang
from corpus.address import Address
from corpus.tree import Node


class KategoriWawancara(Facts):
    """The score of an interview."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    nilai_wawancara: Score | None = Field(None, description="Nilai wawancara")


class NilaiBuktiKerja(Facts):
    """Evidence that counts, against the evidence required."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    bukti_memenuhi: Count | None = Field(
        None, description="Jumlah dokumen bukti kerja yang memadai, valid, asli, terkini"
    )
    bukti_disyaratkan: Annotated[Count, Field(gt=0)] | None = Field(
        None, description="Jumlah dokumen yang disyaratkan; bila kosong, jumlah hasil kerja minimal jenjang"
    )
    jenjang: Jenjang | None = Field(None, description="Jenjang yang sedang diduduki peserta")


class NilaiMakalahUji(Facts):
    """The marks of a paper, one for each element."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    nilai_elemen_makalah: tuple[Amount, ...] | None = Field(
        None, max_length=100, description="Nilai tiap elemen makalah, menurut urutan pada Lampiran V angka 5"
    )


def kategori_wawancara(facts: KategoriWawancara, law: Law) -> Calculation:
    """Menyebut kategori hasil wawancara: sangat baik, baik, cukup, atau kurang."""
    draft = Draft("kategori_wawancara", facts, law)
    rules = ("kelas_wawancara_lebih_dari", "kelas_wawancara_dari", "kelas_wawancara_kurang_dari")
    if needs_under(draft, facts, law.values("uji_kompetensi"), rules, "jabatan", "nilai_wawancara"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.nilai_wawancara is not None
    found = interview_class(law, facts.jabatan, facts.nilai_wawancara)
    if found is None:
        gap = law.values("uji_kompetensi").get("kelas_wawancara_kurang_dari", facts.jabatan, "kurang")
        draft.cite(gap)
        draft.warn(
            "tidak_diatur",
            f"Nilai {indonesian(facts.nilai_wawancara)} tidak masuk kategori mana pun; kategorinya hanya: "
            f"{'; '.join(_printed_classes(law, facts.jabatan))}.",
            gap,
        )
        return draft.finish(result={"kategori": "tidak_diatur"})
    name, source = found
    draft.step(f"Nilai wawancara {indonesian(facts.nilai_wawancara)}", name.replace("_", " "), source)
    return draft.finish(result={"kategori": name})


def _printed_classes(law: Law, jabatan: str) -> tuple[str, ...]:
    values = law.values("uji_kompetensi")
    classes = [v for v in values.entries if v.name.startswith("kelas_wawancara") and v.key.startswith(jabatan)]
    return tuple(dict.fromkeys(v.quote for v in classes))


def interview_class(law: Law, jabatan: str, score: Decimal) -> tuple[str, Value] | None:
    """The class that holds a score exactly as printed; the gaps between the classes stay gaps."""
    values = law.values("uji_kompetensi")
    above = values.get("kelas_wawancara_lebih_dari", jabatan, "sangat_baik")
    if score > above.number:
        return "sangat_baik", above
    for name in ("baik", "cukup"):
        low = values.get("kelas_wawancara_dari", jabatan, name)
        if low.number <= score <= values.get("kelas_wawancara_sampai", jabatan, name).number:
            return name, low
    below = values.get("kelas_wawancara_kurang_dari", jabatan, "kurang")
    return ("kurang", below) if score < below.number else None


def nilai_bukti_kerja(facts: NilaiBuktiKerja, law: Law) -> Calculation:
    """Menghitung nilai dokumen bukti kerja pada uji kompetensi."""
    draft = Draft("nilai_bukti_kerja", facts, law)
    rules = ("nilai_bukti_kerja", "bukti_disyaratkan")
    if needs_under(draft, facts, law.values("bahan_uji_kompetensi"), rules, "jabatan", "bukti_memenuhi"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.bukti_memenuhi is not None
    values = law.values("bahan_uji_kompetensi")
    required = facts.bukti_disyaratkan
    if required is None and facts.jenjang is not None:
        required = required_evidence(law, facts.jabatan, facts.jenjang)
        source = values.get("bukti_disyaratkan", facts.jabatan)
        draft.step(f"Hasil kerja minimal {jenjang_name(facts.jenjang)}", required, source)
    if required is None:
        draft.need("bukti_disyaratkan", values.get("bukti_disyaratkan", facts.jabatan))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    formula = values.get("nilai_bukti_kerja", facts.jabatan)
    score = Decimal(facts.bukti_memenuhi) / Decimal(required) * formula.number
    draft.step(f"{facts.bukti_memenuhi} / {required} × {formula.text}", round(score, 2), formula)
    if score > formula.number:
        draft.warn(
            "tidak_diatur",
            "Bukti yang memenuhi lebih banyak daripada yang disyaratkan; rumusnya memberi nilai di atas seratus dan "
            "peraturan tidak menetapkan batas atasnya.",
            formula,
        )
    draft.warn("tidak_diatur:bobot_bukti", "Bobot nilai bukti kerja dalam nilai akhir tidak diatur.", formula)
    shown = round(score, 2)
    return draft.finish(result={"nilai_bukti_kerja": score} | ({} if shown == score else {"nilai_dibulatkan": shown}))


def nilai_makalah_uji(facts: NilaiMakalahUji, law: Law) -> Calculation:
    """Menjumlahkan nilai tiap elemen makalah uji kompetensi dan menunjukkan nilai maksimalnya."""
    draft = Draft("nilai_makalah_uji", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    elements = _elements(law, facts.jabatan)
    marks = facts.nilai_elemen_makalah
    if marks is not None:
        _check_marks(law, marks, elements)
    table = []
    for position, row in enumerate(elements):
        line: dict[str, object] = {"elemen": dict(row.cells)["elemen"], "nilai_maksimal": _maximum(row)}
        table.append(line if marks is None else line | {"nilai": marks[position]})
        if row.address is not None:
            draft.cite(row.address)
    result: dict[str, object] = {"nilai_maksimal": sum(_maximum(row) for row in elements), "elemen": table}
    if marks is not None:
        result["nilai_makalah"] = sum(marks, start=Decimal())
        draft.step("Jumlah nilai elemen makalah", sum(marks, start=Decimal()))
    return draft.finish(result=result)


def _elements(law: Law, jabatan: str) -> tuple[Node, ...]:
    """The rows of the paper's sheet that carry a mark of their own."""
    sheet = Address.parse("Lampiran V angka 5", regulation_of(law, jabatan))
    rows = [row for row in law.corpus.node(sheet).walk() if "nilai_maksimal" in dict(row.cells)]
    return tuple(row for row in rows if row.address and ("baris", "jumlah") not in row.address.trail)


def _maximum(row: Node) -> Decimal:
    return Decimal(dict(row.cells)["nilai_maksimal"])


def _check_marks(law: Law, marks: tuple[Decimal, ...], elements: tuple[Node, ...]) -> None:
    rows = [law.corpus.cite(row.address) for row in elements if row.address]
    if len(marks) != len(elements):
        names = ", ".join(dict(row.cells)["elemen"] for row in elements)
        raise InputError("nilai_elemen_makalah", f"Sebutkan nilai untuk tiap elemen makalah: {names}.", *rows)
    for mark, row, cited in zip(marks, elements, rows, strict=True):
        if mark > _maximum(row):
            name = dict(row.cells)["elemen"]
            raise InputError(
                "nilai_elemen_makalah",
                f'Nilai {indonesian(mark)} untuk "{name}" tidak boleh; paling banyak {indonesian(_maximum(row))}.',
                cited,
            )
