"""What a case calls by one word once it has been spoken of: "persetujuannya sudah keluar", "prodinya punya izin"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.reading import Fact
from assistant.understand.facts.yes_no import read_yes_no
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field
from corpus.data import load_yaml


def by_short_name(
    text: Text, told: Sequence[Fact], fields: Mapping[str, Field], known: Collection[str]
) -> Iterator[Fact]:
    """The yes-or-no facts of these fields that nothing tells yet and that one word names here.

    Of several with the same short name it is the one among the `known`.
    """
    found = {fact.field for fact in told}
    for at, word in enumerate(text.words):
        named = [name for name in fields if word.text in _names().get(name, ())]
        meant = named if len(named) == 1 else [name for name in named if name in known]
        if len(meant) != 1 or meant[0] in found or not _stands_alone(text, at):
            continue
        for settled in read_yes_no(text, [PhraseHit(at, at, meant[0], (word.text,))], fields):
            start, end = text.span(settled.first, settled.last)
            yield Fact(meant[0], settled.value, start, end, text.raw[start:end])


def _stands_alone(text: Text, at: int) -> bool:
    """Whether no word behind tells whose it is: "persetujuan Menteri sudah ada" is of nobody else."""
    table = load_polarity()
    behind = text.at(at + 1)
    return not behind or text.words[at + 1].is_mark or behind in table.yes | table.no | table.fillers


@cache
def _names() -> Mapping[str, Sequence[str]]:
    """The words of the file beside this module."""
    names: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).parent / "short_names.yaml")
    return names
