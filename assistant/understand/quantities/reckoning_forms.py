"""The forms of words in which two amounts are told together, read from `reckoned.yaml`."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text, overlaps
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.taking import Taking
from corpus.data import load_yaml

_BEHIND = 6  # words behind an amount that tell of it
_EARLIER = 6  # words before an amount that tell when it was so
_ENDS = frozenset(".?!;,:")


@cache
def load_forms() -> Mapping[str, Any]:
    """The words of the file beside this module."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).parent / "reckoned.yaml")
    return loaded


def is_for(text: Text, one: Amount, other: Amount, form: Mapping[str, Any], taking: Taking) -> bool:
    """Whether a form holds for what the calculator takes; an amount that is named as another fact stands alone."""
    if "only" in form and not taking.takes(form["only"]):
        return False
    if (form.get("alone") and taking.has_addition) or (form.get("unpaired") and taking.has_pair):
        return False
    if form.get("then") and not _has_changed(text, one, other):
        return False
    if form.get("narrowed"):  # of a part: "diminta 25, disetor 24, yang sah 19", and not "diminta 25, yang sah 19"
        return not taking.has_pair or taking.is_full
    if form["give"] not in ("more", "less") or "only" in form:
        return True
    own = taking.own(one, other)
    if form.get("refused"):  # of a part so much does not count: "disyaratkan 12, ada 9 tapi 2 ditolak"
        return own <= taking.parts and (not taking.has_pair or taking.is_full)
    return not own


def is_told(
    text: Text, one: Amount, other: Amount, form: Mapping[str, Any], small: Collection[str], taking: Taking
) -> bool:
    """Whether the words around two amounts are those of a form."""
    if form.get("first", one.unit) != one.unit or form.get("second", other.unit) != other.unit:
        return False
    if "lead" in form and not _leads(text, one.first, form["lead"]):
        return False
    if not _only(text, one, other, form.get("between", ()), [*small, *" ".join(form.get("led", ())).split()], taking):
        return False
    if ("led" in form and not _leads(text, other.first, form["led"])) or (
        form.get("own") and not taking.own(one, other)
    ):
        return False
    if (
        "next" in form
        and not _follows(text, other.last, form["next"])
        and not (form.get("its") and _is_its(text, other))
    ):
        return False
    if form.get("refused"):
        return _is_refused(text, other.last)
    behind = _clause_behind(text, other.last)
    return "behind" not in form or bool({*behind} & {*form["behind"]})


def _only(
    text: Text, one: Amount, other: Amount, phrases: Collection[str], small: Collection[str], taking: Taking
) -> bool:
    """Whether between two amounts stand small words alone, and one of these phrases where there are any."""
    at, found = one.last + 1, not phrases or ("" in phrases and one.last + 1 == other.first)
    longest = sorted((phrase for phrase in phrases if phrase), key=len, reverse=True)
    while at < other.first:
        said = next((p for p in longest if text.begins(at, p) and at + len(p.split()) <= other.first), "")
        known = said or text.at(at) in small or text.at(at) in load_units().by_word
        if not known and not overlaps(text.words[at].start, text.words[at].end, taking.passed):
            return False
        found, at = found or bool(said), at + (len(said.split()) or 1)
    return found


def _leads(text: Text, first: int, words: Collection[str]) -> bool:
    """Whether one of these stands before an amount, nothing between but how much it is."""
    at = first
    while text.at(at - 1) in load_forms()["as_much"]:
        at -= 1
    return any(text.before(at, word.count(" ") + 1) == word for word in words)


def _follows(text: Text, last: int, phrases: Collection[str]) -> bool:
    """Whether one of these stands right behind an amount, but for its unit."""
    at = last + 1
    while text.at(at) in load_units().by_word:
        at += 1
    return any(text.begins(at, phrase) for phrase in phrases)


def _is_its(text: Text, amount: Amount) -> bool:
    """Whether a share is told as one of what stands before it: "75 persennya"."""
    return text.raw[: amount.end].casefold().endswith("nya")


def _clause_behind(text: Text, last: int) -> list[str]:
    """The words behind an amount in its clause."""
    found: list[str] = []
    for word in text.words[last + 1 : last + 1 + _BEHIND]:
        if word.text in _ENDS or word.text[0].isdigit():
            break
        found.append(word.text)
    return found


def _is_refused(text: Text, last: int) -> bool:
    """Whether the words behind an amount tell that so much is not accepted."""
    said = _clause_behind(text, last)
    if {*said} & {*load_forms()["refused"]}:
        return True
    denied = next((at for at, word in enumerate(said) if word in load_polarity().no), None)
    return denied is not None and any(word in load_forms()["accepted"] for word in said[denied + 1 :])


def _has_changed(text: Text, one: Amount, other: Amount) -> bool:
    """Whether the first of two amounts was so before the second came to it."""
    before, between = text.said[max(0, one.first - _EARLIER) : one.first], text.said[one.last + 1 : other.first]
    told = {*before} & {*load_forms()["before"]} or {*between} & {*load_forms()["now"]}
    return bool(told or {*_clause_behind(text, other.last)} & {*load_forms()["lately"]})
