"""How well a list of provisions answers a question: judged at Pasal and at ayat level, counted by ranx."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus.address import Address
from eval.cases import Case

Level = Literal["pasal", "ayat"]
Values = NDArray[np.float64]

LEVELS: tuple[Level, ...] = ("pasal", "ayat")
RANX = {"R@1": "hit_rate@1", "R@5": "hit_rate@5", "R@10": "hit_rate@10", "MRR@10": "mrr@10", "nDCG@10": "ndcg@10"}
ALL_NEEDED = "semua@10"
METRICS = (*RANX, ALL_NEEDED)
_DEPTH = 10
_NOTHING = "-"  # ranx wants at least one hit
_Z = 1.96  # two-sided 95 percent
_DRAWS = 1000
_SEED = 20260101


@dataclass(frozen=True)
class Answered:
    """A question and the provisions a search gave for it, best first."""

    case: Case
    hits: tuple[Address, ...]


@dataclass(frozen=True)
class Judged:
    """The names of the provisions a question needs, and of those found, best first."""

    needed: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(frozen=True)
class Estimate:
    """A mean over questions with its 95 percent interval."""

    mean: float
    low: float
    high: float
    n: int


def pasal_of(address: Address) -> Address:
    """The Pasal an address stands in; in an attachment its numbered row, or else its part."""
    if address.pasal is not None:
        return Address(address.regulation, pasal=address.pasal)
    row = next((end for end, (unit, _) in enumerate(address.trail, 1) if unit == "nomor"), 1)
    return Address(address.regulation, lampiran=address.lampiran, trail=address.trail[:row])


def answers(hit: Address, label: Address) -> bool:
    """Whether a provision found is the one labelled: a huruf is answered by the ayat around it, an ayat not by its Pasal."""
    if label.contains(hit):
        return True
    around = hit.contains(label) and pasal_of(hit) == pasal_of(label)
    return around and hit.ayat == label.ayat and (label.huruf is not None or hit.angka == label.angka)


def score(answered: Sequence[Answered], level: Level) -> dict[str, Values]:
    """Each metric's value for each question, in their order."""
    from ranx import Qrels, Run, evaluate

    judged = {f"q{number:05d}": judge(one, level) for number, one in enumerate(answered)}
    needed = {name: dict.fromkeys(each.needed, 1) for name, each in judged.items()}
    ranked = {
        name: {found: 1.0 / at for at, found in enumerate((*each.found, _NOTHING), 1)} for name, each in judged.items()
    }
    found = evaluate(Qrels(needed), Run(ranked), list(RANX.values()), return_mean=False)
    values = {name: np.asarray(found[metric], np.float64) for name, metric in RANX.items()}
    complete = [set(each.needed) <= set(each.found[:_DEPTH]) for each in judged.values()]
    return {**values, ALL_NEEDED: np.array(complete, np.float64)}


def estimate(values: Values) -> Estimate:
    """The mean with its interval: Wilson's where every value is 0 or 1, else by drawing the questions again."""
    count = len(values)
    if count == 0:
        return Estimate(math.nan, math.nan, math.nan, 0)
    mean = float(values.mean())
    if np.isin(values, (0.0, 1.0)).all():
        return Estimate(mean, *_wilson(mean, count), count)
    drawn = np.random.default_rng(_SEED).integers(0, count, (_DRAWS, count))
    low, high = np.quantile(values[drawn].mean(axis=1), (0.025, 0.975))
    return Estimate(mean, float(low), float(high), count)


def _wilson(share: float, count: int) -> tuple[float, float]:
    spread = _Z**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def judge(one: Answered, level: Level) -> Judged:
    """The provisions found, each once; one that answers goes by the name of the needed provision it answers."""
    narrow = pasal_of if level == "pasal" else _as_it_is
    labels = list(dict.fromkeys(map(narrow, one.case.provisions)))
    also = tuple(map(narrow, one.case.also))
    left = {f"jawaban {number}": label for number, label in enumerate(labels, 1)}
    needed, found = tuple(left), []
    for hit in dict.fromkeys(map(narrow, one.hits)):
        name = _serves(hit, left, also)
        found.append(name or hit.key)
        left.pop(name or "", None)
    return Judged(needed, tuple(found))


def _as_it_is(address: Address) -> Address:
    return address


def _serves(hit: Address, left: Mapping[str, Address], also: Sequence[Address]) -> str | None:
    """Which of the provisions still missing a hit answers; `also` stands in for the first of them."""
    for name, label in left.items():
        if answers(hit, label):
            return name
    if any(answers(hit, label) for label in also):
        return next(iter(left), None)
    return None
