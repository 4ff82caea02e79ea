"""Periode kenaikan: the April and October rounds of promotion, with the last days of proposal and of assessment."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.calculators.kalender import MONTH_NAMES
from assistant.calculators.law import Law

NAMES = ("April", "Oktober")
FIRST_WEEK = timedelta(weeks=1)  # "minggu pertama" is read as the first seven days; the text does not define it


@dataclass(frozen=True)
class Periode:
    """One round: its month, the last day for the proposal (DUPAK) and for the credits to be set (PAK)."""

    name: str
    start: date
    dupak: date
    pak: date

    @property
    def title(self) -> str:
        """ "April 2027"."""
        return f"{self.name} {self.start.year}"


def periode(law: Law, jabatan: str, name: str, year: int) -> Periode:
    """The round of that name in a year."""
    values = law.values("kalender_pak")
    proposal = _first(year, values.get("bulan_dupak", jabatan, name).text)
    setting = _first(year, values.get("bulan_pak", jabatan, name).text)
    last = calendar.monthrange(setting.year, setting.month)[1]
    dupak = proposal + FIRST_WEEK - timedelta(days=1)
    return Periode(name, _first(year, name), dupak, setting.replace(day=last))


def periods_from(law: Law, jabatan: str, day: date) -> Iterator[Periode]:
    """The rounds whose proposal can still be made on this day, soonest first."""
    for year in range(day.year, date.max.year + 1):
        for name in NAMES:
            found = periode(law, jabatan, name, year)
            if found.dupak >= day:
                yield found


def _first(year: int, month: str) -> date:
    return date(year, MONTH_NAMES.index(month) + 1, 1)
