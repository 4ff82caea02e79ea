"""Numbers that only announce a question, or are added to come to another, tell nothing; the others stay."""

from datetime import date

import pytest
from told_by_words import SPELLER

from assistant.understand.quantities.amounts import read_amounts


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("satu lagi, siapa ketuanya?", []),
        ("oh iya satu lagi, syaratnya apa", []),
        ("one last question how long is it", []),
        ("satu lagi", [1]),
        ("masih kurang satu lagi, bisa?", [1]),
        ("satu lagi orang pengawas", [1]),
        ("kalau nambah 2 orang jadi 9?", [9]),
        ("we add 1 to make 7", [7]),
        ("ditambah 3 lagi", [3]),
        ("setahun nambah 12 jadi 60 kapan?", [12, 60]),
        ("tambah 2 penilai, jadi hadir 5", [2, 5]),
    ],
)
def test_only_numbers_that_tell_something_are_read(said: str, numbers: list[int]) -> None:
    assert [amount.value for amount in read_amounts(SPELLER.read(said), date(2026, 11, 22))] == numbers
