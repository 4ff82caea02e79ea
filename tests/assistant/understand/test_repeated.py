"""A short question asked once more right behind itself asks nothing new."""

import pytest

from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.message.repeated import without_repeated

SPELLER = Speller(spelling_words())


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("makalah 70. wawancara 80. lulus ga. lulus kan??", "makalah 70. wawancara 80. lulus ga."),
        ("umur 50, S2. boleh tidak? boleh kan?", "umur 50, S2. boleh tidak?"),
    ],
)
def test_the_same_question_counts_once(said: str, left: str) -> None:
    assert without_repeated(SPELLER.read(said)) == left


@pytest.mark.parametrize(
    "said",
    ["umur 50, S2. boleh tidak? kapan?", "nilai 70. lulus? remedial kapan?", "sudah lulus. lulus kan?", "boleh?", ""],
)
def test_other_questions_and_what_is_told_stay(said: str) -> None:
    assert without_repeated(SPELLER.read(said)) == said
