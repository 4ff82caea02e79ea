"""When what a message takes for granted is right by a provision, or spoken of others than the provision is."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import states
from assistant.understand.premises.doers import doers
from assistant.understand.premises.figures import telling
from assistant.understand.premises.premises import nods
from assistant.understand.premises.statutes import Statutes
from assistant.understand.premises.told_numbers import load_told_numbers, numbers_in
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.amounts import read_amounts
from corpus.address import Address
from corpus.data import load_yaml

_DUTY, _CASE = 0.8, 0.4  # of the weight of a clause, and of the whole message: what a provision that affirms it has
_MOST_NUMBERS = 2  # of a correction that says one thing
_ANY_DAY = date(2026, 1, 1)  # a rule's numbers hang on no day


@cache
def load_affirmed() -> dict[str, Any]:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return raw


def is_of_others(said: Text, provision: Text) -> bool:
    """Whether a provision names only others than a message does: PPPK, where PNS are spoken of."""
    for group in load_affirmed()["groups"]:
        named = {at for at, words in enumerate(group) if said.has(*words)}
        meant = {at for at, words in enumerate(group) if provision.has(*words)}
        if named and meant and not named & meant:
            return True
    return False


def is_affirmed(clauses: Iterable[Text], statutes: Statutes, scope: Collection[str]) -> bool:
    """Whether a clause says who does a thing just as a provision about it does."""
    return any(statutes.agrees(said, doer, scope) for said in clauses for doer in doers(said))


def is_duty(whole: Text, clauses: Iterable[Text], statutes: Statutes, place: Address) -> bool:
    """Whether a clause calls a duty what a provision of the same Pasal makes one, in the case that the message tells."""
    table = load_affirmed()
    said = [one for one in clauses if one.has(*table["duties"]) and not one.has(*table["widening"])]
    rules = [rule for rule in statutes.beside(place) if said and rule.text.has(*table["duties"])]
    case, *duties = (statutes.known(telling(one) - {*table["duties"], *table["idle"]}) for one in (whole, *said))
    near = [rule for rule in rules if statutes.share(case, rule.words) >= _CASE]
    return any(statutes.share(duty, rule.words) >= _DUTY for duty in duties for rule in near)


def says_the_number(text: Text, amounts: Sequence[Amount], correction: Text) -> bool:
    """Whether a message itself says the number that a correction sets: "90% sudah cukup, sisa 10% dikejar" where 90% is set."""
    right = [
        one
        for one in numbers_in(correction, read_amounts(correction, _ANY_DAY))
        if not isinstance(one.number, str) and correction.words[one.first].text[0].isdigit()  # "not all" sets none
    ]
    if not right or len({one.number for one in right}) > _MOST_NUMBERS or _turns(text, correction):
        return False
    first = min(right, key=lambda one: one.first)
    stated = (one for one in numbers_in(text, amounts) if states(text, one.first, one.last, nods()))
    return any(one.number == first.number and one.kinds & first.kinds for one in stated)


def _turns(text: Text, correction: Text) -> bool:
    """Whether a message makes a least of what a correction makes a most, or the other way round."""
    least, most = (load_told_numbers().bounds[name] for name in ("least", "most"))
    return (text.has(*most) and correction.has(*least)) or (text.has(*least) and correction.has(*most))
