"""Klaster keahlian: coordinator and home units of each learning cluster (Permendag 4/2026 Pasal 8, Lampiran II)."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.daftar import Butir, read_list
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.values import Value, Values
from assistant.errors import InputError
from assistant.facts import Facts
from assistant.wording import LONGEST, Wordings

Klaster = Literal[
    "perdagangan_dalam_negeri",
    "perdagangan_luar_negeri",
    "perlindungan_konsumen",
    "perundingan_internasional",
    "ekspor_nasional",
    "berjangka_komoditi",
    "kebijakan_perdagangan",
    "pengawasan_internal",
    "tata_kelola",
]


class KlasterKeahlian(Facts):
    """A cluster by name or number, or a unit that belongs to one."""

    klaster: Klaster | None = Field(None, description="Nama klaster pembelajaran")
    nomor_klaster: Annotated[int, Field(ge=1, le=100)] | None = Field(
        None, description="Nomor klaster dalam Lampiran II"
    )
    nama_unit: str | None = Field(None, max_length=LONGEST, description="Nama unit kerja, untuk mencari klasternya")


@dataclass(frozen=True)
class Baris:
    """One row of Lampiran II."""

    key: str
    name: Value
    coordinator: str
    units: tuple[Butir, ...]


@dataclass(frozen=True)
class Daftar:
    """Lampiran II, its units findable by free wording."""

    rows: tuple[Baris, ...]
    units: tuple[tuple[str, Butir], ...]
    wordings: Wordings


_LISTS: dict[str, Daftar] = {}


def klaster_keahlian(facts: KlasterKeahlian, law: Law) -> Calculation:
    """Menyebut koordinator dan unit kerja asal suatu klaster keahlian Trade CorpU, atau klaster suatu unit kerja."""
    draft = Draft("klaster_keahlian", facts, law)
    values = law.values("klaster_keahlian")
    listed = _listed(law, values)
    rows = listed.rows
    key = _told(facts, rows, law)
    if key is None and facts.nama_unit is not None:
        unit = _find_unit(draft, listed, facts.nama_unit)
        if unit is None:
            return draft.finish(verdict="tidak_dapat_ditentukan")
        key = unit[0]
        draft.step(f'Unit yang dimaksud dengan "{facts.nama_unit}"', unit[1].text, unit[1].address)
    if key is None:
        table = [_summary(row) for row in rows]
        for row in rows:
            draft.cite(row.name)
        return draft.finish(result={"klaster": f"{len(rows)} klaster", "daftar": table})
    row = next(row for row in rows if row.key == key)
    return draft.finish(result=_show(draft, values, row))


def _listed(law: Law, values: Values) -> Daftar:
    """Lampiran II, read once for each state of the corpus."""
    if law.corpus.hash not in _LISTS:
        rows = _rows(law, values)
        units = tuple((row.key, unit) for row in rows for unit in row.units)
        _LISTS[law.corpus.hash] = Daftar(rows, units, Wordings([unit.text for _, unit in units]))
    return _LISTS[law.corpus.hash]


def _rows(law: Law, values: Values) -> tuple[Baris, ...]:
    found = []
    for key in values.keys("baris"):
        name = values.get("baris", key)
        cells = dict(law.corpus.node(name.address).cells) if name.address else {}
        found.append(Baris(key, name, cells.get("koordinator", ""), read_list(law, name)))
    return tuple(found)


def _told(facts: KlasterKeahlian, rows: tuple[Baris, ...], law: Law) -> str | None:
    """The cluster by name or number; raises InputError for a number that Lampiran II lacks, or two that differ."""
    if facts.nomor_klaster is None:
        return facts.klaster
    listed = [law.corpus.cite(row.name.address) for row in rows if row.name.address is not None]
    if facts.nomor_klaster > len(rows):
        raise InputError(
            "nomor_klaster",
            f"Klaster {facts.nomor_klaster} tidak ada; Lampiran II memuat {len(rows)} klaster.",
            listed[-1],
        )
    key = rows[facts.nomor_klaster - 1].key
    if facts.klaster is not None and facts.klaster != key:
        name = rows[facts.nomor_klaster - 1].name.text
        raise InputError(
            "nomor_klaster",
            f"Klaster nomor {facts.nomor_klaster} adalah {name}, bukan yang disebut.",
            listed[facts.nomor_klaster - 1],
        )
    return key


def _find_unit(draft: Draft, listed: Daftar, told: str) -> tuple[str, Butir] | None:
    """The one unit that a free wording means; asks where several fit, and says so where none does."""
    fit = listed.wordings.fit(told)
    if len(fit.fitting) == 1:
        return listed.units[fit.fitting[0]]
    close = [listed.units[at][1].text for at in fit.fitting or fit.nearest]
    if not close:
        names = ", ".join(row.name.text for row in listed.rows)
        source = listed.rows[0].name.address
        raise InputError(
            "nama_unit",
            f"Unit {told!r} tidak ada dalam daftar; klasternya: {names}.",
            draft.cite(source.parent) if source is not None and source.parent is not None else None,
        )
    draft.ask("nama_unit", f"Unit kerja yang mana: {'; '.join(close)}?", listed.rows[0].name)
    return None


def _summary(row: Baris) -> dict[str, Any]:
    number = dict(row.name.address.trail)["nomor"] if row.name.address else ""
    return {"nomor": number, "klaster": row.name.text, "koordinator": row.coordinator, "jumlah_unit": len(row.units)}


def _show(draft: Draft, values: Values, row: Baris) -> dict[str, Any]:
    scope, rule = values.get("klaster", row.key), values.get("koordinator", row.key)
    draft.step("Klaster pembelajaran", scope.text, scope)
    draft.step("Koordinator Kelompok Keahlian", row.coordinator, rule)
    draft.step("Unit kerja asal ASN", len(row.units), row.name)
    return {
        "klaster": scope.text,
        "koordinator": row.coordinator,
        "jumlah_unit": len(row.units),
        "unit": [{"nomor": unit.label, "unit_kerja": unit.text} for unit in row.units],
    }
