"""The activities of Lampiran I as the corpus holds them: number, wording, level, credits, and where they stand."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from assistant.calculators.law import Law
from assistant.errors import InputError
from assistant.facts import Jabatan, Jenjang
from assistant.wording import Wordings
from corpus.address import Address
from corpus.errors import DataError
from corpus.number_words import read_digits
from corpus.tree import Node

# Where the activities of each position are listed.
TABLES = {
    "negosiator": Address("permendag-94-2020", lampiran="I", trail=(("huruf", "A"),)),
    "pengawas": Address("permendag-82-2020", lampiran="I", trail=(("angka", "1"),)),
}
_NUMBER = re.compile(
    r"(?:(?:nomor|no\.?|butir|kegiatan)\s*)*(?P<number>\d+)\s*\.?\s*(?:huruf\s*)?(?P<letter>[a-z]?)\.?"
)


@dataclass(frozen=True)
class Kegiatan:
    """One activity; `printed` holds level and credits as printed where the register of errata reads them otherwise."""

    nomor: str
    nama: str
    jenjang: Jenjang
    angka_kredit: Decimal
    address: Address
    kelompok: str = ""
    printed: tuple[Jenjang | None, Decimal | None] | None = None


@dataclass(frozen=True)
class Daftar:
    """All activities of one position, findable by number and by wording."""

    table: Address
    rows: tuple[Kegiatan, ...]
    wordings: Wordings

    def named(self, told: str) -> tuple[Kegiatan, ...] | None:
        """The activities under a told number ("12", "nomor 8 huruf b", "8"); None when it is no number."""
        match = _NUMBER.fullmatch(told.strip().lower())
        if match is None:
            return None
        number, letter = str(int(match["number"])), match["letter"]
        under = tuple(row for row in self.rows if row.nomor.rstrip("abcdefgh") == number)
        return tuple(row for row in under if row.nomor == number + letter) if letter else under


_LISTS: dict[tuple[str, str], Daftar] = {}


def daftar_kegiatan(law: Law, jabatan: Jabatan) -> Daftar:
    """The activities of a position, read from its Lampiran I once for each state of the corpus."""
    key = (law.corpus.hash, jabatan)
    if key not in _LISTS:
        rows = tuple(_read_rows(law.corpus.node(TABLES[jabatan])))
        if not rows:
            raise DataError(f"{law.corpus.label(TABLES[jabatan])}: no row with angka_kredit; check its .tabel.yaml")
        _LISTS[key] = Daftar(TABLES[jabatan], rows, Wordings([f"{row.kelompok} {row.nama}" for row in rows]))
    return _LISTS[key]


def find_kegiatan(law: Law, jabatan: Jabatan, told: str, field: str = "kegiatan") -> tuple[tuple[Kegiatan, ...], bool]:
    """The activities meant by a number or free wording, and whether they fit (False: only the nearest ones).

    Raises InputError on `field` for a number that the list does not have.
    """
    listed = daftar_kegiatan(law, jabatan)
    numbered = listed.named(told)
    if numbered is None:
        fit = listed.wordings.fit(told)
        return tuple(listed.rows[at] for at in fit.fitting or fit.nearest), bool(fit.fitting)
    if not numbered:
        raise InputError(
            field,
            f"Kegiatan nomor {told!r} tidak ada; {law.corpus.label(listed.table)} memuat nomor {listed.rows[0].nomor} "
            f"sampai dengan {listed.rows[-1].nomor}.",
            *(law.corpus.cite(listed.rows[at].address) for at in (0, -1)),
        )
    return numbered, True


def _read_rows(table: Node) -> list[Kegiatan]:
    found = []
    for node in table.walk():
        for row in (node, *node.children) if node.kind == "baris" and "huruf" not in dict(node.cells) else ():
            activity = _read_row(row, node)
            if activity is not None:
                found.append(activity)
    return found


def _read_row(row: Node, group: Node) -> Kegiatan | None:
    cells = dict(row.cells)
    jenjang = _jenjang(cells.get("jenjang_bacaan") or cells.get("jenjang"))
    credits = _credits(cells.get("angka_kredit_bacaan") or cells.get("angka_kredit"))
    if jenjang is None or credits is None or row.address is None:
        return None
    as_printed = (_jenjang(cells.get("jenjang")), _credits(cells.get("angka_kredit")))
    return Kegiatan(
        nomor=cells.get("nomor", "") + cells.get("huruf", ""),
        nama=_name(row),
        jenjang=jenjang,
        angka_kredit=credits,
        address=row.address,
        kelompok=_name(group) if group is not row else "",
        printed=as_printed if as_printed != (jenjang, credits) else None,
    )


def _name(row: Node) -> str:
    cells = dict(row.cells)
    return re.sub(r"\s+([.,;])", r"\1", cells.get("butir") or cells.get("kegiatan") or "").rstrip(" .;,:")


def _jenjang(cell: str | None) -> Jenjang | None:
    return cast(Jenjang, f"ahli_{cell.strip().lower()}") if cell else None


def _credits(cell: str | None) -> Decimal | None:
    return read_digits(cell) if cell else None
