"""What an activity earns a person of a level: in full on one's own level or one below, less one above, nothing further
(Pasal 55 ayat (6)-(7) of 94/2020, Pasal 56 ayat (6)-(7) of 82/2020)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from assistant.calculators.jenjang import levels
from assistant.calculators.kegiatan import Kegiatan
from assistant.calculators.law import Law
from assistant.calculators.values import Value
from assistant.facts import Jabatan


@dataclass(frozen=True)
class Credited:
    """One activity with what it earns: `percent` is None where it lies too far from the person's level.

    `assigned` is False when work outside one's own level was not assigned in writing: then it earns nothing.
    """

    activity: Kegiatan
    volume: Decimal
    distance: int
    percent: Decimal | None
    assigned: bool | None = None

    @property
    def credits(self) -> Decimal:
        """The credits earned, exact."""
        if self.percent is None or (self.distance and self.assigned is False):
            return Decimal(0)
        return self.activity.angka_kredit * self.volume * self.percent / 100

    def to_row(self) -> dict[str, Any]:
        """One line of the table in a result."""
        return {
            "nomor": self.activity.nomor,
            "nama": self.activity.nama,
            "jenjang": self.activity.jenjang,
            "angka_kredit_butir": self.activity.angka_kredit,
            "volume": self.volume,
            "persen": self.percent if self.percent is not None else "tidak_dapat_dinilai",
            "angka_kredit": self.credits,
        }


def credit(
    law: Law, jabatan: Jabatan, jenjang: str, activity: Kegiatan, volume: Decimal, *, assigned: bool | None = None
) -> Credited:
    """What an activity done so often earns a person of a level."""
    ladder = levels(law, jabatan)
    distance = ladder.index(activity.jenjang) - ladder.index(jenjang)
    if distance == 0:
        return Credited(activity, volume, distance, Decimal(100), assigned)
    rule = percent_rule(law, jabatan, distance)
    return Credited(activity, volume, distance, rule.number if rule else None, assigned)


def credit_as_printed(law: Law, jabatan: Jabatan, jenjang: str, row: Credited) -> Decimal:
    """What the same row earns by its cells as printed, where the register of errata reads them otherwise."""
    if row.activity.printed is None:
        return row.credits
    level, credits = row.activity.printed
    if level is None or credits is None:
        return Decimal(0)
    printed = replace(row.activity, jenjang=level, angka_kredit=credits)
    return credit(law, jabatan, jenjang, printed, row.volume, assigned=row.assigned).credits


def percent_rule(law: Law, jabatan: Jabatan, distance: int) -> Value | None:
    """The rule for work so many levels above (or below, negative) one's own; None where there is none."""
    values = law.values("angka_kredit_kegiatan")
    if not distance or abs(distance) > values.get("jarak_jenjang", jabatan).number:
        return None
    return values.get("nilai_penugasan", jabatan, f"satu_tingkat_di_{'atas' if distance > 0 else 'bawah'}")


def total_of(rows: Sequence[Credited]) -> Decimal:
    """The credits of all rows."""
    return sum((row.credits for row in rows), start=Decimal(0))
