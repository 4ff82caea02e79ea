"""Calendar months: the texts count in months and years, never in days, and never say what the month's end does.

The rule used everywhere: the same day so many months on, or the last day of that month when it is shorter.
"""

import calendar
from datetime import MAXYEAR, MINYEAR, date

from assistant.errors import InputError

MONTHS_PER_YEAR = 12


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier when negative), clamped to the month's end: 31 January + 1 is 28 February."""
    year, month = divmod(day.year * MONTHS_PER_YEAR + day.month - 1 + months, MONTHS_PER_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        raise InputError("tanggal", "Hitungan dari tanggal itu jatuh di luar kalender; periksa tanggalnya.")
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def add_years(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February."""
    return add_months(day, years * MONTHS_PER_YEAR)


def full_months(start: date, end: date) -> int:
    """Completed calendar months from `start` to `end`; negative when `end` comes first."""
    if end < start:
        return -full_months(end, start)
    months = (end.year - start.year) * MONTHS_PER_YEAR + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def duration(months: int) -> str:
    """A number of months in words a reader uses: 27 gives "2 tahun 3 bulan"."""
    years, rest = divmod(months, MONTHS_PER_YEAR)
    parts = [f"{years} tahun" if years else "", f"{rest} bulan" if rest or not years else ""]
    return " ".join(part for part in parts if part)


def long_date(day: date) -> str:
    """A date in Indonesian: "1 April 2027"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


MONTH_NAMES = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
