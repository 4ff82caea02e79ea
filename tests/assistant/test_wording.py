"""Free wording finds the one name that it fits, says when several fit, and guesses nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.wording import LONGEST, Wordings

NAMES = (
    "Melakukan kegiatan operasional terkait pelaksanaan kerja sama",
    "Melakukan kegiatan operasional terkait pelaksanaan kerja sama perdagangan internasional",
    "Menyusun State of Play",
    "Mengolah data dan informasi untuk penyusunan Briefing notes",
    "seminar/lokakarya/konferensi",
)


@pytest.fixture(scope="module")
def wordings() -> Wordings:
    return Wordings(NAMES)


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("state of play", 2),
        ("Saya menyusun State of Play", 2),
        ("menyusn state of plays", 2),
        ("briefing note", 3),
        ("workshop", 4),
        ("kerjasama perdagangan internasional", 1),
    ],
)
def test_wording_finds_its_name_in_spite_of_spelling_and_other_words(wordings: Wordings, told: str, at: int) -> None:
    assert wordings.fit(told).fitting == (at,)


def test_wording_that_several_names_account_for_fits_them_all(wordings: Wordings) -> None:
    assert set(wordings.fit("kegiatan operasional kerja sama").fitting) == {0, 1}


def test_a_name_said_in_full_is_that_name(wordings: Wordings) -> None:
    assert wordings.fit(NAMES[0]).fitting == (0,)


@pytest.mark.parametrize("told", ["makan siang bersama menteri", "dan yang untuk", "", "12345"])
def test_wording_of_something_else_fits_nothing(wordings: Wordings, told: str) -> None:
    assert wordings.fit(told).fitting == ()


def test_the_nearest_names_are_offered_where_none_fits(wordings: Wordings) -> None:
    assert wordings.fit("menyusun laporan tahunan keuangan").nearest == (2, 3)


@given(st.text(max_size=LONGEST))
@settings(derandomize=True, deadline=None, max_examples=150)
def test_no_text_breaks_it(text: str) -> None:
    fit = Wordings(NAMES).fit(text)
    assert set(fit.fitting) | set(fit.nearest) <= set(range(len(NAMES)))
