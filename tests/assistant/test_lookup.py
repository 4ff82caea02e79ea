"""What a look-up shows: an item with the words that open its list, and warnings of the words shown only."""

from dataclasses import replace

from assistant.citing import say_found
from assistant.lookup import Found, narrow
from assistant.notices import notices
from assistant.verify import verify
from corpus.address import Address
from corpus.library import Corpus
from index.search import Index

REMOVED = Address("permendag-94-2020", pasal=75, ayat=1)
AGE = Address("permendag-94-2020", pasal=13, ayat=1)


def test_an_item_of_a_short_list_is_told_with_the_words_that_open_the_list(corpus: Corpus, real: Index) -> None:
    citation, sentence = narrow("tugas belajar lebih dari enam bulan", corpus.node(REMOVED), corpus, real)
    assert citation.address == REMOVED
    assert sentence.startswith("Negosiator Perdagangan diberhentikan dari jabatannya apabila:")
    assert "menjalani tugas belajar lebih dari 6 (enam) bulan" in sentence and "cuti" not in sentence


def test_an_item_of_a_long_list_stands_alone(corpus: Corpus, real: Index) -> None:
    citation, _ = narrow("integritas dan moralitas", corpus.node(AGE), corpus, real)
    assert citation.address == Address("permendag-94-2020", pasal=13, ayat=1, huruf="b")


def test_who_asks_for_the_whole_list_is_shown_the_whole_list(corpus: Corpus, real: Index) -> None:
    citation, sentence = narrow(
        "apa saja alasan diberhentikan karena tugas belajar", corpus.node(REMOVED), corpus, real
    )
    assert citation.address == REMOVED and sentence == " ".join(citation.quote.split())


def test_a_mistake_elsewhere_in_a_provision_is_no_warning_for_the_words_quoted(corpus: Corpus) -> None:
    place = Address("permendag-94-2020", pasal=59, ayat=4)
    codes = {caveat.code for caveat in notices((corpus.cite(place),), corpus)}
    apart = {caveat.code for caveat in notices((corpus.cite(place, "Penjatuhan hukuman disiplin"),), corpus)}
    assert "erratum:B001-047" in codes and "erratum:B001-047" not in apart


def test_an_item_of_a_long_list_is_told_after_the_words_that_open_it(corpus: Corpus, real: Index) -> None:
    place = Address("permendag-82-2020", pasal=13, ayat=1)
    citation, sentence = narrow("integritas dan moralitas", corpus.node(place), corpus, real)
    assert citation.address == replace(place, huruf="b")
    assert sentence == f"{corpus.node(place).text} {citation.quote}"
    told = say_found(Found(citation, sentence), "id", corpus)
    assert sentence.rstrip(";") in told.text
    assert verify(told.text, told.citations, (), (), corpus, own=told.own).proven


def test_opening_words_with_a_number_are_left_out_since_the_item_alone_cannot_prove_it(
    corpus: Corpus, real: Index
) -> None:
    citation, sentence = narrow("integritas dan moralitas", corpus.node(AGE), corpus, real)
    assert "Pasal 11" in corpus.node(AGE).text and sentence == citation.quote
