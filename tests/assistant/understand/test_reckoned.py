"""Amounts told by another one are what they come to, and those told as near, between or changed are none."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculation import plain
from assistant.tools import tools
from assistant.understand.facts.context import Context
from assistant.understand.facts.facts import FactReader
from assistant.understand.language.text import Speller
from assistant.understand.rows.row_shapes import shapes_of

TODAY = date(2026, 11, 22)
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "reckoned.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_an_amount_told_by_another_is_what_they_come_to(
    reader: FactReader, speller: Speller, case: dict[str, Any]
) -> None:
    model = tools()[case["tool"]].facts
    context = Context(frozenset(model.model_fields), (), shapes_of(model))
    told = reader.read(speller.read(case["text"]), context, TODAY)
    assert {fact.field: plain(fact.value) for fact in told.facts} == case["facts"]
    assert all(fact.text == case["text"][fact.start : fact.end] for fact in told.facts)
