"""A number beside a part of it, a thing counted and worth something, and a time of ratings or of a level held."""

from datetime import date

import pytest

from assistant.tools import tools
from assistant.understand.facts.context import Context
from assistant.understand.facts.facts import FactReader
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields, spelling_words
from assistant.understand.message.split import questions
from assistant.understand.rows.row_shapes import shapes_of

SPELLER = Speller(spelling_words())
READER = FactReader(fields())


def told(tool: str, said: str) -> dict[str, object]:
    model = tools()[tool].facts
    context = Context(frozenset(model.model_fields), shapes=shapes_of(model))
    return {fact.field: fact.value for fact in READER.read(SPELLER.read(said), context, date(2026, 11, 22)).facts}


@pytest.mark.parametrize(
    ("tool", "said", "field", "value"),
    [
        ("kenaikan_pangkat", "63 credits, supporting work already counted in", "angka_kredit", 63),
        ("kenaikan_pangkat", "AK 71 ditambah penunjang yang 9", "ak_penunjang", 9),
        ("rencana_kenaikan_pangkat", "kalau ambil satu kajian 3 AK lagi, punya 44 AK", "ak_tambahan", 3),
        ("rencana_kenaikan_jenjang", "syarat AK ke utama 450, baru punya 402", "angka_kredit", 402),
        ("kenaikan_jenjang", "lowongan madya dua, saya 9 bulan jadi ahli muda", "jenjang", "ahli_muda"),
        ("syarat_inpassing", "pengalaman 3 tahun, SKP baik dua tahun, sehat", "nilai_kinerja", ("baik", "baik")),
        ("nilai_uji_kompetensi", "wawancara delapan lima", "nilai_wawancara", 85),
        ("nilai_uji_kompetensi", "wawancara delapan", "nilai_wawancara", 8),
    ],
)
def test_each_number_is_of_its_own_fact(tool: str, said: str, field: str, value: object) -> None:
    assert told(tool, said).get(field) == value


def test_a_time_of_ratings_is_no_time_of_study() -> None:
    assert "tugas_belajar_bulan" not in told("syarat_inpassing", "kinerja baik dua tahun, tidak sedang tugas belajar")
    assert told("syarat_inpassing", "sudah 4 bulan tugas belajar, kinerja baik")["tugas_belajar_bulan"] == 4


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("item no. 24 was done 60 times", [{"kegiatan": "24", "volume": 60}]),
        ("activity number 8 about 1,500 times", [{"kegiatan": "8", "volume": 1500}]),
    ],
)
def test_a_row_is_named_by_its_number(said: str, rows: list[dict[str, object]]) -> None:
    assert list(told("formasi", said)["kegiatan"]) == rows  # type: ignore[call-overload]


def test_what_is_asked_for_once_is_one_question() -> None:
    assert len(questions(SPELLER.read("berapa orang yang dibutuhkan kalau riset 20 dan kajian 35 setahun?"))) == 1
    assert len(questions(SPELLER.read("berapa orang yang dibutuhkan dan siapa yang menetapkan jumlahnya?"))) == 2
