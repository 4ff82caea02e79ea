"""Batas usia: whether a person is young enough, and until when a proposal may arrive.

"Paling tinggi 53 tahun" is read up to the birthday itself; who has passed it is older than 53. The looser reading, up
to the day before the next birthday, is named where it would change the result.
"""

from dataclasses import dataclass
from datetime import date

from assistant.calculators.draft import Draft
from assistant.calculators.kalender import add_months, add_years, long_date
from assistant.calculators.syarat import months_of
from assistant.calculators.values import Value


@dataclass(frozen=True)
class Age:
    """What was told of a person's age."""

    birth: date | None
    years: int | None
    on: date | None


def last_day(age: Age, limit: Value) -> date | None:
    """The birthday on which the limit is reached."""
    return add_years(age.birth, int(limit.number)) if age.birth else None


def young_enough(age: Age, limit: Value) -> bool | None:
    """Whether the limit is not passed on the day of reckoning; None where what was told leaves it open."""
    last = last_day(age, limit)
    if last is None:
        return _by_years(age.years, int(limit.number))
    return None if age.on is None else age.on <= last


def require_age(draft: Draft, age: Age, limit: Value, what: str) -> None:
    """At most so old on the day of reckoning."""
    years = int(limit.number)
    last, met = last_day(age, limit), young_enough(age, limit)
    if last is None:
        told = "" if age.years is None else f"Usia {age.years} tahun, "
        text = f"{told}paling tinggi {years} tahun {what}"
        draft.require(text[:1].upper() + text[1:], met, limit, "tanggal_lahir")
        return
    draft.require(f"Paling tinggi {years} tahun {what}, yaitu sampai {long_date(last)}", met, limit, "tanggal")
    if age.on is not None and last < age.on < add_years(last, 1):
        draft.warn(
            "dua_bacaan:usia",
            f'Usia {years} tahun lewat beberapa bulan dibaca sebagai melampaui batas. Bila "{years} tahun" dibaca sampai '
            f"sebelum ulang tahun berikutnya, batasnya {long_date(add_years(last, 1))}; peraturan tidak menegaskannya.",
            limit,
        )


def require_received(draft: Draft, age: Age, limit: Value, lead: Value, receiver: str) -> date | None:
    """The proposal arrives early enough before the age limit; gives the last day of receipt when it is known."""
    last = last_day(age, limit)
    months = months_of(lead)
    if last is None:
        met = early_by_years(age.years, int(limit.number))
        draft.require(
            f"Usul diterima {receiver} paling lambat {months} bulan sebelum batas usia", met, lead, "tanggal_lahir"
        )
        return None
    deadline = add_months(last, -months)
    draft.step(f"Batas penerimaan usul: {long_date(last)} dikurangi {months} bulan", long_date(deadline), lead)
    met = None if age.on is None else age.on <= deadline
    draft.require(f"Usul diterima {receiver} paling lambat {long_date(deadline)}", met, lead, "tanggal")
    return deadline


def _by_years(years: int | None, limit: int) -> bool | None:
    """Known from the age in years alone; in the year of the limit itself only the birthday can tell."""
    if years is None or years == limit:
        return None
    return years < limit


def early_by_years(years: int | None, limit: int) -> bool | None:
    """Whether a proposal arrives early enough before a limit, known from the age in years; in the year before it the birthday tells."""
    if years is None or years == limit - 1:
        return None
    return years < limit
