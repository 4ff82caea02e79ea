"""What every door needs, opened once: the assistant, the law it speaks from, the search, and the conversations."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.reply import Answer
from assistant.sessions import Sessions
from corpus.address import Address
from corpus.library import Corpus
from corpus.references import CitationLanguage


class Asks(Protocol):
    """Whoever answers a message within a conversation."""

    def ask(self, message: str, conversation: Conversation) -> Answer:
        """Answer one message; facts told and provisions cited are noted in the conversation."""
        ...

    def again(self, message: str, conversation: Conversation) -> Answer:
        """Repeat the conversation's calculation after facts were set or withdrawn by hand; `message` says which."""
        ...


class Hit(Protocol):
    """A provision that a search found and how well it fits."""

    @property
    def address(self) -> Address:
        """Where it stands."""
        ...

    @property
    def score(self) -> float:
        """How well it fits; higher is better."""
        ...


class Finds(Protocol):
    """Whoever finds provisions by their meaning and words."""

    def search(
        self,
        query: str,
        k: int = 10,
        regulations: Collection[str] | None = None,
        kinds: Collection[str] | None = None,
    ) -> Sequence[Hit]:
        """The best `k` provisions, best first, of some regulations and kinds or (None) of all."""
        ...


@dataclass(frozen=True)
class Service:
    """The opened parts; doors pass them on and own none of them."""

    assistant: Asks
    corpus: Corpus
    index: Finds
    law: Law
    citations: CitationLanguage
    sessions: Sessions
    external: bool = False  # whether questions are also sent to a chat model on another machine
