"""An answer to what was asked, a correction, or a case to try: the calculation at work goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.calculators.jenjang import golongan_entry
from assistant.errors import InputError
from assistant.facts import fact_words
from assistant.reading import Fact, Part
from assistant.understand.clues import Clues
from assistant.understand.following.acted import acted
from assistant.understand.following.entries import told_anew
from assistant.understand.following.followups import asks_for_provision, asks_lacking, compares, supposes
from assistant.understand.following.result_asked import asks_result
from assistant.understand.following.retelling import increased, numbered, retold
from assistant.understand.following.righting import answered, instead, put_right
from assistant.understand.following.staying import Staying
from assistant.understand.following.thin import numbers_asked
from assistant.understand.following.turned import turned
from assistant.understand.intent.weigh import Weighed, load_plans
from assistant.understand.language.polarity import declines
from assistant.understand.message.split import asks
from assistant.understand.parts import Parts

_CONTENT = 2  # words of content of a message that tells an amount in passing
_REPLACES = {"jenjang": "golongan", "golongan": "jenjang"}


def put_to_work(clues: Clues, tool: str) -> Clues:
    """A message as if an earlier calculator were the one at work."""
    again = replace(clues.conversation, tool=tool, at_work=(tool,), asked=())
    return replace(clues, conversation=again, read={})


class Ongoing:
    """Reads a message as the next one about the calculator at work."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer
        self._staying = Staying(parts)

    def worked(self, clues: Clues) -> list[str]:
        """The calculators of earlier answers, the latest last."""
        worked = clues.conversation.worked
        return sorted((name for name in worked if name in self.observer.tools), key=lambda name: worked[name][-1])

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The calculation with what the message adds; None where it adds nothing or is about something else."""
        conversation = clues.conversation
        tool = self._at_work(clues)
        if tool is None or tool not in self.observer.tools or clues.cites:
            return None
        if numbers_asked(clues.text) or (
            asks_for_provision(clues.text) and not (clues.amounts or supposes(clues.text))
        ):
            return None
        if asks_lacking(clues.text) and not clues.amounts:
            return self.parts.calculated(clues, tool, (), what_if=bool(conversation.supposed))
        if compares(clues.text) and (beside := self._compared(clues, tool)):
            return beside
        told = self.observer.facts_for(clues, tool)
        if declines(clues.text):
            return self._without(clues, tool, told.facts)
        bare = self._told_barely(clues, tool)
        tried = () if bare else self._tried(clues, tool)
        bare = bare or tried
        newly = told_anew(self.observer, clues, tool, retold(self.observer, clues, tool, told.facts))
        facts = bare or increased(self.observer, clues, newly)
        relevant = [fact for fact in facts if fact.field in self.observer.inputs[tool]]
        if not relevant and not told.doubts:
            again = self._tells_in_passing(clues) or asks_result(clues.text, tool)
            return self.parts.calculated(clues, tool, clues.told.facts) if again else None
        anew = [(fact.start, fact.end) for fact in relevant if fact not in told.facts]
        if not bare and self._staying.opens_anew(clues, weighed, tool, anew):
            return None
        known = {fact.field for fact in facts}
        doubts = tuple(doubt for doubt in told.doubts if doubt.field not in known and facts == told.facts)
        facts = (*relevant, *self._unset(clues, relevant, tool))
        return self.parts.calculated(clues, tool, facts, what_if=bool(tried) or supposes(clues.text), doubts=doubts)

    def _told_barely(self, clues: Clues, tool: str) -> tuple[Fact, ...]:
        """What is told by its bare value: one put right, one asked for, or another act on what was spoken of."""
        return next(filter(None, (read(self.observer, clues, tool) for read in (put_right, answered, acted))), ())

    def _tried(self, clues: Clues, tool: str) -> tuple[Fact, ...]:
        """A case to try that is told by hardly a word: a mere yes or no, the next number, or another bare value."""
        for read in (turned, numbered, instead):
            if facts := read(self.observer, clues, tool):
                return facts
        return ()

    def _compared(self, clues: Clues, tool: str) -> Part | None:
        """The plan at work with the second one that the message tells: "bandingkan kalau setahun dapat 17"."""
        other = load_plans()["compared"].get(tool, tool)
        facts = {fact.field: fact for fact in self.observer.facts_for(clues, other).facts}
        for name in self.observer.inputs[other] & self.observer.fields.keys():
            first = self.observer.fields[name].second_of
            if first and first in clues.conversation.facts and first in facts and name not in facts:
                facts[name] = replace(facts.pop(first), field=name)
            if first and name in facts:
                return self.parts.calculated(clues, other, tuple(facts.values()))
        return None

    def _tells_in_passing(self, clues: Clues) -> bool:
        """Whether an answer tells nothing but an amount that the calculator does not take ("AK saya 110"): it is kept."""
        fields, told = self.observer.fields, clues.told.facts
        alone = clues.text.raw == clues.whole.raw and len(clues.content) <= _CONTENT and not asks(clues.text)
        amounts = bool(told) and all(fields[fact.field].kind == "bilangan" for fact in told)
        return alone and amounts and bool(clues.conversation.asked)

    def _at_work(self, clues: Clues) -> str | None:
        """Of the calculators of the last answer the one that takes what the message tells, the last one first."""
        conversation = clues.conversation
        last = conversation.tool
        others = [name for name in conversation.at_work if name in self.observer.tools and name != last]
        if last is None or last not in self.observer.tools or not others:
            return last
        each = (last, *others)
        return max(each, key=lambda name: len(self.observer.inputs[name] & self._told(clues, name)))

    def _told(self, clues: Clues, tool: str) -> set[str]:
        return {fact.field for fact in self.observer.facts_for(clues, tool).facts}

    def _without(self, clues: Clues, tool: str, told: Sequence[Fact]) -> Part:
        """The calculation without what was asked for and is not known."""
        known = {fact.field for fact in told}
        skipped = tuple(field for field in clues.conversation.asked if field not in known)
        return self.parts.calculated(clues, tool, told, skipped=skipped)

    def _unset(self, clues: Clues, told: Sequence[Fact], tool: str) -> tuple[Fact, ...]:
        """A new level makes the old rank doubtful, and the other way round: the old one is forgotten."""
        fields = {fact.field for fact in told}
        model = self.observer.inputs[tool]
        gone = [old for new, old in _REPLACES.items() if new in fields and old not in fields]
        known = clues.conversation.facts
        if self._fit({**known, **{fact.field: fact.value for fact in told}}):
            return ()
        return tuple(Fact(field, None, 0, 0, "") for field in gone if field in model and known.get(field) is not None)

    def _fit(self, facts: Mapping[str, Any]) -> bool:
        """Whether the rank is one of those of the level, in the person's position or in any."""
        told = facts.get("jabatan")
        return any(self._fits(each, facts) for each in ([told] if told else fact_words()["jabatan"].choices))

    def _fits(self, jabatan: str, facts: Mapping[str, Any]) -> bool:
        try:
            return golongan_entry(self.observer.law, jabatan, facts.get("golongan") or "").text == facts.get("jenjang")
        except InputError:
            return False
