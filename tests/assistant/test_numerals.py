"""Numerals are found however they are written, and each knows its value."""

import pytest

from assistant.numerals import numerals, values_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("37,5", "37.5"),
        ("37.5", "37.5"),
        ("1.250", "1250"),
        ("1,250.5", "1250.5"),
        ("150%", "150"),
        ("III/a", "III/a"),
        ("dua belas koma lima", "12.5"),
        ("tiga puluh", "30"),
        ("2026-04-01", "2026-04-01"),
        ("31-80", "80"),
        ("seratus lima puluh persen", "150"),
        ("one hundred and twenty-five", "125"),
        ("1 April 2026", "2026-04-01"),
        ("April 2026", "2026-04-*"),
        ("2026-04-01", "2026-04-*"),
        ("01/03/2025", "2025-03-01"),
        ("1-3-2025", "2025-03-01"),
        ("1.3.2025.", "2025-03-01"),
        ("golongan iii/B", "III/b"),
        ("golongan IIIb", "III/b"),
        ("tahap VII", "romawi VII"),
        ("½ tahun", "0.5"),
    ],
)
def test_a_numeral_is_read(text: str, value: str) -> None:
    assert value in values_of(text)


@pytest.mark.parametrize("text", ["32/01/2025", "01/13/2025", "94/2020", "1/2/20250", "8/1/2/2025"])
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert not any(value.startswith(("2025-", "2020-")) for value in values_of(text))


def test_each_numeral_keeps_its_characters() -> None:
    text = "AK 52 dari 50, golongan III/a"
    assert [(n.text, text[n.start : n.end]) for n in numerals(text)] == [("52", "52"), ("50", "50"), ("III/a", "III/a")]


def test_a_number_word_in_an_idiom_counts_nothing() -> None:
    assert values_of("salah satu syarat") == frozenset()
    assert values_of("satu syarat") == {"1"}
    assert values_of("one of the conditions") == frozenset()


def test_another_month_is_another_date() -> None:
    assert not values_of("1 Maret 2026") & {n for n in values_of("1 April 2026") if n.startswith("2026-")}
    assert values_of("bulan Maret") != values_of("bulan April")


def test_a_degree_is_a_name_and_other_digits_glued_to_letters_are_a_numeral() -> None:
    assert values_of("ijazah S1 atau D-3") == frozenset()
    assert values_of("usia57tahun") == {"57"}
