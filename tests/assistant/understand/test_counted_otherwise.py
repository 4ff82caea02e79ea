"""How many did where it is told how many did not, how many wrote where it is told how many helped, and ends that are no beginnings."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.understand.understanding import Understanding

CASES = yaml.safe_load((Path(__file__).parent / "counted_otherwise.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_numbers_are_what_they_come_to(
    case: dict[str, Any], understanding: Understanding, part_told: Callable[[Understanding, str], dict[str, object]]
) -> None:
    told = part_told(understanding, case["text"])
    assert {name: told.get(name) for name in case["facts"]} == case["facts"]
