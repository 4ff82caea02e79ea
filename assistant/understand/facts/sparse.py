"""Stories that tell little of a case in many words, in which what is only likely to be a fact is mostly none."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.understand.facts.claims import Claim
from assistant.understand.facts.seen import Seen
from assistant.understand.following.followups import content
from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.stems import bare, roots
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field, fields
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

_WORDS_A_FACT = 7  # up to which a message is dense
_SHORTEST = 14  # words of a story
_LEAST = 0.66  # chance from which likeness alone tells a fact in a story
_ENDS = frozenset(".?!;,\n")  # of a clause


def is_sparse(text: Text, told: int) -> bool:
    """Whether a message has many words for the facts told in it."""
    return text.length >= max(_SHORTEST, _WORDS_A_FACT * (1 + told) + 1)


def is_too_unsure(text: Text, told: int, chance: float) -> bool:
    """Whether a fact that no word of its own tells is too unsure to be one in a story."""
    return chance < _LEAST and is_sparse(text, told)


def without_strangers(seen: Seen, settle: Callable[[Seen], list[Claim]]) -> list[Claim]:
    """The claims without those to an amount of a story that no cue tells, in a clause about something else.

    A fact so left free may be another amount: "tetangga bilang boleh 2, punya kami cuma 1".
    """
    claims = settle(seen)
    if not (strange := _strange(seen, claims)):
        return claims
    known = replace(seen, values=[value for value in seen.values if value not in strange])
    again = settle(known)
    strange = _strange(known, again)
    return [claim for claim in again if claim.value not in strange]


def _strange(seen: Seen, claims: Sequence[Claim]) -> list[Value]:
    """The amounts that are of something else."""
    if seen.context.asked or not is_sparse(seen.text, sum(claim.cued for claim in claims)):
        return []
    return [claim.value for claim in claims if _is_among_strangers(seen, claim)]


def _is_among_strangers(seen: Seen, claim: Claim) -> bool:
    """Whether the clause of an uncued amount has words, and none that is said of any fact calculated with."""
    value = claim.value
    if claim.cued or not value.bare or value.day or value.reckoned or _is_asked_about(seen, value):
        return False
    low, high = sentence_of(seen.text, value.first, value.last, _ENDS)
    clause = Text(seen.text.raw, seen.text.words[low:high])
    said = [word for word in content(clause, [(value.start, value.end)]) if word not in _plain()]
    known = _words_of(frozenset(seen.context.named & fields().keys()))
    return bool(said) and not any({word, bare(word), *roots(word)} & known for word in said)


def _is_asked_about(seen: Seen, value: Value) -> bool:
    """Whether what is asked points back to this amount: "kabag bilang 14 bulan, emang boleh segitu?"."""
    behind = [other.first for other in seen.values if other.bare and other.first > value.last]
    until = min(behind, default=len(seen.text.words))
    return Text(seen.text.raw, seen.text.words[value.last + 1 : until]).has(*_table()["pointing"])


@cache
def _plain() -> frozenset[str]:
    return frozenset(_table()["plain"])


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    loaded: Mapping[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in loaded.items()}


@cache
def _words_of(names: Collection[str]) -> frozenset[str]:
    """Every word in which these facts are told."""
    known: Mapping[str, Field] = fields()
    said = [phrase for name in names for phrase in _phrases(known[name])]
    words = {word for phrase in said for word in phrase.split()}
    return frozenset(words | {root for word in words for root in roots(word)})


def _phrases(field: Field) -> list[str]:
    choices = [phrase for words in field.choices.values() for phrase in words]
    return [*field.cues, *field.yes, *field.no, *choices, field.words.label.casefold()]
