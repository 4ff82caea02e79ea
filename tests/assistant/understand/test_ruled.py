"""Of a rule's number and somebody's own told beside it, the own one is read."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculation import plain
from assistant.tools import tools
from assistant.understand.facts.choices import Choices
from assistant.understand.facts.context import Context
from assistant.understand.facts.facts import FactReader
from assistant.understand.facts.ruled_choices import ruled_choices
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields
from assistant.understand.rows.row_shapes import shapes_of

TODAY = date(2026, 11, 22)
CASES: list[dict[str, Any]] = [
    case
    for name in ("ruled", "in_turn")
    for case in yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_number_is_told_of_whom_it_is_and_of_what(reader: FactReader, speller: Speller, case: dict[str, Any]) -> None:
    model = tools()[case["tool"]].facts
    context = Context(frozenset(model.model_fields), (), shapes_of(model))
    start = case["text"].find(case.get("hidden", "")) if "hidden" in case else -1
    hidden = [(start, start + len(case["hidden"]))] if start >= 0 else []
    told = reader.read(speller.read(case["text"]), context, TODAY, hidden)
    assert {fact.field: plain(fact.value) for fact in told.facts} == case["facts"]
    assert all(fact.text == case["text"][fact.start : fact.end] for fact in told.facts)


@pytest.mark.parametrize(
    ("said", "passed"),
    [
        ("paling rendah D3, saya S1", ["D3"]),
        ("pangkat minimal III/c, saya baru III/b", ["III/c"]),
        ("minimal akreditasi B, prodi kami A", ["akreditasi B"]),
        ("saya minimal S1", []),
        ("ijazah saya D3, minimal S1 kan?", ["S1"]),
        ("paling rendah D3, ada S1", ["D3"]),
        ("paling rendah D3", []),
    ],
)
def test_a_rules_choice_gives_way_to_ones_own(said: str, passed: list[str], speller: Speller) -> None:
    text = speller.read(said)
    choices = Choices(fields()).find(text, {"ijazah", "golongan", "akreditasi_prodi"})
    assert [said[start:end] for start, end in ruled_choices(text, choices)] == passed
