"""What only comes near to a question is not given as its answer."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.phrases import phrase
from assistant.reading import Part
from assistant.sureness import is_far, is_sure, sureness
from index.search import Index

STORIES = [
    "tetangga meja saya tiap hari makan durian di ruangan, baunya sampai ke arsip, atasan diam saja, saya mesti gimana",
    "anak saya masuk SD bulan depan dan rumah dinas yang dulu dijanjikan kantor belum ada kabarnya, itu masih bisa ditagih?",
]
PLAIN = [
    "siapa yang mengangkat anggota Tim Penilai Negosiator Perdagangan?",
    "berapa orang paling sedikit anggota tim penilai pengawas perdagangan?",
    "what is Trade CorpU?",
]


@pytest.mark.parametrize("message", PLAIN)
def test_a_plain_question_of_a_rule_is_answered_without_a_doubt(assistant: Assistant, message: str) -> None:
    answer = assistant.ask(message, Conversation("x")).answer
    assert phrase("id", "unsure") not in answer and phrase("en", "unsure") not in answer


@pytest.mark.parametrize("message", STORIES)
def test_the_search_is_surer_of_a_plain_question_than_of_a_story_about_something_else(
    real: Index, message: str
) -> None:
    story = sureness(Part(message, "clause"), real.search(message))
    assert all(sureness(Part(plain, "clause"), real.search(plain)) > story for plain in PLAIN)
    assert not is_sure(Part(message, "clause"), real.search(message))


def test_nothing_found_is_nothing_to_be_sure_of(real: Index) -> None:
    assert sureness(Part("", "clause"), []) == 0.0


def test_what_comes_near_is_shown_as_such_and_what_may_be_missing_is_said(assistant: Assistant) -> None:
    message = (
        "Pak Darto kemarin ribut soal parkir mobil dinas di gedung lama, jadi sebenarnya siapa yang pegang kuncinya"
    )
    drafted = assistant._drafter.draft(Part(message, "clause"), Conversation("x"), "id")
    assert drafted.text.startswith(phrase("id", "unsure")) and drafted.text.endswith(phrase("id", "unsure_end"))
    assert drafted.citations


@pytest.mark.parametrize("language", ["id", "en"])
def test_where_likely_nothing_answers_that_is_said_and_little_is_shown(
    assistant: Assistant, real: Index, language: str
) -> None:
    part = Part(STORIES[0], "clause")
    assert is_far(part, real.search(part.text))
    drafted = assistant._drafter.draft(part, Conversation("x"), language)
    assert drafted.text.startswith(phrase(language, "far"))
    assert sum(line.startswith("**") for line in drafted.text.splitlines()) <= 2


@pytest.mark.parametrize("message", PLAIN)
def test_a_plain_question_is_not_said_to_find_nothing(real: Index, message: str) -> None:
    assert not is_far(Part(message, "clause"), real.search(message))
