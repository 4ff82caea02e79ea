"""Names in free text, for facts of kind teks: "Direktorat Impor" after the word that names such things."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.facts.context import Context
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field
from corpus.data import load_yaml

_MOST = 7  # words of a name


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of the file beside this module."""
    raw = load_yaml(Path(__file__).parent / "names.yaml")
    return {name: frozenset(words) for name, words in raw.items()}


def read_names(
    text: Text, cues: Sequence[PhraseHit[str]], context: Context, fields: Mapping[str, Field]
) -> Iterator[tuple[str, str, int, int]]:
    """Each name told: field, the words in small letters, and their characters."""
    for cue in cues:
        if fields[cue.payload].kind != "teks" or cue.payload not in context.named:
            continue
        last = _end(text, cue.last)
        if last > cue.last:
            start, end = text.span(cue.first, last)
            yield cue.payload, " ".join(text.raw[start:end].casefold().split()), start, end


def _end(text: Text, at: int) -> int:
    """The last word of the name that begins before `at`."""
    most, titled = at + _MOST, _is_titled(text, at + 1)
    while at + 1 < len(text.words) and at < most and _goes_on(text, at + 1, titled=titled):
        at += 1
    return at


def _goes_on(text: Text, at: int, *, titled: bool) -> bool:
    """Whether a word goes on with the name before it; of a name written with capitals each word has one."""
    word = text.words[at]
    if word.is_mark or text.parts_lines(at - 1, at):
        return False
    if titled and not text.raw[word.start : word.end].isupper():
        joins = word.text in _words()["joints"] and _is_titled(text, at + 1) and not text.parts_lines(at, at + 1)
        return joins or _is_titled(text, at)
    return word.text not in load_polarity().asking | _words()["ends"]


def _is_titled(text: Text, at: int) -> bool:
    """Whether a word is written with a capital and small letters."""
    raw = text.raw[text.words[at].start : text.words[at].end] if at < len(text.words) else ""
    return raw.istitle()
