"""One's own number beside a rule's: of "wajib 20 JP setahun, saya baru 16" the 16 is told of oneself, and the 20 of nobody."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.facts.claims import Claim
from assistant.understand.facts.seen import Seen, worth_of_cues
from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import Clause, clause_of
from assistant.understand.quantities.values import Value
from corpus.data import load_yaml

_TIME = "lama"
LONGEST = 2  # words of a phrase that tells that a number is had, or a rule's
_WORTH = 1.0  # of a claim to one's own number
_FAR_OFF = 10  # times by which one's own number may differ from the rule's


def beside_rules(seen: Seen, claims: Sequence[Claim], hidden: Sequence[Value] = ()) -> list[Claim]:
    """The claims, a fact told by a rule's number moved on to one's own number, which nothing else names.

    `hidden` are the numbers that are passed over, of which some are rules' as well.
    """
    found = list(claims)
    for rule in ruled_values(seen, hidden):
        first = next((claim for claim in found if claim.value == rule), None)
        fact = _fact_of(rule, first, seen)
        told = next((claim for claim in found if claim.field == fact), None)
        if told and told is not first:  # one's own is told already, but no 45 years where a rule asks for two
            found = [c for c in found if c is not first or c.cued or is_ruled(seen.text, told.value)]
            far = is_strict(seen.text, rule.first) and not _is_near(told.value.fits[fact], rule.fits.get(fact))
            found = [claim for claim in found if claim is not told or not far]
            continue
        alike = [name for name in (fact, table()["alike"].get(fact, "")) if name]
        own = next(filter(None, (_own_beside(rule, name, found, seen) for name in alike)), None)
        if own is None:
            continue
        held = next((claim for claim in found if claim.value == own.value), None)
        kept = [claim for claim in found if claim.value not in (rule, own.value) and claim.field not in alike]
        found = [*kept, held if held and held.field in alike else own]
    return sorted((claim for claim in found if not _is_nobodys(claim, seen)), key=lambda claim: claim.value.start)


def _is_nobodys(claim: Claim, seen: Seen) -> bool:
    """Whether nothing but being left over speaks for a fact that takes a rule's time: "batasnya 6 bulan sebelum pensiun"."""
    if claim.cued or claim.field in seen.context.asked or seen.fields[claim.field].kind != _TIME:
        return False
    return is_ruled(seen.text, claim.value) and not _is_asked_of_somebody(seen.text, claim.value)


def _is_asked_of_somebody(text: Text, value: Value) -> bool:
    """Whether all that could make a time a rule's is what somebody else wants: "diminta 14 bulan", "he wants 14 months"."""
    clause = clause_of(text, value.first)
    rules = [word for word in table()["ruling"] if word not in table()["wanting"]]
    return clause is not None and not clause.text.has(*rules) and clause.text.has(*table()["wanting"])


def is_strict(text: Text, first: int) -> bool:
    """Whether a least or a most leads to a number in a clause that tells of nobody: "maksimal 4 kali setahun"."""
    clause = clause_of(text, first)
    strong = is_led(text, _lead(text, first) + 1, table()["strong"])
    return strong and clause is not None and not is_owned(clause)


def strict_values(seen: Seen) -> list[Value]:
    """The numbers of a strict least or most, where no fact of what is required is named and none was asked for."""
    strict = [v for v in seen.values if is_ruled(seen.text, v) and is_strict(seen.text, v.first)]
    kept = {*table()["requirements"]} & {*seen.context.preferred}
    named = [clause_of(seen.text, cue.first) for cue in seen.cues if cue.payload in kept]
    asked = {*seen.context.asked}
    return [v for v in strict if not asked & v.fits.keys() and clause_of(seen.text, v.first) not in named]


def ruled_values(seen: Seen, hidden: Sequence[Value] = ()) -> list[Value]:
    """The numbers of a message that are told as a rule's."""
    return [value for value in (*seen.values, *hidden) if is_ruled(seen.text, value)]


def is_ruled(text: Text, value: Value) -> bool:
    """Whether a number is told as a rule's: a word of its clause says so, and none right before it that it is had."""
    clause = clause_of(text, value.first) if value.bare and not value.day else None
    if clause is None:
        return False
    if clause.asked and is_owned(clause):  # "is my 16 capped?"
        return False
    lets = clause.text.has(*table()["may"]) and not clause.asked
    lets = (lets or _is_nodded_to(text, value)) and not is_owned(clause)
    return (clause.text.has(*table()["ruling"]) or lets) and not is_had(text, value)


def _is_nodded_to(text: Text, value: Value) -> bool:
    """Whether a nod is asked for between the marks around a number: "pengalamannya 2 tahun dan dihitung kumulatif kan"."""
    low = next((at + 1 for at in range(value.first - 1, -1, -1) if text.words[at].is_mark), 0)
    high = next((at for at in range(value.last + 1, len(text.words)) if text.words[at].is_mark), len(text.words))
    return Text(text.raw, text.words[low:high]).has(*table()["nods"])


def is_had(text: Text, value: Value) -> bool:
    """Whether a word right before a number tells that it is had: "sudah 12", but not "harus punya 12"."""
    at = _lead(text, value.first)
    had = any(text.before(at + 1, length) in table()["had"] for length in range(1, LONGEST + 1))
    return had and not is_led(text, at, table()["ruling"])


def _lead(text: Text, first: int) -> int:
    """The place of the word that leads to a number, small words passed over."""
    at = first - 1
    while text.at(at) in table()["between"] and text.at(at - 1) in (*table()["had"], *table()["between"]):
        at -= 1
    return at


def is_led(text: Text, at: int, words: Sequence[str]) -> bool:
    return any(text.before(at, length) in words for length in range(1, LONGEST + 1))


def _fact_of(rule: Value, first: Claim | None, seen: Seen) -> str:
    """The fact that a rule's number is told of: the one that claims it, or that is named beside it; "" where none is."""
    base = table()["requirements"].get(first.field) if first else None
    if first and base is None and first.cued:
        return first.field
    names = (rule.fits.keys() & seen.context.preferred) - {base, *table()["requirements"]}
    worth = {name: worth_of_cues(rule, name, seen) for name in sorted(names)}
    best = max(worth, key=lambda name: worth[name], default="")
    if best and worth[best] > 0:
        return best
    return first.field if first and base is None else ""


def _own_beside(rule: Value, fact: str, claims: Sequence[Claim], seen: Seen) -> Claim | None:
    """A fact's claim to the number of another clause that is somebody's own and could be a fact, the nearest one behind the rule's first."""
    here = clause_of(seen.text, rule.first)
    fitting = [v for v in seen.values if fact in v.fits and v.bare and not v.day and v != rule]
    own = [v for v in fitting if _may_stand(v, rule, fact, here, claims, seen)]
    best = min(own, key=lambda v: (v.first < rule.first, abs(v.first - rule.first)), default=None)
    return Claim(_WORTH, fact, best, cued=True) if best else None


def _may_stand(value: Value, rule: Value, fact: str, here: Clause | None, claims: Sequence[Claim], seen: Seen) -> bool:
    clause = clause_of(seen.text, value.first)
    if clause is None or here is None or is_ruled(seen.text, value):
        return False
    told = is_had(seen.text, value) and is_strict(seen.text, rule.first)  # "dari minimal 5 yang hadir cuma 4"
    if clause.first == here.first and not told:
        return False
    if not (is_owned(clause) or is_had(seen.text, value) or _is_own_total(seen.text, value)) or not _is_near(
        value.fits[fact], rule.fits.get(fact)
    ):
        return False
    held = next((claim.field for claim in claims if claim.value == value), "")
    return held != fact and (not held or not _is_named(held, clause, seen) or table()["alike"].get(fact) == held)


def _is_own_total(text: Text, value: Value) -> bool:
    """Whether a number is what the parts of a sentence of somebody's own come to: "punyaku 14 dan 11 bulan, total 25"."""
    low, high = sentence_of(text, value.first, value.last)
    return text.at(value.first - 1) in table()["totals"] and is_owned(
        Clause(Text(text.raw, text.words[low:high]), low, high - 1, False)
    )


def is_owned(clause: Clause) -> bool:
    return clause.text.has(*table()["own"])


def _is_near(own: Any, ruled: Any) -> bool:
    """Whether one's own number is of the size of the rule's: nobody of 45 years answers a rule of two."""
    if not own or not ruled:
        return True
    return bool(ruled <= own * _FAR_OFF and own <= ruled * _FAR_OFF)


def _is_named(field: str, clause: Clause, seen: Seen) -> bool:
    """Whether a clause names a fact by more than words that any number is had with."""
    small = {*table()["had"], *table()["own"], *table()["between"]}
    inside = (cue for cue in seen.cues if clause.first <= cue.first and cue.last <= clause.last)
    return any(cue.payload == field and not small.issuperset(cue.phrase) for cue in inside)


@cache
def table() -> Mapping[str, Any]:
    """The words of `ruled.yaml`."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
