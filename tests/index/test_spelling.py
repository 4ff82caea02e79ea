"""Mistyped words are set right by the words of the law; all other words stay as they were typed."""

import pytest

from corpus.library import Corpus
from index.contents import Contents
from index.expand import own_words
from index.slips import Slips
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


def test_a_mistyped_question_teaches_no_word() -> None:
    spelling = Spelling(TEXTS, ["perpanjngan tubelku brapa lama"])
    assert spelling.correct("perpanjngan") == "perpanjangan"


def test_a_question_in_peoples_own_words_teaches_them() -> None:
    asked = "pusdiklat ngurusin perpanjangan?"
    assert Spelling(TEXTS, [asked]).correct("psdiklat ngurusn") == "pusdiklat ngurusin"
    assert Spelling(TEXTS).correct("psdiklat ngurusn") == "psdiklat ngurusn"


def test_typing_mistakes_of_the_questions_on_file_are_set_right(corpus: Corpus) -> None:
    contents = Contents.of(corpus)
    provisions = [passage.words for passage in contents.passages]
    asked = [one.text for one in contents.asked]
    typed = "jabtan perpanjngan dsebut klatser setaun"
    assert all(any(word in question for question in asked) for word in typed.split())
    right = "jabatan perpanjangan disebut klaster setahun"
    assert Spelling([*provisions, own_words()], asked).correct(typed) == right


@pytest.mark.parametrize(
    ("typed", "right", "slip"),
    [
        ("lampran", "lampiran", True),
        ("ktrngn", "keterangan", True),  # vowels, however many
        ("lowogan", "lowongan", True),  # one consonant of a long word
        ("lowoan", "lowongan", False),  # two of them
        ("kapus", "kampus", False),  # one of a short word
        ("seleski", "seleksi", True),
        ("selseki", "seleksi", False),  # not neighbours alone
        ("lapiramn", "lampiran", False),
        ("ngisi", "mengisi", False),  # said otherwise, not mistyped: another beginning
        ("lowong", "lowongan", False),
        ("kenaikan", "kenaikan", False),
    ],
)
def test_a_slip_lacks_letters_within_a_word_or_exchanges_two(typed: str, right: str, slip: bool) -> None:
    assert Slips([right]).meant(typed) == (right if slip else None)


def test_of_several_right_words_the_likeliest_is_meant() -> None:
    assert Slips(["tahun", "tahan"]).meant("tahn") == "tahun"
    assert Slips(["tahan", "tahun"]).meant("tahn") == "tahan"
