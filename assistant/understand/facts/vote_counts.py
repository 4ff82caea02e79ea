"""Numbers of votes told before the word for them: "hadir 7, 5 setuju 2 menolak"."""

import itertools
from collections.abc import Iterator, Sequence

from assistant.understand.facts.claims import Claim
from assistant.understand.facts.seen import Seen
from assistant.understand.facts.shares import table
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.quantities.values import Value

_STRONG = 20.0
_PERSONS = "orang"
_SMALL = frozenset({",", "dan", "sama", "and", "but", "tapi", "lalu", "sedangkan", "yang", ";", "terus", "while"})


def with_votes_before(seen: Seen, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, both numbers of votes given to the words right behind them and to nothing else."""
    fields = table()["votes"]["facts"]
    if not seen.context.preferred.issuperset(fields):
        return [*claims]
    cues = [cue for cue in seen.cues if cue.payload in fields]
    for one, other in itertools.combinations(cues, 2):
        told = [*_told(seen, one, other)] if one.payload != other.payload else []
        if told:
            values = [claim.value for claim in told]
            return [*(c for c in claims if c.field not in fields and c.value not in values), *told]
    return [*claims]


def _told(seen: Seen, one: PhraseHit[str], other: PhraseHit[str]) -> Iterator[Claim]:
    """The two claims to numbers right before these words of a vote, where no number follows the second."""
    first, second = _value_before(seen, one), _value_before(seen, other)
    behind = other.last + 1
    follows = any(value.first == behind and value.bare for value in seen.values)
    if first is None or second is None or first == second or follows or one.last >= second.first:
        return
    if all(seen.text.at(at) in _SMALL for at in range(one.last + 1, second.first)):
        yield from (Claim(_STRONG, cue.payload, v, cued=True) for cue, v in ((one, first), (other, second)))


def _value_before(seen: Seen, cue: PhraseHit[str]) -> Value | None:
    """The number right before a cue, but for "orang"."""
    at = cue.first - 1
    at -= seen.text.at(at) == _PERSONS and not any(value.last == at for value in seen.values)
    return next((v for v in seen.values if v.last == at and v.bare and cue.payload in v.fits), None)
