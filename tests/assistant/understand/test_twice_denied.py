"""What is denied twice, and those who did not come: neither is taken for its opposite."""

import pytest
from last_read import last_read, told

from assistant.answer import Assistant
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.message.twice_denied import plainly

SPELLER = Speller(spelling_words())


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("bukan tidak pernah dihukum", "pernah dihukum"),
        ("gak cuma lulus tapi ada lowongan", "lulus tapi ada lowongan"),
        ("belum pernah ga lulus ujian", "selalu lulus ujian"),
        ("tidak pernah dihukum", "tidak pernah dihukum"),
        ("hanya lulus, tidak dilantik", "hanya lulus, tidak dilantik"),
    ],
)
def test_a_double_denial_is_said_plainly(said: str, plain: str) -> None:
    assert plainly(SPELLER.read(said)) == plain


@pytest.mark.parametrize(
    ("message", "present"),
    [
        ("tim penilai pengawas 9 orang, 2 orang tidak bisa hadir di pleno, sah?", 7),
        ("sidang pleno tim penilai negosiator 11 orang, absen 3, kuorum?", 8),
        ("sidang pleno tim penilai negosiator 11 orang, hadir 3, kuorum?", 3),
    ],
)
def test_those_who_did_not_come_are_taken_off_the_team(assistant: Assistant, message: str, present: int) -> None:
    assert told(last_read(assistant, message))["jumlah_hadir"] == present


def test_without_the_size_of_the_team_the_absent_tell_not_how_many_came(assistant: Assistant) -> None:
    assert "jumlah_hadir" not in told(
        last_read(assistant, "sidang pleno tim penilai negosiator, 3 orang tidak hadir, sah?")
    )
