"""Slips that a person puts right while writing: the message counts as it was meant."""

from datetime import date

import pytest
from last_read import last_read, told

from assistant.answer import Assistant
from assistant.understand.facts.choices import Choices
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields, spelling_words
from assistant.understand.message.amended import amended

SPELLER = Speller(spelling_words())
CHOICES = Choices(fields())
DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("golongan 3a eh bukan, 3b ya", "golongan 3b ya"),
        ("saya negosiator, eh maaf, pengawas ahli muda", "saya pengawas ahli muda"),
        ("masa pangkat 3 tahun, eh 3,5 tahun", "masa pangkat 3,5 tahun"),
        ("anggotanya 7 orang, ralat 9 orang, cukup?", "anggotanya 9 orang, cukup?"),
        ("SK-nya 4 Mei 2024, eh salah, 4 Juni 2024. sampai kapan", "SK-nya 4 Juni 2024. sampai kapan"),
        ("SK-nya 4 Mei 2024, eh salah, 4 Juni. sampai kapan", "SK-nya 4 Juni 2024. sampai kapan"),
        ("dilantik 4 Mei 2022, eh 2023 maksudnya", "dilantik 4 Mei 2023"),
        ("ngulang 3 kali, eh baru 1 ding", "ngulang 1 kali"),
        ("hasilnya 70, 81, 66, eh yang kedua bukan 81 tapi 18", "hasilnya 70, 18, 66"),
        ("AK saya 61, masa pangkat 25 bulan, eh AK-nya 64", "AK saya 64, masa pangkat 25 bulan"),
        ("sudah ikut diklat, eh belum ding, boleh?", "belum ikut diklat, boleh?"),
        ("masa kerja 2 tahun, eh 20 bulan", "masa kerja 20 bulan"),
        ("sudah 4 semester, eh 5 deng", "sudah 5 semester"),
        ("nilainya 4,4,7 eh yang terakhir 8", "nilainya 4,4,8"),
        ("tahap pertama, eh maksudku yang ketiga", "tahap ketiga"),
        ("nilai teknis 61 ups 71, manajerial 80", "nilai teknis 71, manajerial 80"),
        ("diklatnya ada, eh gak ada ding, gimana?", "diklatnya gak ada, gimana?"),
        ("belum pernah dihukum, eh pernah deng, gimana?", "pernah dihukum, gimana?"),
        ("dia tidak lulus ukom, eh sudah lulus ukom, gimana?", "dia sudah lulus ukom, gimana?"),
        ("I hold 90 credits, I mean 95, grade III/d", "I hold 95 credits, grade III/d"),
    ],
)
def test_the_better_value_stands_in_the_place_of_the_wrong_one(said: str, meant: str) -> None:
    assert amended(SPELLER.read(said), CHOICES, DAY) == meant


@pytest.mark.parametrize(
    "said",
    [
        "eh AK saya 105",  # takes back what an earlier message told
        "AK saya 80, eh golongan 3c",
        "umurku 53, eh bulan depan 54",  # names something else
        "golongan 3c bukan 3d",  # denies the second
        "formasi ada, eh tidak ada anggaran",  # tells of something else
        "ukom lulus, eh diklatnya yang tidak lulus",
        "AK 64 dari 90, maksudnya 90 itu apa?",
        "golongan saya III/b ding, bukan III/a",
        "katanya tiga tahun, eh ternyata 2023 masih lanjut",
        "cara hitung 24 bulan itu yang benar bagaimana? sk-nya 20 bulan",
    ],
)
def test_what_takes_nothing_back_stays_as_it_is(said: str) -> None:
    assert amended(SPELLER.read(said), CHOICES, DAY) == said


def test_the_calculation_runs_with_the_better_values(assistant: Assistant) -> None:
    reading = last_read(assistant, "tim penilai negosiator 9 orang, hadir 4 eh 6, kuorum ga?")
    assert told(reading)["jumlah_hadir"] == 6
    assert told(reading)["jumlah_tim"] == 9


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("panelnya semula 3 orang menjadi 5 orang", "panelnya semula 5 orang"),
        ("awalnya 4 orang, ditambah satu jadi 5, cukup?", "awalnya 5 orang, cukup?"),
        ("kukira AK-ku 80 ternyata 84,5 lho", "kukira AK-ku 84,5 lho"),
        ("kirain cuti 5 bulan, ternyata sudah 8", "kirain cuti 8 bulan"),
    ],
)
def test_what_was_believed_or_so_before_gives_way_to_what_holds(said: str, meant: str) -> None:
    assert amended(SPELLER.read(said), CHOICES, DAY) == meant


@pytest.mark.parametrize(
    "said",
    [
        "kukira AK 51, ternyata di PAK cuma 42",  # both are compared
        "studi semula 24 bulan jadi 30 bulan",  # a plan and what it became
        "timnya awalnya 5 orang, rapat 7 kali",
        "saya kira masa pangkat 2 tahun ternyata AK 90",
    ],
)
def test_two_amounts_that_both_count_stay(said: str) -> None:
    assert amended(SPELLER.read(said), CHOICES, DAY) == said
