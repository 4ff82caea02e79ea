"""Which calculator a question seeks by what it asks of what it tells: who appoints to a post that it names."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.clues import Clues
from assistant.understand.language.stems import bare, roots
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_PREFIX = ("di", "ter")  # with these a verb tells what is done to whom stands before it


@dataclass(frozen=True)
class Sought:
    """A calculator with what a question must ask and tell to seek it."""

    tool: str
    tells: Mapping[str, Collection[str]]
    asks: Sequence[Sequence[str]]
    subjects: Sequence[str]
    unless: Sequence[str]
    instead: frozenset[str]
    known: bool = False  # what the calculator at work was told counts as told
    about: Sequence[str] = ()  # one of these stands in the message; () for any message

    def asked(self, text: Text) -> bool:
        """Whether a question asks what this calculator answers."""
        asked = all(any(_stands(text, phrase) for phrase in phrases) for phrases in self.asks)
        other = text.has(*self.unless) or any(bare(word.text) in self.unless for word in text.words)  # "ujikomnya"
        return asked and not other and not self._asks_whom(text)

    def _asks_whom(self, text: Text) -> bool:
        """Whether it asks to whom something is done: "siapa yang dilantik jadi direktur?"."""
        said = f" {text.bare} "
        return any(f" {start}" in said if start[-2:] in _PREFIX else f" {start} " in said for start in self.subjects)

    def told(self, facts: Collection[Fact]) -> bool:
        """Whether all that it needs is told."""
        values = {fact.field: fact.value for fact in facts}
        return all(name in values and (not own or values[name] in own) for name, own in self.tells.items())


def sought(
    clues: Clues, label: str, facts_for: Callable[[Clues, str], Collection[Fact]], taken: Collection[str] = ()
) -> str:
    """The calculator that a question seeks which seemed to be after `label`; "" where that, or the one at work, is right.

    The facts `taken` are those that the calculator at work takes.
    """
    if clues.cites or (clues.conversation.tool and label.endswith(f":{clues.conversation.tool}")):
        return ""
    return next(
        (
            each.tool
            for each in load_sought()
            if label in each.instead
            and (not each.about or clues.whole.has(*each.about))
            and each.asked(clues.text)
            and each.told((*_known(clues, each, taken), *facts_for(clues, each.tool)))
        ),
        "",
    )


def seeks(text: Text, tool: str) -> bool:
    """Whether a question asks in so many words what a calculator answers."""
    return any(each.tool == tool and each.asked(text) for each in load_sought())


def _known(clues: Clues, each: Sought, taken: Collection[str]) -> Iterator[Fact]:
    """Of a question that names no position the facts of the case at work: "yang ngangkat siapa?"."""
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    if each.known and not clues.positions:
        yield from (Fact(name, known[name], 0, 0, "") for name in each.tells if name in known and name in taken)


@cache
def load_sought() -> tuple[Sought, ...]:
    """The entries of the file beside this module."""
    raw: dict[str, dict[str, Any]] = load_yaml(Path(__file__).parent / "sought.yaml")
    return tuple(
        Sought(
            entry.get("tool", tool),
            entry["tells"],
            entry["asks"],
            entry.get("subjects", ()),
            entry.get("unless", ()),
            frozenset(entry["instead"]),
            bool(entry.get("known")),
            entry.get("about", ()),
        )
        for tool, entry in raw.items()
    )


def _stands(text: Text, phrase: str) -> bool:
    """Whether a phrase stands in a text, a single verb also in another form."""
    if text.has(phrase):
        return True
    return " " not in phrase and any(phrase in roots(word.text) for word in text.words)
