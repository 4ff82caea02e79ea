"""Whoever asks in English is warned in English: every warning has its line, and keeps every figure."""

import ast

import pytest

from assistant.answer import Assistant
from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.english import in_english
from assistant.errors import InputError
from assistant.numerals import values_of
from assistant.tools import run
from corpus.errata import load_errata
from corpus.library import TEXTS, Corpus
from tests.assistant.source_messages import known_messages, messages_of
from tests.assistant.test_compose import CASES


def in_same_figures(message: str) -> bool:
    english = in_english(message, "warnings")
    assert english is not None, f"add a line to words/warnings.en.yaml for: {message}"
    return values_of(english) == values_of(message)


def test_every_note_on_a_mistake_in_the_law_has_an_english_line(corpus: Corpus) -> None:
    errata = [erratum for name in corpus.regulations for erratum in load_errata(TEXTS, name)]
    notes = {erratum.note for erratum in errata if erratum.note and erratum.severity != "L"}
    assert len(notes) > 100 and [note for note in sorted(notes) if not in_same_figures(note)] == []


def test_every_notice_of_validity_has_an_english_line(corpus: Corpus) -> None:
    notices = {note.message for regulation in corpus.regulations.values() for note in regulation.status}
    assert [notice for notice in sorted(notices) if not in_same_figures(notice)] == []


@pytest.mark.parametrize("case", CASES)
def test_a_warning_of_a_calculator_is_put_into_english_with_the_same_figures(case: dict[str, object], law: Law) -> None:
    try:
        found = run(str(case["tool"]), case["inputs"], law)  # type: ignore[arg-type]
    except (InputError, ValueError):
        return
    assert [warning.message for warning in found.warnings if not in_same_figures(warning.message)] == []


def test_every_warning_written_in_a_calculator_has_an_english_line() -> None:
    written = messages_of(lambda called: isinstance(called, ast.Attribute) and called.attr == "warn")
    assert len(written) > 60 and [message for message in written if message not in known_messages("warnings")] == []


def test_an_english_answer_warns_in_english_and_an_indonesian_one_in_indonesian(assistant: Assistant) -> None:
    english = assistant.ask("What does Pasal 55 ayat (3) Permendag 94/2020 say?", Conversation("x"))
    indonesian = assistant.ask("Apa isi Pasal 55 ayat (3) Permendag 94/2020?", Conversation("y"))
    assert english.language == "en" and indonesian.language == "id"
    assert [w.code for w in english.warnings] == [w.code for w in indonesian.warnings] != []
    assert all(
        in_english(w.message, "warnings") == e.message
        for w, e in zip(indonesian.warnings, english.warnings, strict=True)
    )
