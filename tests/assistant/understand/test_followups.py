"""What a message means after the one before it: provisions asked for, amounts told again, questions that lean back."""

from typing import Any

import pytest
from last_read import told

from assistant.conversation import Conversation
from assistant.understand.following.followups import asks_which_provision, taken_back
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.message.split import questions
from assistant.understand.understanding import Understanding
from corpus.address import Address

SPELLER = Speller(spelling_words())


def address(place: str, regulation: str) -> Address:
    return Address.parse(place, regulation)


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("pasal berapa itu?", True),
        ("Mohon dasar hukumnya.", True),
        ("which annex says that?", True),
        ("ada di lampiran mana", True),
        ("sumber dana tim penilai dari mana?", False),
        ("dasar perhitungan angka kredit penulis bersama?", False),
    ],
)
def test_the_provision_of_the_last_answer_is_asked_for_in_many_words(message: str, asked: bool) -> None:
    assert asks_which_provision(SPELLER.read(message)) is asked


@pytest.mark.parametrize(
    ("message", "denied"),
    [
        ("sorry, the paper was 64, not 74", ["not 74"]),
        ("8 bukan 7", ["bukan 7"]),
        ("pelatihan yang bukan kepemimpinan, siapa?", []),
        ("it was 64, not the interview with 74", []),
    ],
)
def test_the_number_that_is_taken_back_is_not_told(message: str, denied: list[str]) -> None:
    assert [message[start:end] for start, end in taken_back(SPELLER.read(message))] == denied


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("gagal ukom boleh mengulang berapa kali trus rekomendasi yang lulus berlaku berapa tahun", 2),
        ("target setahun berapa, sama organisasi profesinya tugasnya apa", 2),
        ("gagal ujikom 2x trus gimana", 1),
        ("syaratnya sama dengan pengawas berapa", 1),
        ("berapa lama dan kapan", 2),
    ],
)
def test_two_whole_questions_are_parted_without_a_comma(message: str, count: int) -> None:
    assert len(questions(SPELLER.read(message))) == count


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("SKP yang menyetujui siapa? atasan langsung apa kepala dinas?", 1),
        ("jumlahnya harus berapa? ganjil atau genap?", 1),
        ("who signs? the minister or the secretary general?", 1),
        ("kapan dinilai? boleh diulang atau tidak?", 2),
        ("bisa naik pangkat? apa syaratnya?", 2),
        ("umur 50, bisa pindah ke pengawas ahli muda? berkasnya apa saja?", 2),
        ("bisa mundur? hukuman apa kalau telat?", 2),
        ("berapa target ahli muda, dan apa syarat naiknya?", 2),
        ("bisa naik? kalau begitu apa syaratnya?", 2),
        ("ikatan dinas berapa lama? hangus apa bagaimana kalau mundur?", 2),
        ("bos bilang hukuman ringan tidak boleh promosi. bener gitu?", 1),
        ("a colleague says one may be promoted, can he? is that so?", 1),
        ("tim penilai boleh 4 orang? benar siapa ketuanya?", 2),
    ],
)
def test_things_to_choose_from_belong_to_the_question_before(message: str, count: int) -> None:
    assert len(questions(SPELLER.read(message))) == count


def test_a_question_about_the_person_just_named_is_answered_from_the_same_pasal(understanding: Understanding) -> None:
    shown = (address("Pasal 8 ayat (1)", "permendag-4-2026"), address("Pasal 8 ayat (3)", "permendag-4-2026"))
    conversation = Conversation("s", said=["x"], tool="struktur_trade_corpu", cited=shown)
    (part,) = understanding.read("dia dibantu siapa?", conversation).parts
    assert [one.place for one in part.provisions] == ["Pasal 8 ayat (3)"]


def test_a_thin_question_in_another_subject_s_words_leaves_the_pasal(understanding: Understanding) -> None:
    shown = (address("Pasal 8 ayat (1)", "permendag-4-2026"),)
    conversation = Conversation("s", said=["x"], tool="struktur_trade_corpu", cited=shown)
    (part,) = understanding.read("ikatan dinasnya berapa lama?", conversation).parts
    assert part.tool == "ikatan_dinas"


def test_nothing_that_points_back_is_declined_as_foreign(understanding: Understanding) -> None:
    shown = (address("Pasal 37", "permendag-82-2020"),)
    conversation = Conversation(
        "s", said=["x"], tool="tim_uji_kompetensi", cited=shown, regulations=("permendag-82-2020",)
    )
    assert understanding.read("siapa yg ngebentuk", conversation).parts[0].beyond is None
    assert understanding.read("resep sambal matah dong", conversation).parts[0].beyond == "unrelated"


@pytest.mark.parametrize(
    ("message", "places"),
    [
        ("dasar hukumnya?", ["Pasal 42 ayat (8)", "Pasal 43 ayat (1)"]),
        ("pasal berapa?", ["Pasal 42 ayat (8)"]),
        ("lampiran berapa?", ["Lampiran V angka 12"]),
    ],
)
def test_the_legal_basis_is_every_pasal_and_an_attachment_only_where_it_is_asked_for(
    understanding: Understanding, message: str, places: list[str]
) -> None:
    cited = tuple(
        address(place, "permendag-82-2020")
        for place in ("Lampiran V angka 12", "Pasal 42 ayat (8)", "Pasal 42 ayat (9)", "Pasal 43 ayat (1)")
    )
    (part,) = understanding.read(message, Conversation("s", said=["x"], cited=cited)).parts
    assert [one.place for one in part.provisions] == places


@pytest.mark.parametrize(
    ("said", "tool", "message", "wanted"),
    [
        (
            "sidang pleno tim penilai pengawas, anggota 7 yg dateng 4. sah?",
            "kuorum_sidang_pleno",
            "ralat yg dateng 5",
            {"jumlah_hadir": 5},
        ),
        (
            "tim penilai negosiator di tempatku 5 orang, 2 di antaranya negosiator. sah ga?",
            "tim_penilai",
            "kalau jadi 6 orang?",
            {"jumlah_tim": 6},
        ),
        (
            "sidang pleno tim penilai pengawas, anggota 7 yg dateng 4. sah?",
            "kuorum_sidang_pleno",
            "ralat anggotanya 9",
            {"jumlah_tim": 9},
        ),
    ],
)
def test_an_amount_told_again_is_the_one_that_was_told_in_these_words(
    understanding: Understanding, said: str, tool: str, message: str, wanted: dict[str, Any]
) -> None:
    (part,) = understanding.read(message, Conversation("s", said=[said], tool=tool)).parts
    assert part.tool == tool
    assert told(part) == wanted


@pytest.mark.parametrize(("level", "kept"), [("ahli muda", True), ("ahli madya", False)])
def test_a_rank_is_forgotten_only_for_a_level_that_does_not_have_it(
    understanding: Understanding, level: str, kept: bool
) -> None:
    conversation = Conversation(
        "s", facts={"jabatan": "pengawas", "golongan": "III/d"}, said=["x"], tool="kelebihan_angka_kredit"
    )
    (part,) = understanding.read(level, conversation).parts
    assert ("golongan" not in told(part)) is kept


def test_what_is_added_goes_on_with_the_calculation(understanding: Understanding) -> None:
    conversation = Conversation("s", facts={"lama_studi_bulan": 24}, said=["x"], tool="ikatan_dinas")
    (part,) = understanding.read("plus perpanjangan 6 bulan", conversation).parts
    assert (part.tool, told(part)["perpanjangan_bulan"]) == ("ikatan_dinas", 6)


def test_after_two_questions_a_fact_goes_to_the_calculator_that_takes_it(understanding: Understanding) -> None:
    at_work = ("kenaikan_jenjang", "pejabat_berwenang")
    conversation = Conversation(
        "s",
        facts={"jabatan": "pengawas"},
        said=["x"],
        tool=at_work[1],
        at_work=at_work,
        asked=("angka_kredit", "ak_pengembangan_profesi"),
    )
    (part,) = understanding.read("AK pengembangan profesi gw baru 4", conversation).parts
    assert (part.tool, told(part)["ak_pengembangan_profesi"]) == ("kenaikan_jenjang", "4")
