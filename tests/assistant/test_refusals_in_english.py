"""Whoever asks in English is refused in English: every refusal of a calculator has its line, and keeps every figure."""

import ast

import pytest

from assistant.answer import Assistant
from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.declining import refused
from assistant.english import in_english
from assistant.errors import InputError
from assistant.numerals import values_of
from assistant.tools import run
from tests.assistant.source_messages import known_messages, messages_of
from tests.assistant.test_drafting import CASES


@pytest.mark.parametrize("case", CASES)
def test_a_refusal_is_put_into_english_with_the_same_figures(case: dict[str, object], law: Law) -> None:
    try:
        run(str(case["tool"]), case["inputs"], law)  # type: ignore[arg-type]
    except InputError as error:
        english = in_english(str(error), "refusals")
        assert english is not None, f"add a line to words/refusals.en.yaml for: {error}"
        assert english in refused(error, "en").text and str(error) in refused(error, "id").text
        assert values_of(english) == values_of(str(error))
    except ValueError:
        pass  # a value of the wrong form is refused in the assistant's own words


def test_every_message_that_a_calculator_refuses_with_has_an_english_line() -> None:
    raised = messages_of(lambda called: isinstance(called, ast.Name) and called.id == "InputError")
    assert len(raised) > 25 and [message for message in raised if message not in known_messages("refusals")] == []


def test_an_english_conversation_is_refused_in_english(assistant: Assistant) -> None:
    question = "I am a Negosiator Ahli Muda, golongan III/a, with 100 credits. When can I be promoted to the next rank?"
    answer = assistant.ask(question, Conversation("x"))
    assert answer.language == "en" and "Golongan III/a is not a golongan of Negosiator Perdagangan" in answer.answer


def test_a_value_beyond_its_limit_is_named_in_english(assistant: Assistant) -> None:
    question = "My paper score is 120 and the interview score 90, do I pass the competency test for negosiator?"
    answer = assistant.ask(question, Conversation("x"))
    assert answer.language == "en" and "120 is too large" in answer.answer and "Nilai makalah" not in answer.answer
