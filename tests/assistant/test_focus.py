"""An item of a list is pointed at where it likely is the one asked for, and only there."""

from functools import partial

import pytest

from assistant.focus import focus
from corpus.library import Corpus
from index.keywords import Tokenizer
from index.search import Index

REMOVED = ("permendag-94-2020", "Pasal 75 ayat (1)")
EVIDENCE = ("permendag-94-2020", "Pasal 61 ayat (5)")
DONE = ("permen-pupr-2-2023", "Pasal 37 ayat (2)")


def pointed_at(question: str, place: tuple[str, str], corpus: Corpus, index: Index) -> str:
    regulation, where = place
    node = corpus.find(where, regulation)
    return focus(question, node, Tokenizer().terms, partial(index.likeness, question)).label


@pytest.mark.parametrize(
    ("question", "place", "item"),
    [
        ("kalau saya cuti di luar tanggungan negara nemenin suami, jabatan negosiator saya lepas?", REMOVED, "huruf c"),
        ("negosiator yang kuliah tugas belajar lebih dari setengah tahun diberhentikan dulu?", REMOVED, "huruf d"),
        ("studi saya kelar bulan depan, berapa hari waktunya buat lapor ke PPK?", DONE, "huruf c"),
    ],
)
def test_the_item_that_a_question_is_about_is_pointed_at(
    question: str, place: tuple[str, str], item: str, corpus: Corpus, real: Index
) -> None:
    assert pointed_at(question, place, corpus, real) == corpus.find(f"{place[1]} {item}", place[0]).label


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("di surat tugas cuma ditulis anggota delegasi. bukti apa sih yang mesti saya lampirkan?", EVIDENCE),
        ("kapan negosiator diberhentikan dari jabatannya?", REMOVED),
        ("kalau pindah ikut suami ke daerah apa saya otomatis diberhentikan?", REMOVED),
    ],
)
def test_no_item_is_pointed_at_for_a_word_that_merely_stands_in_it(
    question: str, place: tuple[str, str], corpus: Corpus, real: Index
) -> None:
    assert pointed_at(question, place, corpus, real) == corpus.find(place[1], place[0]).label
