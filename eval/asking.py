"""Questions of the bank searched as the assistant searches them: within the scope that their words set."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding
from eval.cases import Case
from eval.metrics import Answered
from index.search import Index

# Enough to hold ten different Pasal.
DEPTH = 60


@dataclass(frozen=True)
class Scoped:
    """A question and the only regulations that may answer it; None for all."""

    case: Case
    regulations: tuple[str, ...] | None


def scope(cases: Sequence[Case], understanding: Understanding) -> list[Scoped]:
    """The scope of each question, as the assistant understands it without a conversation before it."""
    found = []
    for case in cases:
        parts = understanding.read(case.question, Conversation(case.id)).parts
        scopes = [part.regulations for part in parts]
        within = tuple(dict.fromkeys(name for names in scopes for name in names)) if all(scopes) else ()
        found.append(Scoped(case, within or None))
    return found


def ask(questions: Sequence[Scoped], index: Index) -> list[Answered]:
    """What the search gives for each question."""
    return [
        Answered(one.case, tuple(hit.address for hit in index.search(one.case.question, DEPTH, one.regulations)))
        for one in questions
    ]
