"""Whoever asks how two things differ is shown both: two definitions, or what speaks of each."""

import pytest

from assistant.answer import Assistant
from assistant.comparison import sides
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("apa beda tugas belajar dan izin belajar di PUPR?", ("tugas belajar", "izin belajar")),
        ("perbedaan antara SKP dengan PAK", ("SKP", "PAK")),
        ("bedanya negosiator sama pengawas perdagangan apa", ("negosiator", "pengawas perdagangan")),
        ("mentoring dan coaching apa bedanya", ("mentoring", "coaching")),
        ("What is the difference between implicit and explicit knowledge?", ("implicit", "explicit knowledge")),
        ("apakah negosiator dan pengawas perdagangan punya organisasi profesi", None),
        ("berapa beda angka kreditnya", None),
    ],
)
def test_the_two_sides_are_read_only_where_their_difference_is_asked(
    question: str, asked: tuple[str, str] | None
) -> None:
    assert sides(question) == asked


@pytest.mark.parametrize(
    ("question", "places"),
    [
        (
            "beda kompetensi manajerial sama kompetensi teknis menurut aturan pola karier?",
            ["permendag-79-2014#pasal-1-angka-15", "permendag-79-2014#pasal-1-angka-16"],
        ),
        (
            "perbedaan kompetensi manajerial dan teknis menurut Permendag 79/2014",
            ["permendag-79-2014#pasal-1-angka-15", "permendag-79-2014#pasal-1-angka-16"],
        ),
        (
            "beda reentry program sama tugas belajar",
            ["permen-pupr-2-2023#pasal-1-angka-16", "permen-pupr-2-2023#pasal-1-angka-13"],
        ),
        (
            "bedanya negosiator dengan pengawas perdagangan apa",
            ["permendag-94-2020#pasal-1-angka-11", "permendag-82-2020#pasal-1-angka-13"],
        ),
        (
            "beda coaching dan magang di trade corpu",
            ["permendag-4-2026#pasal-27-ayat-2", "permendag-4-2026#pasal-28-ayat-2"],
        ),
        (
            "what is the difference between implicit and explicit knowledge",
            ["permendag-4-2026#pasal-9-ayat-2", "permendag-4-2026#pasal-9-ayat-3"],
        ),
    ],
)
def test_both_sides_are_quoted(assistant: Assistant, question: str, places: list[str]) -> None:
    answer = assistant.ask(question, Conversation("x"))
    quoted = [c for c in answer.citations if f"> {c.quote.splitlines()[0]}" in answer.answer]
    assert [c.address.key for c in quoted[:2]] == places


def test_one_provision_that_speaks_of_both_sides_is_enough(assistant: Assistant) -> None:
    answer = assistant.ask("beda forum strategis dan forum teknis trade corpu", Conversation("x"))
    assert answer.citations[0].address.key == "permendag-4-2026#pasal-12-ayat-3"
    assert "strategis" in answer.citations[0].quote and "teknis" in answer.citations[0].quote


def test_a_side_of_which_nothing_speaks_is_said_to_be_lacking(assistant: Assistant) -> None:
    answer = assistant.ask("apa bedanya tugas belajar dan izin belajar di PUPR", Conversation("x"))
    assert answer.citations[0].address.key == "permen-pupr-2-2023#pasal-1-angka-13"
    assert "Ketentuan yang menyebut “izin belajar” dengan kata-kata itu tidak saya temukan" in answer.answer
