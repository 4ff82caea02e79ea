"""Learn which fact an amount is: `python -m eval.learn_attribution [data folder]`.

Two things are learned from the messages of `lessons`, of which it is known what they tell, and of the first phase of the
dialogues: how often each word stands around the amounts of each fact, with the sizes they have
(assistant/understand/facts/amount_words.safetensors), and how that, likeness and claims count together
(assistant/understand/facts/attribution.yaml: a logistic regression over the traits of each fact that an amount could be).
What words say of a message is counted without its own part of five; so are the weights by which it is judged.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from assistant.conversation import Conversation
from assistant.understand.chances import Weights
from assistant.understand.facts.amount_words import BUCKETS, FILE, NONE, AmountWords, buckets
from assistant.understand.facts.attribution import TRAITS, WEIGHTS, Pairs, cases_of, pairs_of
from assistant.understand.facts.claims import Claim
from assistant.understand.facts.settle import all_claims, settle
from assistant.understand.language.text import Text
from assistant.understand.observer import Observer
from eval.fact_match import ANYTHING, same
from eval.fitting import observing, write
from eval.learn_testimony import Lesson, fit, taught
from index.manifest import data_folder

_PARTS = 5
_LEAST = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
_SMOOTH = 8.0  # words as they are everywhere, counted with those around each fact
_FEW = 2.0  # messages that tell the size of any fact, counted with those of each
_SPREAD = 0.5  # the least weight of a spread
_NARROW = 0.25  # the least spread of a size's logarithm


@dataclass(frozen=True)
class Told:
    """A message with what may be read of its amounts: whether each pair is right, None where it may be or not."""

    text: Text
    pairs: Pairs
    right: Sequence[bool | None]
    like: Sequence[float]
    claims: Sequence[Claim]
    held: Sequence[Claim]
    part: int

    @property
    def held_pairs(self) -> set[tuple[str, int]]:
        """The facts held by rules alone, with the places of their amounts."""
        weighed = {(name, value.start) for name, value in self.pairs}
        return weighed & {(claim.field, claim.value.start) for claim in self.held}


Rows = list[tuple[Told, NDArray[np.float64]]]


def main(data_dir: Path) -> None:
    """Count and fit on all messages, show what to expect, and write both files."""
    with observing(data_dir) as observer:
        found = [one for number, lesson in enumerate(taught()) if (one := look(observer, lesson, number))]
    rows = [traits_of(found, part) for part in range(_PARTS)]
    expected = [_held_back(rows, part) for part in range(_PARTS)]
    print(f"tanpa ditimbang: {sum(faults(one, one.held_pairs) for one in found)} keliru")
    for least in _LEAST:
        print(f"{least}: {_faults(rows, expected, least)} keliru")
    best = min(_LEAST, key=lambda least: _faults(rows, expected, least))
    write(fit(*_joined([row for own in rows for row in own]), TRAITS) | {"least": best}, WEIGHTS)
    save(count(found))
    print(f"{len(found)} pesan, {sum(len(one.pairs) for one in found)} pasangan; ambang {best}", flush=True)


def look(observer: Observer, lesson: Lesson, number: int) -> Told | None:
    """The amounts of a message with the facts that they could be; None where it has none."""
    clues = observer.look_at(lesson.message, Conversation("eval"))
    seen = observer.seen_for(clues, lesson.tool)
    claims, pairs = all_claims(seen), pairs_of(seen)
    if not pairs:
        return None
    right = [_is_right(lesson, name, value.fits[name]) for name, value in pairs]
    like = observer.attribution.likeness(seen.text, pairs)
    return Told(seen.text, pairs, right, like, claims, settle(seen, claims), number % _PARTS)


def _is_right(lesson: Lesson, name: str, value: Any) -> bool | None:
    truth = lesson.facts.get(name)
    return None if name in lesson.maybe or truth == ANYTHING else truth is not None and same(truth, value)


def count(found: Sequence[Told]) -> AmountWords:
    """What stands around the amounts of each fact, and the sizes that they have."""
    words: dict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(BUCKETS))
    everywhere, told, sizes = np.zeros(BUCKETS), Counter[str](), defaultdict[str, list[float]](list)
    for one in found:
        for start, names in _meant(one).items():
            value = next(value for _, value in one.pairs if value.start == start)
            around = buckets(one.text, value.first, value.last)
            np.add.at(everywhere, around, 1)
            for name in names:
                np.add.at(words[name], around, 1)
                told[name] += 1
                if name != NONE and not value.day:
                    sizes[name].append(math.log1p(max(0.0, float(value.fits[name]))))
    usual = (everywhere + 1) / (everywhere + 1).sum()
    ratios = {name: np.log((own + _SMOOTH * usual) / (own.sum() + _SMOOTH) / usual) for name, own in words.items()}
    return AmountWords(
        {name: own.astype(np.float32) for name, own in ratios.items()},
        np.zeros(BUCKETS, np.float32),
        told,
        _sizes(sizes),
    )


def _meant(one: Told) -> dict[int, list[str]]:
    """By its place what each amount is; NONE where it surely tells no fact, left out where that is not known."""
    found: dict[int, list[str]] = {}
    for start in {value.start for _, value in one.pairs}:
        own = [(name, right) for (name, value), right in zip(one.pairs, one.right, strict=True) if value.start == start]
        names = [name for name, right in own if right]
        if names or all(right is False for _, right in own):
            found[start] = names or [NONE]
    return found


def _sizes(told: dict[str, list[float]]) -> dict[str, tuple[float, float]]:
    """Middle and spread of each fact's sizes, drawn towards those of all facts where few are known."""
    every = np.array([size for own in told.values() for size in own])
    middle, spread = float(every.mean()), max(_NARROW, float(every.std()))
    found = {NONE: (middle, spread)}
    for name, own in told.items():
        sizes = np.array(own)
        around = float(((sizes - sizes.mean()) ** 2).sum()) + _SPREAD * spread**2
        centre = (float(sizes.sum()) + _FEW * middle) / (len(own) + _FEW)
        found[name] = (centre, max(_NARROW, math.sqrt(around / (len(own) + _SPREAD))))
    return found


def save(words: AmountWords, path: Path = FILE) -> None:
    """Write the table of words and sizes."""
    names = sorted(words.ratios.keys() | {NONE})
    nothing = np.zeros(BUCKETS, np.float32)
    tables: dict[str, NDArray[Any]] = {
        "ratios": np.stack([words.ratios.get(name, nothing) for name in names]).astype(np.float16),
        "told": np.array([words.told[name] for name in names], np.int32),
        "sizes": np.array([words.sizes.get(name, words.sizes[NONE]) for name in names], np.float32),
    }
    save_file(tables, path, metadata={"facts": " ".join(names)})


def traits_of(found: Sequence[Told], part: int) -> Rows:
    """The messages of one part with their traits, what words say counted without it."""
    words = count([one for one in found if one.part != part])
    own = [one for one in found if one.part == part]
    return [
        (one, np.stack([c.traits for c in cases_of(one.text, one.pairs, one.like, one.claims, one.held, words)]))
        for one in own
    ]


def _joined(rows: Rows) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """All traits with whether each pair is right, of the pairs of which that is known."""
    known = [
        (own, right) for one, traits in rows for own, right in zip(traits, one.right, strict=True) if right is not None
    ]
    return np.stack([own for own, _ in known]), np.array([right for _, right in known])


def _held_back(rows: Sequence[Rows], part: int) -> list[NDArray[np.float64]]:
    """How likely each pair of one part is, by weights that did not learn from it."""
    weights = Weights.of(fit(*_joined([row for at, own in enumerate(rows) if at != part for row in own]), TRAITS))
    return [weights.chances(traits) for _, traits in rows[part]]


def _faults(rows: Sequence[Rows], expected: Sequence[Sequence[NDArray[np.float64]]], least: float) -> int:
    parts = zip(rows, expected, strict=True)
    return sum(
        faults(one, _chosen(one, likely, least))
        for own, all_likely in parts
        for (one, _), likely in zip(own, all_likely, strict=True)
    )


def _chosen(one: Told, likely: NDArray[np.float64], least: float) -> set[tuple[str, int]]:
    """The surest facts of the amounts, each fact and each amount once."""
    chosen: set[tuple[str, int]] = set()
    for at in np.argsort(-likely, kind="stable"):
        name, start = one.pairs[at][0], one.pairs[at][1].start
        if likely[at] >= least and all(name != other and start != place for other, place in chosen):
            chosen.add((name, start))
    return chosen


def faults(one: Told, chosen: set[tuple[str, int]]) -> int:
    """How many facts are missed, wrong, or taken as told though they are not."""
    told = {(name, value.start): right for (name, value), right in zip(one.pairs, one.right, strict=True)}
    wanted, right = (
        {name for (name, _), yes in told.items() if yes},
        {name for name, start in chosen if told[name, start]},
    )
    return len(wanted - right) + len({name for name, start in chosen if told[name, start] is False} - wanted)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
