"""Learning what makes a value told: traits that tell are found, and faults are counted by kind."""

import numpy as np
import pytest

from assistant.facts import fact_words
from assistant.tools import tools
from assistant.understand.chances import Weights, load_weights
from assistant.understand.facts.testimony import TRAITS, WEIGHTS
from eval.dialogue_set import load_dialogues
from eval.learn_testimony import Learned, faults, fit, held_back, lessons


def _learned(count: int = 300) -> Learned:
    """A value is told when it is alike and nobody asks: two traits that tell only together."""
    random = np.random.default_rng(5)
    traits = random.normal(size=(count, len(TRAITS)))
    traits[:, TRAITS.index("bertanya")] = random.integers(0, 2, count)
    told = (traits[:, TRAITS.index("mirip")] > 0) & (traits[:, TRAITS.index("bertanya")] == 0)
    return Learned(
        traits, told, [(at, "status_pns", "ya", True if one else None) for at, one in enumerate(told.tolist())]
    )


def test_what_tells_only_together_is_found() -> None:
    found = _learned()
    weights = Weights.of(fit(found.traits, found.told))
    assert (((weights.chances(found.traits) >= 0.5) == found.told).mean()) > 0.95


def test_messages_are_judged_by_weights_that_did_not_learn_from_them() -> None:
    found = _learned()
    fresh = Learned(found.traits, np.random.default_rng(1).permutation(found.told), found.of)
    chances = held_back(fresh)
    assert (((chances >= 0.5) == fresh.told).mean()) < 0.9  # chance cannot be learned


@pytest.mark.parametrize(
    ("truth", "value", "chance", "fault"),
    [
        (True, "ya", 0.9, None),
        (True, "tidak", 0.9, "keliru"),
        (True, "ya", 0.1, "terlewat"),
        (None, "ya", 0.9, "berlebih"),
        (None, "ya", 0.1, None),
    ],
)
def test_faults_are_told_apart(truth: bool | None, value: str, chance: float, fault: str | None) -> None:
    one = Learned(np.zeros((1, len(TRAITS))), np.array([False]), [(0, "status_pns", value, truth)])
    assert dict(faults(one, np.array([chance]), 0.5)) == ({fault: 1} if fault else {})


def test_every_lesson_is_of_a_calculator_and_of_its_facts() -> None:
    given = list(lessons())
    assert {lesson.tool for lesson in given} == set(tools())
    strange = [
        (lesson.tool, name)
        for lesson in given
        for name in lesson.facts
        if name not in tools()[lesson.tool].facts.model_fields or name not in fact_words()
    ]
    assert strange == []


def test_no_lesson_is_a_question_of_the_dialogues() -> None:
    asked = {turn.say.casefold() for dialogue in load_dialogues() for turn in dialogue.turns if turn.say}
    assert not asked & {lesson.message.casefold() for lesson in lessons()}


def test_the_shipped_weights_know_every_trait() -> None:
    assert load_weights(WEIGHTS).means.shape == load_weights(WEIGHTS).spreads.shape == (len(TRAITS),)
    assert 0 < load_weights(WEIGHTS).least < 1
