"""Several questions in one message: each is answered, a later one within what the one before it was about."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    ("message", "place"),
    [
        (
            "sesudah tubel PUPR gelar bisa diusulkan? pangkat penyesuaian ijazah juga bisa?",
            "permen-pupr-2-2023#pasal-36-ayat-7",
        ),
        ("apa tugas dewan pengarah pembelajaran Trade CorpU? siapa ketuanya?", "permendag-4-2026#pasal-5"),
        (
            "anggota tim penilai negosiator diangkat siapa dan masa tugasnya berapa tahun?",
            "permendag-94-2020#pasal-66-ayat-1",
        ),
    ],
)
def test_a_later_question_keeps_the_subject_and_the_regulation(assistant: Assistant, message: str, place: str) -> None:
    answer = assistant.ask(message, Conversation("percakapan"))
    assert any(citation.address.key.startswith(place) for citation in answer.citations)
    first = place.split("#")[0]
    quoted = [c for c in answer.citations if c.label not in answer.answer.partition("Lihat juga")[2]]
    assert {citation.address.regulation for citation in quoted} == {first}


def test_a_later_question_of_its_own_is_no_repetition(assistant: Assistant) -> None:
    answer = assistant.ask("negosiator III/c AK 80 bisa naik pangkat? terus target setahun berapa?", Conversation("x"))
    assert [c.tool for c in answer.calculations] == ["kenaikan_pangkat", "target_tahunan"]


def test_a_noun_with_a_subject_of_its_own_is_another_question(assistant: Assistant) -> None:
    answer = assistant.ask("umur 50, bisa pindah ke pengawas ahli muda? berkasnya apa saja?", Conversation("x"))
    assert [c.tool for c in answer.calculations] == ["pengangkatan_perpindahan", "dokumen_persyaratan"]


@pytest.mark.parametrize(
    ("message", "place", "foreign"),
    [
        (
            "di PUPR pelatihan setahun wajib 20 jam pelajaran ya? kalau kurang dari itu kena sanksi apa?",
            "permen-pupr-2-2023#pasal-19",
            "permen-pupr-2-2023#pasal-39",
        ),
        (
            "uji kompetensi negosiator siapa yang menyelenggarakan, materinya apa?",
            "permendag-94-2020#pasal-33",
            "permen-pupr-2-2023",
        ),
    ],
)
def test_a_later_question_is_of_its_subject(assistant: Assistant, message: str, place: str, foreign: str) -> None:
    cited = [citation.address.key for citation in assistant.ask(message, Conversation("x")).citations]
    assert any(key.startswith(place) for key in cited) and not any(key.startswith(foreign) for key in cited)


def test_what_one_question_leaves_open_is_told_by_name(assistant: Assistant) -> None:
    message = "di PUPR pelatihan setahun wajib 20 jam pelajaran ya? kalau kurang dari itu kena sanksi apa?"
    answer = assistant.ask(message, Conversation("x")).answer
    assert "kena sanksi apa" in answer and "Sanksi atau akibatnya tidak disebut" in answer


@pytest.mark.parametrize(
    "message", ["anggota tim penilai negosiator diangkat siapa?", "tim penilai pengawas diangkat oleh siapa?"]
)
def test_who_appoints_a_team_is_not_who_appoints_to_the_position_it_assesses(
    assistant: Assistant, message: str
) -> None:
    answer = assistant.ask(message, Conversation("x"))
    places = {citation.address.pasal for citation in answer.citations}
    assert places & {65, 66} and 10 not in places


def test_twins_of_the_same_words_are_not_mixed_up_where_one_was_quoted(assistant: Assistant) -> None:
    message = (
        "DUPAK dikembalikan tim penilai tiga kali gara-gara format. boleh tidak saya mengajukan keberatan? "
        "ke siapa, berapa hari setelah PAK keluar?"
    )
    answer = assistant.ask(message, Conversation("x"))
    assert answer.citations and "tidak dapat diajukan keberatan" in answer.answer
