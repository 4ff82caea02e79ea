"""Whoever sets levels or the two positions against each other is shown the rule of each."""

import pytest

from assistant.answer import Assistant
from assistant.contrast import contrasted
from assistant.conversation import Conversation
from assistant.reading import Part
from corpus.library import Corpus


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("apa beda target AK ahli muda dan ahli madya?", ["Ahli Muda", "Ahli Madya"]),
        ("beda pangkat ahli pertama, muda dan madya pengawas", ["Ahli Pertama", "Ahli Muda", "Ahli Madya"]),
        ("bandingkan target negosiator ahli muda dengan negosiator ahli utama", ["Ahli Muda", "Ahli Utama"]),
        ("syarat inpassing negosiator sama pengawas bedanya apa", ["Negosiator Perdagangan", "Pengawas Perdagangan"]),
        ("apakah syarat promosi pengawas dan negosiator sama?", ["Pengawas Perdagangan", "Negosiator Perdagangan"]),
        ("compare the target of ahli muda and ahli madya", ["Ahli Muda", "Ahli Madya"]),
        ("target AK ahli muda dan ahli madya berapa?", []),  # no contrast is asked for
        ("apa beda naik dari ahli muda ke ahli madya dengan naik pangkat?", []),  # a step, not two sides
        ("apa beda negosiator dan pengawas perdagangan?", []),  # nothing is asked of them but what they are
        ("beda Penata Muda dan Pembina Utama Madya", []),  # ranks
    ],
)
def test_the_sides_are_read_only_where_they_are_contrasted(corpus: Corpus, question: str, names: list[str]) -> None:
    assert [side.name for side in contrasted(Part(question, "clause"), corpus)] == names


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "beda target angka kredit tahunan negosiator ahli muda dan ahli madya?",
            ["**Ahli Muda**", "paling sedikit **25**", "**Ahli Madya**", "paling sedikit **37,5**"],
        ),
        (
            "perbedaan hasil kerja minimal pengawas ahli pertama dan ahli muda",
            ["lampiran-vi-jenjang-pertama-nomor-1", "lampiran-vi-jenjang-muda-nomor-1"],
        ),
        (
            "perbedaan masa jabatan tim penilai negosiator dan pengawas",
            ["**Pengawas Perdagangan**", "#pasal-67-ayat-1", "**Negosiator Perdagangan**", "#pasal-66-ayat-1"],
        ),
        (
            "apa beda butir kegiatan negosiator ahli muda sama ahli madya?",
            [
                "#lampiran-i-huruf-a-nomor-9): Menyusun concept note/nonpaper.",
                "#lampiran-i-huruf-a-nomor-49): Menyusun",
            ],
        ),
        (
            "perbedaan AK pengembangan profesi ahli muda dan ahli madya untuk naik jenjang negosiator",
            ["Menurut **Pasal 74 ayat (5) Permendag 94/2020**:\n", "> a. 6 (enam)", "> b. 12 (dua belas)"],
        ),
        ("bandingkan formasi pengawas ahli pertama dan ahli muda", ["contoh-1-baris-hasil", "contoh-2-baris-hasil"]),
    ],
)
def test_each_side_is_answered(assistant: Assistant, question: str, said: list[str]) -> None:
    answer = assistant.ask(question, Conversation("x"))
    assert [words for words in said if words not in answer.answer] == []
    assert "tidak saya temukan" not in answer.answer
    assert not answer.missing


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("butir kegiatan pengawas ahli pertama apa saja?", "#lampiran-i-angka-1-nomor-21): Melakukan kodifikasi"),
        ("lampiran I permendag 94/2020, butir kegiatan ahli muda", "#lampiran-i-huruf-a-nomor-9): Menyusun concept"),
    ],
)
def test_the_activities_of_a_level_are_listed(assistant: Assistant, question: str, listed: str) -> None:
    assert listed in assistant.ask(question, Conversation("x")).answer


def test_the_credit_of_one_activity_is_no_list(assistant: Assistant) -> None:
    question = "angka kredit butir kegiatan menyusun concept note negosiator ahli muda berapa?"
    assert "Butir kegiatan tugas jabatan" not in assistant.ask(question, Conversation("x")).answer
