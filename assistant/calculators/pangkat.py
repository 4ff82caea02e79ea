"""One rise in rank: from which rank to which, and the credits it needs (Lampiran IV, "AK untuk kenaikan pangkat selanjutnya")."""

from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators.jenjang import (
    JABATAN_NAMES,
    golongan_of,
    jenjang_name,
    next_golongan,
    settle_jenjang,
)
from assistant.calculators.law import Law
from assistant.errors import ValueMissing
from assistant.facts import Jenjang
from corpus.address import Address
from corpus.citation import Citation
from corpus.tree import Node

COLUMN = "ak_kenaikan_pangkat"


@dataclass(frozen=True)
class NeededCredits:
    """The credits that the next rank needs, and the row that says so."""

    amount: Decimal
    citation: Citation


@dataclass(frozen=True)
class Rise:
    """One rise in rank: from where, to where, and what it needs."""

    jabatan: str
    golongan: str
    jenjang: str
    target: str | None
    needed: NeededCredits | None
    same_level: bool
    last_of_level: bool  # the rise after this one leaves the level

    @property
    def name(self) -> str:
        """The position and level: "Pengawas Perdagangan Ahli Pertama"."""
        return f"{JABATAN_NAMES[self.jabatan]} {jenjang_name(self.jenjang)}"


def plan_rise(law: Law, jabatan: str, golongan: str, jenjang: Jenjang | None) -> Rise:
    """Where the next rise leads; raises InputError when rank and level cannot go together."""
    level = settle_jenjang(law, jabatan, golongan, jenjang)
    target = next_golongan(law, jabatan, golongan)
    members = golongan_of(law, jabatan, level)
    needed = needed_credits(law, jabatan, golongan) if target else None
    return Rise(jabatan, golongan, level, target, needed, target in members, target == members[-1])


def regulation_of(law: Law, jabatan: str) -> str:
    """The regulation that governs a position."""
    return next(r.id for r in law.corpus.regulations.values() if r.jabatan == jabatan)


def needed_credits(law: Law, jabatan: str, golongan: str) -> NeededCredits:
    """The credits needed for the rank after this one; raises ValueMissing where the table holds no number (IV/e)."""
    table = law.corpus.node(Address(regulation_of(law, jabatan), lampiran="IV"))
    for row in table.walk():
        amount = _amount(row)
        if row.address and amount and ("golongan", golongan) in row.address.trail:
            return NeededCredits(amount, law.corpus.cite(row.address))
    raise ValueMissing(f"Lampiran IV {regulation_of(law, jabatan)}: tidak ada {COLUMN} untuk golongan {golongan}")


def credits_of_level(law: Law, jabatan: str, jenjang: str) -> Decimal:
    """The column summed over the ranks of one level."""
    needed = [needed_credits(law, jabatan, golongan) for golongan in golongan_of(law, jabatan, jenjang)]
    return sum((each.amount for each in needed), start=Decimal())


def _amount(row: Node) -> Decimal | None:
    """The number of the column, as an erratum reads it where the print lost it."""
    cells = dict(row.cells)
    shown = cells.get(f"{COLUMN}_bacaan", cells.get(COLUMN, ""))
    return Decimal(shown) if shown.isdigit() else None
