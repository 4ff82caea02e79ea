"""The examples are complete, apart from each other, and apart from what the evaluation asks."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from assistant.tools import tools
from assistant.understand.intent.examples import FOLDER, load_examples, topics
from assistant.understand.language.vocabulary import fields

EVALUATION = Path(__file__).parents[3] / "eval" / "cases"
FEWEST = 15


@pytest.mark.parametrize("name", sorted(tools()))
def test_every_calculator_has_examples_and_a_subject(name: str) -> None:
    count = sum(example.intent.tool == name for example in load_examples())
    assert count >= FEWEST, f"write {FEWEST} utterances in assistant/understand/intent/examples/{name}.yaml"
    assert topics()[name]


def test_no_examples_belong_to_a_calculator_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("[!_]*.yaml")} <= set(tools())


def test_no_utterance_stands_for_two_things() -> None:
    counts = Counter(example.text.casefold() for example in load_examples())
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_evaluation_question_is_an_example() -> None:
    examples = {" ".join(example.text.casefold().split()) for example in load_examples()}
    asked = {" ".join(words.casefold().split()) for path in EVALUATION.rglob("*.yaml") for words in _strings(path)}
    assert examples & asked == set()


def test_no_message_of_the_tests_is_an_example() -> None:
    examples = {example.text.casefold() for example in load_examples()}
    said = [say for path in Path(__file__).parent.glob("turns*.yaml") for say in _strings(path)]
    assert [say for say in said if say.casefold() in examples] == []


@pytest.mark.parametrize("name", sorted({name for tool in tools().values() for name in tool.facts.model_fields}))
def test_every_fact_of_a_calculator_can_be_told(name: str) -> None:
    field = fields()[name]
    assert field.cues or field.choices, f"add cues for {name!r} to assistant/understand/language/cues/*.yaml"


def _strings(path: Path) -> list[str]:
    found: list[str] = []
    rest = [yaml.safe_load(path.read_text(encoding="utf-8"))]
    while rest:
        value = rest.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            rest.extend(value.values())
        elif isinstance(value, list):
            rest.extend(value)
    return found
