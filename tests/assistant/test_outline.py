"""A provision too long for one answer is told by its parts, each with the words it opens with."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "bunyi pasal 13 permendag 94/2020?",
            [
                "jenjang Jabatan Fungsional yang akan diduduki.\n",  # a short ayat whole
                "#pasal-13-ayat-7): Tata cara pengangkatan dari perpindahan jabatan lain: …",
            ],
        ),
        ("isi pasal 1 permendag 82/2020", ["#pasal-1-angka-8): Instansi Pemerintah adalah Instansi Pusat dan"]),
        (
            "lampiran III permendag 82/2020 tentang apa?",
            [
                "#lampiran-iii): Format Dokumen Jabatan Fungsional Pengawas Perdagangan",
                "#lampiran-iii-huruf-a): FORMAT DAFTAR RIWAYAT HIDUP",
            ],
        ),
    ],
)
def test_a_long_provision_is_told_by_its_parts(assistant: Assistant, question: str, said: list[str]) -> None:
    answer = assistant.ask(question, Conversation("x"))
    assert [words for words in said if words not in answer.answer] == []
    assert "> " not in answer.answer


def test_a_shorter_provision_is_still_quoted_whole(assistant: Assistant) -> None:
    answer = assistant.ask("bunyi pasal 10 permendag 4/2026?", Conversation("x"))
    assert "> (8) Pengembangan sebagaimana dimaksud pada ayat (1) huruf g" in answer.answer


def test_a_part_of_a_long_provision_can_be_asked_for_next(assistant: Assistant) -> None:
    conversation = Conversation("x")
    assistant.ask("bunyi pasal 13 permendag 94/2020?", conversation)
    assert "> h. berusia paling tinggi 63" in assistant.ask("ayat (5)-nya?", conversation).answer
