"""The worked examples of Lampiran II computed again: what is printed, what the printed row gives, and where they part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.formasi import headcount, show_persons
from assistant.calculators.law import Law
from assistant.calculators.pangkat import regulation_of
from assistant.errors import InputError
from assistant.facts import Facts, Jabatan
from assistant.pecahan import result_value, shown
from corpus.address import Address
from corpus.number_words import find_numbers, read_digits
from corpus.tree import Node


class ContohFormasi(Facts):
    """One of the examples printed in Lampiran II."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    nomor_contoh: Annotated[int, Field(ge=1, le=100)] | None = Field(None, description="Nomor contoh dalam Lampiran II")


@dataclass(frozen=True)
class ExampleRow:
    """One row of an example; the figures as printed, None where the cell is empty or lost."""

    name: str
    address: Address
    credits: Decimal
    constant: Decimal
    volume: Decimal
    wpk: Decimal | None
    wpv: Decimal | None
    read_volume: Decimal | None = None  # what the register of errata reads instead of the printed volume

    @cached_property
    def hours(self) -> Fraction:
        """Hours of the year by the printed credits, constant and volume."""
        return Fraction(self.credits) / Fraction(self.constant) * Fraction(self.volume)

    @cached_property
    def hours_as_read(self) -> Fraction:
        """The same by the volume that the register reads."""
        return Fraction(self.credits) / Fraction(self.constant) * Fraction(self.read_volume or self.volume)


def contoh_formasi(facts: ContohFormasi, law: Law) -> Calculation:
    """Menghitung ulang contoh penghitungan formasi dalam Lampiran II dan menunjukkan angka cetakan yang keliru."""
    draft = Draft("contoh_formasi", facts, law)
    for name in ("jabatan", "nomor_contoh"):
        if getattr(facts, name) is None:
            draft.need(name)
    if facts.jabatan is None or facts.nomor_contoh is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    example = _example(law, facts.jabatan, facts.nomor_contoh)
    rows = [row for row in map(_read_row, example.walk()) if row is not None]
    for row in rows:
        _check_row(draft, row)
    hours = sum((row.hours for row in rows), start=Fraction(0))
    persons, whole = show_persons(draft, law, facts.jabatan, hours)
    printed = _printed(draft, example, rows)
    result: dict[str, Any] = {
        "jumlah_jam": result_value(hours),
        "formasi_hitung": result_value(persons),
        "formasi": whole,
        **printed,
        **_as_read(draft, law, facts.jabatan, rows, hours, printed),
    }
    result["baris"] = [_to_row(row) for row in rows]
    _compare(draft, example, result)
    return draft.finish(result=result)


def _example(law: Law, jabatan: Jabatan, number: int) -> Node:
    attachment = law.corpus.node(Address(regulation_of(law, jabatan), lampiran="II"))
    found = {
        node.address.trail[-1][1]: node
        for node in attachment.walk()
        if node.address and node.address.trail and node.address.trail[-1][0] == "contoh"
    }
    if str(number) not in found:
        raise InputError(
            "nomor_contoh",
            f"Contoh {number} tidak ada; {law.corpus.label(Address(regulation_of(law, jabatan), lampiran='II'))} memuat contoh "
            f"{', '.join(found)}.",
            *(law.corpus.cite(node.address) for node in found.values() if node.address is not None),
        )
    return found[str(number)]


def _read_row(node: Node) -> ExampleRow | None:
    cells = dict(node.cells)
    credits, constant, volume = (_number(cells, name) for name in ("angka_kredit", "konstanta", "volume"))
    if node.address is None or credits is None or constant is None or volume is None:
        return None
    name = cells.get("butir") or cells.get("kegiatan") or ""
    wpk, wpv, read = (_number(cells, name) for name in ("wpk", "wpv", "volume_bacaan"))
    return ExampleRow(name, node.address, credits, constant, volume, wpk, wpv, read)


def _number(cells: dict[str, str], name: str) -> Decimal | None:
    return read_digits(cells[name]) if name in cells else None


def _check_row(draft: Draft, row: ExampleRow) -> None:
    wpk = Fraction(row.credits) / Fraction(row.constant)
    text = f"{row.name}: {indonesian(row.credits)} ÷ {indonesian(row.constant)} × {indonesian(row.volume)}"
    draft.step(text, f"{shown(row.hours)} jam", row.address)
    number = dict(row.address.trail).get("baris", "")
    if row.wpk is not None and Fraction(row.wpk) != wpk and round(wpk) != row.wpk:
        message = f"Baris {number}: waktu tiap butir tercetak {indonesian(row.wpk)}, seharusnya {shown(wpk)}."
        draft.warn(f"tercetak_keliru:wpk_{number}", message, row.address)
    if row.wpv is None or Fraction(row.wpv) != row.hours:
        printed = "tidak tercetak" if row.wpv is None else f"tercetak {indonesian(row.wpv)}"
        message = f"Baris {number}: jam setahun {printed}; menurut angka baris itu seharusnya {shown(row.hours)}."
        draft.warn(f"tercetak_keliru:wpv_{number}", message, row.address)


def _printed(draft: Draft, example: Node, rows: Sequence[ExampleRow]) -> dict[str, Any]:
    """The figures printed below the table: hours, quotient, persons."""
    figures: dict[str, Any] = {}
    for node in example.walk():
        place = node.address.trail[-1] if node.address and node.address.trail else ("", "")
        if place == ("baris", "jumlah"):
            figures["jumlah_jam_tercetak"] = _number(dict(node.cells), "jumlah")
        if place == ("baris", "hasil"):
            figures |= _printed_result(node.words, figures.get("jumlah_jam_tercetak"))
        if place[1] in ("jumlah", "hasil") and node.address:
            draft.cite(node.address)
    return figures


def _printed_result(words: str, total: Decimal | None) -> dict[str, Any]:
    people = re.search(r"(\d+) orang", words)
    figures: dict[str, Any] = {"formasi_tercetak": int(people[1])} if people else {}
    decimals = [number.value for number in find_numbers(words) if number.value % 1]
    if decimals and total:
        figures["formasi_hitung_tercetak"] = max(decimals)
    return figures


def _as_read(
    draft: Draft, law: Law, jabatan: Jabatan, rows: Sequence[ExampleRow], hours: Fraction, printed: dict[str, Any]
) -> dict[str, Any]:
    """The figures by the other reading: the volumes of the register, and a row that the printed total still counts."""
    total = printed.get("jumlah_jam_tercetak")
    lost = Fraction(total) - sum((Fraction(row.wpv or 0) for row in rows), start=Fraction(0)) if total else Fraction(0)
    other = sum((row.hours_as_read for row in rows), start=Fraction(0)) + max(lost, Fraction(0))
    if lost > 0:
        draft.warn(
            "tercetak_keliru:baris_hilang",
            f"Jumlah tercetak {shown(lost)} jam lebih besar daripada jumlah baris yang tercetak; kemungkinan satu baris hilang.",
        )
    if other == hours:
        return {}
    persons, whole = headcount(law, jabatan, other)
    return {
        "jumlah_jam_bacaan": result_value(other),
        "formasi_hitung_bacaan": result_value(persons),
        "formasi_bacaan": whole,
    }


def _compare(draft: Draft, example: Node, result: dict[str, Any]) -> None:
    """Warn where a printed figure below the table is not the computed one."""
    for name, label in (
        ("jumlah_jam", "Jumlah jam"),
        ("formasi_hitung", "Hasil bagi"),
        ("formasi", "Jumlah orang"),
    ):
        printed, computed = result.get(f"{name}_tercetak"), result[name]
        if printed is not None and printed != computed:
            text = computed if isinstance(computed, str) else indonesian(computed)
            message = f"{label} tercetak {indonesian(printed)}; dihitung dari barisnya {text}."
            draft.warn(f"tercetak_keliru:{name}", message, example.address)


def _to_row(row: ExampleRow) -> dict[str, Any]:
    return {
        "nama": row.name,
        "angka_kredit": row.credits,
        "konstanta": row.constant,
        "volume": row.volume,
        "wpv_tercetak": row.wpv if row.wpv is not None else "tidak_tercetak",
        "wpv": result_value(row.hours),
    }
