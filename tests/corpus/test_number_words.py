"""Numbers in words and digits are read as Indonesian law writes them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.number_words import find_numbers, read_digits, read_number_words

UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dua belas koma lima", "12.5"),
        ("delapan belas koma tujuh lima", "18.75"),
        ("lima puluh enam koma dua lima", "56.25"),
        ("tiga puluh tujuh koma dua puluh lima", "37.25"),
        ("nol koma nol empat", "0.04"),
        ("satu setengah", "1.5"),
        ("setengah", "0.5"),
        ("tiga perempat", "0.75"),
        ("sepuluh", "10"),
        ("sebelas", "11"),
        ("dua puluh", "20"),
        ("tujuh puluh lima", "75"),
        ("seratus lima puluh", "150"),
        ("seribu dua ratus lima puluh", "1250"),
        ("dua ribu dua puluh lima", "2025"),
        ("sembilan belas", "19"),
        ("Limabelas", "15"),
        ("duapuluh", "20"),
        ("satu juta dua ratus ribu", "1200000"),
    ],
)
def test_number_words_are_read(words: str, value: str) -> None:
    assert read_number_words(words) == Decimal(value)


@pytest.mark.parametrize(
    "words", ["", "tahun", "dua tahun", "bersatu", "koma lima", "dua, tiga", "paling sedikit dua", "12"]
)
def test_text_that_is_not_one_number_in_words_is_none(words: str) -> None:
    assert read_number_words(words) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [("12,5", "12.5"), ("12.50", "12.50"), ("1.250", "1250"), ("1250", "1250"), ("0,010", "0.010"), ("0.676", "0.676"),
     ("4.7968", "4.7968"), ("1.250,75", "1250.75"), ("2.500.000", "2500000"), ("0.04", "0.04")],
)  # fmt: skip
def test_digits_are_read_with_thousands_point_and_decimal_comma(digits: str, value: str) -> None:
    assert read_digits(digits) == Decimal(value)


def test_digits_with_anything_else_are_none() -> None:
    assert read_digits("12,5%") is None
    assert read_digits("1.2.3") is None


def test_both_writings_of_a_legal_number_are_found_with_their_places() -> None:
    text = "a. 12,5 (dua belas koma lima) untuk Ahli Pertama;"
    found = find_numbers(text)
    assert [number.value for number in found] == [Decimal("12.5"), Decimal("12.5")]
    assert [text[number.start : number.end] for number in found] == ["12,5", "dua belas koma lima"]


def test_a_range_of_hours_is_two_numbers() -> None:
    assert [number.value for number in find_numbers("lamanya antara 641-960 jam")] == [641, 960]


def test_neighbouring_numbers_in_words_stay_apart() -> None:
    assert [number.value for number in find_numbers("dua tahun, tiga bulan; empat")] == [2, 3, 4]
    assert [number.value for number in find_numbers("dua dua puluh")] == [2, 20]


def test_digits_inside_a_word_are_no_number() -> None:
    assert find_numbers("ijazah S2 golongan III/a") == ()


def test_a_full_stop_after_digits_belongs_to_the_sentence() -> None:
    assert [number.text for number in find_numbers("sebesar 80. Lalu 1.250.")] == ["80", "1.250"]


def in_words(value: int) -> str:
    """An independent writer of numbers below a million, to check the reader against."""
    if value < 10:
        return UNITS[value]
    if value < 12:
        return "sepuluh" if value == 10 else "sebelas"
    if value < 20:
        return f"{UNITS[value - 10]} belas"
    for size, name in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if value >= size:
            head = f"se{name}" if value // size == 1 else f"{in_words(value // size)} {name}"
            rest = value % size
            return f"{head} {in_words(rest)}" if rest else head
    raise AssertionError(value)


@given(st.integers(min_value=0, max_value=999_999))
@settings(derandomize=True)
def test_every_whole_number_written_in_words_is_read_back(value: int) -> None:
    assert read_number_words(in_words(value)) == value
