"""Levels told by their figures alone behind one told in full: "Diklatpim 4 sama 3" names the third one as well."""

from collections.abc import Iterator, Sequence

from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import Field
from assistant.understand.ratings.rating_words import load_rating_words

_MOST = 2  # joints between two figures: ", dan"


def joined_levels(text: Text, hits: Sequence[PhraseHit[str]], field: Field) -> Iterator[PhraseHit[str]]:
    """The hits, with those whose figure stands behind joints where the name is that of the hit before."""
    named = {said: choice for choice, words in field.choices.items() for said in words}
    taken = {at for hit in hits for at in range(hit.first, hit.last + 1)}
    for hit in hits:
        yield hit
        at = _behind_joints(text, hit.last + 1)
        while at is not None and at not in taken and not _counts(text, at):
            said = (*hit.phrase[:-1], text.at(at))
            choice = named.get(" ".join(said)) if len(hit.phrase) > 1 else None
            if choice is None:
                break
            yield PhraseHit(at, at, choice, said)
            at = _behind_joints(text, at + 1)


def _behind_joints(text: Text, first: int) -> int | None:
    """The place right behind one or two joints; None where no joint stands here."""
    at = first
    while at - first < _MOST and text.at(at) in load_rating_words().joining_levels:
        at += 1
    return at if at > first else None


def _counts(text: Text, at: int) -> bool:
    """Whether a figure counts what the word behind it names: "Diklatpim 4, 3 bulan lalu"."""
    return text.at(at + 1) in load_units().by_word
