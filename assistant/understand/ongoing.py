"""An answer to what was asked, a correction, or a case to try: the calculation at work goes on."""

from collections.abc import Sequence

from assistant.reading import Fact, Part
from assistant.understand.clues import Clues
from assistant.understand.followups import asks_lacking, content, corrects, supposes
from assistant.understand.parts import Parts
from assistant.understand.polarity import declines
from assistant.understand.split import asks
from assistant.understand.weigh import Weighed

_ANEW = 0.5  # score from which a message opens a new subject although an answer was expected
_CONTENT = 2  # words of content up to which a case to try is no new subject
_REPLACES = {"jenjang": "golongan", "golongan": "jenjang"}


class Ongoing:
    """Reads a message as the next one about the calculator at work."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The calculation with what the message adds; None where it adds nothing or is about something else."""
        conversation = clues.conversation
        tool = conversation.tool
        if tool is None or tool not in self.observer.tools or clues.cites:
            return None
        if asks_lacking(clues.text):
            return self.parts.calculated(clues, tool, (), what_if=bool(conversation.supposed))
        told = self.observer.facts_for(clues, tool)
        if declines(clues.text):
            return self._without(clues, tool, told.facts)
        relevant = [fact for fact in told.facts if fact.field in self.observer.inputs[tool]]
        if (not relevant and not told.doubts) or self._opens_anew(clues, weighed, tool):
            return None
        facts = (*relevant, *self._unset(clues, relevant, tool))
        return self.parts.calculated(clues, tool, facts, what_if=supposes(clues.text), doubts=told.doubts)

    def _without(self, clues: Clues, tool: str, told: Sequence[Fact]) -> Part:
        """The calculation without what was asked for and is not known."""
        known = {fact.field for fact in told}
        skipped = tuple(field for field in clues.conversation.asked if field not in known)
        return self.parts.calculated(clues, tool, told, skipped=skipped)

    def _opens_anew(self, clues: Clues, weighed: Weighed, tool: str) -> bool:
        """Whether a message is about another subject although it tells a fact of the calculator at work."""
        other = weighed.tool not in ("", tool)
        if supposes(clues.text) or corrects(clues.text):
            sure = weighed.sure and len(clues.content) > _CONTENT
            return other and (sure or self.observer.tells_more(clues, weighed.tool, tool))
        if not asks(clues.text):
            return other and weighed.score > _ANEW
        told = [(fact.start - clues.at, fact.end - clues.at) for fact in self.observer.facts_for(clues, tool).facts]
        return bool(content(clues.text, told)) and weighed.tool != tool

    def _unset(self, clues: Clues, told: Sequence[Fact], tool: str) -> tuple[Fact, ...]:
        """A new level makes the old rank doubtful, and the other way round: the old one is forgotten."""
        fields = {fact.field for fact in told}
        model = self.observer.inputs[tool]
        gone = [old for new, old in _REPLACES.items() if new in fields and old not in fields]
        known = clues.conversation.facts
        return tuple(Fact(field, None, 0, 0, "") for field in gone if field in model and known.get(field) is not None)
