"""Learn the weights of assistant/understand/premises/contradictions.yaml: `python -m eval.learn_contradictions [data folder]`.

What is fitted: a logistic regression over the traits of each statement that a message may take for granted, alone and two
by two. The messages of `claims` take something for granted, rightly or wrongly, of a provision that is known; which of its
statements that is comes nearest by the weights learned so far, where it is not told. Those of `lessons` and the examples
take nothing wrongly. Held back in fives, the same messages say what to expect.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.conversation import Conversation
from assistant.understand.chances import Weights
from assistant.understand.intent.examples import load_examples
from assistant.understand.observer import Observer
from assistant.understand.premises.contradictions import TRAITS, WEIGHTS, Case
from corpus.address import Address
from corpus.data import load_yaml
from eval.fitting import observing, write
from eval.learn_testimony import fit, taught
from index.manifest import data_folder

CLAIMS = Path(__file__).parent / "claims"
_PARTS, _ROUNDS = 5, 3
_LEAST = (0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)
_ALARMED = 0.04  # of right claims that may be put right; messages that claim nothing are told apart before
_EVERY_LESSON, _EVERY = 8, 24  # one of so many lessons and examples
_HELD = 3e-4  # how strongly the weights are held back: few of the cases are taken
_NEAR = 0.85  # how like a statement a message must be to take it, where it is not told which it takes
_LIKE, _APART = TRAITS.index("salah"), TRAITS.index("beda")


@dataclass(frozen=True)
class Claim:
    """A message, whether it takes something wrongly, and of which provision; `statement`: what it takes, where that is known."""

    text: str
    wrong: bool
    address: Address | None = None
    statement: str = ""


@dataclass(frozen=True)
class Heard:
    """A message with the statements that it may take for granted."""

    claim: Claim
    cases: Sequence[Case]
    part: int

    def own(self, at: int) -> NDArray[np.float64]:
        """The traits of taking the side of a statement that the message's belief is on."""
        return self.cases[at].traits if self.claim.wrong else self.cases[at].turned

    def _is_about(self, address: Address) -> bool:
        """Whether a provision is the one that the message is about, or part of it, or the reverse."""
        own = self.claim.address
        return own is not None and own.meets(address)

    def mates(self) -> list[int]:
        """The statements of the provision that the message is about."""
        return [at for at, case in enumerate(self.cases) if self._is_about(case.statement.address)]


def main(data_dir: Path) -> None:
    """Fit on all claims, show what to expect, and write the weights."""
    with observing(data_dir) as observer:
        heard = [hear(observer, claim, number) for number, claim in enumerate((*claims(), *plain()))]
    heard = [one for one in heard if one.cases]
    surest = np.zeros(len(heard))
    for part in range(_PARTS):
        weights = Weights.of(learn([one for one in heard if one.part != part]))
        for at, one in enumerate(heard):
            if one.part == part:
                surest[at] = weights.chances(np.stack([case.traits for case in one.cases])).max()
    least = _shown(heard, surest)
    write(learn(heard) | {"least": least}, WEIGHTS)
    print(f"{len(heard)} pesan; ambang {least}", flush=True)


def claims(folder: Path = CLAIMS) -> Iterator[Claim]:
    """The messages of the folder."""
    for path in sorted(folder.glob("*.yaml")):
        entries: Sequence[Mapping[str, Any]] = load_yaml(path)
        for entry in entries:
            regulation, place = entry["place"].split(" ", 1)
            yield Claim(entry["text"], entry["wrong"], Address.parse(place, regulation), entry.get("statement", ""))


def plain() -> Iterator[Claim]:
    """Messages that take nothing wrongly for granted."""
    yield from (Claim(lesson.message, False) for lesson in taught()[::_EVERY_LESSON])
    yield from (Claim(example.text, False) for example in load_examples()[::_EVERY])


def hear(observer: Observer, claim: Claim, number: int) -> Heard:
    """A message with what it may take for granted, as the assistant would look at it."""
    clues = observer.look_at(claim.text, Conversation("eval"))
    named = {mention.regulation for mention in clues.mentions if mention.regulation}
    scope = observer.scope.of(clues.text, named, clues.positions)
    return Heard(claim, observer.contradictions.cases(clues, scope), number % _PARTS)


def learn(heard: Sequence[Heard]) -> dict[str, Any]:
    """The weights, and with them which statement each message takes, in turns."""
    weights: Weights | None = None
    found: dict[str, Any] = {}
    for _ in range(_ROUNDS):
        rows = [row for one in heard for row in _rows(one, weights)]
        found = fit(np.stack([traits for traits, _ in rows]), np.array([taken for _, taken in rows]), TRAITS, _HELD)
        weights = Weights.of(found)
    return found


def _rows(one: Heard, weights: Weights | None) -> Iterator[tuple[NDArray[np.float64], bool]]:
    """The traits of one message with whether each statement is what it takes; those that it might take are left out."""
    mates = one.mates() if one.claim.address else []
    taken = _taken(one, mates, weights)
    if taken is not None:
        yield one.own(taken), True
    for at, case in enumerate(one.cases):
        yield (case.turned if one.claim.wrong and at in mates else case.traits), False


def _taken(one: Heard, mates: Sequence[int], weights: Weights | None) -> int | None:
    """The statement whose one side is what the message believes."""
    if one.claim.statement:
        sides = [case.statement.wrong if one.claim.wrong else case.statement.right for case in one.cases]
        return sides.index(one.claim.statement) if one.claim.statement in sides else None
    if not mates:
        return None
    traits = np.stack([one.own(at) for at in mates])
    best = int((traits[:, _LIKE] + 2 * traits[:, _APART] if weights is None else weights.chances(traits)).argmax())
    return mates[best] if traits[best, _LIKE] >= _NEAR else None


def _shown(heard: Sequence[Heard], surest: NDArray[np.float64]) -> float:
    """Print what is caught and what alarms wrongly at each threshold, and say which to take."""
    wrong = np.array([one.claim.wrong for one in heard])
    claimed = np.array([one.claim.address is not None and not one.claim.statement for one in heard])
    nothing = np.array([one.claim.address is None for one in heard])
    best = _LEAST[-1]
    for least in reversed(_LEAST):
        told = surest >= least
        caught, alarmed, startled = told[wrong & claimed].mean(), told[claimed & ~wrong].mean(), told[nothing].mean()
        print(f"{least}: {caught:.3f} anggapan keliru, {alarmed:.3f} anggapan benar, {startled:.4f} pesan lain")
        if alarmed <= _ALARMED:
            best = least
    return best


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
