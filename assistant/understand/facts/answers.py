"""Yes and no: the facts of a message that a plain "sudah" or a denial tells."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.reading import Fact
from assistant.understand.facts.context import Context
from assistant.understand.facts.yes_no import read_yes_no
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import whole_answer
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field


def read_answers(
    text: Text, cues: Sequence[PhraseHit[str]], context: Context, fields: Mapping[str, Field]
) -> Iterator[Fact]:
    """The yes-or-no facts told: by the whole message where it is an answer, else each by the words around its cue."""
    meant, answer = _answered(context, fields), whole_answer(text)
    if meant and answer is not None:
        yield Fact(meant, answer, 0, len(text.raw), text.raw)
        return
    for told in read_yes_no(text, cues, fields):
        start, end = text.span(told.first, told.last)
        yield Fact(told.field, told.value, start, end, text.raw[start:end])


def _answered(context: Context, fields: Mapping[str, Field]) -> str:
    """The fact that a mere yes or no would answer: the first one asked for, or the only one that is calculated with."""
    if context.asked:
        first = context.asked[0]
        return first if first in fields and fields[first].kind == "ya_tidak" else ""
    open_ones = [name for name in context.preferred if fields[name].kind == "ya_tidak"]
    return open_ones[0] if len(open_ones) == 1 else ""
