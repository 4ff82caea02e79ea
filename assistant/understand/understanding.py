"""From words to a Reading: language, questions, and for each what is asked, about whom, and with which facts.

Each question goes down one list of readings; the first that fits is taken. What fits nowhere is searched for.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from assistant.conversation import Conversation
from assistant.reading import Part, Reading
from assistant.tools import Tool
from assistant.understand.clues import Clues
from assistant.understand.decide import Decider
from assistant.understand.following.followups import content
from assistant.understand.following.swapped import swapped
from assistant.understand.intent.bounded import Bounded, barred
from assistant.understand.intent.treated import is_only_foreign, is_treated, tells_of_a_thing, with_what_is_held
from assistant.understand.language.text import Text
from assistant.understand.message.split import questions
from assistant.understand.message.together import answered, is_declined, led, plainly_asks, understood
from assistant.understand.observer import Observer
from assistant.understand.premises.contradictions import Found
from corpus.library import Corpus
from index.projection import STORY

_LONGEST = 4000  # characters; what stands after them is not read
_SUBJECT = 2  # words of the field from which what was told has a subject
_MOST_QUESTIONS = 4
_UNRELATED = "unrelated"
_VAGUE = ("underspecified", _UNRELATED)  # reasons to decline that a thing told in the message takes away
_VAGUE_ALONE = (*_VAGUE, "not_in_corpus")  # the same of the only question of a story


class Finds(Protocol):
    """Whoever turns questions into vectors, and finds the provisions that they are about."""

    def search(self, query: str, k: int = 10, regulations: Collection[str] | None = None) -> Sequence[Found]:
        """The k provisions of some regulations (None: all) that a question is surest about."""
        ...

    def encode(self, texts: Sequence[str]) -> Any:
        """One vector for each text."""
        ...


class Understanding:
    """Understands messages; built once, it keeps no state between them."""

    def __init__(
        self,
        corpus: Corpus,
        index: Finds,
        tools: Mapping[str, Tool],
        today: Callable[[], date] = date.today,
        cache: Path | None = None,
    ) -> None:
        """`cache` is a folder that keeps the vectors of the examples from one start to the next."""
        self._observer = Observer(corpus, index.encode, index.search, tools, today, cache)
        self._decider = Decider(self._observer)

    def read(self, message: str, conversation: Conversation) -> Reading:
        """What a message means in its conversation; changes nothing in either."""
        whole = self._observer.hear((swapped(message, conversation) or message)[:_LONGEST])
        language = self._observer.domain.language(whole, conversation.language)
        spans = questions(whole)[:_MOST_QUESTIONS]
        forgets = [Part(whole.raw, "forget", confidence=1.0)] if self._decider.forgets(whole) else []
        if forgets:
            conversation = Conversation(conversation.id, language=language)
        parts = self._each(whole, spans, conversation)
        if is_declined(parts) and not forgets:
            parts = answered(self._each(whole, [(0, len(whole.raw))], conversation)) or parts
        if is_only_foreign(parts) and not conversation.going_on:
            parts = self._with_what_is_held(whole, parts, conversation)
        if forgets:
            parts = forgets + [part for part in parts if part.kind != "forget"]
        return Reading(language, understood(parts, self._observer.speller.read))

    def _with_what_is_held(self, whole: Text, parts: list[Part], conversation: Conversation) -> list[Part]:
        """A message that is declined, with the provisions on what it tells of, where the texts hold any."""
        clues = self._observer.look(whole, (0, len(whole.raw)), conversation)
        if not self._decider.may_be_looked_up(clues, treated=is_treated(whole, self._observer.domain)):
            return parts
        return with_what_is_held(parts, self._decider.look_up(clues))

    def _tells_what(self, told: str, clues: Clues) -> bool:
        """Whether what was told before says what a question is about that itself says too little: "Kena sanksi nggak?"."""
        known = [word for word in content(self._observer.speller.read(told)) if self._observer.lexicon.knows(word)]
        return len(known) >= _SUBJECT and plainly_asks(clues.text)

    def _names_a_thing(self, whole: Text, clues: Clues, part: Part, *, alone: bool) -> bool:
        """Whether a question that seems to say too little, or to be of something else, is of a thing told in its message.

        Alone it is where a story tells of it; else, and where it seems to be of something else, it has words of the field.
        """
        if part.ruled is not None or part.beyond not in (_VAGUE_ALONE if alone else _VAGUE):
            return False
        if clues.conversation.going_on or not tells_of_a_thing(whole, self._observer.domain):
            return False
        if alone and part.beyond != _UNRELATED and whole.length >= STORY:
            return True
        known = [word for word in clues.content if self._observer.lexicon.knows(word)]
        return part.beyond in _VAGUE and plainly_asks(clues.text) and 2 * len(known) > len(clues.content)

    def _told(self, whole: Text, spans: Sequence[tuple[int, int]], parts: Sequence[Part]) -> str:
        """What was told before the last of some questions, from the first on, without those that are not answered.

        Where little is left of that, what was told before the first goes with it.
        """
        start, stop = spans[0][0], spans[-1][0]
        kept, at = "", start
        for (first, last), part in zip(spans[:-1], parts, strict=True):
            kept += whole.raw[at : first if part.refused else last]
            at = last
        kept += whole.raw[at:stop]
        known = [word for word in content(self._observer.speller.read(kept)) if self._observer.lexicon.knows(word)]
        return kept if len(spans) > 1 and len(known) >= _SUBJECT else whole.raw[:start] + kept

    def _each(self, whole: Text, spans: Sequence[tuple[int, int]], conversation: Conversation) -> list[Part]:
        """What each question of a message means, in the light of what was told before it."""
        parts: list[Part] = []
        out = barred(whole, conversation)
        for at, span in enumerate(spans):
            others = [other for other in spans if other != span] if len(spans) > 1 else []
            clues = self._observer.look(whole, span, conversation)
            part = self._decider.decide(clues, others, parts[-1] if parts else None)
            story = whole.raw[spans[at - 1][1] if at else 0 : span[0]]
            told = others and part.beyond == "underspecified" and self._tells_what(story, clues)
            if told or self._names_a_thing(whole, clues, part, alone=not others):
                part = led(self._decider.look_up(clues), story, alone=False)
            part = self._within(out, part, clues)
            parts.append(led(part, self._told(whole, spans[: at + 1], parts)) if others else part)
        return parts

    def _within(self, out: Sequence[Bounded], part: Part, clues: Clues) -> Part:
        """A question without what holds for people that neither the message nor those before it speak of."""
        unmeant = {tool for each in out for tool in each.tools}
        if part.tool in unmeant:
            part = self._decider.look_up(clues)
        places = tuple(place for each in out for place in each.places)
        ruled = self._decider.look_up(clues) if part.ruled is not None and part.ruled.tool in unmeant else part.ruled
        ruled = replace(ruled, barred=places) if ruled is not None else None
        return replace(part, barred=places, ruled=ruled) if out else part
