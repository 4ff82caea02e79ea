"""Each numeral of an answer has one owner, and in a quote it is the provision quoted."""

from assistant.calculation import Calculation
from assistant.compose import say_provision
from assistant.ledger import computed_values, enter, owners
from corpus.address import Address
from corpus.library import Corpus


def test_a_numeral_in_a_quote_belongs_to_the_provision_quoted(corpus: Corpus) -> None:
    first = corpus.cite(Address("permendag-94-2020", pasal=13, ayat=1, huruf="h"))
    second = corpus.cite(Address("permendag-82-2020", pasal=13, ayat=1, huruf="h"))
    text = "\n\n".join(say_provision(c, "id") for c in (first, second))
    numbers, orphans = enter(text, owners((first, second), (), ("umur 55",)), (first.label, second.label))
    assert orphans == ()
    assert {n.ref for n in numbers if n.start > text.index(second.quote.splitlines()[0])} == {0, 1} or numbers[
        -1
    ].ref == 1
    assert all(n.source == "citation" for n in numbers)


def test_each_entry_stands_at_its_characters() -> None:
    text = "Nilai 73,2 dari dua belas"
    numbers, orphans = enter(text, owners((), (Calculation("x", {"a": 12}, result={"b": "73.2"}),), ()))
    assert (orphans, [text[n.start : n.end] for n in numbers]) == ((), ["73,2", "dua belas"])


def test_a_numeral_that_nobody_owns_is_named() -> None:
    assert enter("Ada 7 syarat", owners((), (), ("punya 8",)))[1] == ("7",)


def test_a_computed_figure_comes_before_the_same_figure_told() -> None:
    numbers, _ = enter("52", owners((), (Calculation("x", {}, result={"a": "52"}),), ("saya 52",)))
    assert numbers[0].source == "calculation"


def test_what_was_given_is_not_what_was_computed() -> None:
    assert computed_values(Calculation("x", {"umur": 57}, result={"batas": "55"})) == {"55"}


def test_list_numbers_links_and_names_count_nothing() -> None:
    text = "1. Menurut Permendag 94/2020 ([Pasal 13](/peraturan/x#pasal-13))"
    assert enter(text, owners((), (), ()), ("Permendag 94/2020",)) == ((), ())
