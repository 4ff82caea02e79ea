"""Questions people ask for each provision, in their own words: `questions/<regulation>.yaml`, a list for each place.

They were written from reading the provisions and are searched beside the law's words, which are seldom those of the
person who asks. A regulation without such a file is searched by its own words alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.address import Address
from corpus.data import load_sheet
from corpus.errors import DataError
from corpus.library import Corpus
from index.passages import Passage

QUESTIONS = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Asked:
    """One question and the provision that answers it, at the level that is searched; `place` is the very one it asks for."""

    id: str
    address: Address
    kind: str
    text: str
    place: Address

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
        answering = _Answering([passage for passage in passages if passage.regulation == regulation])
        for place, texts in load_sheet(path).content.items():
            address = corpus.find(place, regulation).address or Address.parse(place, regulation)
            answer = answering.passage(address)
            found += [
                Asked(f"{address.key}?{at}", answer.address, answer.kind, text, address)
                for at, text in enumerate(texts, 1)
            ]
    return tuple(found)


class _Answering:
    """Finds the passage that is searched for a provision of one regulation."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._first = {passage.address: passage for passage in reversed(passages)}

    def passage(self, address: Address) -> Passage:
        """The passage of the provision, else the first in it, else the one it stands in; DataError where there is none."""
        found = self._first.get(address)
        found = found or next((one for one in self._passages if address.contains(one.address)), None)
        around = address.parent
        while found is None and around is not None:
            found, around = self._first.get(around), around.parent
        if found is None:
            raise DataError(f"questions: {address.key} holds no text that is searched; name the provision that answers")
        return found
