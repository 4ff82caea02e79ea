"""Messages that come back to what was asked earlier, or that ask of the answer just given where it is written."""

from typing import Any

import pytest
from last_read import last_read, told

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.understand.following.followups import asks_for_provision
from assistant.understand.following.returning import returned_to
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words

SPELLER = Speller(spelling_words())
QUORUM = "sidang pleno tim penilai pengawas dihadiri 7 dari 11 orang, sah?"
TERM = "anggota tim penilai pengawas mulai menjabat 3 Maret 2024, habisnya kapan?"
RECOMMENDED = "ujikom negosiator saya tanggal 9 Juni 2025, rekomendasinya harus keluar kapan?"
WAITING = 56  # the Pasal of those who wait for a vacancy
SHARE = "karya tulis 6 AK ditulis bertiga, saya penulis utama, pengawas. bagian saya berapa?"


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("oke, lanjut lagi ke kuorum, andai yang hadir 6", ["kuorum"]),
        ("soal masa jabatan tadi, kalau mulainya 2023?", ["masa", "jabatan"]),
        ("sekarang balik lagi, kalau 8 orang?", []),
        ("going back to the plenary, what if 8 came?", ["plenary"]),
        ("saya kembali ke kantor bulan depan", None),
        ("dia diangkat kembali ke jabatan itu", None),
        ("AK saya tadi 50", None),
    ],
)
def test_the_subject_come_back_to_is_named_behind_what_leads_back(message: str, subject: list[str] | None) -> None:
    assert returned_to(SPELLER.read(message)) == subject


@pytest.mark.parametrize(
    ("said", "tool", "facts"),
    [
        ((QUORUM, TERM, "balik ke sidang plenonya, andai yang datang 5"), "kuorum_sidang_pleno", {"jumlah_hadir": 5}),
        ((QUORUM, SHARE, "back to the quorum, what if 9 attended?"), "kuorum_sidang_pleno", {"jumlah_hadir": 9}),
        (
            (TERM, QUORUM, "soal masa jabatan tadi, mulainya 5 Mei 2023"),
            "masa_tim_penilai",
            {"tanggal_mulai_masa": "2023-05-05"},
        ),
    ],
)
def test_an_earlier_calculation_is_taken_up_again_with_what_is_told(
    assistant: Assistant, said: tuple[str, ...], tool: str, facts: dict[str, Any]
) -> None:
    part = last_read(assistant, *said)
    assert (part.tool, told(part)) == (tool, facts)


def test_nothing_is_taken_up_again_that_nobody_asked_for(assistant: Assistant) -> None:
    part = last_read(assistant, QUORUM, "lanjut ke ikatan dinas, kuliahnya 2 tahun dan saya dibebaskan. berapa lama?")
    assert part.tool == "ikatan_dinas"


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("payung hukumnya apa?", True),
        ("ayat yang mana itu?", True),
        ("where is that cap laid down?", True),
        ("di mana itu tercantum?", True),
        ("where do I hand it in?", False),
        ("lokasi ujinya di mana?", False),
        ("aturannya gimana sih?", False),
    ],
)
def test_where_something_is_written_is_asked_in_many_words(message: str, asked: bool) -> None:
    assert asks_for_provision(SPELLER.read(message)) is asked


def test_the_point_last_discussed_is_the_one_whose_provision_is_asked_for(assistant: Assistant) -> None:
    waiting = "kalau dia sedang menunggu lowongan jenjang berikutnya?"
    part = last_read(assistant, "AK saya tahun ini 12, negosiator ahli pertama. target tercapai?", waiting, "dasarnya?")
    assert part.provisions and part.provisions[0].pasal == WAITING


@pytest.mark.parametrize(
    ("said", "tool", "field"),
    [
        ((RECOMMENDED, "keluarnya 30 Juni 2025, berlaku sampai kapan?"), "masa_rekomendasi_uji", "tanggal_rekomendasi"),
        ((SHARE, "eh maaf, AK karyanya 9"), "penulis_bersama", "ak_karya"),
        ((SHARE, TERM, "kalau yang versi negosiator?"), "masa_tim_penilai", "jabatan"),
    ],
)
def test_a_fact_of_the_calculation_at_work_does_not_open_another(
    assistant: Assistant, said: tuple[str, ...], tool: str, field: str
) -> None:
    part = last_read(assistant, *said)
    assert part.tool == tool and field in told(part)


def test_another_question_with_a_fact_of_the_calculation_at_work_opens_its_own(assistant: Assistant) -> None:
    part = last_read(assistant, QUORUM, "timnya 11 orang itu susunannya gimana, ketuanya harus siapa?")
    assert part.tool != "kuorum_sidang_pleno"


def test_of_two_amounts_of_one_kind_the_one_it_comes_to_is_told(assistant: Assistant) -> None:
    part = last_read(assistant, SHARE, "kalau dua orang lagi ikut menulis jadi berlima?")
    assert told(part)["jumlah_penulis"] == 5


def test_the_end_of_it_s_is_no_degree(assistant: Assistant) -> None:
    part = last_read(
        assistant, "Pengawas: need 14 officers, have 9, 2 retire. Vacancies?", "sorry, it's 3 retiring, not 2"
    )
    assert told(part) == {"akan_pensiun": 3}


def test_what_was_worked_on_is_forgotten_with_everything_else() -> None:
    conversation = Conversation("f", said=["x"], worked={"formasi": [0]}, lines=("x: 1",))
    conversation.forget()
    assert not conversation.worked and not conversation.lines
