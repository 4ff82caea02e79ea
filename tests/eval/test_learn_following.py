"""What is learned from conversations tells a question about the rules from a case, and finds what answers it."""

import numpy as np

from assistant import following
from assistant.understand.chances import Weights
from assistant.understand.following import digressing
from eval.dialogue_set import load_dialogues
from eval.learn_following import DIGRESSIONS, Asked, fit_digression, fit_search


def turn(rule: bool, strength: float, right: int) -> Asked:
    traits = np.zeros(len(digressing.TRAITS))
    traits[0] = strength
    found = np.zeros((3, len(following.TRAITS)))
    found[right, 0] = 1.0
    return Asked(0, traits, rule, found, np.arange(3) == right)


def test_both_fits_learn_the_trait_that_tells() -> None:
    turns = [turn(at % 2 == 0, 2.0 if at % 2 == 0 else -2.0, at % 3) for at in range(30)]
    weights = Weights.of(fit_digression(turns))
    asked, tried = weights.chances(np.array([turns[0].traits, turns[1].traits]))
    assert asked > 0.9 and tried < 0.1
    assert fit_search(turns)["sendiri"] > 1 and fit_search(turns)["bersama"] == 0


def test_the_conversations_hold_both_kinds_of_turns() -> None:
    wants = [wanted for dialogue in load_dialogues(DIGRESSIONS) for turn in dialogue.turns for wanted in turn.wants]
    assert sum(bool(wanted.provisions) for wanted in wants) > 200 < sum(bool(wanted.tools) for wanted in wants)
