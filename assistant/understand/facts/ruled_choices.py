"""One's own choice beside a rule's: of "paling rendah D3, saya S1" the S1 is told of oneself."""

from collections.abc import Sequence

from assistant.understand.facts.ruled import LONGEST, is_had, is_led, is_owned, table
from assistant.understand.language.text import Spans, Text
from assistant.understand.premises.asserted import clause_of
from assistant.understand.quantities.values import Value


def ruled_choices(text: Text, choices: Sequence[Value]) -> Spans:
    """The characters of a rule's choices beside which one's own is told: "paling rendah D3, saya S1"."""
    hidden = []
    for value in [v for v in choices if {*v.fits} & {*table()["choices"]} and _is_strict(text, v)]:
        others = [v for v in choices if v.fits.keys() == value.fits.keys() and v.fits != value.fits]
        if any(_is_own(text, other) and not _is_strict(text, other) for other in others):
            hidden.append((value.start, value.end))
    return hidden


def _is_strict(text: Text, value: Value) -> bool:
    """Whether a word right before a choice, or before what it is a choice of, makes it a rule's."""
    said = range(value.first - 1, max(-1, value.first - 1 - LONGEST), -1)
    clause = clause_of(text, value.first)
    ruled = clause is not None and not is_owned(clause)
    return ruled and any(is_led(text, at + 1, table()["ruling"]) for at in said)


def _is_own(text: Text, value: Value) -> bool:
    clause = clause_of(text, value.first)
    return clause is not None and (is_owned(clause) or is_had(text, value))
