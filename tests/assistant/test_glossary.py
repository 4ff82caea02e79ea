"""Who asks what a word means reads its definition, however it is asked; who asks about the thing does not."""

import pytest

from assistant.glossary import define, describe
from corpus.library import Corpus


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("RPL artinya apa?", ["permendag-4-2026#pasal-1-angka-11"]),
        ("inpassing tu maksudnya apa sih? sy ditawarin masuk lewat situ", ["permendag-94-2020#pasal-1-angka-40"]),
        ("btw, sidang pleno itu apa", ["permendag-94-2020#pasal-1-angka-39"]),
        ("DUPAK kepanjangannya apa", ["permendag-82-2020#pasal-1-angka-28", "permendag-94-2020#pasal-1-angka-25"]),
        ("what does RPL mean?", ["permendag-4-2026#pasal-1-angka-11"]),
        ("how is Kelompok Keahlian defined?", ["permendag-4-2026#pasal-1-angka-10"]),
        ("what is meant by 'Rekognisi Pembelajaran Lampau'?", ["permendag-4-2026#pasal-1-angka-11"]),
        ("how do the rules define the job class (Kelas Jabatan)?", ["permendag-79-2014#pasal-1-angka-19"]),
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


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("pengetahuan eksplisit itu apa", ["permendag-4-2026#pasal-9-ayat-3"]),
        ("tahap pengorganisasian maksudnya apa?", ["permendag-4-2026#pasal-10-ayat-4"]),
        ("apa yang dimaksud pelatihan teknis?", ["permendag-82-2020#pasal-48", "permendag-94-2020#pasal-48"]),
        ("uji kompetensi itu apa", []),  # defined, and many provisions begin with it
        ("apa itu struktur Trade CorpU", []),  # no more than that an attachment shows it
        ("pelatihan teknis wajib apa tidak?", []),
    ],
)
def test_what_is_not_defined_may_be_explained_further_on(corpus: Corpus, question: str, places: list[str]) -> None:
    assert [citation.address.key for citation in describe(question, corpus, ())] == places
