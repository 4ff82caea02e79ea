"""What a message implies counts and is said to be understood so; whose rule it is, is said to whom it may not bind."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.reply import Answer

HELD = "isinya hanya pembanding"


def ask(assistant: Assistant, message: str, conversation: Conversation | None = None) -> Answer:
    return assistant.ask(message, conversation or Conversation("c"))


@pytest.mark.parametrize(
    ("message", "position", "other"),
    [
        ("mau naik ke ahli utama, syaratnya apa?", "Negosiator Perdagangan", "permendag-82-2020"),
        ("saya di disperindag, dupak saya diserahkan ke siapa?", "Pengawas Perdagangan", "permendag-94-2020"),
    ],
)
def test_the_position_that_alone_fits_is_taken_and_told(
    assistant: Assistant, message: str, position: str, other: str
) -> None:
    answer = ask(assistant, message)
    assert f"**{position}**" in answer.answer.splitlines()[0] and "mohon sebutkan jabatannya" in answer.answer
    assert other not in {citation.address.regulation for citation in answer.citations}


def test_who_is_to_rise_has_the_level_below(assistant: Assistant) -> None:
    answer = ask(assistant, "negosiator, mau naik ke madya. target angka kredit setahun berapa?")
    assert "**Ahli Muda**, satu tingkat di bawah “madya”" in answer.answer
    assert dict(answer.facts)["jenjang"] == "ahli_muda" and "**25**" in answer.answer


@pytest.mark.parametrize(
    "message",
    [
        "pengawas perdagangan bisa sampai ahli utama? syarat naik jenjangnya apa?",
        "saya negosiator, ada tugas pengawasan barang beredar juga. target angka kredit setahun berapa?",
        "ahli muda target angka kredit setahun berapa?",
        "sudah naik ke madya tahun lalu, target angka kredit setahun berapa?",
        "perpindahan langsung naik ke madya, angka kredit setahun berapa?",
    ],
)
def test_what_is_told_or_not_settled_is_not_understood_otherwise(assistant: Assistant, message: str) -> None:
    assert "Saya memahami" not in ask(assistant, message).answer


def test_a_correction_takes_back_what_was_understood(assistant: Assistant) -> None:
    conversation = Conversation("c")
    ask(assistant, "saya di disperindag, mau naik ke madya. target angka kredit setahun berapa?", conversation)
    ask(assistant, "bukan, saya negosiator", conversation)
    assert conversation.facts["jabatan"] == "negosiator"


@pytest.mark.parametrize(
    "message",
    ["pegawai kemendag mau tugas belajar S2, syaratnya apa?", "saya negosiator, ikatan dinas tubel berapa lama?"],
)
def test_a_rule_of_another_ministry_is_called_so(assistant: Assistant, message: str) -> None:
    assert ask(assistant, message).answer.count(HELD) == 1


@pytest.mark.parametrize(
    "message",
    ["saya di Bina Marga mau tugas belajar S2, syaratnya apa?", "negosiator ahli muda target AK setahun berapa?"],
)
def test_whom_a_rule_binds_is_told_nothing_of_it(assistant: Assistant, message: str) -> None:
    answer = ask(assistant, message).answer
    assert HELD not in answer and "adalah aturan Kementerian" not in answer


def test_whose_rule_it_is_is_said_once_where_the_ministry_is_not_known(assistant: Assistant) -> None:
    conversation = Conversation("c")
    first = ask(assistant, "peserta tugas belajar wajib lapor kapan?", conversation)
    second = ask(assistant, "kalau luar negeri gimana?", conversation)
    assert "Permen PUPR 2/2023 adalah aturan Kementerian PUPR." in first.answer
    assert "adalah aturan" not in second.answer


def test_for_whom_a_rule_of_one_position_is_is_told_who_names_none(assistant: Assistant) -> None:
    told = "mohon sebutkan."
    alone = ask(
        assistant, "apa beda wewenang tim penilai pusat, tim penilai unit kerja, dan tim penilai daerah?"
    ).answer
    assert f"Ketentuan itu bagi Pengawas Perdagangan. Bila jabatan Anda lain, {told}" in alone
    named = ask(assistant, "saya pengawas perdagangan, apa beda tim penilai pusat dan tim penilai unit kerja?").answer
    both = ask(assistant, "apakah hasil penilaian angka kredit bisa diajukan keberatan?").answer
    term = ask(assistant, "apa arti DUPAK?").answer
    assert all(told not in answer for answer in (named, both, term))
