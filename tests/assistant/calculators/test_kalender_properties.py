"""Calendar months: clamped at the month's end, never running backwards."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.calculators.kalender import add_months, add_years, duration, full_months, long_date
from assistant.errors import InputError

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))
MONTHS = st.integers(0, 600)
many = settings(derandomize=True, deadline=None, max_examples=200)


@many
@given(day=DAYS, months=MONTHS)
def test_months_added_are_the_months_counted(day: date, months: int) -> None:
    assert full_months(day, add_months(day, months)) == months


@many
@given(day=DAYS, months=MONTHS)
def test_one_day_before_the_months_are_complete_one_is_missing(day: date, months: int) -> None:
    end = add_months(day, months + 1)
    assert full_months(day, date.fromordinal(end.toordinal() - 1)) == months


@many
@given(day=DAYS, months=st.integers(-600, 600), more=MONTHS)
def test_more_months_never_come_earlier(day: date, months: int, more: int) -> None:
    assert add_months(day, months) <= add_months(day, months + more)


@many
@given(start=DAYS, end=DAYS)
def test_counting_backwards_is_the_same_with_a_minus(start: date, end: date) -> None:
    assert full_months(start, end) == -full_months(end, start)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2021, 12, 31), -6, date(2021, 6, 30)),
        (date(2021, 3, 31), 12, date(2022, 3, 31)),
        (date(2021, 11, 15), 3, date(2022, 2, 15)),
        (date(2021, 2, 15), -3, date(2020, 11, 15)),
    ],
)
def test_a_month_ends_where_the_calendar_ends_it(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_a_leap_day_has_its_birthday_on_28_february() -> None:
    assert add_years(date(2020, 2, 29), 1) == date(2021, 2, 28)


@pytest.mark.parametrize(
    ("months", "words"),
    [(0, "0 bulan"), (1, "1 bulan"), (11, "11 bulan"), (12, "1 tahun"), (24, "2 tahun"), (27, "2 tahun 3 bulan")],
)
def test_a_duration_reads_as_people_say_it(months: int, words: str) -> None:
    assert duration(months) == words


def test_dates_read_in_indonesian() -> None:
    assert long_date(date(2027, 4, 1)) == "1 April 2027"
    assert long_date(date(2026, 12, 31)) == "31 Desember 2026"


@pytest.mark.parametrize(("day", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 1), -1)])
def test_beyond_the_calendar_is_a_plain_refusal(day: date, months: int) -> None:
    with pytest.raises(InputError, match="di luar kalender"):
        add_months(day, months)
