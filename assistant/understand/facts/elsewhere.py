"""Amounts that measure nothing a calculator takes: "15 sertifikat" are no JP, "daerah 3T" are no three of anything."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text, Word
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.taking import Taking
from corpus.data import load_yaml

_ENDS = frozenset(",.?!;:()")


def without_elsewhere(text: Text, amounts: Sequence[Amount], taking: Taking, *, staying: bool = False) -> list[Amount]:
    """The amounts without those whose own words say that they are of something else than what is taken.

    Those `staying` are no facts, and are seen beside what else is told.
    """
    rules = [rule for rule in _rules() if _holds(rule, taking) and bool(rule.get("stays")) == staying]
    return [amount for amount in amounts if not any(_is_of(rule, text, amount) for rule in rules)]


def _holds(rule: Mapping[str, Any], taking: Taking) -> bool:
    """Whether a calculator takes one of the facts of a rule, or knows none of those that it lacks."""
    if "takes" in rule and not {*rule["takes"]} & {*taking.preferred}:
        return False
    return bool(taking.preferred) and not {*rule.get("lacks", ())} & {*taking.preferred}


def _is_of(rule: Mapping[str, Any], text: Text, amount: Amount) -> bool:
    if (rule.get("bare") and amount.unit) or ("said" in rule and text.at(amount.first) not in rule["said"]):
        return False
    if amount.kind not in rule["kinds"] or text.has(*rule.get("unless", ())):
        return False
    clause = _clause(text, amount)
    if Text(text.raw, tuple(clause)).has(*rule.get("unless_clause", ())):
        return False
    told = (
        _is_followed(rule, text, amount) if "next" in rule else None,
        _is_led(rule, text, amount),
        _is_among(rule, text, amount, clause),
        _is_mere(rule, amount, clause),
    )
    said = [each for each in told if each is not None]
    return all(said) if rule.get("both") else any(said)


def _is_followed(rule: Mapping[str, Any], text: Text, amount: Amount) -> bool:
    at = amount.last + 1
    while text.at(at) in rule.get("between", ()):
        at += 1
    return text.begins(at, *rule["next"]) or text.begins(amount.last + 1, *rule["next"])


def _is_led(rule: Mapping[str, Any], text: Text, amount: Amount) -> bool | None:
    if "led" not in rule:
        return None
    at = amount.first
    while text.at(at - 1) in rule.get("fillers", ()):
        at -= 1
    return any(text.before(at, phrase.count(" ") + 1) == phrase for phrase in rule["led"])


def _is_among(rule: Mapping[str, Any], text: Text, amount: Amount, clause: Sequence[Word]) -> bool | None:
    """Whether words of the clause before an amount say of what it is, one of each group."""
    if "clause" not in rule:
        return None
    before = Text(text.raw, tuple(word for word in clause if word.end <= amount.start))
    return all(before.has(*group) for group in rule["clause"])


def _is_mere(rule: Mapping[str, Any], amount: Amount, clause: Sequence[Word]) -> bool | None:
    """Whether a clause tells an amount of some size of somebody, and nothing else."""
    if "mere" not in rule:
        return None
    beside = {word.text for word in clause if word.end <= amount.start or word.start >= amount.end}
    return bool(beside) and beside <= {*rule["mere"]} and rule["least"] <= amount.value <= rule["most"]


def _clause(text: Text, amount: Amount) -> Sequence[Word]:
    """The words of an amount's clause: up to a mark, or a turn to something else."""
    low, high = amount.first, amount.last
    while low > 0 and not _ends(text, low - 1):
        low -= 1
    while high + 1 < len(text.words) and not _ends(text, high + 1):
        high += 1
    return text.words[low : high + 1]


def _ends(text: Text, at: int) -> bool:
    return text.at(at) in _ENDS or text.at(at) in load_polarity().turning


@cache
def _rules() -> Sequence[Mapping[str, Any]]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return tuple(loaded["rules"])
