"""Learn the weights of assistant/understand/facts/testimony.yaml: `python -m eval.learn_testimony [data folder]`.

What is fitted: a logistic regression over the traits of each value that a fact may have, alone and two by two. The
messages are those of `lessons`, of which it is known what they tell, and the single questions of the first phase of the
dialogues; later phases are never read here. Held back in fives, the same messages say what to expect and from which
chance a value is best taken as told.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.conversation import Conversation
from assistant.understand.chances import Weights
from assistant.understand.facts.sayings import YES_NO
from assistant.understand.facts.testimony import TRAITS, WEIGHTS
from assistant.understand.observer import Observer
from corpus.data import load_yaml
from eval.dialogue_set import load_dialogues
from eval.fact_match import ANYTHING, same
from eval.fitting import minimise, observing, write
from index.manifest import data_folder

LESSONS = Path(__file__).parent / "lessons"
_HELD = 3e-3
_PARTS = 5
_LEAST = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
Table = NDArray[np.float64]


@dataclass(frozen=True)
class Lesson:
    """A message for a calculator, and the facts it tells; those of `maybe` may be read or not."""

    message: str
    tool: str
    facts: Mapping[str, Any]
    maybe: Sequence[str] = ()


@dataclass(frozen=True)
class Learned:
    """Cases of all lessons: traits, whether each value is told, and the lesson, fact and truth of each."""

    traits: Table
    told: NDArray[np.bool_]
    of: Sequence[tuple[int, str, str, Any]]


def main(data_dir: Path) -> None:
    """Fit on all lessons, show what to expect, and write the weights."""
    with observing(data_dir) as observer:
        found = gather(observer, taught())
    expected = held_back(found)
    for least in _LEAST:
        print(
            f"{least}: "
            + ", ".join(f"{kind} {count}" for kind, count in sorted(faults(found, expected, least).items()))
        )
    best = min(_LEAST, key=lambda least: sum(faults(found, expected, least).values()))
    write(fit(found.traits, found.told) | {"least": best}, WEIGHTS)
    print(f"{len({row[0] for row in found.of})} pesan, {len(found.of)} nilai; ambang {best}", flush=True)


def taught() -> list[Lesson]:
    """All messages of which it is known what they tell: the lessons, and the first phase of the dialogues."""
    return [*lessons(), *_dialogues()]


def lessons(folder: Path = LESSONS) -> Iterator[Lesson]:
    """The lessons of a folder, one file for each calculator."""
    for path in sorted(folder.glob("*.yaml")):
        for raw in load_yaml(path):
            yield Lesson(raw["message"], path.stem, raw["facts"], raw.get("maybe", ()))


def _dialogues() -> Iterator[Lesson]:
    """The single questions of the first phase that mean one calculator."""
    for dialogue in load_dialogues():
        turn = dialogue.turns[0]
        if dialogue.phase == "first" and len(dialogue.turns) == 1 and turn.facts is not None and len(turn.wants) == 1:
            for tool in turn.wants[0].tools[:1]:
                yield Lesson(turn.say, tool, turn.facts, (*turn.maybe, *turn.uses, *turn.instead))


def gather(observer: Observer, taught: Sequence[Lesson]) -> Learned:
    """The cases of each lesson; of a fact that may be read or not, none."""
    rows, told, of = [], [], []
    for number, lesson in enumerate(taught):
        for case in observer.cases_for(observer.look_at(lesson.message, Conversation("eval")), lesson.tool):
            truth = lesson.facts.get(case.field)
            if case.field not in lesson.maybe and truth != ANYTHING:
                rows.append(case.traits)
                told.append(truth is not None and same(truth, YES_NO.get(case.value, case.value)))
                of.append((number, case.field, case.value, truth))
    return Learned(np.stack(rows), np.array(told), of)


def fit(traits: Table, told: NDArray[np.bool_], names: Sequence[str] = TRAITS, held: float = _HELD) -> dict[str, Any]:
    """The weights of the traits `names` as their file holds them; `held` is how strongly they are held back."""
    import torch

    means, spreads = traits.mean(axis=0), traits.std(axis=0) + 1e-6
    table = _together((traits - means) / spreads)
    pair_means, pair_spreads = table.mean(axis=0), table.std(axis=0) + 1e-6
    scaled = torch.tensor((table - pair_means) / pair_spreads, dtype=torch.float32)
    ones, right = torch.ones(len(table), 1), torch.tensor(told, dtype=torch.float32)
    with_base = torch.hstack([ones, scaled])

    def loss(weights: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.binary_cross_entropy_with_logits(with_base @ weights, right)

    learned = minimise(loss, with_base.shape[1], held)
    weights = learned[1:] / pair_spreads
    two = _two_by_two(len(names))
    pairs = {pair: float(weight) for pair, weight in zip(two, weights[len(names) :], strict=True)}
    return {
        "least": 0.5,
        "base": round(float(learned[0] - weights @ pair_means), 4),
        "traits": {
            name: {
                "mean": round(float(means[at]), 4),
                "spread": round(float(spreads[at]), 4),
                "weight": round(float(weights[at]), 4),
                "with": {names[b]: round(pairs[a, b], 4) for a, b in two if a == at and round(pairs[a, b], 4)},
            }
            for at, name in enumerate(names)
        },
    }


def _together(scaled: Table) -> Table:
    """Each trait, and each two multiplied."""
    pairs = _two_by_two(scaled.shape[1])
    return np.hstack([scaled, np.stack([scaled[:, a] * scaled[:, b] for a, b in pairs], axis=1)])


def _two_by_two(count: int) -> list[tuple[int, int]]:
    return [*combinations_with_replacement(range(count), 2)]


def held_back(found: Learned) -> NDArray[np.float64]:
    """How likely each value is told, by weights that did not learn from its message."""
    part = np.array([number % _PARTS for number, *_ in found.of])
    chances = np.zeros(len(part))
    for own in range(_PARTS):
        weights = Weights.of(fit(found.traits[part != own], found.told[part != own]))
        chances[part == own] = weights.chances(found.traits[part == own])
    return chances


def faults(found: Learned, chances: NDArray[np.float64], least: float) -> Counter[str]:
    """How many facts are missed, wrong, or taken as told though they are not, when told from this chance."""
    best: dict[tuple[int, str], tuple[float, str, Any]] = {}
    for (number, field, value, truth), chance in zip(found.of, chances.tolist(), strict=True):
        best[number, field] = max(
            best.get((number, field), (-1.0, "", truth)), (chance, value, truth), key=lambda b: b[0]
        )
    counts: Counter[str] = Counter()
    for chance, value, truth in best.values():
        read = YES_NO.get(value, value) if chance >= least else None
        if not (read is None and truth is None) and (truth is None or read is None or not same(truth, read)):
            counts["berlebih" if truth is None else "terlewat" if read is None else "keliru"] += 1
    return counts


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
