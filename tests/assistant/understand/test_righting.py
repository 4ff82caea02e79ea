"""Bare values that put a told fact right or answer what was asked, provisions beside the last, and suppositions that go on."""

from typing import Any

import pytest
from last_read import last_read, told

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.understand.following.followups import asks_neighbour, right_from
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words

SPELLER = Speller(spelling_words())
CASE = "saya negosiator ahli muda AK kumulatif 190, mau naik ke ahli madya"


@pytest.mark.parametrize(
    ("message", "rest"),
    [("maksudnya baik", "baik"), ("eh, ralat, kurang", "kurang"), ("maksudnya", ""), ("SKP baik", "")],
)
def test_what_is_put_right_stands_after_the_words_that_say_so(message: str, rest: str) -> None:
    text = SPELLER.read(message)
    first = right_from(text)
    assert (message[text.words[first].start :] if first else "") == rest


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("pasal berikutnya?", ("pasal", 1)),
        ("ayat sebelumnya", ("ayat", -1)),
        ("next article?", ("pasal", 1)),
        ("tahap selanjutnya apa?", None),
        ("jenjang berikutnya?", None),
    ],
)
def test_only_a_provision_has_a_neighbour(message: str, asked: tuple[str, int] | None) -> None:
    assert asks_neighbour(SPELLER.read(message)) == asked


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ((CASE, "lulus uji kompetensi, SKP kurang", "eh baik"), {"nilai_kinerja": ["baik"]}),
        ((CASE, "formasi ada, SKP baik", "ralat, sangat baik"), {"nilai_kinerja": ["sangat_baik"]}),
    ],
)
def test_a_bare_value_puts_right_the_fact_told_before(
    assistant: Assistant, said: tuple[str, ...], facts: dict[str, Any]
) -> None:
    part = last_read(assistant, *said)
    assert part.tool == "kenaikan_jenjang"
    assert told(part) == facts


def test_a_question_puts_nothing_right(assistant: Assistant) -> None:
    assert not told(last_read(assistant, CASE, "SKP cukup", "maksudnya baik itu apa?"))


def test_how_much_is_lacking_is_told_by_the_calculation_at_work(assistant: Assistant) -> None:
    part = last_read(assistant, CASE, "berapa kekurangannya?")
    assert (part.kind, part.tool) == ("calculation", "kenaikan_jenjang")


def test_a_test_that_was_just_asked_for_may_be_said_to_be_passed(assistant: Assistant) -> None:
    asked = "apa syarat kenaikan jenjang negosiator ahli muda ke madya?"
    assert told(last_read(assistant, asked, "kalau belum lulus?")) == {"lulus_uji_kompetensi": False}
    assert told(last_read(assistant, asked, "sudah lulus")) == {"lulus_uji_kompetensi": True}


def test_after_requirements_a_supposed_case_goes_on_with_them(assistant: Assistant) -> None:
    asked = "syarat inpassing negosiator apa saja"
    part = last_read(assistant, asked, "kalau lagi cuti di luar tanggungan?")
    assert part.tool == "syarat_inpassing"
    assert told(part) == {"cuti_luar_tanggungan": True}
    assert last_read(assistant, asked, "siapa yang membentuk tim penilai?").tool != "syarat_inpassing"


def test_the_pasal_beside_the_last_one_is_shown_and_the_edge_told(assistant: Assistant) -> None:
    after = last_read(assistant, "isi pasal 20 permendag 94/2020", "pasal selanjutnya?")
    assert [address.key for address in after.provisions] == ["permendag-94-2020#pasal-21"]
    before = last_read(assistant, "isi pasal 1 permendag 94/2020", "pasal sebelumnya?")
    assert not before.provisions
    assert "Pasal 1 Permendag 94/2020" in before.unresolved[0]


def test_the_provision_just_shown_answers_whether_it_may_be(assistant: Assistant) -> None:
    part = last_read(assistant, "pasal 7 ayat 1 permendag 79/2014", "boleh diperpanjang?")
    assert [address.key for address in part.provisions] == ["permendag-79-2014#pasal-7-ayat-1"]


@pytest.mark.parametrize(
    ("message", "warned"),
    [("pengawas ahli madya III/a itu jenjangnya apa", True), ("pengawas ahli muda III/c itu jenjangnya apa", False)],
)
def test_a_level_that_does_not_hold_a_rank_is_told_so(assistant: Assistant, message: str, warned: bool) -> None:
    answer = assistant.ask(message, Conversation("r"))
    assert ("jenjang_tidak_cocok" in {w.code for w in answer.warnings} or "bukan golongan" in answer.answer) is warned
