"""Figures as people write them: thousands set apart, years left alone, the decimal mark of the reader's language."""

from decimal import Decimal

import pytest

from assistant.listing import say_tables, show
from assistant.numerals import values_of


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (6600, "6.600", "6,600"),
        (999, "999", "999"),
        (1000, "1.000", "1,000"),
        (-1250, "-1.250", "-1,250"),
        (Decimal("1250.75"), "1.250,75", "1,250.75"),
        (Decimal("0.1253"), "0,1253", "0.1253"),
        (1234567, "1.234.567", "1,234,567"),
        (2026, "2026", "2026"),
        (1899, "1.899", "1,899"),
        (2100, "2.100", "2,100"),
        (Decimal("2026.5"), "2.026,5", "2,026.5"),
        ("III/c", "III/c", "III/c"),
    ],
)
def test_a_number_is_written_as_its_reader_writes_it(value: int | Decimal | str, indonesian: str, english: str) -> None:
    assert (show(value), show(value, "en")) == (indonesian, english)


def test_a_number_set_apart_in_a_table_is_still_the_number_that_was_computed() -> None:
    table = say_tables({"baris": [{"jam": 6600, "tahun": 2026}]}, "id")
    assert "| 6.600 | 2026 |" in table and "6600" in values_of("6.600")
