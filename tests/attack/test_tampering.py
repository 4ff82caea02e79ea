"""Forged answers are stopped and honest ones pass: each kind of forgery on random evidence, drawn by hypothesis."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.calculators.law import Law
from eval.attack import calculations
from eval.honest import Answers
from eval.tampering import FORGERIES, forge, load_answers

TRIES = settings(derandomize=True, deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
SEEDS = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def answers(law: Law) -> Answers:
    return load_answers(law, calculations(law)[::7])


@TRIES
@given(seed=SEEDS)
def test_an_honest_answer_passes(answers: Answers, seed: int) -> None:
    sent = answers.honest(Random(seed))
    assert sent.failures(answers.corpus) == (), sent.text


@pytest.mark.parametrize("kind", FORGERIES)
@TRIES
@given(seed=SEEDS)
def test_a_forgery_is_stopped(answers: Answers, kind: str, seed: int) -> None:
    sent = forge(kind, answers, Random(seed))
    assert sent.failures(answers.corpus), sent.text
