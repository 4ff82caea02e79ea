"""Short messages that only make sense after the last: a yes or no turned round, the next number, another kind, a goal."""

from typing import Any

import pytest
from last_read import last_read, told

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.understand.following.thin import plain_turn, returns
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words

SPELLER = Speller(spelling_words())
SANCTION = "negosiator mau dipromosikan ke ahli muda, pernah dijatuhi hukuman disiplin"
OUTSIDE = "saya orang pemda, bukan pejabat fungsional perdagangan. unsur Trade CorpU apa yang berlaku buat saya?"
STAGE = "tahap 2 manajemen pengetahuan Trade CorpU itu apa?"
GROUP = "rumpun jabatan kebijakan dalam negeri tugasnya apa?"
ATTACHE = "paman saya atase perdagangan sudah 20 bulan, boleh dipindah?"


@pytest.mark.parametrize(
    ("message", "said", "turned"),
    [
        ("kalau belum gimana?", "", False),
        ("what if she hasn't?", "", False),
        ("misal temannya sudah?", "", True),
        ("dan kolega yang bukan pejabat?", "pejabat", False),
        ("dan kolega yang bukan pejabat?", "", None),  # "pejabat" is new: it may be about anything
        ("dan yang tidak boleh apa saja?", "", None),
        ("kalau 105?", "", None),
    ],
)
def test_a_message_turns_round_only_where_it_tells_nothing_but_yes_or_no(
    message: str, said: str, turned: bool | None
) -> None:
    assert plain_turn(SPELLER.read(message), set(said.split())) is turned


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ((SANCTION, "andai nggak pernah?"), {"pernah_hukuman_disiplin": False}),
        ((OUTSIDE, "and a friend who is?"), {"jf_perdagangan": True}),
        ((STAGE, "yang keempat?"), {"nomor_tahap": 4}),
        ((STAGE, "and the first one?"), {"nomor_tahap": 1}),
    ],
)
def test_the_fact_told_last_is_tried_the_other_way(
    assistant: Assistant, said: tuple[str, ...], facts: dict[str, Any]
) -> None:
    part = last_read(assistant, *said)
    assert part.kind == "calculation" and part.what_if and told(part) == facts


@pytest.mark.parametrize(
    "said",
    [(SANCTION, "dan yang menetapkan siapa?"), (OUTSIDE, "siapa yang tidak wajib?"), (STAGE, "terus pesertanya?")],
)
def test_what_asks_for_more_turns_nothing_round(assistant: Assistant, said: tuple[str, ...]) -> None:
    assert not told(last_read(assistant, *said)).keys() & {"pernah_hukuman_disiplin", "jf_perdagangan", "nomor_tahap"}


def test_another_kind_is_the_ayat_that_says_the_same_of_it(assistant: Assistant) -> None:
    assert [a.key for a in last_read(assistant, GROUP, "kalau penunjang?").provisions] == [
        "permendag-79-2014#pasal-4-ayat-6"
    ]
    assert last_read(assistant, GROUP, "kalau pakaian dinasnya?").provisions == ()


@pytest.mark.parametrize(
    ("question", "provision"),
    [
        ("perihal hukuman disiplin tadi tertulis di pasal berapa?", "permendag-94-2020#pasal-22-ayat-3-huruf-e"),
        ("cuti melahirkan diatur di pasal berapa?", None),
    ],
)
def test_the_provision_asked_for_is_the_one_shown_that_speaks_of_its_subject(
    assistant: Assistant, question: str, provision: str | None
) -> None:
    shown = [address.key for address in last_read(assistant, SANCTION, question).provisions]
    assert shown == ([provision] if provision else [])


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        ("kembali jadi administrator namanya perpindahan apa?", {"jabatan_tujuan": "administrator"}),
        ("maaf, dia sekarang administrator. perpindahannya jenis apa?", {"jabatan_sekarang": "administrator"}),
    ],
)
def test_a_new_post_is_the_goal_where_its_word_says_so(
    assistant: Assistant, message: str, facts: dict[str, Any]
) -> None:
    assert told(last_read(assistant, ATTACHE, message)) == facts


def test_the_subject_come_back_to_tells_nothing(assistant: Assistant) -> None:
    assert returns(SPELLER.read("ok, kembali ke soal tadi")) and not returns(SPELLER.read("saya mau kembali kerja"))
    said = (
        "PNS PUPR mau tugas belajar S3, syaratnya?",
        "nah balik lagi ke tugas belajar tadi. masa kerja saya 3 tahun",
    )
    assert told(last_read(assistant, *said)) == {"masa_kerja_pns_bulan": 36}


@pytest.mark.parametrize(("word", "plain_word"), [("pengajarnya", "pengajarnya"), ("pengawsanya", "pengawasnya")])
def test_a_word_of_its_own_before_nya_is_no_slip(word: str, plain_word: str) -> None:
    assert SPELLER.plain(word) == plain_word


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (("saya PNS PUPR, JP setahun ini baru 15, kurang nggak?", "nambah 3 lagi"), {"jumlah_jp": "18"}),
        (
            ("saya PNS PUPR, JP setahun ini baru 15, kurang nggak?", "eh 13 JP"),
            {"jumlah_jp": "13"},
        ),  # no more, but another
        (("saya PNS PUPR, JP setahun ini baru 15, kurang nggak?", "misal cuma 12?"), {"jumlah_jp": "12"}),
        (
            ("tim penilai negosiator 7 orang, ketuanya ahli madya", "anggota negosiatornya 4", "andai hanya 2?"),
            {"anggota_fungsional": 2},
        ),
        (
            ("tenggat diklat negosiator yang diangkat 3 Mei 2025?", "udah lulus minggu lalu"),
            {"lulus_diklat_fungsional": True},
        ),
        (
            ("calon kepala bagian Kemendag, S1, belum pernah dihukum disiplin", "kalau pernah?"),
            {"hukuman_terberat": None},
        ),
        (
            ("atase perdagangan jadi kepala bagian itu perpindahan apa?", "kalau ke KDEI?"),
            {"jabatan_tujuan": "perwakilan_kdei"},
        ),
    ],
)
def test_a_short_value_goes_to_the_fact_it_is_about(
    assistant: Assistant, said: tuple[str, ...], facts: dict[str, Any]
) -> None:
    assert told(last_read(assistant, *said)) == facts


def test_what_cannot_be_is_not_supposed_any_longer(assistant: Assistant) -> None:
    conversation = Conversation("t")
    assistant.ask("yang mengangkat pengawas ahli muda siapa?", conversation)
    assert assistant.ask("kalau ahli utama?", conversation).kind == "clarify"
    assert conversation.supposed.get("jenjang") is None
    assistant.ask("kalau ahli madya?", conversation)
    assert conversation.supposed["jenjang"] == "ahli_madya"


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        (("syarat calon direktur di Kemendag yang S2 apa?", "yang menetapkan siapa?"), "badan_seleksi"),
        (("AK ahli muda yang predikatnya baik 10 bulan?", "yang menetapkan siapa?"), "pejabat_berwenang"),
    ],
)
def test_a_thin_question_goes_to_the_calculator_that_takes_what_is_known(
    assistant: Assistant, said: tuple[str, ...], tool: str
) -> None:
    part = last_read(assistant, *said)
    assert part.tool == tool or (part.kind == "clause" and tool == "pejabat_berwenang")


def test_a_question_that_begins_with_what_was_shown_keeps_to_its_regulation(assistant: Assistant) -> None:
    case = "pelaksana dari formasi CPNS 30 bulan mau pindah ke kelas jabatan yang sama, boleh?"
    assert last_read(assistant, case, "keputusannya diteken siapa?").regulations == ("permendag-79-2014",)
    assert last_read(assistant, case, "apa tugas tim penilai negosiator?").regulations != ("permendag-79-2014",)


RATED = "pegawai berpredikat butuh perbaikan tindak lanjutnya apa?"
CLUSTER = "klaster pembelajaran nomor 4 Trade CorpU dikoordinasikan siapa?"
REPORTED = "studi saya selesai 3 Maret 2026, batas lapor kembali sesudah tugas belajar kapan?"
PAPER = "karya tulis bertiga nilainya 9 AK, saya penulis pembantu di JF pengawas. bagian saya?"


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ((RATED, "yang baik?"), {"nilai_kinerja": ["baik"]}),
        ((CLUSTER, "lalu yang nomor 7?"), {"nomor_klaster": 7}),
        ((REPORTED, "melapornya tanggal 20 Maret"), {"tanggal_lapor": "2026-03-20"}),  # of the year spoken of
        ((PAPER, "andai tidak ada penulis utamanya?"), {"peran_penulis": "setara"}),  # not a paper of no writers
        ((PAPER, "andai tidak ada penulis utama, sama rata?"), {"peran_penulis": "setara"}),
    ],
)
def test_another_bare_value_is_one_of_the_fact_told_last(
    assistant: Assistant, said: tuple[str, ...], facts: dict[str, Any]
) -> None:
    assert told(last_read(assistant, *said)) == facts


def test_a_day_without_a_year_is_none_where_no_year_was_spoken_of(assistant: Assistant) -> None:
    part = last_read(assistant, "batas lapor kembali sesudah tugas belajar kapan?", "melapornya tanggal 20 Maret")
    assert "tanggal_lapor" not in told(part)
