"""What was understood of a message, before anything is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from corpus.address import Address

IntentKind = Literal[
    "calculation",  # run a tool
    "clause",  # find or show provisions
    "smalltalk",  # greeting, thanks, help, who are you
    "forget",  # forget the facts told
    "out_of_scope",  # none of the five texts covers it
]
# Why a question cannot be answered from the five texts.
Beyond = Literal["unrelated", "not_in_corpus", "underspecified", "false_premise", "official_judgement", "current_law"]


@dataclass(frozen=True)
class Fact:
    """A fact read from the message: field of the shared vocabulary, typed value, and the characters it came from."""

    field: str
    value: Any
    start: int
    end: int
    text: str
    bound: str = ""  # "under" or "over" where the value only stands for a limit that was told ("belum genap 2 tahun")


@dataclass(frozen=True)
class Doubt:
    """Something that could be read in several ways: the question to ask and the readings to choose from."""

    field: str
    question: str
    choices: Mapping[str, Any]


@dataclass(frozen=True)
class After:
    """What a question follows on: what was spoken of, in words, and the provisions of the last answer."""

    subject: str
    cited: tuple[Address, ...] = ()
    beside: bool = False  # whether the question also stands by itself: what was told around it has its say besides


@dataclass(frozen=True)
class Part:
    """One question of the message."""

    text: str
    kind: IntentKind
    tool: str | None = None
    confidence: float = 0.0
    facts: tuple[Fact, ...] = ()
    provisions: tuple[Address, ...] = ()  # cited outright and resolved to exactly one target each
    unresolved: tuple[str, ...] = ()  # messages on citations that exist nowhere or in several places
    regulations: tuple[str, ...] = ()  # the only regulations that may answer; () = all
    beyond: Beyond | None = None
    topic: str = ""  # smalltalk: greeting/thanks/help/identity; out of scope: gaji, cuti, ...
    premises: tuple[str, ...] = ()  # plain corrections of what the person takes for granted wrongly
    doubts: tuple[Doubt, ...] = ()
    skipped: tuple[str, ...] = ()  # fields the person does not know or will not tell
    what_if: bool = False  # recompute with these facts without keeping them
    after: After | None = None  # of a look-up: what it follows on; None where it opens a conversation
    ministries: tuple[str, ...] = ()  # those the message speaks of
    understood: tuple[Fact, ...] = ()  # what follows from the message that does not say it, to be told
    asks: str = ""  # of a look-up: its question alone, where a case is told around it
    beside: bool = False  # of what cannot be answered: whether other questions stand beside it
    ruled: "Part | None" = None  # of what is declined: what is ruled of it
    barred: tuple[Address, ...] = ()  # of a look-up: provisions for people that the message does not speak of
    offers: str = ""  # of a look-up: the calculator that may as well be meant

    @property
    def question(self) -> str:
        """Its question alone, where a case is told around it; else all of it."""
        return self.asks or self.text

    @property
    def refused(self) -> bool:
        """Whether nothing of it is answered."""
        return self.kind == "out_of_scope" and self.ruled is None


@dataclass(frozen=True)
class Reading:
    """The whole message: its language and its questions, in order."""

    language: Literal["id", "en"]
    parts: tuple[Part, ...] = field(default_factory=tuple)
