"""Learn the weights of index/ranking.yaml from the training questions: `python -m eval.tune [data folder]`.

What is fitted: the share of belief that a listwise softmax gives to the provisions that answer, half of it at ayat and
half at Pasal level. Development questions only check it; test questions are never read here. The same questions and
the same index give the same weights.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.start import open_understanding
from corpus.library import load_corpus
from eval.asking import Scoped, scope
from eval.cases import Case, Split, load_cases, split
from eval.fitting import minimise, write
from eval.metrics import Answered, answers, pasal_of, score
from index.manifest import data_folder
from index.ranking import OF_STORIES, TRAITS, believe, load_weights
from index.search import Gathered, Index, open_index

WEIGHTS = Path(__file__).parents[1] / "index" / "ranking.yaml"


def main(data_dir: Path) -> None:
    """Fit on training questions, show both splits before and after, and write the weights."""
    corpus = load_corpus()
    index = open_index(corpus, data_dir)
    understanding = open_understanding(corpus, index, data_dir)
    found: dict[Split, list[tuple[Case, Gathered]]] = {}
    for name in ("train", "dev"):
        cases = [case for case in load_cases() if split(case) == name]
        found[name] = [(one.case, _gather(index, one)) for one in scope(cases, understanding)]
        _show(f"{name}, sebelum", found[name], index, None)
    weights = fit(found["train"], index)
    for name, gathered in found.items():
        _show(f"{name}, sesudah", gathered, index, weights)
    write({name: round(weights[name], 3) for name in TRAITS}, WEIGHTS)
    index.close()


def fit(gathered: Sequence[tuple[Case, Gathered]], index: Index) -> dict[str, float]:
    """The weights under which the provisions that answer are believed most."""
    import torch

    learned = [at for at, name in enumerate(TRAITS) if name != OF_STORIES]
    pool = np.concatenate([found.traits[:, learned] for _, found in gathered])
    spread = pool.std(axis=0) + 1e-6
    tables = [torch.tensor(found.traits[:, learned] / spread) for _, found in gathered]
    targets = [torch.tensor(_target(case, found, index), dtype=torch.float32) for case, found in gathered]
    kept = [(table, target) for table, target in zip(tables, targets, strict=True) if target.sum() > 0]

    def loss(weights: torch.Tensor) -> torch.Tensor:
        losses = [-(torch.log_softmax(table @ weights, 0).exp() @ target).log() for table, target in kept]
        return torch.stack(losses).mean()

    weights = (minimise(loss, len(learned)) / spread).tolist()
    return dict(zip([TRAITS[at] for at in learned], weights, strict=True)) | {OF_STORIES: load_weights()[OF_STORIES]}


def _gather(index: Index, one: Scoped) -> Gathered:
    return index.gather(one.case.question, one.regulations)


def _target(case: Case, found: Gathered, index: Index) -> NDArray[np.float64]:
    """1 for a provision that answers down to the ayat, a half for one of the right Pasal."""
    labels = (*case.provisions, *case.also)
    pasals = {pasal_of(label) for label in labels}
    addresses = [index.addresses[number] for number in found.provisions.tolist()]
    exact = [any(answers(address, label) for label in labels) for address in addresses]
    near = [pasal_of(address) in pasals for address in addresses]
    halves: NDArray[np.float64] = (np.array(exact, float) + np.array(near, float)) / 2
    return halves


def _show(
    title: str, gathered: Sequence[tuple[Case, Gathered]], index: Index, weights: dict[str, float] | None
) -> None:
    answered = []
    for case, found in gathered:
        order = np.argsort(-believe(found.traits, weights), kind="stable")
        answered.append(Answered(case, tuple(index.addresses[number] for number in found.provisions[order].tolist())))
    pasal, ayat = score(answered, "pasal"), score(answered, "ayat")
    shares = [f"{name} {pasal[name].mean():.3f}" for name in ("R@1", "R@5", "R@10")]
    print(f"{title}: N {len(answered)}, Pasal {', '.join(shares)}; ayat R@1 {ayat['R@1'].mean():.3f}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
