"""Words of questions meet words of provisions."""

from pathlib import Path

import pytest

from index.keywords import Grams, Keywords, Tokenizer

FAMILIES = [
    ("penilaian", "menilai"),
    ("penilai", "dinilai"),
    ("kenaikan", "menaikkan"),
    ("pengangkatan", "diangkat"),
    ("perpindahan", "pindah"),
    ("penetapan", "ditetapkan"),
    ("perundingan", "berunding"),
    ("umur", "berusia"),
    ("karir", "karier"),
    ("asesor", "assessor"),
]


@pytest.mark.parametrize(("one", "other"), FAMILIES)
def test_words_of_one_family_become_one_term(one: str, other: str) -> None:
    assert Tokenizer().terms(one) == Tokenizer().terms(other)


@pytest.mark.parametrize(("one", "other"), [("ilmiah", "ilmu"), ("pangkat", "angkat"), ("muda", "madya")])
def test_words_of_different_families_stay_apart(one: str, other: str) -> None:
    assert Tokenizer().terms(one) != Tokenizer().terms(other)


def test_without_stemming_the_stemmer_is_left_out() -> None:
    assert Tokenizer(stem=False).terms("diangkat pengangkatan") == ["diangkat", "pengangkatan"]


def test_question_words_say_nothing() -> None:
    assert Tokenizer().terms("berapa saya dan yang apa") == []


def test_ranks_and_decimals_are_one_term_each() -> None:
    assert Tokenizer().terms("III/a 37,5") == ["iii/a", "37,5"]


def test_the_text_with_the_asked_words_scores_highest() -> None:
    keywords = Keywords.make(["usia paling tinggi", "angka kredit kumulatif", "uji kompetensi"], Tokenizer())
    scores = keywords.scores("berapa angka kredit")
    assert scores.argmax() == 1
    assert scores[0] == 0


@pytest.mark.parametrize("query", ["", "dan yang", "xyzzy", "???"])
def test_a_question_without_known_words_scores_nothing(query: str) -> None:
    assert Keywords.make(["usia paling tinggi", "angka kredit"], Tokenizer()).scores(query).tolist() == [0, 0]


def test_a_mistyped_word_still_shares_letters_with_the_right_one() -> None:
    keywords = Keywords.make(["perpanjangan tugas belajar", "kenaikan pangkat"], Grams())
    scores = keywords.scores("perpanjngan")
    assert scores[0] > 0
    assert scores[1] == 0


def test_an_index_of_words_scores_the_same_when_it_is_opened_again(tmp_path: Path) -> None:
    made = Keywords.make(["usia paling tinggi", "angka kredit kredit", "uji kredit"], Tokenizer())
    made.write(tmp_path)
    opened = Keywords.open(tmp_path, Tokenizer())
    assert opened.count() == 3
    assert opened.scores("angka kredit").tolist() == made.scores("angka kredit").tolist() != [0, 0, 0]


def test_a_word_asked_twice_counts_twice() -> None:
    keywords = Keywords.make(["usia paling tinggi", "angka kredit"], Tokenizer())
    assert keywords.scores("kredit kredit")[1] == pytest.approx(2 * keywords.scores("kredit")[1])
