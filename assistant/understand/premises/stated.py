"""What a message states to be a rule's number, held against the legal values that the calculators use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from assistant.calculators.law import values_of
from assistant.calculators.values import Value
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import Clause, clause_of, is_lawful, states
from assistant.understand.premises.grounds import subject_before
from assistant.understand.premises.named import forms
from assistant.understand.premises.premises import Correction, nods
from assistant.understand.premises.told_numbers import (
    UNLIMITED,
    Told,
    kind_of,
    load_told_numbers,
    months_in,
    numbers_in,
    value_in_kind,
)
from assistant.understand.quantities.amount import Amount
from corpus.address import Address
from corpus.data import load_yaml

_MOST_SAID = 3  # values of a table that one correction names
_MEASURE = "persen"  # a number said in this measure is a share, no score beside the thing scored
_LEVEL = "ahli_"
_ODD = "ganjil"
_TO = ("ke", "to", "menuju", "jadi", "menjadi")
_BEFORE_A_LEVEL = ("to", "ke", "negosiator", "pengawas", "jenjang")


@dataclass(frozen=True)
class Rule:
    """A rule by what people call it, with its values: the number each sets, and the words that pick it."""

    name: str
    about: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...]
    plainly: bool
    towards: bool
    whose: bool
    kind: str
    only: str
    like: tuple[str, ...]
    apart: tuple[str, ...]
    keys: Mapping[str, tuple[str, ...]]
    beside: tuple[str, ...]
    values: tuple[tuple[Value, Decimal | str], ...]

    def fits(self, text: Text, clause: Text) -> int:
        """How much a message is about this rule: 0 where it is not."""
        if not all(text.has(*group) for group in self.about) or text.has(*self.unless):
            return 0
        here = sum(clause.has(*group) for group in self.about) or int(self.kind == "usia")  # an age tells its own rule
        return len(self.about) + here if here else 0

    def meant(self, text: Text, jabatan: object, place: int) -> tuple[tuple[Value, Decimal | str], ...]:
        """The values that the position and the words nearest to a place pick; all of them where they pick none."""
        found = [v for v in self.values if jabatan is None or not _position(v[0]) or _position(v[0]) == jabatan]
        for words in self._picking(text):
            said = _nearest(text, words, place)
            if picked := [v for v in found if said.intersection(v[0].key.split())]:
                found = picked
        return tuple(found)

    def _picking(self, text: Text) -> Iterator[Mapping[str, tuple[str, ...]]]:
        levels = {part for value, _ in self.values for part in value.key.split() if part.startswith(_LEVEL)}
        if self.towards:  # "negosiator madya naik ke utama" picks what the rise to utama needs
            yield {
                level: tuple(f"{to} {name}" for to in _TO for name in (level[5:], f"ahli {level[5:]}"))
                for level in levels
            }
            if text.has(
                *(f"{to} {name}" for to in _TO for level in levels for name in (level[5:], f"ahli {level[5:]}"))
            ):
                return
        yield {
            level: (level.replace("_", " "), *(f"{word} {level[5:]}" for word in _BEFORE_A_LEVEL)) for level in levels
        }
        yield self.keys


@cache
def load_stated() -> tuple[Rule, ...]:
    """The rules of the file beside this module."""
    raw: dict[str, dict[str, Any]] = load_yaml(Path(__file__).parent / "stated.yaml")
    return tuple(_rule(name, entry) for name, entry in raw.items())


def misstated(
    text: Text, amounts: Sequence[Amount], jabatan: object, whole: Text | None = None
) -> Iterator[Correction]:
    """What is really so where a message states a rule's number and one rule is plainly meant that sets no such number.

    The subject of a number that is plainly a rule's may stand in another sentence of the `whole` message.
    """
    for told in (*numbers_in(text, amounts), *months_in(text)):
        clause = clause_of(text, told.first)
        how = states(text, told.first, told.last, nods())
        if clause is None or not how:
            continue
        here = text if is_lawful(clause) else clause.text  # the subject of what is lawful stands before it
        fitting = _fitting(text, here, told, clause, jabatan)
        if not fitting and how != "plain" and (subject := subject_before(text, clause, told.first, told.last)):
            fitting = _fitting(text, subject, told, clause, jabatan)
        if not fitting and how != "plain" and whole is not None:
            fitting = _fitting(text, here, told, clause, jabatan, whole)
        apart = [(score, rule) for score, rule in fitting if _is_apart(rule, text, clause, told, amounts)]
        fitting = [(score, replace(rule, like=())) for score, rule in apart] or fitting
        if not fitting or any(_holds(rule, text, jabatan, told) for _, rule in fitting):
            continue
        rule = max(fitting, key=lambda each: each[0])[1]
        if how != "plain" or rule.plainly:
            yield from _corrections(rule, text, jabatan, told, how)


def rightly_stated(text: Text, amounts: Sequence[Amount], jabatan: object) -> Iterator[Address]:
    """Where the rules stand whose own numbers a message says."""
    for told in (*numbers_in(text, amounts), *months_in(text)):
        if (clause := clause_of(text, told.first)) is None:
            continue
        for _, rule in _fitting(text, clause.text, told, clause, jabatan):
            meant = rule.meant(text, jabatan, told.first)
            yield from (v.address for v, number in meant if v.address and told.is_(rule.kind, number))


def _fitting(
    text: Text, here: Text, told: Told, clause: Clause, jabatan: object, whole: Text | None = None
) -> list[tuple[int, Rule]]:
    """The rules that a number may be told of by the words `here`, each with how much it is meant."""
    found = [(rule.fits(whole or text, here), rule) for rule in load_stated() if rule.kind in told.kinds]
    return [
        (score, rule)
        for score, rule in found
        if score and rule.meant(text, jabatan, told.first) and not _is_key(rule, told, text)
        if not rule.beside or _MEASURE in told.kinds or clause.text.has(*rule.beside)
    ]


def _corrections(rule: Rule, text: Text, jabatan: object, told: Told, how: str) -> Iterator[Correction]:
    meant = rule.meant(text, jabatan, told.first)
    if told.number == UNLIMITED and not all(_bounds(value, "most") for value, _ in meant):
        return
    if how != "firm" and any(_allows(value, number, told) for value, number in meant):
        return
    different = {number: value for value, number in reversed(meant)}
    if len(different) > _MOST_SAID:
        return
    for value in reversed(different.values()):
        yield _correction(value)


def names_the_subject(text: Text, name: str) -> bool:
    """Whether a message names those for whom the rule of a value is made, where it is made for some alone."""
    rule = next((each for each in load_stated() if each.name == name), None)
    return rule is None or not rule.whose or text.has(*rule.about[0])


def corrections_of_values() -> tuple[Correction, ...]:
    """Everything that may be put right by a legal value."""
    return tuple(dict.fromkeys(_correction(value) for rule in load_stated() for value, _ in rule.values))


def _correction(value: Value) -> Correction:
    assert value.address is not None
    return Correction(f"Yang ditetapkan adalah “{value.quote}”.", value.address)


def _holds(rule: Rule, text: Text, jabatan: object, told: Told) -> bool:
    """Whether a rule, or one of like subject, sets the number that is told."""
    alike = [replace(rule, values=_values(name, rule.only, rule.kind)) for name in rule.like]
    numbers = [number for each in (rule, *alike) for _, number in each.meant(text, jabatan, told.first)]
    if any(told.is_(rule.kind, number) for number in numbers):
        return not any(_turned(text, told, value) for value, _ in rule.meant(text, jabatan, told.first))
    return not numbers


def _allows(value: Value, number: Decimal | str, told: Told) -> bool:
    """Whether a rule that sets a least or a most lets the told number be."""
    said = told.number
    if not isinstance(said, Decimal) or not isinstance(number, Decimal):
        return False
    if _ODD in value.quote and said % 2 == 0:  # "berjumlah ganjil paling sedikit 3 (tiga) orang"
        return False
    return (_bounds(value, "least") and said > number) or (_bounds(value, "most") and said < number)


def _bounds(value: Value, side: str) -> bool:
    """Whether the words of the law make a value a least or a most."""
    return any(phrase in value.quote.casefold() for phrase in load_told_numbers().bounds[side])


def _turned(text: Text, told: Told, value: Value) -> bool:
    """Whether a message makes a least of what a rule makes a most, or the other way round."""
    bounds = load_told_numbers().bounds
    before = f" {text.before(told.first, 2)}"
    said = [side for side in ("least", "most") if any(before.endswith(f" {phrase}") for phrase in bounds[side])]
    ruled = [side for side in ("least", "most") if _bounds(value, side)]
    return len(said) == len(ruled) == 1 and said != ruled


def _nearest(text: Text, words: Mapping[str, tuple[str, ...]], place: int) -> set[str]:
    """Of several keys those whose words stand nearest before a place, or else nearest behind it."""
    spots: dict[str, tuple[int, int]] = {}
    plain = [word.text for word in text.words if not word.is_mark]
    here = sum(not word.is_mark for word in text.words[:place])
    for key, phrases in words.items():
        for phrase in phrases:
            parts = phrase.split()
            for at in range(len(plain) - len(parts) + 1):
                if plain[at : at + len(parts)] == parts:
                    gap = here - at - len(parts) if at < here else at - here
                    spots[key] = min(spots.get(key, (99, 0)), (gap, -len(parts)))
    best = min(spots.values(), default=None)
    return {key for key, spot in spots.items() if spot == best}


def _is_apart(rule: Rule, text: Text, clause: Clause, told: Told, amounts: Sequence[Amount]) -> bool:
    """Whether the one share of a clause is told of just this rule: "penulis pembantu kan dapat 60 persen"."""
    others = [a for a in amounts if clause.first <= a.first <= clause.last and a.unit == "persen"]
    before = Text(text.raw, text.words[clause.first : told.first])
    return len(others) == 1 and before.has(*rule.apart)


def _is_key(rule: Rule, told: Told, text: Text) -> bool:
    """Whether what is told only picks one of a rule's values: the April of "periode April"."""
    said = " ".join(text.at(at) for at in range(told.first, told.last + 1))
    return any(said in phrases for phrases in rule.keys.values())


def _position(value: Value) -> str:
    first = value.key.split(" ")[0]
    return first if first in ("negosiator", "pengawas") else ""


def _values(name: str, only: str, kind: str) -> tuple[tuple[Value, Decimal | str], ...]:
    family, _, own = name.partition(".")
    entries = [v for v in values_of(family).entries if v.name == own and v.address and only in v.key]
    return tuple((value, _number(value, kind or kind_of(value))) for value in entries)


def _number(value: Value, kind: str) -> Decimal | str:
    try:
        return value_in_kind(value, Decimal(value.text), kind)
    except InvalidOperation:
        return value.text.casefold()


def _rule(name: str, entry: Mapping[str, Any]) -> Rule:
    values = _values(name, entry.get("only", ""), entry.get("unit", ""))
    if not values:
        raise ValueError(f"stated.yaml: {name!r} is no value of a calculator; write <file>.<name of the value>")
    return Rule(
        name=name,
        about=tuple(map(forms, entry["about"])),
        unless=forms(entry.get("unless", ())),
        plainly=bool(entry.get("plainly")),
        towards=bool(entry.get("towards")),
        whose=bool(entry.get("whose")),
        only=entry.get("only", ""),
        kind=entry.get("unit") or kind_of(values[0][0]),
        like=tuple(entry.get("like", ())),
        apart=forms(entry.get("apart", ())),
        beside=tuple(entry.get("beside", ())),
        keys={key: tuple(words) for key, words in entry.get("keys", {}).items()},
        values=values,
    )
