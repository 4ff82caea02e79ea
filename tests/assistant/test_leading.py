"""Who asks about one rule of a checklist reads that rule first; who tells a case reads what it comes to."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.reply import Answer

EVENING = "tugas belajar PUPR boleh kelas malam?"


def ask(assistant: Assistant, *messages: str) -> Answer:
    """The answer to the last of some messages of one conversation."""
    conversation = Conversation("percakapan")
    return [assistant.ask(message, conversation) for message in messages][-1]


def test_the_rule_asked_about_stands_before_the_whole_list(assistant: Assistant) -> None:
    answer = ask(assistant, EVENING)
    assert [c.tool for c in answer.calculations] == ["program_studi_tugas_belajar"]
    assert answer.citations[0].address.key == "permen-pupr-2-2023#pasal-27-ayat-3"
    opening = answer.answer.split("\n\n")[:2]
    assert answer.citations[0].label in opening[0] and "kelas malam" in opening[1]


def test_a_case_that_is_told_leads_with_no_rule(assistant: Assistant) -> None:
    answer = ask(assistant, "negosiator III/c AK 80, bisa naik pangkat?")
    assert answer.calculations and not answer.answer.startswith("Menurut")


def test_the_like_list_of_another_post_does_not_lead(assistant: Assistant) -> None:
    told = (
        "saya kasubbag (eselon IV) di kemendag, mau diusulkan jadi pejabat eselon III. mohon info syarat pendidikannya"
    )
    answer = ask(assistant, told)
    assert "permendag-79-2014#pasal-19-ayat-4" not in [c.address.key for c in answer.citations]
    assert any(c.address.key.startswith("permendag-79-2014#pasal-19-ayat-3") for c in answer.citations)


def test_a_figure_that_is_asked_for_comes_first(assistant: Assistant) -> None:
    answer = ask(assistant, "berapa target angka kredit setahun negosiator ahli muda?")
    assert answer.answer.startswith("Angka kredit setahun paling sedikit **25**")


def test_an_answer_to_what_was_asked_leads_with_the_rule_no_more(assistant: Assistant) -> None:
    answer = ask(assistant, EVENING, "lewati dulu")
    assert answer.calculations and not answer.answer.startswith("Menurut")


def test_no_provision_is_quoted_twice(assistant: Assistant) -> None:
    answer = ask(assistant, EVENING)
    quotes = [line for line in answer.answer.splitlines() if line.startswith("> ")]
    assert len(quotes) == len(set(quotes))


def test_who_does_something_is_told_before_the_conditions_of_a_case(assistant: Assistant) -> None:
    answer = ask(assistant, "PNS pemda lulus seleksi tugas belajar PUPR, SK-nya siapa yang menerbitkan?")
    assert answer.citations[0].address.key.startswith("permen-pupr-2-2023#pasal-33")


def test_a_provision_that_leads_is_not_quoted_again_below(assistant: Assistant) -> None:
    answer = ask(assistant, "koordinator kelompok keahlian trade corpu dibantu siapa?")
    assert answer.citations[0].address.key == "permendag-4-2026#pasal-8-ayat-3"
    assert answer.answer.count("Dalam melaksanakan tugasnya, koordinator") == 1


def test_who_asks_for_leave_reads_the_rule_before_a_list_of_papers(assistant: Assistant) -> None:
    answer = ask(assistant, "sistem DUPAK pengawas perdagangan belum ada di kantor, boleh berkasnya dikirim manual?")
    assert answer.citations[0].address.key == "permendag-82-2020#pasal-62-ayat-3"


def test_a_rule_for_other_figures_does_not_lead_a_case(assistant: Assistant) -> None:
    answer = ask(assistant, "bimtek 24 JP di PUPR, boleh unit kami sendiri yang menyelenggarakan?")
    assert answer.calculations and not answer.answer.startswith("Menurut")


def test_somebody_told_of_is_nobody_asked_for(assistant: Assistant) -> None:
    told = ask(assistant, "Age limit for an official (JPT) who wants to move in as negosiator perdagangan ahli utama?")
    assert told.citations[0].address.key == "permendag-94-2020#pasal-13-ayat-1-huruf-h-angka-3"
    asked = ask(assistant, "who decides on the promotion of a trade negotiator ahli madya?")
    assert asked.answer.startswith("According to") or asked.calculations


def test_who_decides_is_told_of_the_post_of_the_case(assistant: Assistant) -> None:
    case = "calon kami untuk jabatan pimpinan tinggi pratama lulusan S1, diklatpim II, memenuhi syarat?"
    answer = ask(assistant, case, "kalau untuk pimpinan tinggi madya?", "siapa yang menetapkan pengangkatannya?")
    assert "permendag-79-2014#pasal-12-ayat-1" in {citation.address.key for citation in answer.citations}
    assert "Presiden" in answer.answer


@pytest.mark.parametrize(
    "message",
    [
        "gw pppk, boleh ikut magang ga sih",
        "udah dua periode jadi anggota tim penilai negosiator, bisa diangkat lagi ga?",
        "karena belum lulus juga, saya mau ikut ujian ulang negosiator yang keempat kali. jadwalnya dari siapa?",
    ],
)
def test_behind_a_provision_the_calculation_is_told_and_nothing_twice(assistant: Assistant, message: str) -> None:
    answer = ask(assistant, message)
    quotes = [line for line in answer.answer.splitlines() if line.startswith("> ")]
    assert len(quotes) == len(set(quotes))
    (calculation,) = answer.calculations
    told = [*(step.text for step in calculation.steps), *(each.question for each in calculation.missing)]
    assert any(words in answer.answer for words in told)


def test_what_is_put_right_stands_once_before_the_case(assistant: Assistant) -> None:
    answer = ask(
        assistant, "karena belum lulus juga, saya mau ikut ujian ulang negosiator yang keempat kali. ke siapa?"
    )
    place = "Pasal 42 ayat (6) Permendag 94/2020"
    assert answer.answer.startswith(f"Perlu diluruskan: Anggapan itu tampaknya tidak sesuai dengan {place}.")
    assert answer.answer.count(f"Menurut **{place}**") == 1 and "**Tidak.**" in answer.answer


def test_a_calculation_that_names_the_office_leads_where_one_asks_who(assistant: Assistant) -> None:
    answer = ask(assistant, "pengawas perdagangan ahli madya di kabupaten diangkat oleh siapa, bupati atau menteri?")
    assert "pejabat" in answer.calculations[0].result
    assert not answer.answer.startswith("Menurut") and answer.citations[0].address.key == "permendag-82-2020#pasal-10"


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("lulus S2 mau langsung S3 di PUPR, boleh tanpa kerja lagi di kantor dulu?", "permen-pupr-2-2023#pasal-29"),
        (
            "ijazah saya S1 pendidikan, bisa pindah jadi pengawas perdagangan?",
            "permendag-82-2020#pasal-13-ayat-1-huruf-d",
        ),
    ],
)
def test_the_one_condition_asked_about_is_read_before_the_others(
    question: str, place: str, assistant: Assistant
) -> None:
    answer = ask(assistant, question)
    assert answer.calculations and answer.citations[0].address.key == place


def test_who_asks_for_all_conditions_reads_none_of_them_first(assistant: Assistant) -> None:
    answer = ask(assistant, "syarat tugas belajar PUPR apa saja?")
    assert answer.calculations and not answer.answer.startswith("Menurut")


def test_a_condition_judged_by_a_figure_told_is_not_the_one_asked_about(assistant: Assistant) -> None:
    told = "Saya Pengawas Perdagangan Ahli Pertama III/a, sudah 2 tahun 3 bulan di pangkat terakhir."
    answer = ask(assistant, f"{told} Bisakah naik pangkat?")
    assert "terpenuhi" in {each.status for each in answer.calculations[0].requirements}
    assert not answer.answer.startswith("Menurut")
