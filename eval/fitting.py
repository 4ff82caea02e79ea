"""How weights are learned and written, for every script that learns some."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import yaml
from numpy.typing import NDArray

if TYPE_CHECKING:
    import torch

KEPT_SMALL = 1e-3  # how strongly weights are held back, on traits brought to one scale
_ROUNDS = 200


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


def write(weights: Mapping[str, Any], path: Path) -> None:
    """Put weights under the words that explain them in their file."""
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join(head) + "\n" + yaml.safe_dump(dict(weights), sort_keys=False), "utf-8")
