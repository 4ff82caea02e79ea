"""Search: provisions gathered by meaning and by words, then weighed by all that speaks for each.

The question is first spelled right and widened by the law's words. Provisions are gathered by nearness of meaning, by
words and by letters, in the law's own text and in the questions people are known to ask; the scope (regulations and
kinds) comes before all similarity. A citation in the question ("Pasal 72 ayat (3)") is not found here but looked up in
the corpus.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.address import Address
from corpus.library import Corpus
from index.contents import ASKED, PASSAGES, READERS, Contents
from index.encoder import Encoder, Vectors, load_encoder
from index.errors import IndexMissing
from index.expand import expand, own_words, terms_asked
from index.folder import find_encoder
from index.manifest import find_build
from index.passages import Passage
from index.perihal import Perihal, load_learned
from index.projection import STORY, load_projection
from index.ranking import TRAITS, UNASKED, Traits, believe, below_best, of_best
from index.shelf import Gauge, Numbers, Scores, Shelf
from index.spelling import Spelling

MEANING = "makna"
WORDS = "kata"

# How many provisions each way of searching may bring in.
_DEPTH = 40
_WORD = re.compile(r"\w+")
_GOLONGAN = re.compile(r"\b(?P<number>i{1,3}|iv)\s?[/.]?\s?(?P<letter>[a-e])\b")


@dataclass(frozen=True)
class Hit:
    """One provision found: its best passage, the share of belief in it, the ways that found it, and how near it lies."""

    address: Address
    passage: Passage
    score: float
    via: tuple[str, ...]
    near: float = 0.0  # likeness of meaning to its words or to a question known to be asked about it, 1 at most


@dataclass(frozen=True)
class Gathered:
    """Provisions that may answer, by number, each with its traits, its best passage, what found it and how near it lies."""

    provisions: Numbers
    traits: Traits
    passages: Numbers
    via: dict[int, tuple[str, ...]]
    near: Scores


class Index:
    """The searchable provisions of a corpus. Safe to use from several threads."""

    def __init__(self, corpus: Corpus, contents: Contents, encoder: Encoder, passages: Shelf, asked: Shelf) -> None:
        self.passages = contents.passages
        self.addresses = contents.addresses
        self._encoder = encoder
        self._projection = load_projection(encoder.dimension)
        self._by_passage, self._by_asked = passages, asked
        self._asked_about = contents.asked_about
        provisions = [passage.words for passage in contents.passages]
        self._spelling = Spelling([*provisions, own_words()], [one.text for one in contents.asked])
        positions = [corpus.regulations[address.regulation].jabatan or "" for address in self.addresses]
        self._position = np.array(positions)
        self._length = _lengths(contents)
        self._terms = _terms(corpus, contents)
        self._named_terms = frozenset(term for terms in self._terms.values() for term in terms)
        self._defining = np.isin(np.arange(len(self.addresses)), list(self._terms)).astype(np.float32)
        self._golongan = np.array([_golongan_of(address) for address in self.addresses])
        self._perihal = Perihal(self.addresses, load_learned())
        self._last: tuple[str, tuple[str, str, Vectors] | None] = ("", None)

    def search(
        self,
        query: str,
        k: int = 10,
        regulations: Collection[str] | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[Hit]:
        """The k provisions that answer a query best, best first, within some regulations and kinds (None: all)."""
        nothing_in_scope = (regulations is not None and not regulations) or (kinds is not None and not kinds)
        if not query.strip() or k < 1 or nothing_in_scope:
            return []
        gathered = self.gather(query, regulations, kinds, max(_DEPTH, k))
        scores = believe(gathered.traits)
        # A definition that is asked for answers before any provision that merely uses the word.
        defined = gathered.traits[:, TRAITS.index("didefinisikan")]
        order = sorted(range(len(scores)), key=lambda at: (-defined[at], -scores[at], gathered.provisions[at]))
        return [self._hit(gathered, at, float(scores[at])) for at in order[:k]]

    def gather(
        self,
        query: str,
        regulations: Collection[str] | None = None,
        kinds: Collection[str] | None = None,
        depth: int = _DEPTH,
    ) -> Gathered:
        """What may answer a query, unordered, with all that speaks for each."""
        spelled, widened, vector = self._read(query)
        words_said = len(query.split())
        passages, asked = self._by_passage, self._by_asked
        texts, questions = passages.scope(regulations, kinds), asked.scope(regulations, kinds)
        words, letters = passages.match("keywords", widened), passages.match("grams", spelled)
        asked_words, perihal = asked.match("keywords", widened), self._perihal.weigh(spelled, widened)
        found = {
            "makna": passages.owners[passages.nearest(vector, texts, depth)],
            "makna_tanya": asked.owners[asked.nearest(vector, questions, depth)],
            "kata": passages.owners[passages.matching(words, texts, depth)],
            "huruf": passages.owners[passages.matching(letters, texts, depth)],
            "kata_tanya": asked.owners[asked.matching(asked_words, questions, depth)],
            "perihal": _likeliest(perihal, passages.owners if texts is None else passages.owners[texts], depth),
        }
        provisions = np.unique(np.concatenate(list(found.values())))
        near, best = passages.weigh(provisions, passages.likeness(vector), -1.0)
        near_asked, _ = asked.weigh(provisions, asked.likeness(vector), -1.0)
        traits = {
            "makna": below_best(near),
            "makna_tanya": np.maximum(below_best(near_asked), -UNASKED),
            "kata": of_best(passages.weigh(provisions, _from(words), 0.0)[0]),
            "huruf": of_best(passages.weigh(provisions, _from(letters), 0.0)[0]),
            "kata_tanya": of_best(asked.weigh(provisions, _from(asked_words), 0.0)[0]),
            "ditanyakan": (near_asked > -1.0).astype(np.float32),
            "panjang": self._length[provisions],
            "jabatan": self._named(widened, provisions),
            "didefinisikan": self._defined(spelled, provisions),
            "definisi": self._defining[provisions],
            "golongan": self._graded(query, provisions),
            "perihal": perihal[provisions] * (words_said < STORY),
            "perihal_cerita": perihal[provisions] * (words_said >= STORY),
        }
        table = np.stack([traits[name] for name in TRAITS], axis=1)
        return Gathered(provisions, table, best, _ways(found), np.maximum(near, near_asked))

    def likeness(self, query: str, places: Sequence[Address]) -> list[float]:
        """How like a question is to the likest that is known to ask for each place or what stands in it; 0 for none."""
        nearness = self._by_asked.likeness(self._read(query)[2])
        known = (self._asked_about.get(place) for place in places)
        return [float(nearness(np.array(numbers)).max()) if numbers else 0.0 for numbers in known]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, for telling intents apart."""
        return self._encoder.encode_queries(texts)

    def close(self) -> None:
        """Let go of the files."""
        self._by_passage.close()
        self._by_asked.close()

    def _read(self, query: str) -> tuple[str, str, Vectors]:
        """A question spelled right, the same widened by the law's words, and its vector; the last one is kept."""
        said, read = self._last
        if read is None or said != query:
            spelled = self._spelling.correct(query)
            widened = expand(spelled)
            vector = self._projection.project_message(self._encoder.encode_queries([widened])[0], len(query.split()))
            read = spelled, widened, vector
            self._last = query, read
        return read

    def _named(self, question: str, provisions: Numbers) -> Scores:
        """1 where the question names the position that the regulation of the provision is about."""
        plain = question.lower()
        named = [position for position in set(self._position.tolist()) if position and position in plain]
        return np.isin(self._position[provisions], named).astype(np.float32)

    def _defined(self, question: str, provisions: Numbers) -> Scores:
        """1 for the definition of a term whose meaning the question asks."""
        asked = terms_asked(question, self._named_terms)
        defining = [number for number, terms in self._terms.items() if asked.intersection(terms)]
        return np.isin(provisions, defining).astype(np.float32)

    def _graded(self, question: str, provisions: Numbers) -> Scores:
        """1 for a table's row of a golongan that the question names, -1 for a row of another one."""
        told = {f"{match['number']}/{match['letter']}" for match in _GOLONGAN.finditer(question.lower())}
        rows = self._golongan[provisions]
        if not told:
            return np.zeros(len(provisions), np.float32)
        same = np.isin(rows, sorted(told))
        return np.where(same, 1.0, np.where(rows != "", -1.0, 0.0)).astype(np.float32)

    def _hit(self, gathered: Gathered, at: int, score: float) -> Hit:
        number = int(gathered.provisions[at])
        passage = self.passages[gathered.passages[at]]
        return Hit(self.addresses[number], passage, score, gathered.via[number], float(gathered.near[at]))


def _from(scores: Scores) -> Gauge:
    return lambda rows: scores[rows]


def _likeliest(belief: Scores, provisions: Numbers, most: int) -> Numbers:
    """The provisions most believed in among some, of which several texts may stand for one."""
    own = np.unique(provisions)
    return own[np.argsort(-belief[own], kind="stable")[:most]]


def _ways(found: dict[str, Numbers]) -> dict[int, tuple[str, ...]]:
    """By meaning or by words: how each provision was found."""
    ways: dict[int, dict[str, None]] = {}
    for name, provisions in found.items():
        for number in provisions.tolist():
            ways.setdefault(number, {})[MEANING if name.startswith("makna") else WORDS] = None
    return {number: tuple(names) for number, names in ways.items()}


def _terms(corpus: Corpus, contents: Contents) -> dict[int, tuple[str, ...]]:
    """The names of the term that each provision defines."""
    number = {address: at for at, address in enumerate(contents.addresses)}
    return {
        number[one.address]: tuple(" ".join(_WORD.findall(name.lower())) for name in one.names)
        for one in corpus.definitions()
        if one.address in number
    }


def _golongan_of(address: Address) -> str:
    """The golongan a table's row is about, as questions are read: "iii/b"; empty for all else."""
    return next((number.lower() for unit, number in address.trail if unit == "golongan"), "")


def _lengths(contents: Contents) -> Scores:
    """How long each provision is, on a scale on which twice as long is always the same step."""
    words = np.zeros(len(contents.addresses), np.float32)
    np.add.at(words, contents.owners, [len(passage.words.split()) for passage in contents.passages])
    return np.log1p(words).astype(np.float32)


def open_index(corpus: Corpus, data_dir: Path, encoder: Encoder | None = None) -> Index:
    """Open the index of a corpus; IndexMissing, IndexStale or EncoderFault say in one line what to do."""
    contents = Contents.of(corpus)
    fingerprint = encoder.fingerprint if encoder else find_encoder(data_dir).fingerprint
    build = find_build(data_dir, contents.identity(fingerprint))
    shelves: list[Shelf] = []
    try:
        for name, texts, owners in contents.shelves():
            shelves.append(Shelf(build.folder / name, texts, owners, READERS[name]))
        whole = all(shelf.whole() for shelf in shelves)
    except Exception as error:  # whatever a damaged file makes these libraries raise
        raise IndexMissing(build.folder, f"tidak terbaca: {type(error).__name__}") from error
    if not whole:
        for shelf in shelves:
            shelf.close()
        raise IndexMissing(build.folder, "isinya tidak lengkap")
    named = dict(zip((PASSAGES, ASKED), shelves, strict=True))
    return Index(corpus, contents, encoder or load_encoder(data_dir), named[PASSAGES], named[ASKED])
