"""Figures a message claims a rule to hold, against those of the legal values: "kan minimal 40 JP setahun?" where it is 20."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from assistant.calculators.law import HERE, values_of
from assistant.calculators.values import Value
from assistant.understand.amount import Amount
from assistant.understand.followups import load_follow_ups
from assistant.understand.premises import Correction, is_ruled, load_premises
from assistant.understand.signs import load_signs
from assistant.understand.stems import roots
from assistant.understand.text import Speller, Text

_MONTHS = {"tahun": 12, "semester": 6, "bulan": 1}
_COUNTED = {"persen": "persen", "kali": "kali", "orang": "orang", "jam pelajaran": "jp", "jam": "jp"}
_SAME_UNIT = {"%": "persen", "jam": "jp"}
_SHARED = 3.0  # weight of the words a claim and a rule must share
_LIKELY = 1.0  # how much weaker another rule may fit and still be the one that is meant
_LEAST = ("paling singkat", "paling sedikit", "paling kurang", "paling rendah", "minimal")
_MOST = ("paling lama", "paling banyak", "paling tinggi", "paling lambat")
_SHORTEST = 4  # letters of a word that tells rules apart


@dataclass(frozen=True)
class Figure:
    """A number that a provision sets: in months or in its own unit, with the words it stands in."""

    number: Decimal
    unit: str
    words: frozenset[str]
    value: Value


class Figures:
    """The numbers of all calculators' legal values that stand in the five texts."""

    def __init__(self, speller: Speller) -> None:
        self._figures = tuple(figure for value in _values() if (figure := _figure(value, speller)) is not None)
        every = [word for figure in self._figures for word in figure.words]
        self._weight = {word: 1.0 if every.count(word) > len(self._figures) / 8 else 1.5 for word in set(every)}

    def contradicted(self, text: Text, amounts: Sequence[Amount], regulations: Collection[str]) -> Iterator[Correction]:
        """The rule that each claimed amount misses, where one rule is plainly meant and none like it holds that number."""
        said = _telling(text)
        for amount in amounts:
            told = _in_unit(amount)
            if told is None or _is_each(text, amount):
                continue
            number, unit = told
            like = [f for f in self._figures if f.unit == unit and (not regulations or _of(f) in regulations)]
            scored = [(sum(self._weight[word] for word in figure.words & said), figure) for figure in like]
            best = max((score for score, _ in scored), default=0.0)
            meant = [figure for score, figure in scored if score >= best - _LIKELY]
            plain = len({figure.number for figure in meant}) == 1  # of several numbers it stays open which is meant
            if best >= _SHARED and plain and all(figure.number != number for figure in meant):
                figure = next(figure for score, figure in scored if score == best)
                if _allows(figure, number) and not is_ruled(text, amount):
                    continue
                assert figure.value.address is not None
                yield Correction(f"Yang ditetapkan adalah “{figure.value.quote}”.", figure.value.address)


def _is_each(text: Text, amount: Amount) -> bool:
    """Whether a time said as one word tells how often, as in "20 JP setahun", "minimal setahun berapa?": it claims no figure."""
    one = amount.kind == "duration" and amount.first == amount.last and not text.at(amount.first)[0].isdigit()
    claiming = (*load_premises()["ruling"], *load_premises()["weak_markers"])
    return one and (text.has(*load_signs()["how_much"]) or text.at(amount.first - 1) not in claiming)


def _allows(figure: Figure, number: Decimal) -> bool:
    """Whether a rule that sets a least or a most lets this number be: a year where at least six months are asked for."""
    words = figure.value.quote.casefold()
    least = number > figure.number and any(word in words for word in _LEAST)
    return least or (number < figure.number and any(word in words for word in _MOST))


def _of(figure: Figure) -> str:
    return figure.value.address.regulation if figure.value.address else ""


@cache
def _values() -> tuple[Value, ...]:
    return tuple(
        value for path in sorted(HERE.glob("*.yaml")) for value in values_of(path.stem).entries if value.address
    )


def _figure(value: Value, speller: Speller) -> Figure | None:
    try:
        number = Decimal(value.text)
    except InvalidOperation:
        return None
    for unit, months in _MONTHS.items():
        if value.unit == unit:
            return Figure(number * months, "bulan", _telling(speller.read(_words(value))), value)
    counted = next((short for unit, short in _COUNTED.items() if value.unit.startswith(unit)), None)
    return Figure(number, counted, _telling(speller.read(_words(value))), value) if counted else None


def _words(value: Value) -> str:
    return f"{value.name} {value.key} {value.quote}".replace("_", " ")


def _telling(text: Text) -> frozenset[str]:
    """The words that say what a rule is about, verbs by their roots."""
    empty = load_follow_ups().empty
    words = [w.text for w in text.words if w.text.isalpha() and len(w.text) >= _SHORTEST and w.text not in empty]
    return frozenset(min(roots(word) | {word}, key=lambda form: (len(form), form)) for word in words)


def _in_unit(amount: Amount) -> tuple[Decimal, str] | None:
    if amount.kind == "duration" and not amount.rough:
        return Decimal(amount.value), "bulan"
    if amount.kind != "number" or amount.is_year:
        return None
    unit = _SAME_UNIT.get(amount.unit, amount.unit)
    return (Decimal(amount.value), unit) if unit in ("persen", "kali", "orang", "jp") else None
