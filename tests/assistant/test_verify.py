"""What is not proven does not leave: each kind of lie is caught, and the honest answer passes."""

from dataclasses import replace

import pytest

from assistant.calculation import Calculation
from assistant.compose import say_provision
from assistant.verify import verify
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus

AGE = Address("permendag-94-2020", pasal=13, ayat=1, huruf="h")
AGE_SISTER = Address("permendag-82-2020", pasal=13, ayat=1, huruf="h")
NO_OBJECTION = Address("permendag-94-2020", pasal=70, ayat=3)


@pytest.fixture(scope="module")
def age(corpus: Corpus) -> Citation:
    return corpus.cite(AGE)


def failures(text: str, corpus: Corpus, *citations: Citation, question: str = "") -> tuple[str, ...]:
    return verify(text, citations, (), (question,), corpus).failures


def test_a_provision_with_its_own_words_passes(corpus: Corpus, age: Citation) -> None:
    assert not failures(say_provision(age, "id"), corpus, age)


def test_a_quote_with_an_invented_tail_fails(corpus: Corpus, age: Citation) -> None:
    forged = replace(age, quote=f"{age.quote} atau atas persetujuan Menteri")
    assert failures(say_provision(forged, "id"), corpus, forged)


def test_an_invented_tail_in_the_text_alone_fails(corpus: Corpus, age: Citation) -> None:
    assert failures(
        f"{say_provision(age, 'id')}\n\n> {age.quote.splitlines()[0]} atas persetujuan Menteri", corpus, age
    )


def test_two_fragments_stitched_together_fail(corpus: Corpus, age: Citation) -> None:
    lines = age.quote.splitlines()
    assert failures(f"> {lines[0]} {lines[-1]}", corpus, age)


def test_a_right_quote_under_the_wrong_provision_fails(corpus: Corpus, age: Citation) -> None:
    wrong = Address("permendag-94-2020", pasal=14)
    moved = Citation(wrong, corpus.label(wrong), age.quote)
    assert failures(say_provision(moved, "id"), corpus, moved)


def test_a_label_that_names_another_provision_fails(corpus: Corpus, age: Citation) -> None:
    renamed = replace(age, label="Pasal 14 ayat (1) huruf h Permendag 94/2020")
    assert failures(say_provision(renamed, "id"), corpus, renamed)


def test_a_wrong_numeral_beside_a_right_quote_fails(corpus: Corpus, age: Citation) -> None:
    assert failures(f"Batas usianya 57 tahun.\n\n{say_provision(age, 'id')}", corpus, age)
    assert not failures(f"Batas usianya 55 tahun.\n\n{say_provision(age, 'id')}", corpus, age)


def test_a_number_in_words_is_checked_too(corpus: Corpus, age: Citation) -> None:
    assert failures(f"Batas usianya lima puluh tujuh tahun.\n\n{say_provision(age, 'id')}", corpus, age)


def test_a_lost_negation_fails(corpus: Corpus) -> None:
    cited = corpus.cite(NO_OBJECTION)
    assert "tidak" in cited.quote
    assert failures("> " + cited.quote.replace("tidak ", "", 1), corpus, cited)


def test_a_provision_that_is_named_but_not_cited_fails(corpus: Corpus, age: Citation) -> None:
    assert failures(f"Lihat Pasal 99.\n\n{say_provision(age, 'id')}", corpus, age)


def test_a_numeral_of_the_question_may_be_repeated(corpus: Corpus, age: Citation) -> None:
    text = f"Usia Anda 57 tahun.\n\n{say_provision(age, 'id')}"
    assert not failures(text, corpus, age, question="umur saya 57")


def test_a_calculated_figure_is_owned_by_its_calculation(corpus: Corpus) -> None:
    found = Calculation("contoh", {}, result={"nilai": "73.2"})
    checked = verify("- nilai: **73,2**", (), (found,), (), corpus)
    assert checked.proven
    assert [(n.text, n.source, n.ref) for n in checked.numbers] == [("73,2", "calculation", 0)]
    assert not verify("- nilai: **73,3**", (), (found,), (), corpus).proven


def test_a_calculated_figure_under_another_name_fails(corpus: Corpus) -> None:
    found = Calculation("contoh", {}, result={"nilai": "73.2", "batas": "70"})
    assert not verify("- nilai: **70**\n- batas: **70**", (), (found,), (), corpus).proven
