"""False premises: a level that a position lacks, or a number claimed that the provision does not say."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.facts.alternatives import ends_in_choice
from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.signs import load_signs
from assistant.understand.language.text import Text, Word
from assistant.understand.message.split_words import load_split_words
from assistant.understand.premises.asserted import Nods, clause_of, is_aside, is_stated, load_asserted
from assistant.understand.premises.claim_asked import is_only_asked
from assistant.understand.premises.concluded import is_of_case, lets_be
from assistant.understand.premises.granted import grants_a_rule, is_granted
from assistant.understand.premises.named import misnamed
from assistant.understand.premises.stages import misordered
from assistant.understand.premises.taken import taken as stated
from assistant.understand.premises.taken import without_source
from assistant.understand.quantities.amount import Amount
from corpus.address import Address
from corpus.data import load_yaml

_SPOKEN_UNITS = {
    "jp": ("jp", "jam"),
    "nilai": ("",),
    "tahun": ("tahun",),
    "bobot": ("", "persen"),
    "ak": ("", "angka kredit"),
}
_MONTHS_PER_YEAR = 12
_UP_TO = frozenset({"sampai", "hingga"})  # "sampai pensiun 70 bulan" says what the months lead up to
_CLOSE = 5  # words between a number and what it counts
_BESIDE = 4  # words between a score and the name of what is scored
_NAMED = 3  # words from "hasil kerja minimal" to a time of which it holds
_NOD = 3  # words of a clause that may say of the one before it that it is claimed
_NEAR = 7  # words between a claimed amount and the word that claims it, in the person's own case


@dataclass(frozen=True)
class Correction:
    """What is really so, in plain words, and where it stands."""

    text: str
    address: Address


@cache
def load_premises() -> Mapping[str, Any]:
    """The file beside this module."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).parent / "premises.yaml")
    return loaded


def find_corrections(
    text: Text, facts: Mapping[str, Any], amounts: Sequence[Amount], *, own_case: bool = False
) -> Iterator[Correction]:
    """Every premise of a message that the texts contradict; `facts` are those it tells or rests on.

    In the person's own case a number is what happened, not what a rule is said to be, unless the wording says so.
    """
    table = load_premises()
    open_ = text.has(*table["whether_level"]) and not has_marker(text)
    for level in () if open_ else table["levels"]:
        asked = {facts.get("jenjang"), facts.get("jenjang_tujuan")} & set(level.get("jenjang", ()))
        said = text.has(*level.get("words", ()))
        asked = {name for name in asked if not _is_denied(text, str(name).replace("_", " "))}
        held = facts.get("golongan") in level["golongan"] and not text.has(*table["candidates"])
        if facts.get("jabatan") == level["jabatan"] and (asked or said or held):
            yield Correction(level["correction"], Address.parse(level["place"], level["regulation"]))
    amounts = [amount for amount in amounts if text.at(amount.first - 1) not in table["naming"]]
    amounts = without_events(text, amounts)
    firm = claims_a_rule(text, own_case=True)
    for rule in misnamed(
        without_source(text), facts.get("jabatan"), claimed=firm or (grants_a_rule(text) and not own_case)
    ):
        yield Correction(rule.correction, rule.address)
    for correction, address in misordered(text, facts.get("jabatan")):
        yield Correction(correction, address)
    if own_case and firm:
        tagged = ends_in_tag(text)
        amounts = [a for a in amounts if tagged or _is_marked(text, a) or is_granted(text, a)]
    if own_case and not firm:  # of a case told, only what is said to be a rule counts
        amounts = [amount for amount in amounts if is_taken(text, amount)]
        own_case = not amounts
    ruled = [amount for amount in amounts if is_taken(text, amount)]
    claimed = claims_a_rule(text, own_case=own_case)
    if claimed and not (firm or grants_a_rule(text) or text.has(*table["reasons"])):
        amounts = [amount for amount in amounts if _is_near_a_weak_marker(text, amount)]
    surely, told = asks_reason(text) or ends_in_tag(text), tuple(stated(text))
    for claim in table["claims"]:
        taken = surely if claim.get("surely") else claimed
        meant = [amount for amount in (amounts if taken else ruled) if not _is_score(text, claim, amount)]
        yield from _contradicted(text, claim, facts.get("jabatan"), meant, claimed=taken)
        if claim["unit"] == "none" and not taken:
            for fact in told:
                yield from _contradicted(fact, claim, facts.get("jabatan"), (), claimed=True)


def find_stated(text: Text, jabatan: object, amounts: Sequence[Amount]) -> Iterator[Correction]:
    """The claims on record that a number contradicts which is stated as a rule's by its grammar alone."""
    for amount in amounts:
        clause = clause_of(text, amount.first)
        if clause is None or not is_stated(text, amount, nods()):
            continue
        about = [c for c in load_premises()["claims"] if any(clause.text.has(*group) for group in c["about"])]
        if not any(_is_right(text, claim, jabatan, amount) for claim in about):
            numbered = (c for c in about if c["unit"] != "none" and not _is_score(text, c, amount))
            yield from (
                found for claim in numbered for found in _contradicted(text, claim, jabatan, [amount], claimed=False)
            )


def _is_denied(text: Text, name: str) -> bool:
    """Whether a thing is named only to be denied: "bukan pula ahli utama"."""
    denied = [bool({*text.before(first, 3).split()} & {*load_premises()["denying"]}) for first, _ in text.find(name)]
    return bool(denied) and all(denied)


def without_events(text: Text, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts but those set aside and those of what happened: "tiga kali tidak lulus terus"; what may be or must be did not happen."""
    table = load_premises()
    found = []
    for amount in amounts:
        if is_aside(text, amount):
            continue
        clause = clause_of(text, amount.first)
        happened = clause is not None and clause.text.has(*table["happened"])
        if not happened or clause is None or clause.text.has(*table["ruling"], *table["may_be"], *table["markers"]):
            found.append(amount)
    return found


def without_passed(text: Text, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts but the times that have gone by: "sudah 4 tahun tidak naik"; what may be or must be after them is a rule's."""
    table = load_premises()
    ruling = (*table["ruling"], *table["may_be"], *table["markers"], *table["tags"])
    found = []
    for amount in amounts:
        clause = clause_of(text, amount.first)
        gone = amount.kind == "duration" and text.at(amount.first - 1) in table["passed"]
        if not gone or clause is None or clause.text.has(*ruling):
            found.append(amount)
    return found


@cache
def nods() -> Nods:
    """The words of the file that ask for a nod."""
    return Nods(tuple(load_premises()["tags"]), tuple(load_premises()["markers"]))


def _is_credit(text: Text, amount: Amount) -> bool:
    """Whether an amount is of credits, though their word does not stand right behind it: "AK lengkap 212 dari 200"."""
    own = clause_of(text, amount.first)
    before = Text(text.raw, text.words[own.first : amount.first] if own is not None else ())
    return before.has(*load_asserted()["credits"])


def _is_score(text: Text, claim: Mapping[str, Any], amount: Amount) -> bool:
    """Whether an amount is the score of one of the things that a claim names as scored ("wawancara cuma 61"), or credits."""
    before = Text(text.raw, text.words[max(0, amount.first - _BESIDE) : amount.first])
    behind = Text(text.raw, text.words[amount.last + 1 : amount.last + 1 + _BESIDE])
    scored = claim.get("scored", ())
    if claim["unit"] == "nilai" and text.at(amount.last + 1) in load_premises()["people"]:  # "tiga orang lulus"
        return True
    if scored and _is_credit(text, amount):
        return True
    return (before.has(*scored) or behind.has(*scored)) and not is_ruled(text, amount)


def _is_right(text: Text, claim: Mapping[str, Any], jabatan: object, amount: Amount) -> bool:
    """Whether a number is that of a claim's rule, or of one like it."""
    value = _value(amount, claim["unit"])
    meant = [v for v in claim["values"] if jabatan in (None, v.get("jabatan")) or "jabatan" not in v]
    here = all(text.has(*group) for group in claim["about"])
    return here and any(value == Decimal(number) for v in meant for number in v["right"])


def claims_a_rule(text: Text, *, own_case: bool) -> bool:
    """Whether a message takes a rule for granted ("kan minimal ..."); in the person's own case only by firm words."""
    table = load_premises()
    firm = has_marker(text)
    weak = _without(text, table["rated"]).has(*table["weak_markers"]) or grants_a_rule(text)
    return firm or ends_in_tag(text) or (not own_case and weak)


def _is_near_a_weak_marker(text: Text, amount: Amount) -> bool:
    """Whether a word of the amount's own sentence may claim it: "masa kerja 4 tahun. cuma bos kekurangan orang" claims nothing."""
    low, high = sentence_of(text, amount.first, amount.last)
    return Text(text.raw, text.words[low:high]).has(*load_premises()["weak_markers"])


def has_marker(text: Text) -> bool:
    """Whether a word says that something is claimed; "sudah benar belum susunannya?" asks of a case."""
    table = load_premises()
    rest = _without(text, table["of_case"])
    if rest is not text:
        return rest.has(*table["markers"])
    return text.has(*table["markers"]) or text.says(*table["markers"])


def _without(text: Text, phrases: Sequence[str]) -> Text:
    """A message without the words of some phrases; itself where it has none of them."""
    left_out = {at for said in phrases for first, last in text.find(said) for at in range(first, last + 1)}
    if not left_out:
        return text
    return Text(text.raw, tuple(word for at, word in enumerate(text.words) if at not in left_out))


def _is_marked(text: Text, amount: Amount) -> bool:
    """Whether an amount stands near the word by which something is claimed: "katanya minimal 20"."""
    low, high = sentence_of(text, amount.first, amount.last)
    own = clause_of(text, amount.first)
    following = clause_of(text, own.last + 2) if own is not None else None
    if own is not None:  # "AK saya 212, eh katanya formasi tidak ada" claims what stands behind it
        end = following.last if following is not None and following.text.length <= _NOD else own.last
        high = min(high, end + 1)
    near = Text(text.raw, text.words[max(low, amount.first - _NEAR) : min(high, amount.last + _NEAR + 1)])
    return near.has(*load_premises()["markers"])


def is_claimed(text: Text, amount: Amount) -> bool:
    """Whether an amount is said to be a rule's: taken for one, behind "katanya" in its clause, or before a last "ya?"."""
    markers = frozenset(load_premises()["markers"])
    before = itertools.takewhile(lambda word: not word.is_mark, reversed(text.words[: amount.first]))
    return is_taken(text, amount) or ends_in_tag(text) or any(word.text in markers for word in before)


def is_ruled(text: Text, amount: Amount) -> bool:
    """Whether an amount is said to be what a rule asks for: "cukup 1 tahun"."""
    ruling = frozenset(load_premises()["ruling"])
    if text.at(amount.last + 1) in load_premises()["anew"] or (amount.back and _is_named(text, amount)):
        return False
    near = itertools.takewhile(
        lambda word: not word.is_mark, reversed(text.words[max(0, amount.first - 2) : amount.first])
    )
    return any(word.text in ruling - _UP_TO for word in near) or text.at(amount.first - 1) in ruling


def _is_named(text: Text, amount: Amount) -> bool:
    """Whether the ruling word before an amount belongs to a name: "hasil kerja minimal terpenuhi 2 tahun terakhir"."""
    places = (place for name in load_premises()["ruling_names"] for place in text.find(name))
    return any(first < amount.first and amount.first - last <= _NAMED for first, last in places)


def is_taken(text: Text, amount: Amount) -> bool:
    """Whether an amount is taken to be a rule's, in so many words or by grammar: "yang 4 semester itu"."""
    return is_ruled(text, amount) or is_granted(text, amount)


def asks_reason(text: Text) -> bool:
    """Whether a message asks why a rule is as it is said to be, or whether it is so."""
    table = load_premises()
    return text.has(*table["reasons"]) or has_marker(text)


def judges(text: Text) -> bool:
    """Whether a message only asks whether what it tells of a case may be, and claims nothing."""
    return (
        text.has(*load_premises()["judged"])
        and text.has(*load_signs()["may"])
        and not claims_a_rule(text, own_case=True)
    )


def ends_in_tag(text: Text) -> bool:
    """Whether a message states something and only asks for a nod: "ikatan dinas 3 kali masa studi ya?"."""
    words = [word.text for word in text.words if not word.is_mark]
    table = load_premises()
    tagged = any(f" {text.bare}".endswith(f" {tag}") for tag in table["tags"])
    if " ".join(words).endswith(tuple(f" {said}" for said in table["of_case"])):
        return False  # "komposisinya benar?" asks of a case
    left_open = tuple(f" {word} {tag}" for word in table["open"] for tag in table["tags"])
    if words[-1:] != ["tidak"] and " ".join(words).endswith(left_open):
        return False  # "lulus tidak ya" asks
    return tagged and not ends_in_choice(text) and not load_split_words().asking.intersection(words)


def _contradicted(
    text: Text, claim: Mapping[str, Any], jabatan: object, amounts: Sequence[Amount], *, claimed: bool
) -> Iterator[Correction]:
    if not all(text.has(*group) for group in claim["about"]) or text.has(*claim.get("unless", ())):
        return
    claimed = claimed and not is_only_asked(text, claim["about"], nods(), load_premises()["positions"])
    claimed = claimed or text.has(*claim.get("firmly", ()))
    if claim["unit"] == "none" and claimed and text.words[0].text not in load_split_words().asking:
        yield from map(_correction, [v for v in claim["values"] if jabatan in (None, v.get("jabatan", jabatan))][:1])
        return
    if claim.get("near"):
        amounts = [amount for amount in amounts if _is_near(text, amount, claim)]
    said = {value for amount in amounts if (value := _value(amount, claim["unit"])) is not None}
    meant = [v for v in claim["values"] if jabatan in (None, v.get("jabatan")) or "jabatan" not in v]
    right = {Decimal(number) for value in meant for number in value["right"]}
    if claim.get("bound") == "most" and right:
        said = {value for value in said if value > max(right)}
    if right and meant:
        case = {_value(amount, claim["unit"]) for amount in amounts if is_of_case(text, amount, nods())}
        said = {v for v in said if v not in case or not lets_be(meant[0]["correction"], frozenset(right), v)}
    if said and meant and not said & right:
        yield from map(_correction, meant[:1])


def _is_near(text: Text, amount: Amount, claim: Mapping[str, Any]) -> bool:
    """Whether an amount stands close to what is spoken of, with no mark and no end of a line between."""

    within = claim.get("within", _CLOSE)

    def reached(places: Iterable[int]) -> Iterator[Word]:
        for at in places:
            if text.words[at].is_mark or text.parts_lines(min(at, amount.first), max(at, amount.last)):
                return
            yield text.words[at]

    before = [*reached(range(amount.first - 1, max(-1, amount.first - 1 - within), -1))]
    behind = reached(range(amount.last + 1, min(len(text.words), amount.last + 1 + within)))
    here = Text(text.raw, (*reversed(before), *text.words[amount.first : amount.last + 1], *behind))
    return all(here.has(*group) for group in claim["about"])


def _correction(value: Mapping[str, Any]) -> Correction:
    sentence = value["correction"][0].upper() + value["correction"][1:] + "."
    return Correction(sentence, Address.parse(value["place"], value["regulation"]))


def _value(amount: Amount, unit: str) -> Decimal | None:
    """The amount in the claim's unit, None when it is said in another."""
    if amount.kind == "duration":
        years = Decimal(amount.value) / _MONTHS_PER_YEAR
        return years if unit == "tahun" and not amount.rough else None
    if amount.kind != "number" or amount.is_year or amount.unit not in _SPOKEN_UNITS.get(unit, (unit,)):
        return None
    return Decimal(amount.value)
