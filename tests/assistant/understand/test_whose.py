"""Of two values of one kind the one is taken that is of who asks, of now, and real."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding

CASES = yaml.safe_load((Path(__file__).parent / "whose.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_value_is_that_of_who_asks_and_of_now(
    case: dict[str, Any], understanding: Understanding, told: Callable[[Understanding, str, str], dict[str, object]]
) -> None:
    facts = told(understanding, case["text"], case["tool"])
    assert {name: facts.get(name) for name in case["facts"]} == case["facts"]


def test_a_planned_number_beside_the_real_one_is_not_asked_about(understanding: Understanding) -> None:
    observer = understanding._observer
    clues = observer.look_at("tim 9 orang, rencananya hadir 8, yang datang 6", Conversation("w"))
    assert observer.facts_for(clues, "kuorum_sidang_pleno").doubts == ()
