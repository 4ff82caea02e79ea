"""Learn how questions in the midst of a case are taken: `python -m eval.learn_following [data folder]`.

From the conversations of `digressions`, in which people ask for provisions while a case is told, two things are learned:
what tells such a question from a case to try (assistant/understand/following/digressing.yaml), and how much the question by itself,
the subject spoken of and the provisions last shown say of what answers it (assistant/following.yaml).
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from assistant import following
from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.understand.chances import Weights
from assistant.understand.following import digressing
from assistant.understand.parts import Parts
from eval.dialogue import open_recorded
from eval.dialogue_judge import same_place
from eval.dialogue_set import Turn, load_dialogues
from eval.fitting import fit_chances, minimise, observing, write
from index.manifest import data_folder

if TYPE_CHECKING:
    import torch

DIGRESSIONS = Path(__file__).parent / "digressions"
_PARTS = 5
_HELD, _HELD_SEARCH = 4e-3, 2e-2
_LEAST = 0.7  # chance of a digression from which a provision is looked up rather than a case tried
Table = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """One later turn of a conversation: its traits and whether a provision is asked for, and what was found for it."""

    dialogue: int
    traits: Table | None
    rule: bool
    found: Table
    right: NDArray[np.bool_]


def main(data_dir: Path) -> None:
    """Gather, fit both, show what to expect of each, and write them."""
    turns = list(gather(data_dir))
    judged = [turn for turn in turns if turn.traits is not None]
    searched = [turn for turn in turns if turn.right.any()]
    print(f"{len(judged)} giliran: {_held_back(judged, _agree):.3f} tepat; {len(searched)} pencarian:", end=" ")
    print(f"{_held_back(searched, _first):.3f} tepat di tempat pertama", flush=True)
    write(fit_digression(judged), digressing.WEIGHTS)
    write(fit_search(searched), following.WEIGHTS)


def gather(data_dir: Path) -> Iterator[Asked]:
    """Every later turn of the conversations that either fit learns from."""
    assistant, _ = open_recorded(data_dir)
    with observing(data_dir) as observer:
        parts = Parts(observer)
        for number, dialogue in enumerate(load_dialogues(DIGRESSIONS)):
            conversation = Conversation(dialogue.id)
            for turn in dialogue.turns:
                if conversation.recent and turn.say and len(turn.wants) == 1:
                    yield _look(number, turn, conversation, assistant, parts)
                assistant.ask(turn.say or "tidak tahu", conversation)


def _look(number: int, turn: Turn, conversation: Conversation, assistant: Assistant, parts: Parts) -> Asked:
    observer = parts.observer
    clues = observer.look_at(turn.say, conversation)
    wanted = turn.wants[0]
    clear = conversation.tool in observer.tools and bool(wanted.tools) != bool(wanted.provisions)
    traits = digressing.traits_of(clues, parts.weigher.weigh(clues), observer) if clear else None
    part = parts.clause(clues)
    asked = wanted.provisions and not wanted.tools and part.after is not None
    found = following.candidates(part, part.after, assistant.index) if asked and part.after else ()
    right = [any(same_place(one.hit.address, place) for place in wanted.provisions) for one in found]
    return Asked(
        number, traits, bool(wanted.provisions), np.array([one.traits for one in found]), np.array(right, bool)
    )


def fit_digression(turns: Sequence[Asked]) -> dict[str, Any]:
    """A logistic regression over the traits, as its file holds it."""
    table, rule = np.array([turn.traits for turn in turns]), np.array([turn.rule for turn in turns])
    return {"least": _LEAST, **fit_chances(table, rule, digressing.TRAITS, _HELD)}


def fit_search(turns: Sequence[Asked]) -> dict[str, Any]:
    """How much each trait of a provision found speaks for it."""
    import torch

    tables = [(torch.tensor(turn.found, dtype=torch.float32), torch.tensor(turn.right)) for turn in turns]

    def loss(weights: "torch.Tensor") -> "torch.Tensor":
        shares = [torch.log_softmax(found @ weights, 0)[right].logsumexp(0) for found, right in tables]
        return -torch.stack(shares).mean()

    learned = minimise(loss, len(following.TRAITS), _HELD_SEARCH).round(2).tolist()
    return dict(zip(following.TRAITS, learned, strict=True))


def _held_back(turns: Sequence[Asked], share: Any) -> float:
    """How often what is learned from four of five parts of the conversations holds in the fifth."""
    held = []
    for part in range(_PARTS):
        others = [turn for turn in turns if turn.dialogue % _PARTS != part]
        held += share(others, [turn for turn in turns if turn.dialogue % _PARTS == part])
    return sum(held) / len(held)


def _agree(others: Sequence[Asked], turns: Sequence[Asked]) -> list[bool]:
    weights = Weights.of(fit_digression(others))
    chances = weights.chances(np.array([turn.traits for turn in turns]))
    return [bool(chance >= 0.5) == turn.rule for chance, turn in zip(chances, turns, strict=True)]


def _first(others: Sequence[Asked], turns: Sequence[Asked]) -> list[bool]:
    weights: Mapping[str, float] = fit_search(others)
    by_trait = np.array([weights[name] for name in following.TRAITS])
    return [bool(turn.right[np.argmax(turn.found @ by_trait)]) for turn in turns]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
