"""The word lists are lists of words: YAML makes truth values of yes, no and on when they stand without quotes."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import understand
from assistant.understand.language import vocabulary
from assistant.understand.language.text import Speller
from assistant.understand.message.split import questions

FOLDER = Path(understand.__file__).parent
FILES = sorted(FOLDER.rglob("*.yaml"))
SPELLER = Speller(vocabulary.spelling_words())


def words_in_lists(value: Any) -> Iterator[Any]:
    """The words of a list; what a fact is under `tells` is its value and may be true or false."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from words_in_lists(inner) if key != "tells" else ()
    elif isinstance(value, list):
        for inner in value:
            yield from words_in_lists(inner) if isinstance(inner, list | dict) else [inner]


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_no_word_is_read_as_a_truth_value(path: Path) -> None:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [word for word in words_in_lists(loaded) if isinstance(word, bool)] == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("pangkta", "pangkat"),
        ("negosiatr", "negosiator"),
        ("kompetnsi", "kompetensi"),
        ("kinerjanya", "kinerja"),
        ("gw", "saya"),
        ("ujikom", "uji kompetensi"),
        ("makalah", "makalah"),
        ("masalah", "masalah"),  # a word of its own, not "makalah" misspelt
        ("pngws", "pengawas"),
        ("prtama", "pertama"),  # "pratama" is as near, but said less
        ("mnjrl", "manajerial"),
        ("pngwsx", "pngwsx"),  # more is missing than vowels
        ("jrusan", "jurusan"),
        ("pangktnya", "pangkat"),  # a slip and an ending
        ("kebutuhanny", "kebutuhan"),
        ("fanny", "fanny"),  # names that end like a word written in haste
        ("hendrany", "hendrany"),
        ("company", "company"),
        ("sbgai", "sebagai"),
        ("kna", "kena"),
        ("negri", "negeri"),
        ("ngeri", "ngeri"),  # a word of its own
        ("naik", "naik"),
        ("baik", "baik"),
    ],
)
def test_words_are_made_plain(said: str, meant: str) -> None:
    assert SPELLER.plain(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("kerja d kantor pusat", "kerja di kantor pusat"),
        ("ad formasi muda", "ada formasi muda"),
        ("golongan III d naik kapan", "golongan iii d naik kapan"),
        ("berkas huruf d belum", "berkas huruf d belum"),
        ("berkas c, d belum", "berkas c , d belum"),
        ("pilihan b dan d saja", "pilihan b dan d saja"),
        ("panitia ad hoc", "panitia ad hoc"),
        ("lulusan D IV", "lulusan d iv"),
    ],
)
def test_a_letter_is_a_word_only_between_words(said: str, meant: str) -> None:
    assert SPELLER.read(said).plain == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("it isn't open", "it is not open"),
        ("he hasn’t passed", "he has not passed"),
        ("I didnt get it", "i did not get it"),
        ("we CAN'T and won't", "we can not and will not"),
        ("there's a 'not' here", "there ' s a ' not ' here"),  # only what is drawn together is taken apart
        ("Jum'at", "jum ' at"),
    ],
)
def test_what_is_drawn_together_with_not_is_taken_apart(said: str, meant: str) -> None:
    assert SPELLER.read(said).plain == meant


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_each_question_stands_in_the_message(message: str) -> None:
    text = SPELLER.read(message)
    spans = questions(text)
    assert spans
    for start, end in spans:
        assert 0 <= start <= end <= len(message)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_each_word_keeps_its_place(message: str) -> None:
    for word in SPELLER.read(message).words:
        assert message[word.start : word.end].strip()


def test_the_ending_kan_is_no_nod() -> None:
    assert not SPELLER.read("timnya mau di-SK-kan besok").has("kan")
    assert SPELLER.read("timnya 5 orang, kan?").has("kan")
