"""What a person set or withdrew by hand, in the words that stand for it in the conversation."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from assistant.api_words import clean
from assistant.calculators.kalender import duration
from assistant.compose import show
from assistant.facts import FactWords, fact_words

LONGEST = 200  # characters of one value


def say_told(facts: Mapping[str, Any], withdrawn: Sequence[str]) -> str:
    """ "Angka kredit terkumpul: 40; tanpa jenjang"; "" where nothing known was set or withdrawn."""
    words = fact_words()
    set_now = [f"{words[name].label}: {_shown(words[name], value)}" for name, value in facts.items() if name in words]
    return "; ".join((*set_now, *(f"Tanpa {words[name].label}" for name in withdrawn if name in words)))


def _shown(words: FactWords, value: Any) -> str:
    if isinstance(value, Mapping):
        return " × ".join(_shown(words, inner) for inner in value.values() if inner is not None)
    if isinstance(value, list):
        return ("; " if words.kind == "baris" else ", ").join(_shown(words, inner) for inner in value)[:LONGEST]
    if words.kind == "lama" and isinstance(value, int) and value >= 0:
        return duration(value)
    chosen = words.choices.get(str(value))
    return chosen or clean(show(Decimal(str(value)) if isinstance(value, float) else value))[:LONGEST]
