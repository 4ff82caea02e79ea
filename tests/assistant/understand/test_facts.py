"""What a message tells is read as the table beside this test says, and nothing else."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.calculation import plain
from assistant.tools import tools
from assistant.understand.facts.context import Context
from assistant.understand.facts.facts import FactReader
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields, spelling_words
from assistant.understand.rows.row_shapes import shapes_of

TODAY = date(2026, 11, 22)
TABLES = ("facts.yaml", "short_forms.yaml")
CASES: list[dict[str, Any]] = [
    case for table in TABLES for case in yaml.safe_load((Path(__file__).parent / table).read_text(encoding="utf-8"))
]


def context(case: dict[str, Any]) -> Context:
    if "tool" not in case:
        return Context(asked=tuple(case.get("asked", ())))
    model = tools()[case["tool"]].facts
    return Context(frozenset(model.model_fields), tuple(case.get("asked", ())), shapes_of(model))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['text']} {case.get('asked', '')}" for case in CASES])
def test_a_message_tells_exactly_these_facts(reader: FactReader, speller: Speller, case: dict[str, Any]) -> None:
    told = reader.read(speller.read(case["text"]), context(case), TODAY)
    assert {fact.field: plain(fact.value) for fact in told.facts} == case["facts"]
    assert [doubt.field for doubt in told.doubts] == case.get("doubts", [])


@pytest.mark.parametrize("case", CASES, ids=[f"{case['text']} {case.get('asked', '')}" for case in CASES])
def test_each_fact_says_which_characters_it_came_from(
    reader: FactReader, speller: Speller, case: dict[str, Any]
) -> None:
    for fact in reader.read(speller.read(case["text"]), context(case), TODAY).facts:
        assert fact.text == case["text"][fact.start : fact.end]
        assert fact.text.strip()


def test_a_citation_is_no_fact(reader: FactReader, speller: Speller) -> None:
    text = "apa isi pasal 72 ayat 3c"
    assert reader.read(speller.read(text), Context(), TODAY, hidden=[(8, len(text))]).facts == ()


def test_an_amount_of_credit_is_an_exact_decimal(reader: FactReader, speller: Speller) -> None:
    (fact,) = reader.read(speller.read("AK 0,1"), Context(), TODAY).facts
    assert fact.value == Decimal("0.1")
    assert isinstance(fact.value, Decimal)


@pytest.mark.parametrize("name", sorted({name for tool in tools().values() for name in tool.facts.model_fields}))
def test_every_fact_of_a_calculator_has_words_that_lead_to_it(name: str) -> None:
    field = fields()[name]
    assert field.cues or field.choices, f"add cues for {name!r} to assistant/understand/language/cues/*.yaml"


PIECES = st.lists(
    st.sampled_from(
        [
            "saya",
            "negosiator",
            "pengawas",
            "III/c",
            "3c",
            "AK",
            "80",
            "37,5",
            "angka",
            "kredit",
            "2",
            "tahun",
            "bulan",
            "baik",
            "sudah",
            "belum",
            "lulus",
            "ujikom",
            "ke",
            "ahli",
            "madya",
            "muda",
            "-5",
            "20-05-1970",
            "sejak",
            "April",
            "2023",
            "50",
            "%",
            "kali",
            ",",
            ".",
            "?",
            "nilai",
            "wawancara",
            "pangkat",
            "terakhir",
            "tidak",
            "S2",
            "dan",
            "huruf",
            "nomor",
        ]
    ),
    max_size=25,
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(PIECES)
def test_any_mixture_of_words_is_read_with_every_fact_in_its_place(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reader, speller = FactReader(fields()), Speller(spelling_words())
    model = tools()["kenaikan_jenjang"].facts
    told = reader.read(speller.read(text), Context(frozenset(model.model_fields)), TODAY)
    assert len({fact.field for fact in told.facts}) == len(told.facts)
    for fact in told.facts:
        assert fact.text == text[fact.start : fact.end] != ""
