"""A look-up is asked again of another thing of the same kind, and of nothing else."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.understand.following.swapped import swapped
from corpus.address import Address

CITED = (Address.parse("Pasal 1 angka 13", "permendag-82-2020"),)


@pytest.mark.parametrize(
    ("said", "message", "meant"),
    [
        (["definisi pengawas perdagangan"], "kalau negosiator?", "definisi negosiator perdagangan"),
        (
            ["masa jabatan tim penilai pengawas", "pasal berapa itu?"],
            "untuk negosiator?",
            "masa jabatan tim penilai neg",
        ),
        (["tugas ahli muda apa"], "kalau ahli madya?", "tugas ahli madya apa"),
        (["syarat administrator", "kalau pengawas?"], "kalau jpt pratama?", "syarat jabatan pimpinan tinggi pratama"),
        (["definisi pengawas perdagangan"], "kalau pengawas?", ""),  # the same thing
        (["definisi pengawas perdagangan"], "kalau negosiator diangkat oleh siapa?", ""),  # a question of its own
        (["beda negosiator dan pengawas"], "kalau pengawas?", ""),  # both were spoken of
        (["definisi tugas belajar"], "kalau negosiator?", ""),
    ],
)
def test_what_was_asked_is_asked_of_another(said: list[str], message: str, meant: str) -> None:
    found = swapped(message, Conversation("x", said=said, cited=CITED))
    assert found.startswith(meant) and bool(found) == bool(meant)


def test_a_calculation_goes_on_by_its_facts() -> None:
    said = ["saya pengawas ahli muda, target AK?"]
    assert not swapped("kalau ahli madya?", Conversation("x", said=said, cited=CITED, tool="target_tahunan"))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["definisi pengawas perdagangan", "kalau negosiator?"], "#pasal-1-angka-11"),
        (
            ["persyaratan khusus administrator di permendag 79/2014", "kalau pengawas?"],
            "> Persyaratan khusus pengangkatan Jabatan Pengawas",
        ),
        (["definisi negosiator"], "#pasal-1-angka-11"),
        (["bunyi pasal 10 permendag 4/2026", "ayat selanjutnya?"], "sudah ditampilkan utuh"),
        (["bunyi pasal 10 ayat (2) permendag 4/2026", "ayat selanjutnya?"], "Pasal 10 ayat (3)"),
        (["quote article 5 paragraph 2 of permendag 4/2026", "please quote the full text"], "> Dewan pengarah"),
        (
            ["berapa bobot wawancara dalam uji kompetensi negosiator", "bunyi lengkapnya?"],
            "Lampiran V angka 1 huruf a Permendag 94",
        ),
    ],
)
def test_the_turn_after_a_look_up_goes_on_with_it(assistant: Assistant, turns: list[str], said: str) -> None:
    conversation = Conversation("x")
    answers = [assistant.ask(turn, conversation) for turn in turns]
    assert said in answers[-1].answer


def test_no_torn_opening_of_a_list_leads_an_answer(assistant: Assistant) -> None:
    answer = assistant.ask("bobot wawancara dalam uji kompetensi negosiator", Conversation("x"))
    assert "> 2. Wawancara sebesar 40%" in answer.answer
    assert "terdiri atas\n" not in answer.answer
