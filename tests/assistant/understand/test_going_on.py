"""Messages that go on with the calculation at work in words of their own, and those that leave it."""

from typing import Any

import pytest
from last_read import last_read, told

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.understand.following.followups import asks_neighbour
from assistant.understand.intent.provision_asked import asks_where_written
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words

SPELLER = Speller(spelling_words())
TEAM = "tim penilai negosiator anggotanya ditetapkan 3 Mei 2024, masa jabatannya sampai kapan?"
HOST = "unit kerja saya mau bikin seminar sendiri, apa syaratnya?"
FIRST = "pengangkatan pertama jadi pengawas, saya memenuhi syarat belum?"
ACT = "siapa yang menetapkan angka kredit pengawas ahli madya?"
AUTHORS = "karya tulis berlima nilainya 20 AK, saya penulis utama di JF negosiator. bagian saya?"
FAILED = "saya JPT madya, target kinerja tahun berakhir 31 Desember 2024 tidak tercapai. lalu bagaimana?"
SIX = "tim penilai pengawas 6 orang, ketuanya ahli madya, anggota yang pengawas 2 orang. sudah benar?"
SENT = "pengawas mau naik pangkat April 2026, DUPAK paling lambat masuk kapan?"
PASSED = "siapa pejabat yang menetapkan kelulusan uji kompetensi negosiator?"
STUDY = "kasih tau dong saya boleh daftar tugas belajar di PUPR apa ngga"
ENTRY = "saya calon peserta inpassing negosiator, S1, III/c, 4 tahun di pangkat terakhir, AK?"
HOURS = "saya PNS, tahun ini sudah 25 JP"
MINE = "PAK saya 38 padahal hitungan saya 44, negosiator ahli pertama, kenapa selisih?"


@pytest.mark.parametrize(
    ("said", "tool", "facts"),
    [
        ((HOST, "kalau bentuknya diubah jadi bimtek gimana?"), "penyelenggara_pembelajaran", {"bentuk_belajar": "bimtek"}),
        ((FIRST, "S1", "tahun lalu sangat baik"), "pengangkatan_pertama", {"nilai_kinerja": ["sangat_baik"]}),
        ((FIRST, "ujikomnya ga lulus"), "pengangkatan_pertama", {"lulus_uji_kompetensi": False}),
        ((ACT, "yang ngusulin siapa?"), "pejabat_berwenang", {"urusan": "mengusulkan_angka_kredit"}),
        ((AUTHORS, "kalau ga ketahuan siapa utama siapa pembantu, dianggap setara?"), "penulis_bersama", {"peran_penulis": "setara"}),
        ((FAILED, "what if he can't fix it?"), "kinerja_jpt", {"perbaikan_tercapai": False}),
        ((FAILED, "suppose the improvement succeeds"), "kinerja_jpt", {"perbaikan_tercapai": True}),
        ((SIX, "kalau nambah 3 jadi 9 orang?"), "tim_penilai", {"jumlah_tim": 9, "anggota_fungsional": None}),
        ((SENT, "kalau PAK-nya sendiri harus terbit kapan?"), "kalender_pak", {}),
        ((PASSED, "misal ga lulus boleh ujian ulang brp kali", "kalau pengawas?"), "uji_kompetensi_ulang", {"jabatan": "pengawas"}),
        ((PASSED, "kalau untuk pengawas?"), "pejabat_berwenang", {"jabatan": "pengawas"}),
        ((STUDY, "lewati saja dulu deh"), "tugas_belajar", {}),
        ((MINE, "dari 44 itu penunjangnya 7"), "rekonsiliasi_pak", {"ak_penunjang": "7", "ak_hitungan": "44"}),
    ],
)  # fmt: skip
def test_a_fact_in_other_words_than_asked_keeps_the_calculator_at_work(
    assistant: Assistant, said: tuple[str, ...], tool: str, facts: dict[str, Any]
) -> None:
    part = last_read(assistant, *said)
    assert part.tool == tool
    assert {name: told(part).get(name) for name in facts} == facts


def test_what_may_be_exchanged_is_no_exchange(assistant: Assistant) -> None:
    asked = "anggota tim penilai berhalangan 5 bulan, bisa diganti?"
    assert last_read(assistant, TEAM, asked).tool == "penggantian_anggota_tim"


def test_then_at_the_beginning_is_not_always(assistant: Assistant) -> None:
    first = last_read(assistant, "trus kalau predikat kinerjanya cukup, tindak lanjutnya apa?")
    assert told(first)["nilai_kinerja"] == ["cukup"]
    always = last_read(assistant, "predikat kinerjanya cukup terus, tindak lanjutnya apa?")
    assert told(always)["nilai_kinerja"] == ["cukup", "cukup"]


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("ketentuan batasnya ada di mana?", True),
        ("where's the same provision for pengawas?", True),
        ("peraturannya berlaku di mana?", False),
        ("kantornya ada di mana?", False),
    ],
)
def test_it_is_heard_where_a_text_is_asked_for(message: str, asked: bool) -> None:
    assert asks_where_written(SPELLER.read(message)) is asked


def test_where_a_rule_stands_is_looked_up_and_not_computed(assistant: Assistant) -> None:
    case = "klaster fasilitasi perdagangan Trade CorpU koordinatornya siapa?"
    assert last_read(assistant, case, "daftar klaster itu disebut di ayat berapa?").kind == "clause"
    assert last_read(assistant, case, "klaster tata kelola?").tool == "klaster_keahlian"


def test_a_neighbour_is_asked_for_with_or_without_its_ending() -> None:
    assert asks_neighbour(SPELLER.read("pasal setelahnya dong")) == ("pasal", 1)
    assert asks_neighbour(SPELLER.read("ayat sebelumnya?")) == ("ayat", -1)
    assert asks_neighbour(SPELLER.read("ayat sebelum perubahan aturan itu bilang apa?")) is None


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        ((ENTRY, "syaratnya apa aja?", "terus AK nya berapa?"), "angka_kredit_inpassing"),
        ((ENTRY, "angka kreditnya jadi berapa"), "angka_kredit_inpassing"),
        ((HOURS, "cukup?"), "jam_pelajaran"),
        ((SIX, "sah ga?"), "tim_penilai"),
    ],
)
def test_what_a_calculation_comes_to_is_told_again(assistant: Assistant, said: tuple[str, ...], tool: str) -> None:
    assert last_read(assistant, *said).tool == tool


def test_enough_ends_a_conversation_only_where_it_asks_nothing(assistant: Assistant) -> None:
    assert last_read(assistant, HOURS, "cukup").kind == "smalltalk"
    assert last_read(assistant, HOURS, "cukup?").kind == "calculation"


def test_the_first_of_two_short_questions_is_taken_for_itself(assistant: Assistant) -> None:
    asked = "ijazah D4, pangkat III/a, daftar inpassing pengawas. jenjang apa dan AK berapa?"
    parts = assistant.understanding.read(asked, Conversation("r")).parts
    assert [part.tool for part in parts] == ["jenjang_dari_golongan", "angka_kredit_inpassing"]
    one = "ijazah D4, pangkat III/a, daftar inpassing pengawas, AK berapa?"
    assert [part.tool for part in assistant.understanding.read(one, Conversation("r")).parts] == [
        "angka_kredit_inpassing"
    ]
