"""Who asks what a word means reads its definition, however it is asked; who asks about the thing does not."""

import pytest

from assistant.glossary import define
from corpus.library import Corpus


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("RPL artinya apa?", ["permendag-4-2026#pasal-1-angka-11"]),
        ("inpassing tu maksudnya apa sih? sy ditawarin masuk lewat situ", ["permendag-94-2020#pasal-1-angka-40"]),
        ("btw, sidang pleno itu apa", ["permendag-94-2020#pasal-1-angka-39"]),
        ("DUPAK kepanjangannya apa", ["permendag-82-2020#pasal-1-angka-28", "permendag-94-2020#pasal-1-angka-25"]),
        ("what does RPL mean?", ["permendag-4-2026#pasal-1-angka-11"]),
    ],
)
def test_a_meaning_is_told_by_the_definition(corpus: Corpus, question: str, places: list[str]) -> None:
    assert [citation.address.key for citation in define(question, corpus, ())] == places


@pytest.mark.parametrize(
    "question",
    [
        "Angka Kredit itu apa bisa hangus?",
        "Uji Kompetensi itu apa wajib?",
        "negosiator perdagangan itu apa harus S1",
        "PAK saya itu apa sudah benar",
    ],
)
def test_a_question_about_the_thing_asks_for_no_meaning(corpus: Corpus, question: str) -> None:
    assert define(question, corpus, ()) == ()
