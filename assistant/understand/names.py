"""Names in free text, for facts of kind teks: "Direktorat Impor" after the word that names such things."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.understand.context import Context
from assistant.understand.phrasebook import PhraseHit
from assistant.understand.polarity import load_polarity
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field

_MOST = 7  # words of a name
_ENDS = frozenset(
    {
        "masuk",
        "itu",
        "ini",
        "termasuk",
        "di",
        "klaster",
        "kelompok",
        "adalah",
        "saya",
        "kami",
        "ada",
        "untuk",
        "belong",
        "punya",
    }
)


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
    stops = load_polarity().asking | _ENDS
    most = at + _MOST
    while (
        at + 1 < len(text.words)
        and at < most
        and not text.words[at + 1].is_mark
        and text.words[at + 1].text not in stops
    ):
        at += 1
    return at
