"""What one question means: the readings in the order they are tried."""

from assistant.reading import Part
from assistant.understand.cited import Cited
from assistant.understand.clues import Clues
from assistant.understand.followups import leans_back
from assistant.understand.leaning import Leaning
from assistant.understand.observer import Observer
from assistant.understand.ongoing import Ongoing
from assistant.understand.outside import Outside
from assistant.understand.parts import Parts
from assistant.understand.presumed import Presumed
from assistant.understand.text import Spans, Text
from assistant.understand.weigh import Weighed

_THIN = 1  # words of content up to which a later question of a message leans on the one before


class Decider:
    """Decides on the meaning of one question."""

    def __init__(self, observer: Observer) -> None:
        self._observer = observer
        self._parts = Parts(observer)
        self._leaning = Leaning(self._parts)
        outside = Outside(self._parts)
        self._readings = (
            self._leaning.shown.tells,
            Ongoing(self._parts).read,
            outside.small_talk,
            outside.read,
            Presumed(self._parts).read,
            self._leaning.read,
            Cited(self._parts).read,
        )

    def forgets(self, whole: Text) -> bool:
        """Whether a message wishes, beside what it asks, that what was told be forgotten."""
        return self._parts.weigher.small.forgets(whole)

    def decide(self, clues: Clues, others: Spans, previous: Part | None) -> Part:
        """The first reading that fits; `previous` is that of the question before in the same message."""
        if not clues.text.length:
            return self._parts.beyond(clues, "underspecified")
        weighed = self._parts.weigher.weigh(clues)
        if previous is not None and _continues(clues, weighed, previous):
            return self._leaning.about(clues, self._observer.topics.get(previous.tool or "", previous.text))
        for read in self._readings:
            part = read(clues, weighed)
            if part is not None:
                return part
        if weighed.tool:
            return self._parts.calculation(clues, weighed.tool, weighed.score, others, previous)
        if weighed.beyond:
            return self._parts.beyond(clues, weighed.beyond)
        return self._parts.clause(clues, near=weighed.near)


def _continues(clues: Clues, weighed: Weighed, previous: Part) -> bool:
    """Whether a question is too thin to be understood without the one before it in the same message."""
    open_ended = not weighed.sure or weighed.beyond == "underspecified"
    another = bool(weighed.tool) and weighed.tool != previous.tool
    return open_ended and not another and not clues.cites and leans_back(clues.text, (), _THIN)
