"""Makes the parts of a reading: a calculation, a look-up, a reason to decline, each with the facts and scope of its question."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.reading import After, Beyond, Fact, Part
from assistant.understand.clues import Clues
from assistant.understand.facts.understood import NEXT, POSITION, level_before, position_of
from assistant.understand.following.followups import content, leans_back, supposes
from assistant.understand.intent.matter import matter
from assistant.understand.intent.spheres import ministries_of
from assistant.understand.intent.weigh import Weighed, Weigher
from assistant.understand.language.stems import bare
from assistant.understand.language.text import Spans, Text
from assistant.understand.language.vocabulary import FIGURE_KINDS
from assistant.understand.message.split import lone_question
from assistant.understand.observer import Observer

_SHORT = 6  # words of a question that goes on with the regulation last shown
_LOOKED_BACK = 3  # messages in which a choice may have been told before


class Parts:
    """Makes parts of what an observer sees."""

    def __init__(self, observer: Observer) -> None:
        self.observer = observer
        self.weigher = Weigher(observer)

    def calculation(
        self, clues: Clues, tool: str, score: float, others: Spans = (), previous: Part | None = None
    ) -> Part:
        """A calculation with the facts of its question and those told in the questions before it."""
        told = self.observer.facts_for(clues, tool, others)
        known = {fact.field for fact in told.facts}
        earlier = [fact for fact in previous.facts if fact.field not in known] if previous else []
        earlier += self._carried(clues, tool, known | {fact.field for fact in earlier})
        tries = supposes(clues.text) and clues.conversation.tool == tool
        return self.calculated(clues, tool, (*earlier, *told.facts), score, what_if=tries, doubts=told.doubts)

    def without(
        self, clues: Clues, weighed: Weighed, of_rules: Spans, others: Spans = (), previous: Part | None = None
    ) -> Part | None:
        """The calculation without the numbers of rules in these characters; None where no figure of one's own is left."""
        part = self.calculation(clues, weighed.tool, weighed.score, [*others, *of_rules], previous)
        fields = self.observer.fields
        own = any(f.field in fields and fields[f.field].kind in FIGURE_KINDS for f in part.facts)
        return part if own else None

    def calculated(self, clues: Clues, tool: str, facts: Sequence[Fact], score: float = 1.0, **more: object) -> Part:
        """A calculation with these facts."""
        facts = (*facts, *self._position_named(clues, tool, facts))
        return Part(
            clues.text.raw,
            "calculation",
            tool=tool,
            confidence=score,
            facts=facts,
            regulations=self.scope(clues),
            ministries=tuple(ministries_of(clues.whole)),
            understood=self._understood(clues, self.observer.inputs[tool], facts),
            **more,  # type: ignore[arg-type]
        )

    def clause(self, clues: Clues, about: str = "", near: str = "") -> Part:
        """A look-up, with the facts told on the way: those of the calculator it is near to, where there is one."""
        scope, facts = self.scope(clues, leaning=bool(about) or begins_back(clues)), _told(clues)
        either = {*scope} == self.observer.scope.of_positions()
        understood = self._understood(clues, (POSITION,), facts) if either else ()
        return Part(
            clues.text.raw,
            "clause",
            confidence=clues.score("clause"),
            facts=self.observer.facts_for(clues, near).facts if near else facts,
            regulations=self.observer.scope.without_others(scope, [str(fact.value) for fact in understood]),
            ministries=tuple(ministries_of(clues.whole)),
            understood=understood,
            after=self._after(clues, about),
            asks=lone_question(clues.text),
        )

    def _after(self, clues: Clues, about: str) -> After | None:
        """What a question follows on: the subject it leans on, else what the last answer was about."""
        conversation = clues.conversation
        last = conversation.recent[-1] if conversation.cited and conversation.recent else ""
        tool, known = conversation.tool or "", conversation.facts
        subject = f"{about or self.observer.topics.get(tool, last)} {matter(tool, known)}".strip()
        if not subject:
            return None
        # What a later question of one message says of its own has its say beside the subject: "..., pengujinya siapa?".
        beside = bool(about) and not conversation.cited and _says_of_its_own(clues.text)
        return After(subject, conversation.cited, beside=beside)

    def beyond(self, clues: Clues, beyond: Beyond, topic: str = "") -> Part:
        """A question that cannot be answered, and why."""
        return Part(
            clues.text.raw,
            "out_of_scope",
            confidence=1.0,
            facts=_told(clues),
            beyond=beyond,
            topic=topic,
            regulations=self.scope(clues),
        )

    def scope(self, clues: Clues, leaning: bool = False) -> tuple[str, ...]:
        """The regulations that may answer: those named, those of the position, and for a thin question the last ones."""
        named = {mention.regulation for mention in clues.mentions if mention.regulation}
        positions = clues.positions
        if not positions and not named:
            told = clues.conversation.supposed.get("jabatan") or clues.conversation.facts.get("jabatan")
            positions = (told,) if told else ()
        if leaning and not positions and not named:
            return clues.conversation.regulations
        opening = None if clues.conversation.going_on else clues.whole
        held = self.observer.scope.of(clues.text, named, positions, opening)
        elsewhere = () if positions or named else self.observer.positions_said(clues.whole)
        return self.observer.scope.without_others(held, elsewhere)

    def _understood(self, clues: Clues, wanted: Collection[str], told: Sequence[Fact]) -> tuple[Fact, ...]:
        """Of the facts wanted those that follow from a message which does not tell them."""
        conversation, observer = clues.conversation, self.observer
        known = {fact.field for fact in told} | conversation.facts.keys() | conversation.supposed.keys()
        position = None if clues.positions or observer.positions_said(clues.whole) else position_of(clues.whole, told)
        level = level_before(clues.whole, observer.facts.choices.find(clues.whole, {NEXT}))
        found = (*([position] if position else ()), *level)
        return tuple(fact for fact in found if fact.field in wanted and fact.field not in known)

    def _carried(self, clues: Clues, tool: str, known: Collection[str]) -> list[Fact]:
        """Choices that only this calculator takes, told in the messages before: "dokumennya apa saja?" after a transfer."""
        conversation, fields = clues.conversation, self.observer.fields
        if not conversation.recent or conversation.tool == tool or not leans_back(clues.text, ()):
            return []
        taken = {*known, *conversation.facts, *(self.observer.inputs[conversation.tool] if conversation.tool else ())}
        wanted = {n for n in self.observer.inputs[tool] - taken if n in fields and fields[n].kind == "pilihan"}
        found: dict[str, Fact] = {}
        topic = self.observer.topics.get(conversation.tool or "", "")
        for said in (*reversed(conversation.recent[-_LOOKED_BACK:]), *([topic] if topic else [])):
            for fact in self.observer.facts_of(said, tool):
                if fact.field in wanted:
                    found.setdefault(fact.field, replace(fact, start=0, end=0))
        return list(found.values())

    def _position_named(self, clues: Clues, tool: str, facts: Sequence[Fact]) -> Iterator[Fact]:
        """ "Permendag 82: ...": the regulation that is named is one position's own."""
        if "jabatan" not in self.observer.inputs[tool] or any(fact.field == "jabatan" for fact in facts):
            return
        for mention in clues.mentions:
            own = self.observer.corpus.regulations[mention.regulation].jabatan if mention.regulation else None
            if own and clues.positions == (own,):
                start, end = mention.start + clues.at, mention.end + clues.at
                yield Fact("jabatan", own, start, end, clues.whole.raw[start:end])
                return


def begins_back(clues: Clues) -> bool:
    """ "Penetapannya pakai keputusan siapa?": a short question whose first word belongs to what was just shown."""
    words = clues.text.words
    first = clues.text.raw[words[0].start : words[0].end].casefold() if words else ""
    own = first.endswith("nya") and bare(first) != first
    return own and clues.text.length <= _SHORT and bool(clues.conversation.cited)


def _says_of_its_own(text: Text) -> bool:
    """Whether a question names more than what is done with its subject: "materinya apa", and not "siapa yang menyetujui"."""
    said = [text.raw[word.start : word.end].casefold() for word in text.words]
    return len(content(text)) > 1 or any(word.endswith("nya") and bare(word) != word for word in said)


def _told(clues: Clues) -> tuple[Fact, ...]:
    """The facts of a question with their places in the whole message."""
    return tuple(replace(f, start=f.start + clues.at, end=f.end + clues.at) for f in clues.told.facts)
