"""Hasil kerja minimal: what each level must have produced, and whether it has (Lampiran VI of 94/2020 and 82/2020)."""

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import jenjang_entry, jenjang_name, levels
from assistant.calculators.law import Law
from assistant.calculators.pangkat import regulation_of
from assistant.calculators.syarat import needs
from assistant.errors import InputError
from assistant.facts import Count, Facts, Jabatan, Jenjang
from corpus.address import Address
from corpus.tree import Node


class HasilKerjaMinimal(Facts):
    """A level and, when known, how many of each result there are."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    jenjang: Jenjang | None = Field(None, description="Jenjang sekarang")
    jumlah_hasil_kerja: tuple[Count, ...] | None = Field(
        None, max_length=100, description="Jumlah tiap hasil kerja, menurut urutan nomor pada Lampiran VI"
    )


def hasil_kerja_minimal(facts: HasilKerjaMinimal, law: Law) -> Calculation:
    """Menunjukkan hasil kerja minimal suatu jenjang dan memeriksa apakah tiap jumlahnya sudah terpenuhi."""
    draft = Draft("hasil_kerja_minimal", facts, law)
    if needs(draft, facts, "jabatan", "jenjang") or facts.jabatan is None or facts.jenjang is None:
        result = {} if facts.jabatan is None else _every_level(draft, facts.jabatan, law)
        return draft.finish(verdict="tidak_dapat_ditentukan", result=result)
    rows = minimum_results(law, facts.jabatan, facts.jenjang)
    counts = facts.jumlah_hasil_kerja
    if counts is not None and len(counts) != len(rows):
        raise InputError(
            "jumlah_hasil_kerja",
            f"Sebutkan jumlah untuk tiap hasil kerja minimal {jenjang_name(facts.jenjang)}, menurut urutan nomornya.",
            *(law.corpus.cite(row.address) for row in rows if row.address),
        )
    values = law.values("hasil_kerja_minimal")
    draft.cite(values.get("setiap_hasil", facts.jabatan))
    for position, row in enumerate(rows):
        _line(draft, row, None if counts is None else counts[position])
    period = values.get("setiap_periode", facts.jabatan)
    draft.warn("tidak_diatur", "Lampiran VI tidak menyebut dalam berapa lama jumlah itu dihitung.", period)
    table = [_cells(row, None if counts is None else counts[n]) for n, row in enumerate(rows)]
    return draft.finish(result={"jumlah_disyaratkan": sum(_volume(row) for row in rows), "hasil_kerja": table})


def _every_level(draft: Draft, jabatan: Jabatan, law: Law) -> dict[str, object]:
    """The results of every level in one table."""
    values = law.values("hasil_kerja_minimal")
    draft.cite(values.get("setiap_hasil", jabatan))
    table = []
    for level in levels(law, jabatan):
        for row in minimum_results(law, jabatan, level):
            table.append({"jenjang": jenjang_name(level)} | _cells(row, None))
            if row.address is not None:
                draft.cite(row.address)
    period = values.get("setiap_periode", jabatan)
    draft.warn("tidak_diatur", "Lampiran VI tidak menyebut dalam berapa lama jumlah itu dihitung.", period)
    return {"hasil_kerja": table}


def minimum_results(law: Law, jabatan: str, jenjang: str) -> tuple[Node, ...]:
    """The rows of Lampiran VI for one level, in order."""
    jenjang_entry(law, jabatan, jenjang)
    word = jenjang_name(jenjang).split()[-1]
    level = Address(regulation_of(law, jabatan), lampiran="VI", trail=(("jenjang", word),))
    table = law.corpus.node(level.parent or level)
    return tuple(row for row in table.walk() if row.address and level.contains(row.address) and row.address != level)


def required_evidence(law: Law, jabatan: str, jenjang: str) -> int:
    """How many pieces of evidence the minimum results of a level make together."""
    return sum(_volume(row) for row in minimum_results(law, jabatan, jenjang))


def _volume(row: Node) -> int:
    return int(dict(row.cells)["volume"])


def _cells(row: Node, count: int | None) -> dict[str, object]:
    cells = dict(row.cells)
    line: dict[str, object] = {
        "nomor": cells["nomor"],
        "hasil_kerja": cells["hasil_kerja_minimal"],
        "disyaratkan": _volume(row),
    }
    return line if count is None else line | {"dimiliki": count}


def _line(draft: Draft, row: Node, count: int | None) -> None:
    name, needed = dict(row.cells)["hasil_kerja_minimal"], _volume(row)
    if row.address is None:
        return
    if count is None:
        draft.step(name, needed, row.address)
    else:
        draft.require(f"{name}: {count} dari {needed}", count >= needed, row.address, "jumlah_hasil_kerja")
