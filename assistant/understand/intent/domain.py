"""What lies outside the five texts, whose rules are asked for, and the language of a message: by words in `domain.yaml`."""

import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from assistant.understand.language.text import Text
from corpus.data import load_yaml

_HARDLY = 2  # words of content that tell nothing of what is meant
_RULES = 3  # words beside another body among which stands that its rules are meant
_OTHER_POST = "jabatan fungsional lain"
_FAREWELL = "bye"


@dataclass(frozen=True)
class Outside:
    """A subject outside the corpus: its words, those it needs beside them, and those that keep it inside, there or anywhere.

    A `plain` one decides though other readings are likelier.
    """

    words: tuple[str, ...]
    beside: tuple[str, ...]
    unless: tuple[str, ...]
    kept: tuple[str, ...]
    plain: bool = False

    def decides(self, text: Text) -> bool:
        """Whether a message is about this subject."""
        fits = text.has(*self.words) and (not self.beside or text.has(*self.beside))
        return fits and not text.has(*self.unless, *self.kept)


@dataclass(frozen=True)
class Domain:
    """The word lists of `domain.yaml`."""

    outside: Mapping[str, Outside]
    still: tuple[str, ...]
    unsaid: tuple[str, ...]
    according: tuple[str, ...]
    law: tuple[str, ...]
    acts: tuple[str, ...]
    theirs: tuple[str, ...]
    content: tuple[str, ...]
    now: tuple[str, ...]
    contrary: tuple[str, ...]
    changed: tuple[str, ...]
    newer: tuple[str, ...]
    rules: tuple[str, ...]
    itself: tuple[str, ...]
    their_rules: tuple[str, ...]
    rules_of_theirs: tuple[str, ...]
    other_bodies: tuple[str, ...]
    both_positions: tuple[str, ...]
    english: frozenset[str]
    indonesian: frozenset[str]
    smalltalk: Mapping[str, frozenset[str]]
    fillers: frozenset[str]
    interjections: frozenset[str]  # may open small talk
    forgetting: frozenset[str]  # one of these stands in a wish to be forgotten beside a question

    def outside_topic(self, text: Text) -> str:
        """The subject outside the corpus that a message is about, "" where none is named."""
        named = [topic for topic, outside in self.outside.items() if outside.decides(text)]
        return named[0] if named else ("instansi lain" if text.has(*self.other_bodies) else "")

    def is_plain(self, text: Text) -> bool:
        """Whether the subject outside the corpus that a message is about decides whatever else it may be."""
        return any(outside.plain and outside.decides(text) for outside in self.outside.values())

    def is_of_another_post(self, text: Text) -> bool:
        """Whether a message is about the credits or levels of a functional position of none of the texts."""
        return self.outside[_OTHER_POST].decides(text)

    def by_rules_of_others(self, text: Text) -> bool:
        """Whether it is asked what the rules of another body say: "menurut aturan Kemenkes", "under the tax office rules"."""
        return any(
            text.begins(at, *self.other_bodies)
            and (
                Text(text.raw, text.words[max(0, at - _RULES) : at]).has(*self.their_rules)
                or Text(text.raw, text.words[at : at + 3 * _RULES]).has(*self.rules_of_theirs)
            )
            for at in range(len(text.words))
        )

    def is_kept(self, text: Text, told: Text) -> bool:
        """Whether a question is of a subject that the texts treat for what is told up to its end: pay during study leave."""
        return any(
            outside.kept and text.has(*outside.words) and told.has(*outside.kept) for outside in self.outside.values()
        )

    def means_unsaid(self, text: Text, content: Collection[str]) -> bool:
        """Whether next to nothing stands beside what stands for something not said: "ketentuan itu", "berkas ini"."""
        said = [phrase for phrase in self.unsaid if text.has(phrase)]
        polite = self.fillers | {word for phrases in self.smalltalk.values() for p in phrases for word in p.split()}
        small = polite | self.interjections | {word for phrase in said for word in phrase.split()}
        return bool(said) and sum(word not in small for word in content) <= _HARDLY

    def smalltalk_topic(self, text: Text) -> str:
        """The small talk a whole message is, "" where it says anything more."""
        said = [word.text for word in text.words if not word.is_mark]
        leaving = not text.raw.rstrip().endswith("?")  # "cukup?" asks whether it is enough
        words = [*itertools.dropwhile(self.interjections.__contains__, said)]
        for topic, phrases in self.smalltalk.items():
            if topic == _FAREWELL and not leaving:
                continue
            for phrase in sorted(phrases, key=len, reverse=True):
                opening = phrase.split()
                if words[: len(opening)] == opening and set(words[len(opening) :]) <= self.fillers | {
                    w for p in phrases for w in p.split()
                }:
                    return topic
        return ""

    def language(self, text: Text, before: str) -> Literal["id", "en"]:
        """The language of a message; that of the conversation where the words do not tell."""
        words = {word.text for word in text.words}
        english, indonesian = len(words & self.english), len(words & self.indonesian)
        if not any(len(word) > 1 for word in words & self.english):
            english = 0  # a lone letter is the letter of a rank ("IV/a") or of a provision, not an article
        if english == indonesian:
            return "en" if before == "en" else "id"
        return "en" if english > indonesian else "id"


@cache
def load_domain() -> Domain:
    """The word lists of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "domain.yaml")
    return Domain(
        outside={
            topic: Outside(
                words=tuple(entry["words"]),
                beside=tuple(entry.get("beside", ())),
                unless=tuple(entry.get("unless", ())),
                kept=tuple(entry.get("kept", ())),
                plain=entry.get("plain", False),
            )
            for topic, entry in raw["not_in_corpus"].items()
        },
        still=tuple(raw["still"]),
        unsaid=tuple(raw["unsaid"]),
        according=tuple(raw["according"]),
        law=tuple(raw["law"]),
        acts=tuple(raw["acts"]),
        theirs=tuple(raw["theirs"]),
        content=tuple(raw["content"]),
        now=tuple(raw["now"]),
        contrary=tuple(raw["contrary"]),
        changed=tuple(raw["changed"]),
        newer=tuple(raw["newer"]),
        rules=tuple(raw["rules"]),
        itself=tuple(raw["itself"]),
        their_rules=tuple(raw["their_rules"]),
        rules_of_theirs=tuple(raw["rules_of_theirs"]),
        other_bodies=tuple(raw["other_bodies"]),
        both_positions=tuple(raw["both_positions"]),
        english=frozenset(raw["english"]),
        indonesian=frozenset(raw["indonesian"]),
        smalltalk={topic: frozenset(words) for topic, words in raw["smalltalk"].items()},
        fillers=frozenset(raw["fillers"]),
        interjections=frozenset(raw["interjections"]),
        forgetting=frozenset(raw["forgetting"]),
    )
