"""Questions people ask for each provision, in their own words: `questions/<regulation>.yaml`, a list for each place.

They were written from reading the provisions and are searched beside the law's words, which are seldom those of the
person who asks. A regulation without such a file is searched by its own words alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.address import Address
from corpus.data import load_sheet
from corpus.library import Corpus
from index.passages import Passage

QUESTIONS = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Asked:
    """One question and the provision that answers it, at the level that is searched."""

    id: str
    address: Address
    kind: str
    text: str

    @property
    def regulation(self) -> str:
        """The regulation it asks about."""
        return self.address.regulation


def load_questions(corpus: Corpus, passages: Sequence[Passage], folder: Path = QUESTIONS) -> tuple[Asked, ...]:
    """The questions of all regulations of a corpus that have some; UnknownProvision for a place that does not exist."""
    found: list[Asked] = []
    for regulation in corpus.regulations:
        path = folder / f"{regulation}.yaml"
        if not path.is_file():
            continue
        own = [passage for passage in passages if passage.regulation == regulation]
        for place, texts in load_sheet(path).content.items():
            found += _asked(corpus, place, regulation, texts, own)
    return tuple(found)


def _asked(
    corpus: Corpus, place: str, regulation: str, texts: Sequence[str], passages: Sequence[Passage]
) -> list[Asked]:
    address = corpus.find(place, regulation).address or Address.parse(place, regulation)
    answer = next((one for one in passages if one.address == address), None)
    answer = answer or next((one for one in passages if address.contains(one.address)), None)
    if answer is None:
        return []
    return [Asked(f"{address.key}?{at}", answer.address, answer.kind, text) for at, text in enumerate(texts, 1)]
