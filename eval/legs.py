"""Each way of searching by itself, and in which company: what the whole search is made of, measured in the same scope."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from corpus.address import Address
from corpus.library import Corpus
from eval.asking import DEPTH, Scoped
from eval.metrics import Answered, score
from index.contents import Contents
from index.keywords import Keywords, Tokenizer
from index.ranking import TRAITS, believe, load_weights
from index.search import Gathered, Index

_METRICS = ("R@1", "R@5", "R@10")
_RANKS = 10  # how much reciprocal rank fusion flattens the first ranks

Ranked = Sequence[Address]
Rank = Callable[[Gathered], Sequence[float]]


def compare(questions: Sequence[Scoped], corpus: Corpus, index: Index) -> str:
    """A table with a line for each way of searching."""
    gathered = [index.gather(one.case.question, one.regulations) for one in questions]
    lines = [f"{'jalan pencarian':<52}" + "".join(f"{f'Pasal {m}':>12}" for m in _METRICS) + f"{'ayat R@1':>12}"]
    for name, order in _by_words(questions, corpus):
        lines.append(_line(name, questions, order))
    for name, rank in _ways().items():
        lines.append(_line(name, questions, [_order(index, one, rank(one)) for one in gathered]))
    for trait in TRAITS:
        weights = {**load_weights(), trait: 0.0}
        order = [_order(index, one, believe(one.traits, weights).tolist()) for one in gathered]
        lines.append(_line(f"semua tanpa {trait}", questions, order))
    return "\n".join(lines)


def _ways() -> Mapping[str, Rank]:
    return {
        "kata bersama pertanyaan yang diketahui (BM25)": lambda one: _trait(one, "kata"),
        "huruf (BM25 atas potongan empat huruf)": lambda one: _trait(one, "huruf"),
        "makna": lambda one: _trait(one, "makna"),
        "makna pertanyaan yang diketahui": lambda one: _trait(one, "makna_tanya"),
        "makna + kata, menurut peringkat (RRF)": lambda one: _fused(one, "makna", "kata"),
        "makna + kata + huruf, menurut peringkat (RRF)": lambda one: _fused(one, "makna", "kata", "huruf"),
        "semua, menurut bobot yang dipelajari (dipakai)": lambda one: believe(one.traits).tolist(),
    }


def _by_words(questions: Sequence[Scoped], corpus: Corpus) -> Iterator[tuple[str, list[Ranked]]]:
    """BM25 over the law's words alone, and the question as it was typed."""
    contents = Contents.of(corpus)
    regulations = np.array([passage.regulation for passage in contents.passages])
    whole, bare = [one.words for one in contents.passages], [one.reading or one.text for one in contents.passages]
    ways = (
        ("tanpa judul di atasnya", bare, Tokenizer()),
        ("imbuhan tidak dipotong", whole, Tokenizer(stem=False)),
        ("imbuhan dipotong", whole, Tokenizer()),
    )
    for name, texts, terms in ways:
        keywords = Keywords.make(texts, terms)
        found: list[Ranked] = []
        for one in questions:
            scores = keywords.scores(one.case.question)
            inside = np.isin(regulations, one.regulations) if one.regulations else np.ones(len(regulations), bool)
            numbers = np.argsort(-np.where(inside, scores, -1), kind="stable")[:DEPTH]
            found.append([contents.passages[at].address for at in numbers.tolist()])
        yield f"kata undang-undang saja (BM25), {name}", found


def _line(name: str, questions: Sequence[Scoped], ranked: Sequence[Ranked]) -> str:
    answered = [Answered(one.case, tuple(addresses)) for one, addresses in zip(questions, ranked, strict=True)]
    pasal, ayat = score(answered, "pasal"), score(answered, "ayat")
    return f"{name:<52}" + "".join(f"{pasal[m].mean():>12.3f}" for m in _METRICS) + f"{ayat['R@1'].mean():>12.3f}"


def _order(index: Index, one: Gathered, scores: Sequence[float]) -> Ranked:
    best = np.argsort(-np.array(scores), kind="stable")[:DEPTH]
    return [index.addresses[number] for number in one.provisions[best].tolist()]


def _trait(one: Gathered, name: str) -> Sequence[float]:
    values: Sequence[float] = one.traits[:, TRAITS.index(name)].tolist()
    return values


def _fused(one: Gathered, *names: str) -> Sequence[float]:
    """Reciprocal ranks summed."""
    total = np.zeros(len(one.provisions))
    for name in names:
        ranks = np.argsort(np.argsort(-np.array(_trait(one, name)), kind="stable"), kind="stable")
        total += 1 / (_RANKS + 1 + ranks)
    summed: Sequence[float] = total.tolist()
    return summed
