"""What the texts hold of a message that is declined: "mau magang 2 bulan, boleh tidak, gajinya bagaimana?"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.reading import Part
from assistant.understand.intent.domain import Domain
from assistant.understand.language.text import Text
from assistant.understand.message.split import asks
from assistant.understand.premises.asserted import clauses
from corpus.data import load_yaml

_FOREIGN = "not_in_corpus"
_LOST = 0.1  # confidence of a look-up below which it was found for a question that says nothing by itself


def is_only_foreign(parts: Sequence[Part]) -> bool:
    """Whether a message is declined as foreign, and nothing else of it is answered but what says nothing by itself."""
    refused = [part for part in parts if part.beyond == _FOREIGN and part.ruled is None]
    return bool(refused) and all(part in refused or _is_lost(part) for part in parts)


def is_treated(whole: Text, domain: Domain) -> bool:
    """Whether a message tells of a thing of the texts, and asks something beside what none of them holds."""
    things = _table()["things"]
    if not whole.has(*things):
        return False
    if not domain.outside_topic(whole):
        return True
    ours = [clause for clause in clauses(whole) if not domain.outside_topic(clause.text)]
    told = any(clause.text.has(*things) for clause in ours)
    return told and any(clause.asked or asks(clause.text) for clause in ours)


def is_of_a_thing(text: Text) -> bool:
    """Whether words tell of a thing of the texts."""
    return text.has(*_table()["things"])


def is_of_ours(whole: Text) -> bool:
    """Whether a message tells of a thing of the texts and of those whose matter it is: "pns magang di pabrik boleh?"."""
    return whole.has(*_table()["things"]) and whole.has(*_table()["people"])


def tells_of_a_thing(whole: Text, domain: Domain) -> bool:
    """Whether a message tells of a thing of the texts and of nothing that none of them holds: "jadi mentor anak magang"."""
    return whole.has(*_table()["things"]) and not domain.outside_topic(whole)


def with_what_is_held(parts: Sequence[Part], held: Part) -> list[Part]:
    """The message as one question, declined with a look-up of what the texts hold of it."""
    foreign = next(part for part in parts if part.beyond == _FOREIGN)
    return [replace(foreign, text=held.text, ruled=held)]


def _is_lost(part: Part) -> bool:
    return part.kind == "clause" and part.confidence < _LOST and not (part.provisions or part.unresolved)


@cache
def _table() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
