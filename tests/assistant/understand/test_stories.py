"""What a story tells beside the case is no fact of it, and what looks like it and is told stays one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.understand.understanding import Understanding

CASES = yaml.safe_load((Path(__file__).parent / "stories.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_only_what_is_told_of_the_case_is_a_fact(
    case: dict[str, Any], understanding: Understanding, told: Callable[[Understanding, str, str], dict[str, object]]
) -> None:
    facts = told(understanding, case["text"], case["tool"])
    found = {name: _plain(facts.get(name)) for name in case["facts"]}
    assert found == case["facts"]


def _plain(value: object) -> object:
    return [dict(row) for row in value] if isinstance(value, tuple) else value
