"""Questions widened by the law's words."""

import pytest

from index.expand import expand, terms_asked


def test_the_laws_word_is_added_behind_the_question() -> None:
    assert expand("resign dari jabatan") == "resign dari jabatan pengunduran diri"


def test_a_question_in_the_laws_words_stays_as_it_is() -> None:
    assert expand("persyaratan kenaikan pangkat") == "persyaratan kenaikan pangkat"


def test_eselon_satu_is_not_eselon_dua() -> None:
    assert expand("eselon I").endswith("madya")
    assert expand("eselon II").endswith("pratama")


def test_a_key_inside_another_word_does_not_count() -> None:
    assert expand("pajak dan akta") == "pajak dan akta"


TERMS = (
    "dupak",
    "inpassing",
    "sidang pleno",
    "skp",
    "trade corpu",
    "pelatihan",
    "kompetensi",
    "pengembangan kompetensi",
)


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("apa itu DUPAK", "dupak"),
        ("Definisi inpassing?", "inpassing"),
        ("arti sidang pleno", "sidang pleno"),
        ("what is SKP", "skp"),
        ("pengembangan kompetensi itu apa", "pengembangan kompetensi"),
    ],
)
def test_asking_for_a_meaning_is_heard(question: str, term: str) -> None:
    assert terms_asked(question, TERMS) == {term}


@pytest.mark.parametrize("question", ["berapa angka kredit", "apa syarat naik pangkat", "artikel ilmiah"])
def test_other_questions_ask_for_no_meaning(question: str) -> None:
    assert not terms_asked(question, TERMS)


@pytest.mark.parametrize("question", ["strategi pembelajaran trade corpu maksudnya apa?", "apa itu pelatihan klasikal"])
def test_a_term_inside_a_longer_name_is_not_the_one_asked(question: str) -> None:
    assert not terms_asked(question, TERMS)
