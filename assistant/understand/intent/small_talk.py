"""Small talk, and the wish to be forgotten: told from questions by all the examples of it together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.understand.clues import Clues
from assistant.understand.facts.context import Context
from assistant.understand.intent.classifier import Guess
from assistant.understand.language.clauses import clauses
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.message.split import asks
from assistant.understand.observer import Observer

_LEAST = 0.35  # score of all small talk together below which a message is none
_LONE = 0.6  # the same of a message of one word
_WITHIN = 0.5  # the same of a question about the assistant within a conversation: "dia dibantu siapa?" is about another
_AHEAD = 0.1  # by so much it leads every question
_AHEAD_TO_FORGET = 0.3  # the same where facts would be lost
_TOO_LITTLE = "out_of_scope:underspecified"
_FORGET = "forget"
_YES_NO, _NONE = "ya_tidak", "tidak_ada"  # facts told by a mere no: by their kind, or by their choice of none
_ABOUT_ITSELF = frozenset({"smalltalk:identity", "smalltalk:help"})  # may name the field: "are you of the ministry?"


@dataclass(frozen=True)
class _Standing:
    """How small talk stands against questions."""

    topic: str
    score: float  # of all small talk together: "thanks, back tomorrow" is thanks and farewell
    question: float  # of the likeliest question
    too_little: float

    @property
    def leads(self) -> bool:
        ahead = _AHEAD_TO_FORGET if self.topic == _FORGET else _AHEAD
        return self.score >= max(_LEAST, self.question + ahead, self.too_little)


class SmallTalk:
    """Knows small talk; whatever tells a fact, cites a provision or puts a question beside it is none."""

    def __init__(self, observer: Observer) -> None:
        self._observer = observer

    def find(self, clues: Clues) -> Guess | None:
        """The topic of a message that is nothing but small talk."""
        standing = _stand(clues.guesses)
        if standing is None or not standing.leads or standing.score < self._least(clues, standing.topic):
            return None
        names_field = any(map(self._observer.lexicon.tells_field, clues.content))
        told = clues.cites or clues.told.facts or re.search(r"\d", clues.text.plain)
        asks_itself = standing.topic in _ABOUT_ITSELF
        cued = standing.topic != _FORGET and self._tells_of_field(clues.text)
        if (
            told
            or ((names_field or cued) and not asks_itself)
            or any(self._asks(c, asks_itself) for c in _asking(clues.text))
        ):
            return None
        return Guess(standing.topic, standing.score)

    def forgets(self, text: Text) -> bool:
        """Whether one of several clauses is the wish to be forgotten: "hapus data saya ya. Terus, syaratnya apa?"."""
        found, said = clauses(text), self._observer.domain.forgetting
        wishes = [clause.words(text) for clause in found if clause.has(text, said)] if len(found) > 1 else []
        standings = (_stand(self._observer.guess(wish)) for wish in wishes)
        return any(standing is not None and standing.topic == _FORGET and standing.leads for standing in standings)

    def _tells_of_field(self, text: Text) -> bool:
        """Whether a clause beside others says yes or no of a fact: "belum pernah kena hukuman, terima kasih"."""
        found = clauses(text)
        told = [clause for clause in found if clause.has(text, load_polarity().no)] if len(found) > 1 else []
        return any(self._tells_no(clause.words(text)) for clause in told)

    def _tells_no(self, said: str) -> bool:
        """Whether words deny something that may be asked for by yes or no, or that there was any."""
        observer = self._observer
        names = frozenset(n for n, f in observer.fields.items() if f.kind == _YES_NO or _NONE in f.choices)
        told = observer.facts.read(observer.speller.read(said), Context(names), observer.today()).facts
        return any(fact.field in names for fact in told)

    def _least(self, clues: Clues, topic: str) -> float:
        """The score that small talk must have."""
        if clues.text.length < 2:
            return _LONE
        return _WITHIN if clues.conversation.going_on and topic in _ABOUT_ITSELF else _LEAST

    def _asks(self, clause: str, itself: bool) -> bool:
        """Whether a clause asks something that is no small talk: "apa sanksinya?" behind "halo".

        Behind a question about the assistant `itself` a clause that says too little is about it too: "jelasin dong".
        """
        standing = _stand(self._observer.guess(clause))
        if standing is None or standing.leads:
            return False
        return standing.question > standing.score if itself else True


def is_aside(label: str) -> bool:
    """Whether an intent is small talk or the wish to be forgotten."""
    return label.startswith("smalltalk") or label == _FORGET


def _stand(guesses: Sequence[Guess]) -> _Standing | None:
    """How small talk stands among these guesses; None where there are no examples of it."""
    asides = [guess for guess in guesses if is_aside(guess.label)]
    if not asides:
        return None
    scores = {guess.label: guess.score for guess in guesses if not is_aside(guess.label)}
    too_little = scores.pop(_TOO_LITTLE, 0.0)
    best = max(asides, key=lambda guess: guess.score)
    return _Standing(best.label, sum(g.score for g in asides), max(scores.values(), default=0.0), too_little)


def _asking(text: Text) -> Iterator[str]:
    """The clauses of a message that ask, where it has several."""
    found = clauses(text)
    for clause in found if len(found) > 1 else ():
        words = Text(text.raw, text.words[clause.first : clause.last + 2])
        if clause.asked(text) or asks(words):
            yield clause.words(text)
