"""Which fact an amount is, where cue words alone miss it: weighed by the words around it, likeness and size."""

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import pytest

from assistant.conversation import Conversation
from assistant.understand.facts.amount_words import BUCKETS, NONE, AmountWords, buckets, load_amount_words
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.understanding import Understanding

SPELLER = Speller(spelling_words())
TOLD = [
    ("kenaikan_jenjang", "I came into this position by promotion three years ago, may I move up a level?", "masa_jabatan_bulan", 36),
    ("disiplin_skp", "dikira 72% ternyata realisasi SKP saya cuma 47%, kena hukuman?", "capaian_skp_persen", Decimal(47)),
    ("hasil_dua_penilai", "penilai kedua kasih 14 padahal usulan saya 20, penilai pertama 16,5. terus?", "nilai_penilai_kedua", Decimal(14)),
]  # fmt: skip


@pytest.fixture
def weighed(understanding: Understanding) -> Iterator[Understanding]:
    """The understanding, whose weighing a test may switch off."""
    facts = understanding._observer.facts
    attribution = facts._attribution
    yield understanding
    facts._attribution = attribution


def told(understanding: Understanding, tool: str, message: str) -> dict[str, object]:
    observer = understanding._observer
    return {
        fact.field: fact.value for fact in observer.facts_for(observer.look_at(message, Conversation("a")), tool).facts
    }


@pytest.mark.parametrize(("tool", "message", "field", "value"), TOLD)
def test_an_amount_is_the_fact_that_it_is_told_for(
    weighed: Understanding, tool: str, message: str, field: str, value: object
) -> None:
    assert told(weighed, tool, message)[field] == value


def test_what_was_just_asked_for_is_not_weighed(weighed: Understanding) -> None:
    observer, conversation = weighed._observer, Conversation("a")
    conversation.asked = ("usia_tahun",)
    facts = observer.facts_for(observer.look_at("56", conversation), "pengangkatan_perpindahan").facts
    assert [(fact.field, fact.value) for fact in facts] == [("usia_tahun", 56)]


def test_a_fact_that_nothing_was_learned_of_keeps_what_its_cues_tell(weighed: Understanding) -> None:
    found = told(weighed, "nilai_uji_kompetensi", "ukt 61, ukmsk 74, pengawas perdagangan, lulus?")
    assert (found["nilai_ukt"], found["nilai_ukmsk"]) == (61, 74)


def test_cue_words_alone_miss_some_of_them(weighed: Understanding) -> None:
    weighed._observer.facts._attribution = None
    missed = [field for tool, message, field, value in TOLD if told(weighed, tool, message).get(field) != value]
    assert missed  # where none is missed any more, the weighing has nothing left to do


def test_words_and_size_speak_for_the_fact_they_were_counted_with() -> None:
    text = SPELLER.read("umur saya 54 tahun")
    around = buckets(text, 2, 2)
    words = np.zeros(BUCKETS, np.float32)
    words[around] = 1.0
    table = AmountWords(
        {"usia_tahun": words}, words * 0, {"usia_tahun": 5}, {"usia_tahun": (4.0, 0.2), NONE: (3.0, 1.5)}
    )
    assert table.speak("usia_tahun", around) > table.speak("angka_kredit", around) == 0
    assert table.fits("usia_tahun", 54) > 0 > table.fits("usia_tahun", 3)


def test_the_table_knows_the_facts_and_keeps_no_number_of_a_message() -> None:
    table = load_amount_words()
    assert table.told["usia_tahun"] > 10 and NONE in table.ratios
    assert buckets(SPELLER.read("umur saya 54 tahun"), 2, 2) == buckets(SPELLER.read("umur saya 31 tahun"), 2, 2)
