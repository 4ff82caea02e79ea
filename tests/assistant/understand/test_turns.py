"""How often a single message is understood: the table beside this test was written apart from the examples."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.tools import tools
from assistant.understand.understanding import Understanding

HERE = Path(__file__).parent
# The second file was written when the understanding was done with the first.
FILES = ("turns.yaml", "turns_later.yaml")
TURNS = [
    (wanted, say)
    for name in FILES
    for wanted, messages in yaml.safe_load((HERE / name).read_text(encoding="utf-8")).items()
    for say in messages
]
DECLINED = ("unrelated", "not_in_corpus", "official_judgement", "current_law", "underspecified")


def meant(part: Part) -> str:
    if part.kind == "out_of_scope":
        return part.beyond or ""
    return part.tool or part.kind


@pytest.fixture(scope="module")
def outcomes(understanding: Understanding) -> list[tuple[str, str, str]]:
    """Wanted, understood, and the message."""
    return [(wanted, meant(understanding.read(say, Conversation("s")).parts[0]), say) for wanted, say in TURNS]


def test_at_least_95_of_100_messages_are_understood(outcomes: list[tuple[str, str, str]]) -> None:
    missed = [outcome for outcome in outcomes if outcome[1] not in outcome[0].split("|")]
    assert len(missed) <= 0.05 * len(outcomes), missed


def test_at_least_95_of_100_unanswerable_messages_are_declined(outcomes: list[tuple[str, str, str]]) -> None:
    asked = [outcome for outcome in outcomes if outcome[0] in DECLINED]
    answered = [outcome for outcome in asked if outcome[1] not in DECLINED]
    assert len(answered) <= 0.05 * len(asked), answered


def test_at_most_3_of_100_answerable_messages_are_declined(outcomes: list[tuple[str, str, str]]) -> None:
    asked = [
        outcome for outcome in outcomes if outcome[0] not in DECLINED and outcome[0] not in ("smalltalk", "forget")
    ]
    declined = [outcome for outcome in asked if outcome[1] in DECLINED]
    assert len(declined) <= 0.03 * len(asked), declined


def test_most_messages_are_understood_by_words_alone(wordwise: Understanding) -> None:
    right = Counter(meant(wordwise.read(say, Conversation("s")).parts[0]) in wanted.split("|") for wanted, say in TURNS)
    assert right[True] > 2 * right[False]


@pytest.mark.parametrize("name", sorted(tools()))
def test_every_calculator_is_tried_by_some_message(name: str) -> None:
    assert any(name in wanted.split("|") for wanted, _ in TURNS), f"add a message for {name} to {HERE.name}/turns.yaml"
