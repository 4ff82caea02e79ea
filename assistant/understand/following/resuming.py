"""A case told earlier that a message goes on with, after a look-up or another calculation: "kalau yang hadir 5?"."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from assistant.reading import Fact, Part
from assistant.understand.clues import Clues
from assistant.understand.following.followups import asks_for_provision, content, corrects, supposes
from assistant.understand.following.ongoing import Ongoing, put_to_work
from assistant.understand.following.thin import telling
from assistant.understand.intent.traits import COMMON
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.text import overlaps
from assistant.understand.language.vocabulary import AMOUNT_KINDS
from assistant.understand.message.split import asks
from assistant.understand.parts import Parts

_FEW = 2  # words of content of a message that only tells a fact
_LENGTH, _DAY = "lama", "tanggal"  # kinds of facts


class Resuming:
    """Reads a message as the next one about an earlier calculation, by the facts that were told for it."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer
        self._ongoing = Ongoing(parts)

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The earlier calculation with what is told now; None where the one at work takes that as well."""
        tool = self._meant(clues, weighed)
        if not tool and (tool := self._added_to(clues, weighed)):
            weighed = replace(weighed, tool=tool)
        if not tool:
            return None
        part = self._ongoing.read(put_to_work(clues, tool), weighed)
        return part if part and part.tool == tool else None

    def _meant(self, clues: Clues, weighed: Weighed) -> str:
        """The calculator whose case is changed, the latest of several; "" where none is."""
        last, others = clues.conversation.tool or "", self._others(clues)
        if not others or not _goes_on(clues):
            return ""
        here = self.observer.inputs.get(last, frozenset())
        changed = {name: own for name in others if not (own := self._changed(clues, name)).keys() <= here}
        if weighed.tool in changed:
            return weighed.tool
        if self._tells_here(clues, last, changed.values()):
            return ""
        return next(reversed(changed), "")

    def _others(self, clues: Clues) -> list[str]:
        """The calculators worked on but for the last one, the latest last."""
        return [name for name in self._ongoing.worked(clues) if name != clues.conversation.tool]

    def _tells_here(self, clues: Clues, last: str, changed: Collection[Mapping[str, Fact]]) -> bool:
        """Whether a message tells the calculator at work something, not only in words that are those of an earlier one.

        "Yang datang 8" is no assessor's score, and "mulainya 3 Mei" no length of time up to that day.
        """
        others = {name: fact for own in changed for name, fact in own.items()}
        here, worded = self._told(clues, last), self.observer.facts.cued(clues.text)
        if worded & others.keys() and not worded & here.keys():
            return False
        days = [(fact.start, fact.end) for name, fact in others.items() if self._is(name, _DAY)]
        return any(not (self._is(name, _LENGTH) and overlaps(f.start, f.end, days)) for name, f in here.items())

    def _is(self, name: str, kind: str) -> bool:
        return self.observer.fields[name].kind == kind

    def _added_to(self, clues: Clues, weighed: Weighed) -> str:
        """ "Setahun dapat 15 AK": the earlier calculator that takes all that a message tells which asks nothing."""
        last, others = clues.conversation.tool or "", self._others(clues)
        asked = clues.cites or asks(clues.text) or asks_for_provision(clues.text)
        if asked or len(clues.content) > _FEW or weighed.tool in ("", last, *others) or self._told(clues, last):
            return ""
        told = self._told(clues, weighed.tool).keys()
        return next((name for name in reversed(others) if told and told <= self._told(clues, name).keys()), "")

    def _told(self, clues: Clues, tool: str) -> dict[str, Fact]:
        """The facts of its own that a message tells a calculator."""
        own = self.observer.inputs.get(tool, frozenset()) - COMMON
        if not own:
            return {}
        return {fact.field: fact for fact in self.observer.facts_for(clues, tool).facts if fact.field in own}

    def _changed(self, clues: Clues, tool: str) -> dict[str, Fact]:
        """The facts of a calculator told otherwise than when it was worked."""
        conversation = clues.conversation
        known, places = {**conversation.facts, **conversation.supposed}, conversation.worked[tool]
        return {
            name: fact
            for name, fact in self._told(clues, tool).items()
            if known.get(name, fact.value) != fact.value
            and conversation.told_in.get(name, 0) - 1 in places
            and not (conversation.at_work and self._is_bare(clues, fact))
        }

    def _is_bare(self, clues: Clues, fact: Fact) -> bool:
        """Whether a message is nothing but a figure, which belongs to what was just calculated: "kalau 4 bulan?"."""
        words = content(clues.text, [(fact.start - clues.at, fact.end - clues.at)])
        return self.observer.fields[fact.field].kind in AMOUNT_KINDS and not telling(words)


def _goes_on(clues: Clues) -> bool:
    """Whether a message tells a case to try, or puts one right, and asks for no provision."""
    if clues.cites or asks_for_provision(clues.text):
        return False
    return supposes(clues.text) or corrects(clues.text) or not asks(clues.text)
