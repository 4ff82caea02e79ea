"""The numbers of a message by the kinds of rules they may be told of: times in months, shares, counts, months by name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from assistant.calculators.values import Value
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.premises.asserted import clause_of
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_LIKE = Decimal("0.02")  # of a number: half a month is fifteen days
UNLIMITED = Decimal("Infinity")
_NEAR = 3  # words between a number and the noun that it counts
_AGES = range(30, 76)


@dataclass(frozen=True)
class Told:
    """A number or a month, the words it stands on, and the kinds of rules it may be told of."""

    number: Decimal | str
    kinds: frozenset[str]
    first: int
    last: int

    def is_(self, kind: str, number: Decimal | str) -> bool:
        """Whether this is the number that a rule of a kind sets."""
        if isinstance(self.number, str) or isinstance(number, str):
            return self.number == number
        said = self.number / 12 if kind == "usia" and self.number > max(_AGES) else self.number
        return abs(said - number) <= (_LIKE * max(number, Decimal(1)) if kind == "waktu" else 0)


@dataclass(frozen=True)
class Words:
    """The words of `told_numbers.yaml`."""

    months: dict[str, Decimal]
    kinds: tuple[tuple[str, str], ...]
    nouns: dict[str, frozenset[str]]
    repeated: frozenset[str]
    reckoned: frozenset[str]
    spanning: frozenset[str]
    times: frozenset[str]
    whole: frozenset[str]
    bounds: dict[str, tuple[str, ...]]
    somebody: frozenset[str]
    spoken: tuple[tuple[str, str, Decimal], ...]


@cache
def load_told_numbers() -> Words:
    """The words of the file beside this module."""
    raw = load_yaml(Path(__file__).parent / "told_numbers.yaml")
    return Words(
        months={unit: Decimal(number) for unit, number in raw["months"].items()},
        kinds=tuple(raw["kinds"].items()),
        nouns={kind: frozenset(words) for kind, words in raw["nouns"].items()},
        repeated=frozenset(raw["repeated"]),
        reckoned=frozenset(raw["reckoned"]),
        spanning=frozenset(raw["spanning"]),
        times=frozenset(raw["times"]),
        whole=frozenset(raw["whole"]),
        somebody=frozenset(raw["somebody"]),
        bounds={side: tuple(phrases) for side, phrases in raw["bounds"].items()},
        spoken=tuple(
            (phrase, kind, Decimal(number))
            for kind, numbers in raw["spoken"].items()
            for number, phrases in numbers.items()
            for phrase in phrases
        ),
    )


def kind_of(value: Value) -> str:
    """The kind of a legal value by its unit: "waktu", "bulan" (by name), "persen", "kali", ...; "" where none is told so."""
    return next((kind for unit, kind in load_told_numbers().kinds if value.unit.startswith(unit)), value.unit)


def value_in_kind(value: Value, number: Decimal, kind: str) -> Decimal:
    """A legal number in the measure of its kind: times in months, what comes back so often a year."""
    months = load_told_numbers().months.get(value.unit.split()[0])
    if months is None or kind not in ("waktu", "kali setahun"):
        return number
    return number * months if kind == "waktu" else 12 / (number * months)


def numbers_in(text: Text, amounts: Sequence[Amount]) -> Iterator[Told]:
    """Every number of a message that may be a rule's."""
    for amount in amounts:
        beside = amount.short or amount.back or amount.ago or amount.rough
        if beside or amount.kind not in ("number", "duration") or text.at(amount.first) in load_told_numbers().somebody:
            continue
        rate = _rate(text, amount, amounts)
        if rate is not None:
            first = min(a.first for a in (*_spans(text, amount, amounts), amount))
            yield Told(rate, frozenset({"kali setahun"}), first, amount.last)
        if amount.is_year:
            yield Told(Decimal(amount.value), frozenset({"tahun kalender"}), amount.first, amount.last)
        elif not _repeats(text, amount):
            yield Told(_number(amount), frozenset(_kinds(text, amount)), amount.first, amount.last)
    yield from _spoken(text, amounts)


def months_in(text: Text) -> Iterator[Told]:
    """Every month that a message names, in the words of the law."""
    law = {number: name for name, number in reversed([*load_units().month_names.items()])}
    for at, word in enumerate(text.words):
        number = load_units().month_names.get(word.text)
        if number:
            yield Told(law[number], frozenset({"bulan"}), at, at)


def _number(amount: Amount) -> Decimal:
    months = load_told_numbers().months.get(amount.unit) if amount.kind == "number" else None
    return Decimal(amount.value) * months if months is not None else Decimal(amount.value)


def _kinds(text: Text, amount: Amount) -> Iterator[str]:
    """The kinds of rules that a number may be told of, by its unit or by the noun that it counts."""
    if amount.kind == "duration":
        yield "usia" if amount.value / 12 in _AGES else "waktu"
        return
    words = load_told_numbers()
    if amount.unit in words.months:
        yield "waktu"
    behind = text.at(amount.last + 1)
    for kind, nouns in words.nouns.items():
        whole = amount.value == int(amount.value)
        if amount.unit == kind or (not amount.unit and whole and behind in nouns):
            yield kind
    if amount.unit:
        yield {"jam": "jp", "angka kredit": "ak", "kali": "kali"}.get(amount.unit, amount.unit)
        return
    yield from ("nilai", "ak")
    if amount.value in _AGES:
        yield "usia"


def _rate(text: Text, amount: Amount, amounts: Sequence[Amount]) -> Decimal | None:
    """How often a year something is told to be: "2 kali setahun", "sekali dalam lima tahun", "tiap dua tahun"."""
    if amount.kind == "duration":
        times = [a for a in amounts if a.unit == "kali" and _together(text, a, amount)]
        return None if times or not _repeats(text, amount) else 12 / Decimal(amount.value)
    if amount.unit != "kali":
        return None
    spans = _spans(text, amount, amounts)
    months = Decimal(spans[0].value) if spans else Decimal(amount.per or 12)
    return Decimal(amount.value) * 12 / months


def _spans(text: Text, amount: Amount, amounts: Sequence[Amount]) -> list[Amount]:
    """The times beside a number, in which it is reached."""
    return [a for a in amounts if a.kind == "duration" and a.value and _together(text, a, amount)]


def _together(text: Text, one: Amount, other: Amount) -> bool:
    first, second = sorted((one, other), key=lambda amount: amount.first)
    clause = clause_of(text, first.first)
    return clause is not None and second.last <= clause.last and second.first - first.last <= _NEAR


def _repeats(text: Text, amount: Amount) -> bool:
    """Whether a time says how often: "tiap dua tahun", "20 JP setahun"."""
    words, behind = load_told_numbers(), text.at(amount.last + 1)
    fused = amount.first == amount.last and not text.at(amount.first)[0].isdigit()
    fused = fused and behind not in words.reckoned and text.at(amount.first - 1) not in words.spanning
    fused = fused and behind not in words.whole and text.at(amount.first - 2) not in words.times
    return amount.kind == "duration" and (text.at(amount.first - 1) in load_told_numbers().repeated or fused)


def _spoken(text: Text, amounts: Sequence[Amount]) -> Iterator[Told]:
    """Numbers that are said without one: "tiap triwulan", "semua anggota"; the "setengah" of "72 setengah" is none."""
    for phrase, kind, number in load_told_numbers().spoken:
        for first, last in text.find(phrase):
            if any(amount.first < first and last <= amount.last for amount in amounts):
                continue
            kinds = {each for _, each in load_told_numbers().kinds} if number == UNLIMITED else {kind}
            yield Told(number, frozenset(kinds), first, last)
