"""Which choice a message tells, and which it only names: denied, aimed at, asked about, or somebody else's."""

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
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "choices.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_message_tells_exactly_these_choices(reader: FactReader, speller: Speller, case: dict[str, Any]) -> None:
    model = tools()[case["tool"]].facts
    context = Context(frozenset(model.model_fields), shapes=shapes_of(model))
    told = reader.read(speller.read(case["text"]), context, TODAY)
    assert {fact.field: plain(fact.value) for fact in told.facts} == case["facts"]
