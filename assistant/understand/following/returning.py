"""A message that comes back to what was asked earlier: "oke balik ke nilai akhirnya, kalau UKMSK saya 85?"."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact, Part
from assistant.understand.clues import Clues
from assistant.understand.following.followups import load_follow_ups, supposes
from assistant.understand.following.ongoing import Ongoing, put_to_work
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.stems import bare, same_act
from assistant.understand.language.text import Text
from assistant.understand.parts import Parts
from corpus.data import load_yaml

_LATEST = 8  # words of a message among which it is said that it comes back
_LONGEST = 7  # words that name the subject
_NEAR = 3  # words behind what leads back among which a person is named
_BETWEEN = 2  # words like "lagi ke" behind the verb
_NAMED, _LIKELY, _TELLS, _RECENT = 1.0, 1.0, 0.3, 0.05  # what speaks for an earlier calculator
_ENOUGH = 0.25  # chance from which it is meant although none of its words names it
_OTHER = 0.6  # chance from which a message that names nothing known is about something new


@dataclass(frozen=True)
class ReturningWords:
    """The words of `returning.yaml`."""

    verbs: frozenset[str]
    behind: frozenset[str]
    alone: tuple[str, ...]
    before: frozenset[str]
    naming: frozenset[str]
    earlier: frozenset[str]
    ends: frozenset[str]
    unnamed: frozenset[str]
    whose: frozenset[str]


@cache
def load_returning_words() -> ReturningWords:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "returning.yaml")
    words: dict[str, Any] = {name: frozenset(said) for name, said in raw.items()}
    return ReturningWords(**{**words, "alone": tuple(raw["alone"])})


class Returning:
    """Reads a message as the next one about a calculator of an earlier answer."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer
        self._ongoing = Ongoing(parts)

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The earlier calculation with what the message adds; None where it comes back to none."""
        worked = self._ongoing.worked(clues)
        if clues.cites or not worked:
            return None
        subject = returned_to(clues.text)
        tool = "" if subject is None else self._meant(clues, subject, worked)
        if not tool or self._is_new(clues, weighed, tool, worked):
            return None
        there = put_to_work(clues, tool)
        part = self._ongoing.read(there, replace(weighed, tool=tool))
        if part is None and weighed.tool:
            part = self.parts.calculation(there, tool, weighed.score)
        return self._as_it_was(clues, part) if part and part.tool == tool else None

    def _as_it_was(self, clues: Clues, part: Part) -> Part:
        """ "Balik ke teman saya tadi": the case of a person, without what was supposed since of others."""
        if not _returns_to_person(clues.text):
            return part
        told, conversation = {fact.field for fact in part.facts}, clues.conversation
        held = (conversation.supposed.keys() & conversation.facts.keys() & self.observer.inputs[part.tool or ""]) - told
        back = tuple(Fact(name, conversation.facts[name], 0, 0, "") for name in sorted(held))
        return replace(part, facts=(*back, *part.facts))

    def _meant(self, clues: Clues, subject: Collection[str], worked: Sequence[str]) -> str:
        """Of the calculators of earlier answers the one whose subject is named, or that takes what the message tells."""
        scores = {
            name: _NAMED * self._named(clues, subject, name)
            + _LIKELY * clues.score(f"tool:{name}")
            + _TELLS * bool(self._told(clues, name))
            + _RECENT * worked.index(name)
            - _LIKELY * (not subject and name == clues.conversation.tool)
            for name in worked
        }
        best = max(worked, key=lambda name: scores[name])
        told = not subject and self._told(clues, best)
        likely = self._named(clues, subject, best) or clues.score(f"tool:{best}") >= _ENOUGH
        return best if told or likely else ""

    def _named(self, clues: Clues, subject: Collection[str], tool: str) -> float:
        """How many of the words that name the subject are those of a calculator or of what was said of it before."""
        if not subject:
            return 0.0
        conversation = clues.conversation
        said = [conversation.said[at] for at in conversation.worked[tool] if at < len(conversation.said)]
        own = self.parts.weigher.words_of(tool)
        before = {word.text for message in said for word in self.observer.speller.read(message).words}
        known = [_is_among(word, own) + _is_among(word, before) for word in subject]
        return sum(min(each, 1.0) if len(said) else each for each in known) / len(known)

    def _told(self, clues: Clues, tool: str) -> set[str]:
        return {fact.field for fact in self.observer.worded_for(clues, tool).facts} & self.observer.inputs[tool]

    def _is_new(self, clues: Clues, weighed: Weighed, tool: str, worked: Collection[str]) -> bool:
        """Whether the message asks for what no earlier answer was about: "lanjut ke cuti, berapa hari?"."""
        if weighed.beyond or weighed.aside:
            return weighed.sure
        if weighed.tool in worked:
            return False
        surely = weighed.score >= _OTHER and not (supposes(clues.text) or self._told(clues, tool))
        return surely or (bool(weighed.tool) and self.observer.tells_more(clues, weighed.tool, tool) and weighed.sure)


def returned_to(text: Text) -> list[str] | None:
    """The words that name the subject a message comes back to, [] where none does; None where it comes back to none."""
    table = load_returning_words()
    first = _behind_return(text)
    if first is not None:
        return _subject(text, first, len(text.words), table.ends)
    for at in range(min(len(text.words), _LATEST)):
        if text.at(at) in table.earlier:
            opening = next((b for b in range(at) if not (text.words[b].is_mark or text.at(b) in table.before)), at)
            names = text.at(opening) in table.naming or _closes(text, at)
            return _subject(text, opening, at, frozenset()) if names and at > opening else None
    return None


def _behind_return(text: Text) -> int | None:
    """The word behind what leads back; None where nothing does."""
    table = load_returning_words()
    for at in range(min(len(text.words), _LATEST)):
        alone = next((phrase for phrase in table.alone if text.begins(at, phrase)), "")
        behind = at + 1
        while behind - at <= _BETWEEN and text.at(behind) in table.behind:
            behind += 1
        if alone or (text.at(at) in table.verbs and behind > at + 1):
            return max(behind, at + len(alone.split()))
        if not (text.words[at].is_mark or text.at(at) in table.before):
            return None
    return None


def _returns_to_person(text: Text) -> bool:
    """Whether what a message comes back to is somebody, or a case as it was told: "balik ke kasus saya semula"."""
    first = _behind_return(text)
    if first is None:
        return False
    table = load_returning_words()
    end = next((at for at in range(first, len(text.words)) if text.words[at].is_mark), len(text.words))
    persons = load_follow_ups().persons | table.whose
    return any(text.at(at) in persons for at in range(first, min(end, first + _NEAR)))


def _closes(text: Text, at: int) -> bool:
    """Whether a pause follows a word."""
    return at + 1 < len(text.words) and text.words[at + 1].is_mark


def _subject(text: Text, first: int, last: int, ends: Collection[str]) -> list[str]:
    """The words that name a subject from one place up to another, a pause, or what is asked of it."""
    table, found = load_returning_words(), list[str]()
    small = table.unnamed | table.earlier | table.naming | table.behind | table.verbs | table.whose
    for at in range(first, min(last, first + _LONGEST)):
        word = text.at(at)
        if text.words[at].is_mark or (word in ends and (found or at > first)):
            break
        if word not in small and not word[0].isdigit():
            found.append(word)
    return found


def _is_among(word: str, words: Collection[str]) -> float:
    """Whether a word, or another form of it, is among others."""
    plain = bare(word)
    return float(any(plain == bare(other) or same_act(plain, other) for other in words))
