"""Whoever asks whether a regulation still holds reads first what is known of it, then how it came into force."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.english import in_english
from assistant.validity import validity
from corpus.library import Corpus
from corpus.references import CitationLanguage
from eval.checker import Checker


@pytest.mark.parametrize(
    ("question", "regulation"),
    [
        ("apakah Permendag 94/2020 masih berlaku?", "permendag-94-2020"),
        ("permendag 79 tahun 2014 masih berlaku ga", "permendag-79-2014"),
        ("masih berlaku ga permendag 82/2020?", "permendag-82-2020"),
        ("Permen PUPR 2/2023 sudah dicabut belum", "permen-pupr-2-2023"),
        ("Is Permendag 4/2026 still in force?", "permendag-4-2026"),
        ("rekomendasi hasil uji kompetensi masih berlaku menurut Permendag 94/2020?", None),
        ("kapan Permendag 4/2026 mulai berlaku?", None),
        ("apakah peraturan itu masih berlaku?", None),
        ("katanya tahun ini ada peraturan baru soal Trade CorpU ya?", "permendag-4-2026"),
        ("I heard there is a new regulation on Trade CorpU", "permendag-4-2026"),
        ("ada aturan baru soal angka kredit?", None),
        ("apa Trade CorpU sudah punya aturan yang lebih baru?", None),
        ("menurut aturan baru Trade CorpU siapa koordinatornya?", None),
    ],
)
def test_only_a_question_on_a_regulation_itself_asks_whether_it_holds(
    corpus: Corpus, question: str, regulation: str | None
) -> None:
    found = validity(question, corpus, CitationLanguage(corpus.regulations))
    assert [standing.closing.address.regulation for standing in found] == ([regulation] if regulation else [])


def test_what_is_known_comes_before_the_closing_pasal(assistant: Assistant, corpus: Corpus) -> None:
    for regulation in corpus.regulations.values():
        answer = assistant.ask(f"apakah {regulation.short} masih berlaku?", Conversation("x")).answer
        closing = corpus.pasals(regulation.id)[-1]
        assert answer.startswith(regulation.status[-1].message)
        assert "mulai berlaku" in closing.words and f"> {closing.words}" in answer


def test_the_note_is_english_in_an_english_answer(assistant: Assistant, corpus: Corpus) -> None:
    assert all(in_english(regulation.status[-1].message) for regulation in corpus.regulations.values())
    answer = assistant.ask("Is Permendag 94/2020 still in force?", Conversation("x")).answer
    assert answer.startswith(
        "Permendag 94/2020 seems to have been replaced by Permendag 4/2025 (in force since 14 January"
    )


def test_what_is_known_needs_no_owner_beyond_the_regulation_s_own_notes(assistant: Assistant, corpus: Corpus) -> None:
    for question in ("apakah Permendag 94/2020 masih berlaku?", "Is Permen PUPR 2/2023 still in force?"):
        answer = assistant.ask(question, Conversation("x")).to_json()
        checker = Checker(corpus)
        assert (checker.unproven(answer), checker.unowned(answer, [question])) == ([], [])
        lied = {
            **answer,
            "answer": answer["answer"].replace("Oktober 2024", "Oktober 2019").replace("4/2025", "7/2025"),
        }
        assert lied == answer or checker.unowned(lied, [question])
