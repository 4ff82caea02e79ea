"""Facts told in words that no cue has are read by their likeness to sayings; what only asks tells nothing."""

from collections.abc import Callable

import pytest

from assistant.conversation import Conversation
from assistant.understand.facts.sayings import ASKED, load_sayings
from assistant.understand.language.clauses import clauses
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields, spelling_words
from assistant.understand.understanding import Understanding

Told = Callable[[Understanding, str, str], dict[str, object]]


@pytest.mark.parametrize(
    ("message", "tool", "field", "value"),
    [
        ("Uang kuliahnya saya tanggung sendiri dari tabungan keluarga. Boleh?", "ikatan_dinas", "biaya_mandiri", True),
        ("Semua uang kuliahnya ditanggung kementerian. Boleh?", "ikatan_dinas", "biaya_mandiri", False),
        ("statusku sih masih calon pegawai, bisa diangkat?", "pengangkatan_pertama", "status_pns", False),
        ("The director handed me a signed letter for that task.", "angka_kredit_kegiatan", "penugasan_tertulis", True),
        ("Bos nyuruhnya lewat telepon doang.", "angka_kredit_kegiatan", "penugasan_tertulis", False),
        ("Dia mundur atas kemauan sendiri tahun lalu.", "pengangkatan_kembali", "alasan_berhenti", "mengundurkan_diri"),
    ],
)
def test_a_fact_is_told_in_other_words(
    told: Told, understanding: Understanding, message: str, tool: str, field: str, value: object
) -> None:
    assert told(understanding, message, tool).get(field) == value


@pytest.mark.parametrize(
    ("message", "tool", "field"),
    [
        ("Siapa yang menanggung uang kuliahnya?", "ikatan_dinas", "biaya_mandiri"),
        ("apakah harus lewat surat resmi?", "angka_kredit_kegiatan", "penugasan_tertulis"),
        ("?!", "ikatan_dinas", "biaya_mandiri"),
        ("Cuaca hari ini cerah sekali.", "ikatan_dinas", "biaya_mandiri"),
        ("Saya tidak pernah dihukum.", "angka_kredit_kegiatan", "penugasan_tertulis"),
    ],
)
def test_a_clause_that_asks_or_tells_something_else_tells_no_fact(
    told: Told, understanding: Understanding, message: str, tool: str, field: str
) -> None:
    assert field not in told(understanding, message, tool)


def test_what_is_read_of_other_words_is_shown_by_its_clause(understanding: Understanding) -> None:
    message = "golongan saya III/c, bos nyuruhnya lewat telepon doang, dapat berapa?"
    observer = understanding._observer
    facts = observer.facts_for(observer.look_at(message, Conversation("c")), "angka_kredit_kegiatan").facts
    said = next(fact for fact in facts if fact.field == "penugasan_tertulis")
    assert said.text == message[said.start : said.end] == "bos nyuruhnya lewat telepon doang"


def test_without_an_encoder_no_fact_is_told_in_other_words(told: Told, wordwise: Understanding) -> None:
    assert "penugasan_tertulis" not in told(wordwise, "Bos nyuruhnya lewat telepon doang.", "angka_kredit_kegiatan")


def test_every_yes_or_no_fact_has_sayings_of_both_signs_and_of_mere_questions() -> None:
    said = {saying.label for saying in load_sayings()}
    lacking = [
        f"{name}:{value}"
        for name, field in fields().items()
        for value in ("ya", "tidak", ASKED)
        if field.kind == "ya_tidak" and f"{name}:{value}" not in said
    ]
    assert lacking == []


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("PNS, tapi belum lulus.", ["PNS", "tapi belum lulus"]),
        ("- sehat\n- belum lulus", ["- sehat", "- belum lulus"]),
        ("nilai 7,5 saja", ["nilai 7,5 saja"]),
        ("", []),
    ],
)
def test_a_message_is_cut_where_another_thing_is_told(message: str, parts: list[str]) -> None:
    text = Speller(spelling_words()).read(message)
    spans = [text.span(clause.first, clause.last) for clause in clauses(text)]
    assert [message[start:end] for start, end in spans] == parts


def test_of_very_many_clauses_the_shortest_are_taken_together() -> None:
    text = Speller(spelling_words()).read("; ".join(["sudah lulus ujian", *["sehat sekali"] * 14]))
    found = clauses(text)
    assert len(found) == 10
    assert (found[0].first, found[-1].last) == (0, len(text.words) - 1)
