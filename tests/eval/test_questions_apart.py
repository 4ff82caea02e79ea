"""Questions that measure the search are not in it: none of the bank stands among the questions that are searched."""

import re

from corpus.library import Corpus
from eval.cases import load_cases
from index.passages import make_passages
from index.questions import load_questions


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_no_question_of_the_bank_is_searched(corpus: Corpus) -> None:
    searched = {plain(one.text) for one in load_questions(corpus, make_passages(corpus))}
    assert not [case.id for case in load_cases() if plain(case.question) in searched]
