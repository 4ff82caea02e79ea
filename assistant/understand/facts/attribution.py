"""Which fact each amount of a message is: claims, words around, likeness and size, weighed against each other.

A claim rests on cue words and rules; it is right where they foresaw what is said. What people say otherwise is told by
messages whose facts are known: each fact that an amount could be is a case with its traits, and how they count, alone
and two by two, is learned (`python -m eval.learn_attribution`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.understand.chances import load_weights
from assistant.understand.facts.amount_words import NONE, AmountWords, buckets, load_amount_words
from assistant.understand.facts.claims import Claim
from assistant.understand.facts.objections import is_told_of_others
from assistant.understand.facts.sayings import NUMBER, Sayings
from assistant.understand.facts.seen import Seen
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import AMOUNT_KINDS, fields
from assistant.understand.quantities.values import Value

WEIGHTS = Path(__file__).parent / "attribution.yaml"
TRAITS = (
    "klaim", "diklaim", "isyarat", "dipegang", "fakta_dipegang", "nilai_dipegang", "klaim_lain", "klaim_fakta",
    "mirip", "mirip_lain", "kata", "kata_lain", "kata_nilai_lain", "kata_bukan", "ukuran", "banyak_fakta",
    "banyak_nilai", "satuan", "hari", "banyak_contoh",
)  # fmt: skip
_SCALE = 10.0  # brings claims to about 1
_FAR = -3.0  # what words say of a fact that is no case


Pairs = Sequence[tuple[str, Value]]


@dataclass(frozen=True)
class Case:
    """A fact that an amount could be, with its traits."""

    field: str
    value: Value
    traits: NDArray[np.float64]


class Attribution:
    """Weighs which fact each amount is."""

    def __init__(self, sayings: Sayings) -> None:
        self._sayings = sayings

    def settle(self, seen: Seen, claims: Sequence[Claim], held: Sequence[Claim]) -> list[Claim]:
        """The claims that hold, those to amounts as their traits tell; what was asked for is not weighed."""
        words = load_amount_words()
        # Of a fact that no message to learn from told, nothing is known but what its cues and rules say.
        pairs = [] if seen.context.asked else [pair for pair in pairs_of(seen) if words.told.get(pair[0])]
        if not pairs:
            return list(held)
        cases = cases_of(seen.text, pairs, self.likeness(seen.text, pairs), claims, held, words)
        weights = load_weights(WEIGHTS)
        chances = weights.chances(np.stack([case.traits for case in cases]))
        weighed = {case.field for case in cases}
        kept = [claim for claim in held if not (claim.value.bare and claim.field in weighed)]
        made = {(claim.field, claim.value.start): claim for claim in claims}
        for at in np.argsort(-chances, kind="stable"):
            case = cases[at]
            own = made.get((case.field, case.value.start))
            # What a word refuses still tells how the other facts are told, so that it is left out only here.
            refused = is_told_of_others(case.value, seen.fields[case.field], seen.text)
            free = not refused and _is_free(case.field, case.value, kept)
            if free and chances[at] >= weights.least:
                kept.append(own or Claim(float(chances[at]), case.field, case.value, cued=False))
        # A day that is left over is what its words say.
        kept += [claim for claim in held if claim.value.day and _is_free(claim.field, claim.value, kept)]
        return sorted(kept, key=lambda claim: claim.value.start)

    def likeness(self, text: Text, pairs: Pairs) -> list[float]:
        """How like sayings of each fact the clause of its amount is."""
        columns = self._sayings.columns
        if not any(name in columns for name, _ in pairs):
            return [0.0] * len(pairs)
        heard = self._sayings.hear(text)
        found = []
        for name, value in pairs:
            at = next((i for i, c in enumerate(heard.clauses) if c.first <= value.first <= c.last), None)
            column = columns.get(name, {}).get(NUMBER)
            found.append(0.0 if at is None or column is None else float(heard.scores[at, column]))
        return found


def _is_free(field: str, value: Value, kept: Sequence[Claim]) -> bool:
    """Whether neither this fact nor this amount has been given away."""
    return all(claim.field != field and claim.value != value for claim in kept)


def pairs_of(seen: Seen) -> list[tuple[str, Value]]:
    """Every amount with each fact of the calculator that it could be."""
    wanted = {name for name in seen.context.preferred if seen.fields[name].kind in AMOUNT_KINDS}
    return [(name, value) for value in seen.values if value.bare for name in value.fits if name in wanted]


def cases_of(
    text: Text,
    pairs: Pairs,
    like: Sequence[float],
    claims: Sequence[Claim],
    held: Sequence[Claim],
    words: AmountWords,
) -> list[Case]:
    """The amounts of a message with the facts that they could be, and what speaks for each."""
    about = _About(text, pairs, claims, held, like, words)
    return [Case(name, value, about.traits(at)) for at, (name, value) in enumerate(pairs)]


class _About:
    """What of each fact that an amount could be speaks for it and for the others."""

    def __init__(
        self,
        text: Text,
        pairs: Pairs,
        claims: Sequence[Claim],
        held: Sequence[Claim],
        like: Sequence[float],
        words: AmountWords,
    ) -> None:
        self.pairs, self.like, self.words = pairs, like, words
        self.claims = {(claim.field, claim.value.start): claim for claim in claims}
        self.fields = {claim.field for claim in held}
        self.starts = {claim.value.start for claim in held}
        self.held = {(claim.field, claim.value.start) for claim in held}
        around = {value.start: buckets(text, value.first, value.last) for _, value in pairs}
        self.said = [words.speak(name, around[value.start]) for name, value in pairs]
        self.nothing = {start: words.speak(NONE, own) for start, own in around.items()}

    def traits(self, at: int) -> NDArray[np.float64]:
        """Those of one fact and amount, in the order of TRAITS."""
        name, value = self.pairs[at]
        key = (name, value.start)
        claim, holds = self.claims.get(key), key in self.held
        rivals = [i for i, (_, other) in enumerate(self.pairs) if other.start == value.start and i != at]
        elsewhere = [i for i, (other, _) in enumerate(self.pairs) if other == name and i != at]
        return np.array(
            [
                (claim.score if claim else 0.0) / _SCALE,
                claim is not None,
                claim is not None and claim.cued,
                holds,
                name in self.fields and not holds,
                value.start in self.starts and not holds,
                self._claimed(rivals),
                self._claimed(elsewhere),
                self.like[at],
                max((self.like[i] for i in rivals), default=0.0),
                self.said[at],
                max((self.said[i] for i in rivals), default=_FAR),
                max((self.said[i] for i in elsewhere), default=_FAR),
                self.nothing[value.start],
                self.words.fits(name, value.fits[name]),
                math.log(len(rivals) + 1),
                math.log(len(self.nothing)),
                bool(value.unit) and value.unit == fields()[name].words.unit,
                value.day,
                math.log1p(self.words.told.get(name, 0)),
            ],
            float,
        )

    def _claimed(self, others: Sequence[int]) -> float:
        keys = [(self.pairs[i][0], self.pairs[i][1].start) for i in others]
        return max((self.claims[key].score for key in keys if key in self.claims), default=0.0) / _SCALE
