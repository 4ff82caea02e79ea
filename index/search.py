"""Search: the scope first, then nearness of meaning and sameness of words, fused by rank.

Ranks are fused, not scores, because cosine and BM25 have no common scale. A citation in the question ("Pasal 72
ayat (3)") is not found here but looked up in the corpus.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.address import Address
from corpus.library import Corpus
from index.encoder import Encoder, Vectors, load_encoder
from index.errors import IndexMissing
from index.expand import asks_definition, expand
from index.folder import find_encoder
from index.keywords import Keywords
from index.manifest import CHROMA, KEYWORDS, find_build, identify
from index.passages import Passage, make_passages
from index.store import VectorStore

MEANING = "makna"
WORDS = "kata"

_DEPTH = 100
# Chosen on the questions of tests/index/questions.yaml: a low constant trusts the first ranks, and the legs weigh
# meaning of the widened question, meaning of the question as asked, and words.
_FLATTEN = 10
_WIDENED, _ASKED, _WORDED = 1.0, 0.5, 0.7
_DEFINITION = "definisi"
_DEFINITION_BOOST = 2.0


@dataclass(frozen=True)
class Hit:
    """One provision found: its best passage, its fused score, and the legs that found it."""

    address: Address
    passage: Passage
    score: float
    via: tuple[str, ...]


@dataclass(frozen=True)
class _Ranking:
    """Passages in the order one leg gives them, and what that order weighs."""

    leg: str
    weight: float
    passages: Sequence[Passage]


class Index:
    """The searchable passages of a corpus. Safe to use from several threads."""

    def __init__(self, passages: Sequence[Passage], encoder: Encoder, store: VectorStore, keywords: Keywords) -> None:
        self.passages = tuple(passages)
        self._encoder = encoder
        self._store = store
        self._keywords = keywords
        self._by_id = {passage.id: passage for passage in passages}

    def search(
        self,
        query: str,
        k: int = 10,
        regulations: Collection[str] | None = None,
        kinds: Collection[str] | None = None,
        legs: Collection[str] = (MEANING, WORDS),
    ) -> list[Hit]:
        """The k provisions that answer a query best, best first, within some regulations and kinds (None: all)."""
        nothing_in_scope = (regulations is not None and not regulations) or (kinds is not None and not kinds)
        if not query.strip() or k < 1 or nothing_in_scope:
            return []
        depth = max(_DEPTH, 3 * k)
        widened = expand(query)
        ranked: list[_Ranking] = []
        if MEANING in legs:
            vectors = self._encoder.encode_queries([widened, query])
            found = self._store.search(vectors, depth, regulations, kinds)
            for weight, names in zip((_WIDENED, _ASKED), found, strict=True):
                ranked.append(_Ranking(MEANING, weight, [self._by_id[name] for name in names]))
        if WORDS in legs:
            ranked.append(_Ranking(WORDS, _WORDED, self._by_words(widened, depth, regulations, kinds)))
        return _fuse(ranked, _DEFINITION_BOOST if asks_definition(query) else 1.0)[:k]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, for telling intents apart."""
        return self._encoder.encode_queries(texts)

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    def _by_words(
        self, query: str, depth: int, regulations: Collection[str] | None, kinds: Collection[str] | None
    ) -> list[Passage]:
        scores = self._keywords.scores(query)
        found: list[Passage] = []
        for number in np.argsort(-scores, kind="stable"):
            passage = self.passages[number]
            if scores[number] <= 0 or len(found) == depth:
                break
            if (regulations is None or passage.regulation in regulations) and (kinds is None or passage.kind in kinds):
                found.append(passage)
        return found


def _fuse(ranked: Sequence[_Ranking], definition_boost: float) -> list[Hit]:
    """Reciprocal ranks summed per provision; each ranking counts a provision once, by its best passage."""
    scores: dict[Address, float] = {}
    best: dict[Address, tuple[float, Passage]] = {}
    via: dict[Address, dict[str, None]] = {}
    for ranking in ranked:
        for rank, passage in enumerate(_once(ranking.passages), start=1):
            address, share = passage.address, ranking.weight / (_FLATTEN + rank)
            if passage.kind == _DEFINITION:
                share *= definition_boost
            scores[address] = scores.get(address, 0.0) + share
            via.setdefault(address, {})[ranking.leg] = None
            if address not in best or share > best[address][0]:
                best[address] = (share, passage)
    order = sorted(scores, key=lambda address: (-scores[address], address.key))
    return [Hit(address, best[address][1], scores[address], tuple(via[address])) for address in order]


def _once(passages: Sequence[Passage]) -> list[Passage]:
    """The first passage of each address."""
    first: dict[Address, Passage] = {}
    for passage in passages:
        first.setdefault(passage.address, passage)
    return list(first.values())


def open_index(corpus: Corpus, data_dir: Path, encoder: Encoder | None = None) -> Index:
    """Open the index of a corpus; IndexMissing, IndexStale or EncoderFault say in one line what to do."""
    passages = make_passages(corpus)
    fingerprint = encoder.fingerprint if encoder else find_encoder(data_dir).fingerprint
    build = find_build(data_dir, identify(corpus.hash, passages, fingerprint))
    try:
        keywords = Keywords.open(build.folder / KEYWORDS)
        store = VectorStore.open(build.folder / CHROMA)
    except Exception as error:  # whatever a damaged file makes these libraries raise
        raise IndexMissing(build.folder, f"tidak terbaca: {type(error).__name__}") from error
    if store.ids() != {passage.id for passage in passages} or keywords.count() != len(passages):
        store.close()
        raise IndexMissing(build.folder, "isinya tidak lengkap")
    return Index(passages, encoder or load_encoder(data_dir), store, keywords)
