"""A case to try by a mere yes or no: "kalau belum pernah?", "suppose he did?", "and one who isn't in such a post?"."""

from collections.abc import Iterator, Sequence

from assistant.reading import Fact
from assistant.understand.clues import Clues
from assistant.understand.following.followups import joins, load_follow_ups, supposes
from assistant.understand.following.thin import plain_turn, telling
from assistant.understand.language.polarity import load_polarity
from assistant.understand.observer import Observer

_LOOKED_BACK = 3  # messages in which the fact may have been told
_ALIKE = 2  # words that a message shares with what told the fact before
_YES_NO = "ya_tidak"
_NONE = "tidak_ada"  # the value of a choice that says there was none


def turned(observer: Observer, clues: Clues, tool: str) -> tuple[Fact, ...]:
    """The yes-or-no fact asked for, or the one told last, as this message supposes it; () where it tells more."""
    text = clues.text
    whole = text.raw == clues.whole.raw and not clues.cites
    if not whole or not (supposes(text) or joins(text)) or _tells(observer, clues, tool):
        return ()
    recent = clues.conversation.recent[-_LOOKED_BACK:]
    said = {word.text for message in recent for word in observer.speller.read(message).words}
    if like := _told_alike(observer, clues, tool):
        return (like,)
    value = plain_turn(text, said)
    name = "" if value is None else _meant(observer, clues, tool)
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    if name and not _is_yes_no(
        observer, name
    ):  # "kalau pernah?" after "tidak pernah dihukum": how severely is to be asked
        return (Fact(name, None, 0, 0, ""),) if value and known.get(name) == _NONE else ()
    if not name or known.get(name) is value:
        return ()
    return (Fact(name, value, 0, len(clues.whole.raw), clues.whole.raw),)


def _told_alike(observer: Observer, clues: Clues, tool: str) -> Fact | None:
    """ "What if the schedule didn't allow it?" after "my classes allow it": the fact told in most of these words, turned."""
    words = load_polarity()
    plain = {word.text for word in clues.text.words if not word.is_mark}
    rest = {*telling(plain)} - words.yes - words.no - load_follow_ups().affirming
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    for fact in _told_before(observer, clues, tool):
        shared = rest & {*telling(_words(observer, fact))}
        if len(shared) >= _ALIKE and len(rest - shared) <= 1 and _is_yes_no(observer, fact.field):
            value = not fact.value
            denies = not words.no.isdisjoint(plain) and known.get(fact.field) is not value
            return Fact(fact.field, value, 0, len(clues.whole.raw), clues.whole.raw) if denies else None
    return None


def _tells(observer: Observer, clues: Clues, tool: str) -> bool:
    return any(fact.field in observer.inputs[tool] for fact in observer.facts_for(clues, tool).facts)


def _meant(observer: Observer, clues: Clues, tool: str) -> str:
    """What was asked for first, where it is such a fact and the message takes up no word told of another; else the last."""
    asked = next(iter(clues.conversation.asked), "")
    told = next(iter(_told_before(observer, clues, tool)), None)
    if told is not None and {word.text for word in clues.text.words} & _words(observer, told):
        return told.field
    if asked in observer.inputs[tool] and _is_yes_no(observer, asked):
        return asked
    if told is not None:
        return told.field
    known = [name for name in clues.conversation.facts if name in observer.inputs[tool]]
    return known[-1] if known and _is_yes_no(observer, known[-1]) else ""


def _told_before(observer: Observer, clues: Clues, tool: str) -> Iterator[Fact]:
    """The yes-or-no facts told in the last messages, the last one first."""
    for message in reversed(clues.conversation.recent[-_LOOKED_BACK:]):
        told: Sequence[Fact] = observer.facts_of(message, tool)
        own = [fact for fact in told if fact.field in observer.inputs[tool]]
        yield from (fact for fact in reversed(own) if _is_yes_no(observer, fact.field) or fact.value == _NONE)


def _words(observer: Observer, fact: Fact) -> set[str]:
    """The words that told a fact, but for those that say yes or no to anything."""
    plain = {word.text for word in observer.speller.read(fact.text).words if not word.is_mark}
    return plain - (load_polarity().yes - {"pernah"}) - load_polarity().no


def _is_yes_no(observer: Observer, name: str) -> bool:
    return name in observer.fields and observer.fields[name].kind == _YES_NO
