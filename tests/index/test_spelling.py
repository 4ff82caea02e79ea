"""Mistyped words are set right by the words of the law; all other words stay as they were typed."""

import pytest

from index.spelling import Spelling

TEXTS = [
    "Perpanjangan jangka waktu tugas belajar ditetapkan oleh PPK",
    "surat keterangan dari pimpinan unit kerja; setiap jenjang jabatan memuat butir kegiatan",
]


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling(TEXTS)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("perpanjngan", "perpanjangan"),
        ("ktrangn", "keterangan"),
        ("jnjang", "jenjang"),
        ("dtetapkn siapa", "ditetapkan siapa"),
        ("Perpanjngan, ya?", "perpanjangan, ya?"),
    ],
)
def test_a_mistyped_word_becomes_the_word_of_the_law(spelling: Spelling, typed: str, right: str) -> None:
    assert spelling.correct(typed) == right


@pytest.mark.parametrize("typed", ["pangkat", "the rank", "gol III/c", "yg dr", "AK 37,5", "pangkatnya", "xqzjwv"])
def test_known_short_and_unlike_words_stay(spelling: Spelling, typed: str) -> None:
    assert spelling.correct(typed) == typed


def test_a_word_of_the_texts_is_never_changed(spelling: Spelling) -> None:
    for text in TEXTS:
        assert spelling.correct(text) == text
