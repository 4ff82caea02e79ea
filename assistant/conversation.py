"""What is remembered between two messages of one conversation: facts told, what was asked, what was answered."""

from dataclasses import dataclass, field
from typing import Any

from corpus.address import Address


@dataclass
class Conversation:
    """The memory of one session; it lives as long as the session and is forgotten on request."""

    id: str
    facts: dict[str, Any] = field(default_factory=dict)  # field -> typed value, latest wins
    supposed: dict[str, Any] = field(default_factory=dict)  # what-ifs of the last questions, not facts
    bounds: dict[str, Any] = field(default_factory=dict)  # field -> how and as what a time told by its limit was read
    told_in: dict[str, int] = field(default_factory=dict)  # field -> message in which it was last told or supposed
    forgotten: int = 0  # messages said before the person had everything forgotten
    said: list[str] = field(default_factory=list)  # the person's messages, oldest first
    tool: str | None = None  # calculator of the last calculation
    at_work: tuple[str, ...] = ()  # calculators of the last answer
    worked: dict[str, list[int]] = field(default_factory=dict)  # calculator -> places in `said` of what it answered
    asked: tuple[str, ...] = ()  # fields asked for in the last answer
    skipped: set[str] = field(default_factory=set)  # fields the person does not know
    cited: tuple[Address, ...] = ()  # provisions of the last answer, first = the one that carried it
    lines: tuple[str, ...] = ()  # what the last answer found of each condition and in each step
    regulations: tuple[str, ...] = ()  # scope of the last answer
    ministries: set[str] = field(default_factory=set)  # ministries spoken of so far
    whose: set[str] = field(default_factory=set)  # regulations of which it was said whose they are
    language: str = "id"

    @property
    def recent(self) -> list[str]:
        """What was said since the person last had everything forgotten."""
        return self.said[self.forgotten :]

    @property
    def going_on(self) -> bool:
        """Whether something was calculated or shown before."""
        return bool(self.tool or self.cited)

    def forget(self) -> None:
        """Forget all facts told, the question they belonged to, what was answered, and what was said before this message."""
        del self.said[:-1]
        self.forgotten = len(self.said)
        self.facts.clear()
        self.bounds.clear()
        self.told_in.clear()
        self.worked.clear()
        self.supposed.clear()
        self.skipped.clear()
        self.tool = None
        self.at_work = ()
        self.asked = ()
        self.cited = ()
        self.lines = ()
        self.regulations = ()
        self.ministries.clear()
        self.whose.clear()
