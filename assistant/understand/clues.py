"""Everything that is seen in one question before it is decided what it means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assistant.conversation import Conversation
from assistant.understand.facts.facts import Told
from assistant.understand.intent.classifier import Guess
from assistant.understand.language.text import Spans, Text
from assistant.understand.quantities.amount import Amount
from corpus.mentions import Mention


@dataclass(frozen=True)
class Clues:
    """One question with what was seen in it."""

    text: Text
    whole: Text
    at: int  # where the question begins in the whole message
    mentions: tuple[Mention, ...]
    told: Told
    amounts: tuple[Amount, ...]
    guesses: tuple[Guess, ...]
    positions: tuple[str, ...]
    within: tuple[str, ...]  # the regulations named, or those of the ministry named; () where none is
    content: tuple[str, ...]
    conversation: Conversation
    unheld: Spans = ()  # where the message names posts that nobody in it holds or wants
    about: tuple[str, ...] = ()  # the regulations that treat the matter of a first message; () where it may be any
    read: dict[tuple[object, ...], Told] = field(default_factory=dict, compare=False)  # what was read for a calculator

    def score(self, label: str) -> float:
        """The classifier's score of one intent."""
        return self._by_label[label].score if label in self._by_label else 0.0

    def near(self, label: str) -> float:
        """How alike the most similar example of one intent is."""
        return self._by_label[label].near if label in self._by_label else 0.0

    @cached_property
    def _by_label(self) -> Mapping[str, Guess]:
        """The guesses by what they are of."""
        return {guess.label: guess for guess in reversed(self.guesses)}

    def spans(self, amounts: Iterable[Amount]) -> list[tuple[int, int]]:
        """The characters of the whole message in which these amounts stand."""
        return [(amount.start + self.at, amount.end + self.at) for amount in amounts]

    @cached_property
    def until(self) -> Text:
        """The message up to the end of this question."""
        end = self.at + len(self.text.raw)
        return Text(self.whole.raw, tuple(word for word in self.whole.words if word.end <= end))

    @property
    def cites(self) -> bool:
        """Whether a provision is named by its number."""
        return any(mention.steps for mention in self.mentions)
