"""What an index holds: the passages of a corpus, the questions asked about them, and the provisions they belong to."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from corpus.address import Address
from corpus.library import Corpus
from index.keywords import Grams, Terms, Tokenizer
from index.manifest import Identity, identify
from index.passages import Passage, make_passages
from index.questions import Asked, load_questions
from index.shelf import Numbers
from index.store import Stored

PASSAGES, ASKED = "passages", "asked"
# How the words of each shelf are read. The letters of questions add nothing: those of the passages hold them.
READERS: Mapping[str, Mapping[str, Terms]] = {
    PASSAGES: {"keywords": Tokenizer(), "grams": Grams()},
    ASKED: {"keywords": Tokenizer()},
}


@dataclass(frozen=True)
class Contents:
    """Passages and questions in their order; a provision is named by its number among the addresses."""

    corpus_hash: str
    passages: tuple[Passage, ...]
    asked: tuple[Asked, ...]

    @classmethod
    def of(cls, corpus: Corpus) -> "Contents":
        """All that is searched in a corpus."""
        passages = make_passages(corpus)
        return cls(corpus.hash, passages, load_questions(corpus, passages))

    @property
    def texts(self) -> tuple[Passage | Asked, ...]:
        """All that is embedded."""
        return (*self.passages, *self.asked)

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The provisions, in reading order."""
        return tuple(dict.fromkeys(passage.address for passage in self.passages))

    @cached_property
    def owners(self) -> Numbers:
        """The number of the provision each passage belongs to."""
        return self._numbers([passage.address for passage in self.passages])

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """What is matched by words: each passage with the questions asked about its provision."""
        questions: dict[Address, list[str]] = {}
        for one in self.asked:
            questions.setdefault(one.address, []).append(one.text)
        return tuple("\n".join((one.words, *questions.get(one.address, ()))) for one in self.passages)

    @cached_property
    def asked_about(self) -> dict[Address, list[int]]:
        """For each place that questions are known about, the numbers of those about it or what stands in it."""
        about: dict[Address, list[int]] = defaultdict(list)
        for number, one in enumerate(self.asked):
            place: Address | None = one.place
            while place is not None:
                about[place].append(number)
                place = place.parent
        return dict(about)

    def shelves(self) -> Iterator[tuple[str, Sequence[Stored], Numbers]]:
        """Each shelf's name, texts, and the provisions these belong to."""
        yield PASSAGES, self.passages, self.owners
        yield ASKED, self.asked, self._numbers([one.address for one in self.asked])

    def identity(self, encoder: str) -> Identity:
        """What an index of this is made of."""
        digest = hashlib.sha256()
        for passage in self.passages:
            digest.update(f"{passage.id}\0{passage.kind}\0{passage.words}\0{passage.lines}\0".encode())
        for one in self.asked:
            digest.update(f"{one.id}\0{one.address.key}\0{one.kind}\0{one.text}\0".encode())
        return identify(self.corpus_hash, digest.hexdigest(), encoder)

    def _numbers(self, addresses: Sequence[Address]) -> Numbers:
        number = {address: at for at, address in enumerate(self.addresses)}
        return np.array([number[address] for address in addresses], np.int64)
