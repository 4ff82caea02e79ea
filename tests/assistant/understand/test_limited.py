"""What is limited nearby is no plain yes; a limit of something else, and what is only supposed, takes nothing back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.understand.understanding import Understanding

CASES = yaml.safe_load((Path(__file__).parent / "limited.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_fact_is_told_as_far_as_it_is_so(
    case: dict[str, Any], understanding: Understanding, part_told: Callable[[Understanding, str], dict[str, object]]
) -> None:
    told = part_told(understanding, case["text"])
    assert {name: told.get(name) for name in case["facts"]} == case["facts"]
