"""What a message states of a list or of classes: how many things the law names, and which class a score falls in."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.calculators.bahan_uji_kompetensi import interview_class
from assistant.calculators.law import Law
from assistant.understand.language.numerals import Numeral, find_numerals
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import Clause, Nods, clause_of, is_own, is_said, load_asserted
from assistant.understand.premises.premises import Correction
from assistant.understand.quantities.amount import Amount
from corpus.address import Address
from corpus.data import load_yaml

_BETWEEN = 5  # words between a thing and how many there are of it
_NEAR = 9  # words between a score and its class


@cache
def load_counted() -> Mapping[str, Any]:
    """The file beside this module."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).parent / "counted.yaml")
    return loaded


def misnumbered(text: Text, law: Law, nods: Nods) -> Iterator[Correction]:
    """How many things a list of the law names, where a message says another number: "rumpun jabatan ada enam"."""
    table = load_counted()
    for numeral in find_numerals(text):
        clause = clause_of(text, numeral.first)
        if clause is None or str(numeral.value) in table["one"] or text.at(numeral.first - 1) in ("pasal", "ayat"):
            continue
        for row in table["lists"]:
            if not text.has(*row["about"]) or text.has(*row.get("unless", ())):
                continue
            if not any(_counts(text, clause, numeral, thing, nods) for thing in row["things"]):
                continue
            node = law.corpus.find(row["place"], row["regulation"])
            if numeral.value != len(node.children):
                named = " ".join(f"{child.label} {child.text}" for child in node.children)
                address = Address.parse(row["place"], row["regulation"])
                yield Correction(f"Yang disebut di sana ada {len(node.children)}: {named.rstrip('.')}.", address)
            return


def _counts(text: Text, clause: Clause, numeral: Numeral, thing: str, nods: Nods) -> bool:
    """Whether a number says how many there are of a thing, or takes so many for granted."""
    table, behind = load_counted(), numeral.last + 1
    if text.begins(behind, thing) or text.begins(behind + 1, thing):
        return text.at(numeral.first - 1) in table["listing"] and not is_own(clause)
    for first, last in text.find(thing):
        between = {word.text for word in text.words[last + 1 : numeral.first]}
        if first >= clause.first and 0 < numeral.first - last - 1 <= _BETWEEN:
            told = between <= {*table["telling"]} and bool(between & {*table["counting"]})
            if told and not is_own(clause) and is_said(text, clause, nods):
                return True
    return False


def misclassed(text: Text, amounts: Sequence[Amount], law: Law, jabatan: object, nods: Nods) -> Iterator[Correction]:
    """The class of an interview's score, where a message puts it in another: "wawancara 78, berarti cukup"."""
    table = load_counted()
    if not isinstance(jabatan, str) or not text.has(*table["interview"]):
        return
    for amount in amounts:
        if amount.kind != "number" or amount.unit not in ("", "nilai") or amount.short or not 0 <= amount.value <= 100:
            continue
        other = next((a.first for a in amounts if a.first > amount.last and a.kind == "number"), len(text.words))
        if (said := _class_behind(text, amount, other, nods)) is None:
            continue
        found = interview_class(law, jabatan, amount.value)
        address = found[1].address if found else None
        if found and address and found[0] != said:
            name = found[0].replace("_", " ")
            yield Correction(f"Nilai wawancara {found[1].quote} termasuk kategori {name}.", address)


def _asked_at(text: Text, place: int) -> int:
    """Where a question ends behind a place."""
    return next((at for at in range(place, len(text.words)) if text.at(at) == "?"), len(text.words))


def _class_behind(text: Text, amount: Amount, end: int, nods: Nods) -> str | None:
    """The class that a message says a score falls in; behind another score, or what was asked, stands another's."""
    table = load_counted()
    names: list[tuple[list[str], str]] = [
        (words.split(), name) for name, all_words in table["classes"].items() for words in all_words
    ]
    for parts, name in sorted(names, key=lambda each: -len(each[0])):
        for at in range(amount.last + 1, min(amount.last + _NEAR, _asked_at(text, amount.last), end)):
            if [text.at(at + step) for step in range(len(parts))] != parts:
                continue
            clause = clause_of(text, at)
            linked = Text(text.raw, text.words[amount.last + 1 : at]).has(*table["classing"])
            tried = clause is None or clause.text.has(*load_asserted()["asking"][:4])
            asked = clause is not None and clause.asked and not is_said(text, clause, nods)
            if linked and text.at(at - 1) not in table["denying"] and not tried and not asked:
                return name
    return None
