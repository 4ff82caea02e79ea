"""What others are said to say is put right only where the person asks for a word on it."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.others.hearsay import is_said_by_another, only_hears, tells_rivals
from assistant.understand.understanding import Understanding


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(spelling_words())


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("syarat S2 apa? kepala saya bilang tunggu 4 tahun dulu", True),
        ("my boss says wait 4 years first", True),
        ("kata bos dua orang cukup. saya 4 tahun di sini", False),
        ("saya 4 tahun di sini", False),
        ("katanya 4 tahun", False),
    ],
)
def test_a_number_that_somebody_said_is_not_asked_about(message: str, said: bool, speller: Speller) -> None:
    text = speller.read(message)
    assert is_said_by_another(text, next(at for at, word in enumerate(text.words) if word.text == "4")) == said


@pytest.mark.parametrize(
    ("message", "rivals"),
    [
        ("kata bos dua kali masa studi, kata teman cuma sekali, pusing", True),
        ("my boss says one year, a colleague says two", True),
        ("jawabannya beda-beda soal umur maksimal, mana yang benar?", True),
        ("kata bos dua kali masa studi, benar?", False),
        ("ikatan dinasnya dua kali masa studi ya?", False),
    ],
)
def test_two_who_say_different_things_are_rivals(message: str, rivals: bool, speller: Speller) -> None:
    assert tells_rivals(speller.read(message)) == rivals


@pytest.mark.parametrize(
    ("message", "hears"),
    [
        (
            "negosiator madya umur 54 mau naik ke utama, kata senior ada makalah, sebenarnya apa saja yang harus disiapkan?",
            True,
        ),
        (
            "negosiator madya umur 54 mau naik ke utama, kata senior yang mengangkat itu menteri, benar tidak ya, saya ragu",
            False,
        ),
        ("kata senior ada makalah, apa saja yang disiapkan?", False),
    ],
)
def test_a_story_may_only_hear_of_what_it_does_not_ask_about(message: str, hears: bool, speller: Speller) -> None:
    assert only_hears(speller.read(message)) == hears


@pytest.mark.parametrize(
    "message",
    [
        "Do I owe double my study time afterwards? HR says twice, a friend says once plus a year.",
        "umur 56 bisa masuk madya lewat perpindahan? teman bilang bisa, orang BKD bilang tidak, bingung saya",
        "katanya PPPK tidak bisa tugas belajar, hanya pelatihan, benar begitu?",
    ],
)
def test_nothing_is_put_right_of_who_claims_nothing_wrong(message: str, understanding: Understanding) -> None:
    assert not any(part.premises for part in understanding.read(message, Conversation("c")).parts)


@pytest.mark.parametrize(
    "message",
    ["PPPK boleh tugas belajar kan ya", "kata atasan pengawas hanya boleh mengulang ujikom dua kali, benar ya?"],
)
def test_what_is_claimed_wrongly_is_put_right_still(message: str, understanding: Understanding) -> None:
    assert any(part.premises for part in understanding.read(message, Conversation("c")).parts)
