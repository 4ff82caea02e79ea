"""Facts that are so because something else is told: never punished, hence none being served; of which field, hence a fitting one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.facts.fields_of_study import fitting_field
from assistant.understand.facts.limits import phrases, words_of
from assistant.understand.facts.spared import spared
from assistant.understand.language.clauses import pieces
from assistant.understand.language.text import Text
from corpus.data import load_yaml


def implied(text: Text, told: Sequence[Fact], wanted: Collection[str]) -> Iterator[Fact]:
    """What is wanted, not told, and so because of what is told."""
    names = {fact.field for fact in told}
    for rule in _rules():
        fact = next((fact for fact in told if fact.field == rule["told"] and _is_so(text, fact, rule)), None)
        if fact and rule["then"] in wanted and rule["then"] not in names and not _narrowed(text, fact, rule["unless"]):
            names.add(rule["then"])
            yield replace(fact, field=rule["then"], value=rule["is"] if "is" in rule else fact.value + rule["more"])
    yield from spared(text, told, wanted)
    yield from fitting_field(text, told, wanted)


def _is_so(text: Text, fact: Fact, rule: Mapping[str, Any]) -> bool:
    """Whether a fact has the value of which something follows, and the message the words."""
    said = "says" not in rule or phrases(tuple(rule["says"])).stand_in(words_of(text, 0, len(text.words) - 1))
    often = sum(1 for phrase in rule.get("twice", ()) for _ in text.find(phrase)) > 1 or "twice" not in rule
    return said and often and fact.value == rule.get("value", fact.value)


def _narrowed(text: Text, fact: Fact, words: Collection[str]) -> bool:
    """Whether a word of the clause that tells a fact says of what part alone it is told."""
    places = {*text.places(fact.start, fact.end)}
    clauses = [clause for clause in pieces(text) if places & {*range(clause.first, clause.last + 1)}]
    return any(clause.has(text, words) for clause in clauses)


@cache
def _rules() -> Sequence[Mapping[str, Any]]:
    loaded: Sequence[Mapping[str, Any]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
