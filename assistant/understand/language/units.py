"""The words that say what a number counts, read from `units.yaml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from corpus.data import load_yaml


@dataclass(frozen=True)
class Units:
    """Unit words by spelling, and the words around times and dates."""

    by_word: Mapping[str, str]
    months: Mapping[str, Decimal | None]
    one: Mapping[str, str]
    together: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinals_alone: Mapping[str, int]
    each: frozenset[str]
    within: frozenset[str]
    coming_back: frozenset[str]
    leading: frozenset[str]
    gains: frozenset[str]
    often: Mapping[str, int]
    once_before: frozenset[str]
    once_behind: frozenset[str]
    numbered: frozenset[str]
    beside_numbered: frozenset[str]
    present: frozenset[str]
    helping: frozenset[str]
    no_ones: frozenset[str]
    in_a_row: frozenset[str]
    going_on: frozenset[str]
    later: frozenset[str]
    up_to: frozenset[str]
    adding: frozenset[str]
    circumstances: tuple[str, ...]
    fractions: Mapping[str, str]
    labelled: frozenset[str]
    exactly: tuple[str, ...]
    put_exactly: tuple[str, ...]
    beside: frozenset[str]
    very: frozenset[str]
    short: frozenset[str]
    beyond: tuple[str, ...]
    under: tuple[str, ...]
    over: tuple[str, ...]
    a_little_over: tuple[str, ...]
    than: frozenset[str]
    missed: tuple[str, ...]
    since: tuple[str, ...]
    begun: tuple[str, ...]
    as_of: tuple[str, ...]
    ahead: frozenset[str]
    looking_back: tuple[str, ...]
    ago: frozenset[str]
    that_year: tuple[str, ...]
    month_ends: tuple[str, ...]
    year_words: frozenset[str]
    year_ends: frozenset[str]
    clock: Mapping[str, Sequence[str]]
    month_names: Mapping[str, int]
    english: Mapping[str, int]
    after_numbers: frozenset[str]
    merely: frozenset[str]
    ages: frozenset[str]


@cache
def load_units() -> Units:
    """The unit words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "units.yaml")
    times, others = raw["time_in_months"], raw["units"]
    return Units(
        by_word={word: unit for unit, entry in (*times.items(), *others.items()) for word in entry["words"]},
        months={unit: Decimal(e["months"]) if e["months"] else None for unit, e in times.items()},
        one=raw["one"],
        together=raw["together"],
        ordinals=raw["ordinals"],
        ordinals_alone=raw["ordinals"] | raw["ordinals_alone"],
        each=frozenset(raw["each"]),
        within=frozenset(raw["within"]),
        coming_back=frozenset(raw["coming_back"]),
        leading=frozenset(raw["leading"]),
        gains=frozenset(raw["gains"]),
        often=raw["often"],
        once_before=frozenset(raw["once_before"]),
        once_behind=frozenset(raw["once_behind"]),
        numbered=frozenset(raw["numbered"]),
        beside_numbered=frozenset(raw["beside_numbered"]),
        present=frozenset(raw["present"]),
        helping=frozenset(raw["helping"]),
        no_ones=frozenset(raw["no_ones"]),
        in_a_row=frozenset(raw["in_a_row"]),
        going_on=frozenset(raw["going_on"]),
        later=frozenset(raw["later"]),
        up_to=frozenset(raw["up_to"]),
        adding=frozenset(raw["adding"]),
        circumstances=tuple(raw["circumstances"]),
        fractions=raw["fractions"],
        labelled=frozenset(raw["labelled"]),
        exactly=tuple(raw["exactly"]),
        put_exactly=tuple(raw["put_exactly"]),
        very=frozenset(raw["very"]),
        short=frozenset(raw["short"]),
        beyond=tuple(raw["beyond"]),
        beside=frozenset(raw["beside"]),
        under=tuple(raw["under"]),
        over=tuple(raw["over"]),
        a_little_over=tuple(raw["a_little_over"]),
        than=frozenset(raw["than"]),
        missed=tuple(raw["missed"]),
        since=tuple(raw["since"]),
        begun=tuple(raw["begun"]),
        as_of=tuple(sorted(raw["as_of"], key=len, reverse=True)),
        ahead=frozenset(raw["ahead"]),
        looking_back=tuple(raw["looking_back"]),
        ago=frozenset(raw["ago"]),
        that_year=tuple(raw["that_year"]),
        month_ends=tuple(raw["month_ends"]),
        year_words=frozenset(raw["year_words"]),
        year_ends=frozenset(raw["year_ends"]),
        clock=raw["clock"],
        month_names={word: number for number, words in raw["months"].items() for word in words},
        english=raw["english_numbers"],
        after_numbers=frozenset(raw["after_numbers"]),
        merely=frozenset(raw["merely"]),
        ages=frozenset(raw["ages"]),
    )
