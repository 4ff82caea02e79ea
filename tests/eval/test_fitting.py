"""What every script that learns weights shares."""

from pathlib import Path

import torch
import yaml

from eval.fitting import minimise, write


def test_the_weights_with_the_least_loss_are_found() -> None:
    wanted = torch.tensor([2.0, -1.0])
    found = minimise(lambda weights: ((weights - wanted) ** 2).sum(), 2, held=0)
    assert [round(float(weight), 3) for weight in found] == [2.0, -1.0]


def test_what_is_held_back_stays_small() -> None:
    loose, held = (minimise(lambda weights: ((weights - 2) ** 2).sum(), 1, held=held)[0] for held in (0, 1))
    assert held < loose


def test_the_words_above_the_weights_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "weights.yaml"
    path.write_text("# Bagaimana.\nlama: {a: 1}\n", "utf-8")
    write({"clause": {"tetap": 0.5}}, path)
    text = path.read_text("utf-8")
    assert text.startswith("# Bagaimana.\n") and yaml.safe_load(text) == {"clause": {"tetap": 0.5}}
