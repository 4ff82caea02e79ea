"""Yes, no and none: the facts of a message that a plain "sudah", a denial or "tidak ada yang" tells."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from assistant.reading import Fact
from assistant.understand.context import Context
from assistant.understand.phrasebook import PhraseHit
from assistant.understand.polarity import read_yes_no, whole_answer
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field

_NOBODY = (
    "tidak ada yang",
    "belum ada yang",
    "tidak ada",
    "belum ada",
    "tanpa",
    "tidak ada satu pun",
    "tidak satu pun",
    "belum ada satu pun",
    "without any",
    "belum pernah",
    "tidak pernah",
    "nobody",
    "no one",
    "none",
)

_NOTHING = ("tidak ada", "belum ada", "nihil", "kosong", "tidak ada satu pun", "none", "nol")
_LEADING = frozenset(
    {":", "=", "-", "itu", "sama", "nya", "sekali", "memang"}
)  # between a thing and that there is none


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


def read_none(
    text: Text, cues: Sequence[PhraseHit[str]], wanted: Collection[str], fields: Mapping[str, Field]
) -> Iterator[Fact]:
    """ "Tidak ada yang pensiun", "pensiun: nihil": a count of none, for the facts wanted."""
    for cue in cues:
        span = _none_beside(text, cue) if fields[cue.payload].none and cue.payload in wanted else None
        if span is not None:
            start, end = text.span(*span)
            yield Fact(cue.payload, 0, start, end, text.raw[start:end])


def _none_beside(text: Text, cue: PhraseHit[str]) -> tuple[int, int] | None:
    """The words from "tidak ada yang" to the cue right behind it, or from a cue to the "tidak ada" that ends its clause."""
    for phrase in _NOBODY:
        length = len(phrase.split())
        if cue.first >= length and text.before(cue.first, length) == phrase:
            return cue.first - length, cue.last
    at = cue.last + 1
    while text.at(at) in _LEADING:
        at += 1
    for phrase in _NOTHING:
        last = at + len(phrase.split()) - 1
        closes = last + 1 >= len(text.words) or text.words[last + 1].is_mark or text.parts_lines(last, last + 1)
        if text.before(last + 1, last + 1 - at) == phrase and closes:
            return cue.first, last
    return None
