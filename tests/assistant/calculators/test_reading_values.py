"""The YAML of values: what is read from it, on which day it holds, and what is refused with which words."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.calculators.values import Outside, Values, load_values
from assistant.errors import ValueMissing
from corpus.address import Address
from corpus.errors import DataError

OLD = """
target:
  unit: angka kredit
  entries:
    - key: negosiator ahli_pertama
      since: 2020-12-01
      until: 2025-01-13
      value: "12.5"
      regulation: permendag-94-2020
      place: Pasal 55 ayat (1) huruf a
      quote: "12,5 (dua belas koma lima) — cukup"
    - since: 2024-06-01
      value: "baru"
      outside: {source: Peraturan lain, certainty: tinggi, checked: 2026-11-21}
    - key: negosiator ahli_pertama
      since: 2020-01-01
      until: 2020-11-30
      value: "10"
      regulation: permendag-94-2020
      place: Pasal 55
      quote: "sepuluh"
    - key: negosiator ahli_muda
      since: 2020-12-01
      value: "25"
      regulation: permendag-94-2020
      place: Pasal 55
      quote: "dua puluh lima"
"""
PLACE = "regulation: permendag-94-2020, place: Pasal 55, quote: kata"


def written(folder: Path, text: str) -> Path:
    path = folder / "contoh.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def values(tmp_path: Path) -> Values:
    return load_values(written(tmp_path, OLD))


def test_a_value_carries_its_words_its_provision_and_its_days(values: Values) -> None:
    found = values.entries[0]
    assert (found.name, found.key, found.text, found.unit) == (
        "target",
        "negosiator ahli_pertama",
        "12.5",
        "angka kredit",
    )
    assert (found.since, found.until) == (date(2020, 12, 1), date(2025, 1, 13))
    assert found.address == Address.parse("Pasal 55 ayat (1) huruf a", "permendag-94-2020")
    assert found.quote == "12,5 (dua belas koma lima) — cukup"
    assert found.outside is None
    assert found.number == Decimal("12.5")


def test_a_value_from_outside_carries_its_source_and_no_provision(values: Values) -> None:
    found = values.get("target", "")
    assert (found.key, found.address, found.quote, found.until) == ("", None, "", None)
    assert found.outside == Outside("Peraturan lain", "tinggi", date(2026, 11, 21))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2020, 1, 1), "10"),
        (date(2020, 11, 30), "10"),
        (date(2020, 12, 1), "12.5"),
        (date(2025, 1, 13), "12.5"),
    ],
)
def test_the_value_of_a_day_holds_on_its_first_and_last_day(values: Values, day: date, text: str) -> None:
    assert values.get("target", "negosiator", "ahli_pertama", on=day).text == text


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2025, 1, 14)])
def test_on_a_day_outside_there_is_no_value(values: Values, day: date) -> None:
    assert values.find("target", "negosiator", "ahli_pertama", on=day) is None
    with pytest.raises(ValueMissing):
        values.get("target", "negosiator", "ahli_pertama", on=day)


def test_a_value_without_an_end_holds_ever_after(values: Values) -> None:
    assert values.get("target", "negosiator", "ahli_muda", on=date(2099, 1, 1)).text == "25"


def test_without_a_day_the_newest_value_is_taken(values: Values) -> None:
    assert values.get("target", "negosiator", "ahli_pertama").text == "12.5"


def test_a_value_that_is_missing_is_named_with_its_file(values: Values) -> None:
    with pytest.raises(ValueMissing, match=r"^contoh\.yaml: tidak ada nilai 'target' untuk 'pengawas ahli_utama'$"):
        values.get("target", "pengawas", "ahli_utama")


def test_a_word_is_no_number(values: Values) -> None:
    with pytest.raises(ValueMissing, match=r"^nilai target/ adalah 'baru', bukan angka$"):
        _ = values.get("target", "").number


def test_the_keys_stand_in_the_order_of_the_file(values: Values) -> None:
    assert values.keys("target") == ("negosiator ahli_pertama", "", "negosiator ahli_muda")


def test_an_empty_file_holds_no_values(tmp_path: Path) -> None:
    assert load_values(written(tmp_path, "")).entries == ()


REFUSED = [
    ("angka: 12", "contoh.yaml: 'angka' must have exactly 'unit' and 'entries'"),
    ("angka: {unit: tahun}", "contoh.yaml: 'angka' must have exactly 'unit' and 'entries'"),
    ("angka: [unit, entries]", "contoh.yaml: 'angka' must have exactly 'unit' and 'entries'"),
    (
        "angka: {unit: tahun, entries: [{key: a, tahun: 1, nilai: 2}]}",
        "contoh.yaml: angka/a: unknown keys ['nilai', 'tahun']; allowed are "
        + str(["key", "note", "outside", "place", "quote", "regulation", "since", "until", "value"]),
    ),
    (
        "angka: {unit: tahun, entries: [{since: 2020-12-01, value: 12.5, " + PLACE + "}]}",
        'contoh.yaml: angka/: value 12.5 must be text in quotes, like "12.5"',
    ),
    (
        'angka: {unit: tahun, entries: [{since: "2020", value: "12.5", ' + PLACE + "}]}",
        "contoh.yaml: angka/: since '2020' must be a date, like 2020-12-01",
    ),
    (
        'angka: {unit: tahun, entries: [{since: 2020-12-01, value: "1", outside: {source: a}}]}',
        "contoh.yaml: angka/: outside must have exactly ['certainty', 'checked', 'source']",
    ),
    *(
        (
            'angka: {unit: tahun, entries: [{since: 2020-12-01, value: "1", ' + PLACE.replace(part, "") + "}]}",
            f"contoh.yaml: angka/: {name!r} is missing; every value names the provision and quotes its words",
        )
        for part, name in (
            ("regulation: permendag-94-2020, ", "regulation"),
            ("place: Pasal 55, ", "place"),
            (", quote: kata", "quote"),
        )
    ),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=[message[:60] for _, message in REFUSED])
def test_a_file_of_another_form_is_refused_with_the_right_form(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as refusal:
        load_values(written(tmp_path, text))
    assert str(refusal.value) == message
