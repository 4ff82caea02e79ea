"""Every legal value stands where its file says it stands, in the words it quotes, and can be read out of them."""

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

import assistant.calculators
from assistant.calculators.values import Value, load_values
from corpus.library import Corpus
from corpus.number_words import find_numbers

FOLDER = Path(assistant.calculators.__file__).parent
ALL = [(path.stem, value) for path in sorted(FOLDER.glob("*.yaml")) for value in load_values(path).entries]
VALUES = [value for _, value in ALL]
OF_THE_CORPUS = [value for value in VALUES if value.outside is None]


def name(value: Value) -> str:
    """How a value is called in the list of tests."""
    stem = next(stem for stem, each in ALL if each is value)
    return f"{stem}: {value.name}/{value.key}/{value.since}"


def number_of(value: Value) -> Decimal | None:
    """The value as a number; None where it is a word."""
    try:
        return Decimal(value.text)
    except InvalidOperation:
        return None


NUMBERS = [value for value in OF_THE_CORPUS if number_of(value) is not None]
RANKS = [value for value in OF_THE_CORPUS if re.fullmatch(r"I[IV]+/[a-e]", value.text)]


@pytest.mark.parametrize("value", OF_THE_CORPUS, ids=name)
def test_the_quote_stands_word_for_word_in_the_provision(value: Value, corpus: Corpus) -> None:
    assert value.address is not None
    assert corpus.holds(value.address, value.quote), corpus.node(value.address).words[:400]


@pytest.mark.parametrize("value", NUMBERS, ids=name)
def test_the_number_can_be_read_out_of_the_quote(value: Value) -> None:
    assert number_of(value) in {found.value for found in find_numbers(value.quote)}


@pytest.mark.parametrize("value", RANKS, ids=name)
def test_a_rank_can_be_read_out_of_the_quote(value: Value) -> None:
    assert value.text in value.quote


@pytest.mark.parametrize("value", VALUES, ids=name)
def test_a_value_has_a_unit_and_either_words_or_an_outside_source(value: Value) -> None:
    assert value.unit.strip()
    assert (value.address is None) == (value.outside is not None)
    if value.outside is not None:
        assert value.outside.source.strip() and value.outside.certainty.strip()


@pytest.mark.parametrize("value", OF_THE_CORPUS, ids=name)
def test_no_value_begins_before_its_regulation(value: Value, corpus: Corpus) -> None:
    assert value.address is not None
    assert value.since.year >= corpus.regulations[value.address.regulation].year


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_value_is_written_twice_for_the_same_day(path: Path) -> None:
    seen = [(value.name, value.key, value.since) for value in load_values(path).entries]
    assert len(seen) == len(set(seen))
