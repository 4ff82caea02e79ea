"""What nobody told is no fact, and what is told is read as it is meant."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculation import plain
from assistant.understand.understanding import Understanding

CASES = yaml.safe_load((Path(__file__).parent / "misread.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_message_tells_what_its_writer_means(
    case: dict[str, Any], understanding: Understanding, told: Callable[[Understanding, str, str], dict[str, object]]
) -> None:
    facts = told(understanding, case["text"], case["tool"])
    assert {name: plain(facts.get(name)) for name in case["facts"]} == case["facts"]
