"""Whoever asks in English is put right in English: every correction has its line, keeps every figure and passes the gate."""

import ast
from pathlib import Path

import pytest

from assistant import understand
from assistant.answer import Assistant
from assistant.compose import say_provision
from assistant.conversation import Conversation
from assistant.english import in_english, original
from assistant.numerals import values_of
from assistant.phrases import phrase
from assistant.understand.premises.doers import load_outcome
from assistant.verify import verify
from corpus.address import Address
from corpus.library import Corpus
from eval.honest import all_corrections
from tests.assistant.source_messages import known_messages, messages_of

OBJECTION = "Terhadap angka kredit yang sudah ditetapkan tidak dapat diajukan keberatan."
TARGET = "Target angka kredit Negosiator Perdagangan Ahli Muda paling sedikit 25 setiap tahun."


def english_of(correction: str) -> str:
    english = in_english(correction, "corrections")
    assert english is not None, f"add a line to words/corrections.en.yaml for: {correction}"
    return english


@pytest.mark.parametrize(("text", "address"), all_corrections())
def test_a_correction_is_put_into_english_with_the_same_figures_and_passes_the_gate(
    text: str, address: Address, corpus: Corpus
) -> None:
    english, cited = english_of(text), corpus.cite(address)
    assert values_of(english) == values_of(text) and english != text
    said = f"{phrase('en', 'corrected', correction=english)}\n\n{say_provision(cited, 'en')}"
    assert verify(said, (cited,), (), (), corpus, corrections=(text,)).failures == ()


def test_an_outcome_told_otherwise_has_its_english_line() -> None:
    told = [row[key] for row in load_outcome()["happens"] for key in ("yes", "no") if key in row]
    assert len(told) > 5 and all(english_of(f"{say[0].upper()}{say[1:]}.") for say in told)


def test_every_correction_written_in_the_source_has_an_english_line() -> None:
    written = messages_of(
        lambda called: isinstance(called, ast.Name) and called.id == "Correction",
        folder=Path(understand.__file__).parent,
        at=0,
    )
    written = [message for message in written if message not in ("*.", "*")]  # built of rows that others hold
    assert len(written) > 8 and [message for message in written if message not in known_messages("corrections")] == []


@pytest.mark.parametrize(
    ("built", "english"),
    [
        ("Yang ditetapkan adalah “paling lama 1 (satu) tahun”.", "What is laid down is “paling lama 1 (satu) tahun”."),
        ("Yang memberhentikan adalah Presiden.", "The dismissal is decided by the President."),
        (
            "Yang menetapkan angka kredit (Ahli Muda) adalah Pejabat Pimpinan Tinggi Pratama Unit Pembina.",
            "The credits (Ahli Muda) are set by the Pejabat Pimpinan Tinggi Pratama of the Unit Pembina.",
        ),
        ("Kenaikan pangkat menjadi IV/d ditetapkan oleh PPK.", "A rank promotion to IV/d is decided by the PPK."),
        ("Disyaratkan: Lulus uji kompetensi.", "Required: Competency test passed."),
        ("Perpindahan itu disebut perpindahan diagonal.", "That move is called a diagonal move."),
        ("Yang disebut di sana ada 2: a. teori b. praktik.", "2 are named there: a. teori b. praktik."),
        (
            "Nilai wawancara 61-75 termasuk kategori sangat baik.",
            "An interview score of 61-75 falls in the category very good (sangat baik).",
        ),
        (
            "Golongan ruang III/d termasuk Pengawas Perdagangan Ahli Muda.",
            "Golongan ruang III/d belongs to Pengawas Perdagangan Ahli Muda.",
        ),
        (
            "Dari golongan ruang III/c, kenaikan pangkat berikutnya membutuhkan 100 angka kredit.",
            "From golongan ruang III/c, the next rank promotion needs 100 credits.",
        ),
        (
            "Pasal 9 tidak menyebut “ikatan dinas”; yang paling dekat dengan itu Pasal 37.",
            "Pasal 9 does not mention “ikatan dinas”; the nearest to that is Pasal 37.",
        ),
        ("Anggapan itu tampaknya tidak sesuai dengan Pasal 7.", "That does not seem to agree with Pasal 7."),
    ],
)
def test_what_is_built_is_put_into_english(built: str, english: str) -> None:
    assert in_english(built, "corrections") == english


@pytest.mark.parametrize("unknown", ["Anggapan itu benar.", "Warna berkas: merah.", "Disyaratkan warna merah.", ""])
def test_what_has_no_line_stays_indonesian(unknown: str) -> None:
    assert in_english(unknown, "corrections") is None and original(unknown, (unknown,), "corrections") == unknown


def test_english_that_stands_for_none_of_the_corrections_is_held_back(corpus: Corpus) -> None:
    cited = corpus.cite(Address.parse("Pasal 70 ayat (3)", "permendag-94-2020"))
    english = english_of(OBJECTION)
    page = f"A correction: {{said}}\n\n{say_provision(cited, 'en')}"
    assert verify(page.format(said=english), (cited,), (), (), corpus, corrections=(OBJECTION,)).proven
    for wrong in (english.replace("No objection", "An objection"), english_of(TARGET), "All is allowed."):
        assert not verify(page.format(said=wrong), (cited,), (), (), corpus, corrections=(OBJECTION,)).proven


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "They say a study assignment at PUPR may be extended by 3 years, right?",
            "The length of a study assignment may be extended by at most 1 year.",
        ),
        (
            "The plenary needs all members to be present, right?",
            "The plenary need not be attended by all members; at least 50% plus 1 member of the Tim Penilai is enough.",
        ),
        (
            "An Ahli Utama trade negotiator is appointed by the minister, right?",
            "The appointment is made by the President.",
        ),
        (
            "Is it true that the credit target of a Negosiator Ahli Muda is 40 credits a year?",
            "What is laid down is “25 (dua puluh lima) untuk Negosiator Perdagangan Ahli Muda”.",
        ),
        (
            "Why does a study assignment at PUPR need 3 years of service since being appointed as a civil servant?",
            "A candidate for a study assignment must have at least 1 year of service since the appointment as PNS.",
        ),
    ],
)
def test_an_english_answer_puts_right_in_english(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question, Conversation("x"))
    assert answer.language == "en" and answer.answer.count(f"A correction: {said}") == 1
    assert "diluruskan" not in answer.answer


def test_what_two_provisions_put_right_alike_is_said_once(assistant: Assistant) -> None:
    answer = assistant.ask(
        "I heard the secretary of the Tim Penilai comes from finance, isn't that right?", Conversation("z")
    )
    assert answer.answer.count("A correction:") == 1 and len(answer.citations) == 2


def test_an_indonesian_answer_puts_right_in_indonesian(assistant: Assistant) -> None:
    answer = assistant.ask("Keberatan atas angka kredit negosiator harus ke BKN kan?", Conversation("y"))
    assert f"Perlu diluruskan: {OBJECTION}" in answer.answer
