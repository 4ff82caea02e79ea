"""What a writer asks and answers, tells in passing, adds up or counts in a row is read as it is meant."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculation import plain
from assistant.understand.understanding import Understanding

CASES = yaml.safe_load((Path(__file__).parent / "asked_and_told.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_told_in_passing_is_read_as_it_is_meant(
    case: dict[str, Any], understanding: Understanding, told: Callable[[Understanding, str, str], dict[str, object]]
) -> None:
    facts = told(understanding, case["text"], case["tool"])
    assert {name: plain(facts.get(name)) for name in case["facts"]} == case["facts"]
