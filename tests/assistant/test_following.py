"""A question that follows on an answer is found in the light of it; one that stands by itself by its own words."""

from dataclasses import replace

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.following import TRAITS, candidates, load_weights, search
from assistant.reading import After, Part
from assistant.reply import Answer
from corpus.address import Address
from index.search import Index

TEAM = "tim penilai angka kredit pengawas 5 orang, sekretarisnya dari kepegawaian"
STUDY = "ikatan dinas saya berapa lama, PUPR, tugas belajar 2 tahun, dibebaskan dari jabatan"


def ask(assistant: Assistant, *messages: str) -> Answer:
    conversation = Conversation("percakapan")
    return [assistant.ask(message, conversation) for message in messages][-1]


def best(index: Index, text: str, after: After | None) -> Address:
    return search(Part(text, "clause", after=after), index, 1)[0].address


def test_a_thin_question_is_asked_of_what_was_spoken_of(real: Index) -> None:
    shown = (Address("permen-pupr-2-2023", pasal=38, ayat=5),)
    found = best(real, "siapa yang menetapkan?", After("perpanjangan tugas belajar", shown))
    assert found.regulation == "permen-pupr-2-2023" and found.pasal == 38
    assert best(real, "siapa yang menetapkan?", None) != found


def test_a_question_that_stands_by_itself_is_found_by_its_own_words(real: Index) -> None:
    shown = (Address("permen-pupr-2-2023", pasal=38, ayat=5),)
    text = "kuorum sidang pleno tim penilai negosiator perdagangan berapa?"
    alone = best(real, text, None)
    assert best(real, text, After("perpanjangan tugas belajar", shown)) == alone
    assert alone.regulation == "permendag-94-2020" and alone.pasal == 69


@pytest.mark.parametrize(
    ("told", "question", "place"),
    [
        (
            "Dupak saya diperiksa dua penilai dan hasilnya sama.",
            "Lalu siapa yang menyampaikan hasilnya ke pejabat penetap?",
            "permendag-82-2020#pasal-63-ayat-3",
        ),
        (
            "Menurut Permendag 4/2026 desain pembelajaran kami susun dari hasil diagnosis kebutuhan.",
            "Siapa yang menyusun dan mengembangkan desain pembelajaran?",
            "permendag-4-2026#pasal-20-ayat-3",
        ),
    ],
)
def test_what_is_told_around_a_question_does_not_answer_it(real: Index, told: str, question: str, place: str) -> None:
    part = Part(f"{told} {question}", "clause", regulations=(place.partition("#")[0],))
    assert search(part, real, 1)[0].address.key != place
    assert search(replace(part, asks=question), real, 1)[0].address.key == place


def test_what_either_search_found_is_a_candidate_with_every_trait(real: Index) -> None:
    part = Part("siapa yang menetapkan?", "clause")
    found = candidates(part, After("perpanjangan tugas belajar"), real)
    assert len({one.hit.address for one in found}) == len(found) > 40
    assert {len(one.traits) for one in found} == {len(TRAITS)} and load_weights().keys() == {*TRAITS}


@pytest.mark.parametrize(
    ("case", "question", "pasal"),
    [
        (TEAM, "kalau salah satu anggotanya ikut dinilai, DUPAK-nya siapa yang periksa?", (67, 69)),
        ("saya pengawas, lulus diklat paling lambat kapan? diangkat 1 Mei 2024", "kalau lewat, akibatnya apa?", (12,)),
    ],
)
def test_a_question_about_the_rules_in_the_midst_of_a_case_is_looked_up(
    assistant: Assistant, case: str, question: str, pasal: tuple[int, ...]
) -> None:
    answer = ask(assistant, case, question)
    assert not answer.calculations and answer.citations[0].address.pasal in pasal
    assert answer.citations[0].address.regulation == "permendag-82-2020"


@pytest.mark.parametrize(
    "going_on", ["kalau 7 orang?", "eh sekretarisnya dari humas", "kalau ketuanya ahli madya gimana?"]
)
def test_a_case_to_try_is_calculated(assistant: Assistant, going_on: str) -> None:
    answer = ask(assistant, TEAM, going_on)
    assert [c.tool for c in answer.calculations] == ["tim_penilai"]


def test_what_is_asked_about_the_rules_becomes_no_fact_of_the_case(assistant: Assistant) -> None:
    conversation = Conversation("percakapan")
    assistant.ask("saya pengawas, berhenti karena tugas belajar 8 bulan, bisa diangkat lagi?", conversation)
    before = dict(conversation.facts)
    answer = assistant.ask("kalau mengundurkan diri, prosesnya lewat siapa dan harus tertulis?", conversation)
    assert not answer.calculations and conversation.facts == before


@pytest.mark.parametrize("question", ["itu 6 bulannya di ayat berapa?", "which paragraph says 6?"])
def test_the_provision_of_a_number_is_the_one_that_says_it(assistant: Assistant, question: str) -> None:
    answer = ask(assistant, "pengawas berhenti karena tugas belajar 8 bulan, gimana?", question)
    assert "6 (enam) bulan" in answer.citations[0].quote
    assert answer.citations[0].address.pasal == 76


def test_of_several_ayat_that_say_the_word_the_one_that_answers_is_shown(assistant: Assistant) -> None:
    case = "saya mau perpanjang tugas belajar PUPR 6 bulan karena tesis di luar kemampuan saya, bisa?"
    answer = ask(assistant, case, "siapa yang menetapkan perpanjangan itu?")
    assert answer.citations[0].address == Address("permen-pupr-2-2023", pasal=38, ayat=7)


def test_a_number_in_words_leads_to_its_provision_and_a_case_to_try_does_not(assistant: Assistant) -> None:
    case = "I'm a trade negotiator III/a with 30 credits, 3 years in rank, can I be promoted?"
    asked = ask(assistant, case, "Which article sets the minimum of two years in the last rank?")
    assert asked.citations[0].address.key == "permendag-94-2020#pasal-72-ayat-3-huruf-c"
    tried = ask(assistant, case, "and if I had 60, which article?")
    assert tried.calculations


@pytest.mark.parametrize(
    ("case", "question", "pasal"),
    [
        ("masa perpanjangan studi PUPR saya 6 bulan, boleh?", "masa perpanjangan kehitung masa kerja kan?", 38),
        ("jadwal penilaian AK negosiator untuk april kapan?", "aplikasinya belum jadi nih, boleh kirim kertas?", 61),
    ],
)
def test_what_sounds_foreign_but_is_near_to_what_was_said_is_looked_up(
    assistant: Assistant, case: str, question: str, pasal: int
) -> None:
    answer = ask(assistant, case, question)
    assert answer.kind == "clause" and answer.citations[0].address.pasal == pasal


@pytest.mark.parametrize("question", ["gaji saya dipotong berapa?", "besok hujan gak ya di jakarta?"])
def test_what_is_foreign_is_declined_in_a_conversation_too(assistant: Assistant, question: str) -> None:
    assert ask(assistant, TEAM, question).kind == "out_of_scope"


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("yang ngangkat siapa?", "badan_seleksi"),
        ("kalau eselon IV yang meneken SK-nya siapa?", "badan_seleksi"),
        ("kalau diklatpim I juga lulus?", "syarat_jabatan"),
        ("yang mengangkat negosiator ahli utama siapa?", "pejabat_berwenang"),
    ],
)
def test_who_fills_a_post_is_asked_of_the_post_of_the_case(assistant: Assistant, question: str, tool: str) -> None:
    answer = ask(assistant, "calon JPT pratama S1, diklatpim II, memenuhi syarat?", question)
    assert [c.tool for c in answer.calculations] == [tool]
