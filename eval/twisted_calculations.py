"""Calculations of an answer with another mark, a line less, or another verdict."""

import re
from dataclasses import replace
from random import Random

from assistant.checklist import MARKS
from assistant.compose import say_calculation
from assistant.phrases import find_phrase
from eval.honest import Answers, Sent


def condition_turned(answers: Answers, dice: Random) -> Sent | None:
    """A condition of a checklist with another mark and the status that goes with it."""
    sent = answers.calculation(dice)
    said = {status: {l: str(find_phrase(l, "status", status)) for l in ("id", "en")} for status in MARKS}
    lines = [line for line in sent.text.splitlines() if any(f"- {mark} " in line for mark in MARKS.values())]
    if not lines:
        return None
    line = dice.choice(lines)
    old = next(status for status, mark in MARKS.items() if mark in line)
    new = dice.choice([status for status in MARKS if status != old])
    turned = line.replace(MARKS[old], MARKS[new])
    for language in ("id", "en"):
        turned = turned.replace(f"({said[old][language]})", f"({said[new][language]})")
    return replace(sent, text=sent.text.replace(line, turned, 1))


def condition_left_out(answers: Answers, dice: Random) -> Sent | None:
    """A condition, a step or the verdict is left out of a calculation, or stands at another place."""
    sent = answers.calculation(dice)
    lines = sent.text.splitlines()
    places = [at for at, line in enumerate(lines) if re.match(r"- [✅❌❔]|\d+\. |\*\*", line)]
    if not places:
        return None
    at = dice.choice(places)
    left = [*lines[:at], *lines[at + 1 :]]
    if dice.random() < 0.3:
        left.insert(dice.randrange(len(left) + 1), lines[at])
    text = "\n".join(left)
    return replace(sent, text=text) if text != sent.text and sent.text not in text else None


def verdict_of_another(answers: Answers, dice: Random) -> Sent | None:
    """The checklist of one calculation below the headline of another verdict."""
    sent = answers.calculation(dice)
    found = sent.calculations[0]
    if found.verdict is None:
        return None
    other = dice.choice([v for v in ("memenuhi", "belum", "tidak_dapat_ditentukan") if v != found.verdict])
    language = "id" if say_calculation(found, "id") == sent.text else "en"
    head = say_calculation(found, language).split("\n\n")[0]
    wrong = say_calculation(replace(found, verdict=other), language).split("\n\n")[0]  # type: ignore[arg-type]
    return replace(sent, text=sent.text.replace(head, wrong, 1)) if wrong != head else None
