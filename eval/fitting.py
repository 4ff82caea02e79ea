"""How weights are learned and written, for every script that learns some."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.start import EXAMPLES
from assistant.tools import tools
from assistant.understand.observer import Observer
from corpus.library import load_corpus
from eval.dialogue import DAY
from index.search import open_index

if TYPE_CHECKING:
    import torch

KEPT_SMALL = 1e-3  # how strongly weights are held back, on traits brought to one scale
_ROUNDS = 200
_NARROW = 0.01  # the least spread of a trait


@contextmanager
def observing(data_dir: Path) -> Iterator[Observer]:
    """The observer that the assistant reads messages with, on the day of the dialogues."""
    corpus = load_corpus()
    index = open_index(corpus, data_dir)
    try:
        yield Observer(corpus, index.encode, index.search, tools(), lambda: DAY, data_dir / EXAMPLES)
    finally:
        index.close()


def minimise(
    loss: "Callable[[torch.Tensor], torch.Tensor]", count: int, held: float = KEPT_SMALL
) -> NDArray[np.float64]:
    """The weights, `count` of them, under which a loss and their own size come to the least; the same every time."""
    import torch

    weights = torch.zeros(count, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=_ROUNDS, line_search_fn="strong_wolfe")

    def total() -> torch.Tensor:
        optimizer.zero_grad()
        found = loss(weights) + held * (weights**2).sum()
        found.backward()  # type: ignore[no-untyped-call]
        return found

    optimizer.step(total)  # type: ignore[no-untyped-call]
    learned: NDArray[np.float64] = weights.detach().numpy().astype(np.float64)
    return learned


def fit_chances(
    table: NDArray[np.float64], told: NDArray[np.bool_], names: Sequence[str], held: float
) -> dict[str, Any]:
    """A logistic regression over traits, each alone, as `assistant.understand.chances` reads it: one row a case."""
    import torch

    means, spreads = table.mean(0), np.maximum(table.std(0), _NARROW)
    scaled = torch.tensor((table - means) / spreads, dtype=torch.float32)
    right = torch.tensor(told, dtype=torch.float32)

    def loss(weights: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.binary_cross_entropy_with_logits(scaled @ weights[1:] + weights[0], right)

    learned = minimise(loss, len(names) + 1, held).round(4).tolist()
    rows = zip(names, means.round(4).tolist(), spreads.round(4).tolist(), learned[1:], strict=True)
    own = {name: {"mean": mean, "spread": spread, "weight": weight, "with": {}} for name, mean, spread, weight in rows}
    return {"base": learned[0], "traits": own}


def write(weights: Mapping[str, Any], path: Path) -> None:
    """Put weights under the words that explain them in their file."""
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join(head) + "\n" + yaml.safe_dump(dict(weights), sort_keys=False), "utf-8")
