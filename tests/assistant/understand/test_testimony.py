"""Cues and sayings are weighed against each other: neither a cue nor a likeness tells a fact alone."""

from collections.abc import Callable

import numpy as np
import pytest

from assistant.conversation import Conversation
from assistant.reading import Fact
from assistant.understand.chances import Weights
from assistant.understand.facts import testimony
from assistant.understand.facts.sayings import Heard
from assistant.understand.language.clauses import clauses
from assistant.understand.language.text import Speller, Text
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.understanding import Understanding

Told = Callable[[Understanding, str, str], dict[str, object]]


@pytest.mark.parametrize(
    ("message", "tool", "field", "value"),
    [
        ("kesehatan: baik\nijazah: tidak relevan\nlowongan: ada\nbisa diangkat?", "pengangkatan_pertama", "ada_lowongan", True),
        ("lowongan: tidak ada\nkesehatan: ada surat dokter", "pengangkatan_pertama", "ada_lowongan", False),
        ("ukom inpassing: lulus\nlanjut atau gugur?", "syarat_inpassing", "lulus_uji_kompetensi", True),
    ],
)  # fmt: skip
def test_a_line_tells_of_itself_alone(
    told: Told, understanding: Understanding, message: str, tool: str, field: str, value: object
) -> None:
    assert told(understanding, message, tool).get(field) == value


def test_what_a_cue_tells_is_shown_by_the_cue(understanding: Understanding) -> None:
    message = "saya sudah lulus uji kompetensi, golongan III/c, bisa naik jenjang?"
    observer = understanding._observer
    facts = observer.facts_for(observer.look_at(message, Conversation("c")), "kenaikan_jenjang").facts
    said = next(fact for fact in facts if fact.field == "lulus_uji_kompetensi")
    assert said.value is True
    assert "lulus" in said.text and "golongan" not in said.text


def test_what_was_asked_for_is_taken_as_answered(understanding: Understanding) -> None:
    conversation = Conversation("c", tool="kenaikan_jenjang", asked=("lulus_uji_kompetensi",))
    observer = understanding._observer
    facts = observer.facts_for(observer.look_at("belum", conversation), "kenaikan_jenjang").facts
    assert {fact.field: fact.value for fact in facts}.get("lulus_uji_kompetensi") is False


class Said:
    """Sayings of two facts that share a choice, which hear both alike in every clause."""

    def __init__(self) -> None:
        prodi, kampus = {"B": 0, "tanya": 1}, {"B": 2, "tanya": 3}
        self.columns = {"prodi": prodi, "kampus": kampus, "lulus": {"ya": 4, "tidak": 5, "tanya": 6}}

    def hear(self, text: Text, hidden: object = ()) -> Heard:
        found = clauses(text)
        return Heard(found, np.array([[0.9, 0, 0.9, 0, 0.8, 0.1, 0]] * len(found), np.float32))


def likeness_alone() -> Weights:
    pairs = np.zeros((len(testimony.TRAITS) + 1, len(testimony.TRAITS) + 1))
    pairs[0, testimony.TRAITS.index("mirip") + 1] = 20
    return Weights(0.5, -10, np.zeros(len(testimony.TRAITS)), np.ones(len(testimony.TRAITS)), pairs)


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> testimony.Testimony:
    monkeypatch.setattr("assistant.understand.facts.testimony.load_weights", lambda path: likeness_alone())
    return testimony.Testimony(Said())  # type: ignore[arg-type]


@pytest.fixture
def message() -> Text:
    return Speller(spelling_words()).read("prodi terakreditasi B")


def test_one_clause_tells_a_choice_of_one_fact_the_one_its_cue_names(judge: testimony.Testimony, message: Text) -> None:
    cue = Fact("kampus", "B", 0, 21, message.raw)
    assert [fact.field for fact in judge.facts(message, ["kampus", "prodi"], [cue])] == ["kampus"]
    cue = Fact("prodi", "B", 0, 21, message.raw)
    assert [fact.field for fact in judge.facts(message, ["kampus", "prodi"], [cue])] == ["prodi"]


def test_one_choice_is_told_of_both_facts_whose_cues_name_it(judge: testimony.Testimony, message: Text) -> None:
    cues = [Fact(name, "B", 0, 21, message.raw) for name in ("kampus", "prodi")]
    assert {fact.field for fact in judge.facts(message, ["kampus", "prodi"], cues)} == {"kampus", "prodi"}


def test_a_yes_may_be_told_by_the_clause_that_tells_a_choice(judge: testimony.Testimony, message: Text) -> None:
    found = {fact.field: fact.value for fact in judge.facts(message, ["lulus", "prodi"], [])}
    assert found == {"prodi": "B", "lulus": True}


def test_where_nothing_can_be_heard_the_cues_stay(judge: testimony.Testimony) -> None:
    nothing = Speller(spelling_words()).read("?")
    cue = Fact("prodi", "B", 0, 1, "?")
    assert list(judge.facts(nothing, ["prodi"], [cue])) == [cue]


def test_only_facts_with_sayings_are_judged(judge: testimony.Testimony) -> None:
    assert judge.judges({"prodi", "golongan"}) == ["prodi"]


class Deaf:
    """Sayings that hear a yes of one fact in every clause."""

    def __init__(self, name: str) -> None:
        self.columns = {name: {"ya": 0, "tidak": 1, "tanya": 2}, "lain": {"ya": 3}}

    def hear(self, text: Text, hidden: object = ()) -> Heard:
        found = clauses(text)
        return Heard(found, np.array([[0.9, 0.1, 0, 0]] * len(found), np.float32))


@pytest.mark.parametrize(
    ("said", "cue", "value"),
    [
        ("saya tidak dilepas dari jabatan", (5, 31), False),  # the no stands in the clause that is like a yes
        ("jabatan saya dilepas, kuliahnya tidak jauh", (22, 37), True),  # it stands in another one
    ],
)
def test_the_no_of_a_cue_is_heard_in_the_clause_that_is_like_a_yes(
    monkeypatch: pytest.MonkeyPatch, said: str, cue: tuple[int, int], value: bool
) -> None:
    monkeypatch.setattr("assistant.understand.facts.testimony.load_weights", lambda path: likeness_alone())
    name = "dibebaskan_tugas_jabatan"
    judge = testimony.Testimony(Deaf(name))  # type: ignore[arg-type]
    told = Fact(name, False, *cue, said[slice(*cue)])
    found = judge.facts(Speller(spelling_words()).read(said), [name], [told])
    assert [fact.value for fact in found] == [value]


@pytest.mark.parametrize(("said", "told"), [("anggotanya mau purnabakti", True), ("anggotanya sakit", False)])
def test_likeness_tells_nothing_of_a_fact_that_no_word_names(
    monkeypatch: pytest.MonkeyPatch, said: str, told: bool
) -> None:
    monkeypatch.setattr("assistant.understand.facts.testimony.load_weights", lambda path: likeness_alone())
    judge = testimony.Testimony(Deaf("anggota_pensiun"))  # type: ignore[arg-type]
    assert bool(list(judge.facts(Speller(spelling_words()).read(said), ["anggota_pensiun"], []))) is told
