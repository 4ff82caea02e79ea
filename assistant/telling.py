"""Where calculations are told in an answer: whole, or not at all.

A condition that is left out, moved or put under another position's name says something else than the calculation.
Only the words of a provision may be left out, where the answer has quoted them before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.calculation import Calculation
from assistant.compose import say_calculation, say_provision
from assistant.facts import fact_words
from assistant.page import LANGUAGES, Line


@dataclass(frozen=True)
class Told:
    """One calculation told whole: from where to where."""

    calculation: Calculation
    start: int
    end: int


def told_parts(text: str, calculations: Sequence[Calculation]) -> tuple[Told, ...]:
    """Every place where a calculation is told from its first line to its last, word for word."""
    found = []
    for calculation in calculations:
        for words in dict.fromkeys(_ways_told(calculation, text)):
            at = text.find(words) if words else -1
            while at >= 0:
                end = at + len(words)
                if text[at - 1 : at] in ("", "\n") and text[end : end + 1] in ("", "\n"):
                    found.append(Told(calculation, at, end))
                at = text.find(words, end)
    return tuple(found)


def _ways_told(calculation: Calculation, text: str) -> Iterator[str]:
    """A calculation as it is told in either language, by itself and behind the provisions that a text shows."""
    for language in LANGUAGES:
        yield say_calculation(calculation, language)
        shown = [each for each in calculation.citations if say_provision(each, language) in text]
        yield say_calculation(calculation, language, shown)


def misnamed(lines: Sequence[Line], told: Sequence[Told]) -> Iterator[str]:
    """The names of positions under which the other position's calculation is told."""
    names = fact_words()["jabatan"].choices
    headings = {f"**{name}**": jabatan for jabatan, name in names.items()}
    for part in told:
        before = [line for line in lines if line.start < part.start]
        jabatan = headings.get(before[-1].text) if before else None
        if jabatan is not None and part.calculation.inputs.get("jabatan") != jabatan:
            yield names[jabatan]
