"""Whether a message that tells a fact of the calculator at work is about it, or opens another subject."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.clues import Clues
from assistant.understand.following.entries import NUMBERED
from assistant.understand.following.followups import adds, content, corrects, joins, supposes
from assistant.understand.intent.sought import seeks
from assistant.understand.intent.traits import COMMON
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.stems import bare, same_act
from assistant.understand.language.text import Spans, Text
from assistant.understand.language.vocabulary import AMOUNT_KINDS, FIGURE_KINDS
from assistant.understand.message.split import asking_words, asks
from assistant.understand.parts import Parts
from corpus.data import load_yaml

_ANEW = 0.8  # score from which a message opens a new subject although an answer was expected
_PLAINLY_ANEW = 0.95  # the same where it tells nothing that the calculator at work would not take as well
_CONTENT = 2  # words of content up to which a case to try is no new subject
_LITTLE = 1  # such words of a case to try by another value of what is known
_FULL = 5  # the same of a message that only tells a figure
_FAR = 0.4  # by so much more another calculator is like a question that could be put to the one at work


@dataclass(frozen=True)
class StayingWords:
    """The words of `staying.yaml`."""

    again: tuple[str, ...]
    changing: tuple[str, ...]
    pointing: frozenset[str]
    small: frozenset[str]
    who: Mapping[str, Collection[str]]


@cache
def load_staying_words() -> StayingWords:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "staying.yaml")
    return StayingWords(
        tuple(raw["again"]), tuple(raw["changing"]), frozenset(raw["pointing"]), frozenset(raw["small"]), raw["who"]
    )


class Staying:
    """Tells a message about the calculator at work from one about another subject."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer

    def opens_anew(self, clues: Clues, weighed: Weighed, tool: str, anew: Spans = ()) -> bool:
        """Whether a message is about another subject although it tells a fact of the calculator at work.

        The characters `anew` tell that calculator a fact it knows, whatever else they are like.
        """
        other = weighed.tool not in ("", tool)
        if other and self._goes_on(clues, weighed, tool):
            return False
        if supposes(clues.text) or corrects(clues.text):
            sure = weighed.score > _PLAINLY_ANEW and len(clues.content) > _CONTENT
            sure = sure or (weighed.score > _ANEW and asks_beside_who(clues.text, tool))
            sure = sure or (weighed.sure and asks_who(clues.text, weighed.tool, tool))
            return other and (sure or (weighed.sure and self.observer.tells_more(clues, weighed.tool, tool, anew)))
        return self._asks_anew(clues, weighed, tool) if asks(clues.text) else self._tells_anew(clues, weighed, tool)

    def _goes_on(self, clues: Clues, weighed: Weighed, tool: str) -> bool:
        """Whether a message puts right what is known, asks the last question again, or names nothing but its subject."""
        told = [fact for fact in self.observer.facts_for(clues, tool).facts if fact.field in self.observer.inputs[tool]]
        if not any(fact.field not in COMMON for fact in told):
            return False
        if weighed.tool in clues.conversation.worked and weighed.sure:  # come back to without a word of it
            return False
        others = _changed(clues, told)
        if others and (corrects(clues.text) or any(_is_exchanged(clues.whole, fact) for fact in others)):
            return True
        if self._points_at_figure(clues, tool):
            return True
        if supposes(clues.text) and not asking_words(clues.text) and any(self._is(f.field, "ya_tidak") for f in others):
            return True  # "kalau tetap masuk kantor, tidak dibebaskan?" turns what is known round, and asks no more
        if self.observer.tells_more(clues, weighed.tool, tool):
            return False
        if others and supposes(clues.text) and len(_besides(clues, told)) <= _LITTLE:
            return True
        return clues.text.has(*load_staying_words().again) or self._names_nothing_else(clues, weighed, tool, told)

    def _points_at_figure(self, clues: Clues, tool: str) -> bool:
        """ "Yang 51 itu penunjangnya 9": a figure known to the calculator at work is pointed at, and more told of it."""
        known = {**clues.conversation.facts, **clues.conversation.supposed}
        figures = [known[name] for name in self.observer.inputs[tool] & known.keys() if self._is(name, *AMOUNT_KINDS)]
        pointing = load_staying_words().pointing
        return len(clues.amounts) > 1 and any(
            {clues.text.at(amount.first - 1), clues.text.at(amount.last + 1)} & pointing and amount.value in figures
            for amount in clues.amounts
        )

    def _names_nothing_else(self, clues: Clues, weighed: Weighed, tool: str, told: Collection[Fact]) -> bool:
        """ "Keluarnya 2 April, berlaku sampai?": every word is one of those in which this calculator is spoken of."""
        ahead = clues.score(f"tool:{weighed.tool}") - clues.score(f"tool:{tool}")
        if ahead > _FAR or weighed.score > _PLAINLY_ANEW:
            return False
        own = self.parts.weigher.words_of(tool)
        rest = _besides(clues, told)
        return all(any(bare(word) == bare(one) or same_act(word, one) for one in own) for word in rest)

    def _tells_anew(self, clues: Clues, weighed: Weighed, tool: str) -> bool:
        """The same of a message that asks nothing."""
        told = {fact.field for fact in self.observer.facts_for(clues, tool).facts}
        here = told & self.observer.inputs[tool]
        if weighed.tool in ("", tool) or weighed.score <= _ANEW or adds(clues.text):
            return False
        expected = here & {*clues.conversation.asked}
        more = self.observer.tells_more(clues, weighed.tool, tool)
        if expected or any(self._is(name, "ya_tidak") for name in here):  # "hasil kerja minimal sudah terpenuhi"
            return more and not expected
        figure = any(self._is(name, *AMOUNT_KINDS) for name in here - COMMON) and weighed.score <= _PLAINLY_ANEW
        if figure and len(clues.content) <= _FULL and clues.conversation.at_work:
            return more and self._figures(clues, weighed.tool) > self._figures(clues, tool)
        return len(clues.content) > _CONTENT or weighed.score > _PLAINLY_ANEW or more

    def _asks_anew(self, clues: Clues, weighed: Weighed, tool: str) -> bool:
        """The same of a message that asks."""
        facts = self.observer.facts_for(clues, tool).facts
        other = weighed.tool not in ("", tool)
        here = [fact for fact in facts if fact.field in self.observer.inputs[tool]]
        if not other and not weighed.sure and any(self._is(fact.field, "tanggal") for fact in here):
            return False  # "kami kirim 15 Juli, telat?" is no look-up
        if not other and not weighed.sure and weighed.near == tool and _changed(clues, here):
            return False  # "teman saya sudah JF, dia gimana?" neither
        if joins(clues.text) and any(fact.field not in COMMON for fact in here) and weighed.score <= _ANEW:
            sought = weighed.sure and seeks(clues.text, weighed.tool)
            return other and (sought or self.observer.tells_more(clues, weighed.tool, tool))
        rows = self.observer.shapes[tool]  # a row takes the words around it as its name
        spans = [(fact.start - clues.at, fact.end - clues.at) for fact in facts if fact.field not in rows or not other]
        small = NUMBERED if weighed.sure else NUMBERED | load_staying_words().small
        return bool({*content(clues.text, spans)} - small) and weighed.tool != tool

    def _figures(self, clues: Clues, tool: str) -> int:
        """How many figures a calculator takes of a message."""
        facts = self.observer.facts_for(clues, tool).facts
        return sum(fact.field in self.observer.inputs[tool] and self._is(fact.field, *FIGURE_KINDS) for fact in facts)

    def _is(self, name: str, *kinds: str) -> bool:
        """Whether a fact is of one of these kinds."""
        return self.observer.fields[name].kind in kinds


def asks_beside_who(text: Text, tool: str) -> bool:
    """Whether a calculator that only says who does something is asked how often, how long or when."""
    who = load_staying_words().who
    return tool in who["tools"] and text.has(*who["others"]) and not text.has(*who["asking"])


def asks_who(text: Text, tool: str, at_work: str) -> bool:
    """Whether it is asked who does something, and only the calculator that is likest says so."""
    who = load_staying_words().who
    return tool in who["tools"] and at_work not in who["tools"] and text.has(*who["asking"])


def _changed(clues: Clues, told: Iterable[Fact]) -> list[Fact]:
    """The facts told otherwise than they are known."""
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    return [f for f in told if f.field not in COMMON and known.get(f.field, f.value) != f.value]


def _besides(clues: Clues, told: Iterable[Fact]) -> list[str]:
    """The words of content that are neither told facts nor small words beside them."""
    small, spans = load_staying_words().small, [(fact.start - clues.at, fact.end - clues.at) for fact in told]
    return [word for word in content(clues.text, spans) if word not in small and bare(word) not in small]


def _is_exchanged(text: Text, fact: Fact) -> bool:
    """Whether what is told stands right behind words that put it in another's place: "bentuknya diganti e-learning"."""
    places, changing = text.places(fact.start, fact.end), load_staying_words().changing
    return bool(places) and any(text.before(places[0], len(phrase.split())) == phrase for phrase in changing)
