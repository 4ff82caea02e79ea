"""What somebody is to become, where it is known what he is: "pulang jadi administrator" after "atase perdagangan"."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.reading import Fact
from assistant.understand.clues import Clues
from assistant.understand.following.followups import corrects, load_follow_ups

_AIMS = {"jabatan_sekarang": "jabatan_tujuan", "jenjang": "jenjang_tujuan"}


def aimed(clues: Clues, told: Sequence[Fact], inputs: Collection[str]) -> tuple[Fact, ...]:
    """The facts, a post or level that differs from the known one taken for the one aimed at where its word says so."""
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    fields = {fact.field for fact in told}
    return tuple(
        replace(fact, field=_AIMS[fact.field])
        if fact.field in _AIMS
        and _AIMS[fact.field] in inputs
        and _AIMS[fact.field] not in fields
        and known.get(fact.field) not in (None, fact.value)
        and _is_to_become(clues, fact)
        else fact
        for fact in told
    )


def _is_to_become(clues: Clues, fact: Fact) -> bool:
    text = clues.whole
    places = text.places(fact.start, fact.end)
    return bool(places) and text.at(places[0] - 1) in load_follow_ups().becoming and not corrects(text)
