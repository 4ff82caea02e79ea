"""English answers are English: conditions and workings are put into English, numbers and dates in their English form."""

from pathlib import Path

import pytest
import yaml

from assistant.calculators.law import Law
from assistant.english import in_english
from assistant.listing import say_months, show
from assistant.tools import run

FOLDER = Path(__file__).parent / "calculators"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_condition_of_a_calculator_has_its_english(path: Path, law: Law) -> None:
    cases = [case for case in yaml.safe_load(path.read_text(encoding="utf-8")) if "refused" not in case]
    told = {r.text for case in cases for r in run(case["tool"], case["inputs"], law).requirements}
    assert sorted(text for text in told if in_english(text) is None) == []


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Angka kredit 37,5 dari 50 yang disyaratkan", "37.5 credits of the 50 required"),
        ("Paling singkat 2 tahun dalam pangkat terakhir", "At least 2 years in the present rank"),
        (
            "1 tahun 3 bulan dalam pangkat terakhir, disyaratkan paling singkat 2 tahun",
            "1 year 3 months in the present rank; at least 2 years required",
        ),
        ("Rekomendasi masih berlaku pada 1 Maret 2026", "Recommendation still valid on 1 March 2026"),
        ("1.250 jam", "1,250 hours"),
    ],
)
def test_numbers_lengths_and_dates_take_their_english_form(indonesian: str, english: str) -> None:
    assert in_english(indonesian) == english


def test_words_without_a_pattern_are_not_guessed() -> None:
    assert in_english("Kalimat yang tidak ada dalam tabel") is None


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [(True, "ya", "yes"), ("2026-03-01", "1 Maret 2026", "1 March 2026"), ("37.5", "37,5", "37.5")],
)
def test_a_result_is_shown_in_the_form_of_the_language(value: object, indonesian: str, english: str) -> None:
    assert (show(value), show(value, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("months", "english"),
    [(0, "0 months"), (1, "1 month"), (12, "1 year"), (13, "1 year 1 month"), (30, "2 years 6 months")],
)
def test_months_are_counted_in_years_and_months(months: int, english: str) -> None:
    assert say_months(months, "en") == english
