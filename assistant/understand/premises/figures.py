"""Figures a message claims a rule to hold, against those of the legal values: "kan minimal 40 JP setahun?" where it is 20."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from assistant.calculators.law import HERE, values_of
from assistant.calculators.values import Value
from assistant.understand.following.followups import load_follow_ups
from assistant.understand.language.signs import load_signs
from assistant.understand.language.stems import roots
from assistant.understand.language.text import Speller, Text
from assistant.understand.premises.premises import Correction, is_ruled, load_premises
from assistant.understand.premises.stated import names_the_subject
from assistant.understand.quantities.amount import Amount

_MONTHS = {"tahun": Decimal(12), "semester": Decimal(6), "bulan": Decimal(1), "hari": 1 / Decimal(30)}
_COUNTED = {"persen": "persen", "kali": "kali", "orang": "orang", "jam pelajaran": "jp", "jam": "jp"}
_SAME_UNIT = {"%": "persen", "jam": "jp"}
_SHARED = 3.0  # weight of the words a claim and a rule must share
_LIKELY = 1.0  # how much weaker another rule may fit and still be the one that is meant
_LEAST = ("paling singkat", "paling sedikit", "paling kurang", "paling rendah", "minimal", "at least")
_MOST = ("paling lama", "paling banyak", "paling tinggi", "paling lambat", "maksimal", "at most")
_OF_TOOL = 1.5  # what a rule gains by being one of the calculator that is meant
_BORDERS = ("lebih dari", "kurang dari")  # a number behind one of these parts two cases, and binds nobody
_SHORTEST = 4  # letters of a word that tells rules apart


@dataclass(frozen=True)
class Figure:
    """A number that a provision sets: in months or in its own unit, with the words it stands in."""

    number: Decimal
    unit: str
    words: frozenset[str]
    value: Value
    family: str  # the calculators that use it


@dataclass(frozen=True)
class Meant:
    """The calculator that is meant: whose rules go before others, and the words of its subject, which tell none of them."""

    family: str
    subject: frozenset[str]


NONE_MEANT = Meant("", frozenset())


class Figures:
    """The numbers of all calculators' legal values that stand in the five texts."""

    def __init__(self, speller: Speller) -> None:
        self._figures = tuple(
            figure for family, value in _values() if (figure := _figure(family, value, speller)) is not None
        )
        every = [word for figure in self._figures for word in figure.words]
        self._posts = telling(speller.read(" ".join(load_premises()["posts"])))
        self._weight = {word: 1.0 if every.count(word) > len(self._figures) / 8 else 1.5 for word in set(every)}

    def contradicted(
        self, text: Text, amounts: Sequence[Amount], regulations: Collection[str], meant: Meant = NONE_MEANT
    ) -> Iterator[Correction]:
        """The rule that each claimed amount misses, where one rule is plainly meant and none like it holds that number."""
        said = telling(text)
        for amount in amounts:
            told = _in_unit(amount)
            if told is None or _is_each(text, amount):
                continue
            number, unit = told
            like = [f for f in self._figures if f.unit == unit and (not regulations or _of(f) in regulations)]
            like = [f for f in like if names_the_subject(text, f"{f.family}.{f.value.name}")]
            scored = [(self._shared(figure, said, meant), figure) for figure in like]
            best = max((score for score, _ in scored), default=0.0)
            likely = [figure for score, figure in scored if score >= best - _LIKELY]
            plain = len({figure.number for figure in likely}) == 1  # of several numbers it stays open which is meant
            if best < _SHARED or not plain:
                continue
            figure = next(figure for score, figure in scored if score == best)
            if not (figure.words & said) - self._posts:  # whose rule it is says nothing of what it is about
                continue
            if unit != "bulan" and _is_quoted(figure, number):
                continue
            if all(each.number != number for each in likely):
                if _allows(figure, number) and not is_ruled(text, amount):
                    continue
            elif not _turns(text, amount, likely):
                continue
            assert figure.value.address is not None
            yield Correction(f"Yang ditetapkan adalah “{figure.value.quote}”.", figure.value.address)

    def _shared(self, figure: Figure, said: frozenset[str], meant: Meant) -> float:
        """How much a message shares with a rule: of the calculator that is meant, one word beyond its subject is much."""
        shared = figure.words & said
        own = sum(self._weight[word] for word in shared - meant.subject) if figure.family == meant.family else 0.0
        return max(sum(self._weight[word] for word in shared), own + _OF_TOOL if own else 0.0)


def _turns(text: Text, amount: Amount, meant: Sequence[Figure]) -> bool:
    """Whether a message makes a least of what all these rules make a most, or the other way round."""
    before = text.before(amount.first, 2)
    least, most = (any(before.endswith(word) for word in words) for words in (_LEAST, _MOST))
    quotes = [figure.value.quote.casefold() for figure in meant]
    if least == most:
        return False
    return all(any(word in quote for word in (_MOST if least else _LEAST)) for quote in quotes)


def _is_each(text: Text, amount: Amount) -> bool:
    """Whether a time said as one word tells how often, as in "20 JP setahun", "minimal setahun berapa?": it claims no figure."""
    one = amount.kind == "duration" and amount.first == amount.last and not text.at(amount.first)[0].isdigit()
    claiming = (*load_premises()["ruling"], *load_premises()["weak_markers"])
    return one and (text.has(*load_signs()["how_much"]) or text.at(amount.first - 1) not in claiming)


def _is_quoted(figure: Figure, number: Decimal) -> bool:
    """Whether the words of a rule hold this number beside its own: "nilai 0,50 atau lebih, maka dapat ditetapkan 1 formasi"."""
    words = figure.value.quote.replace(",", ".").split()
    return figure.number != number and f"{number.normalize():f}" in words


def _allows(figure: Figure, number: Decimal) -> bool:
    """Whether a rule that sets a least or a most lets this number be: a year where at least six months are asked for."""
    words = figure.value.quote.casefold()
    if any(word in words for word in _BORDERS):
        return True
    least = number > figure.number and any(word in words for word in _LEAST)
    return least or (number < figure.number and any(word in words for word in _MOST))


def _of(figure: Figure) -> str:
    return figure.value.address.regulation if figure.value.address else ""


@cache
def _values() -> tuple[tuple[str, Value], ...]:
    """Every legal value that stands in a provision, behind the name of its calculators."""
    return tuple(
        (path.stem, value)
        for path in sorted(HERE.glob("*.yaml"))
        for value in values_of(path.stem).entries
        if value.address
    )


def _figure(family: str, value: Value, speller: Speller) -> Figure | None:
    try:
        number = Decimal(value.text)
    except InvalidOperation:
        return None
    for unit, months in _MONTHS.items():
        if value.unit == unit:
            return Figure(number * months, "bulan", telling(speller.read(_words(value))), value, family)
    counted = next((short for unit, short in _COUNTED.items() if value.unit.startswith(unit)), None)
    return Figure(number, counted, telling(speller.read(_words(value))), value, family) if counted else None


def _words(value: Value) -> str:
    return f"{value.name} {value.key} {value.quote}".replace("_", " ")


def telling(text: Text) -> frozenset[str]:
    """The words that say what a rule is about, verbs by their roots."""
    empty = load_follow_ups().empty
    words = [w.text for w in text.words if w.text.isalpha() and len(w.text) >= _SHORTEST and w.text not in empty]
    return frozenset(min(roots(word) | {word}, key=lambda form: (len(form), form)) for word in words)


def _in_unit(amount: Amount) -> tuple[Decimal, str] | None:
    if amount.kind == "duration" and not amount.rough:
        return Decimal(amount.value), "bulan"
    if amount.kind == "number" and amount.unit == "hari":
        return Decimal(amount.value) * _MONTHS["hari"], "bulan"
    if amount.kind != "number" or amount.is_year:
        return None
    unit = _SAME_UNIT.get(amount.unit, amount.unit)
    return (Decimal(amount.value), unit) if unit in ("persen", "kali", "orang", "jp") else None
