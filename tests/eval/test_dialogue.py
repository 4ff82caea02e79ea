"""The dialogue set is complete and true to the tools and texts, and its judge tells a good answer from a bad one."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.calculation import Calculation
from assistant.compose import say_calculation
from assistant.conversation import Conversation
from assistant.reading import Fact, Part, Reading
from assistant.reply import Answer
from assistant.tools import tools
from corpus.address import Address
from corpus.citation import Citation
from corpus.errors import DataError
from corpus.library import Corpus
from eval.dialogue import Recorder, confusion, figures
from eval.dialogue_judge import Heard, Judged, judge
from eval.dialogue_set import BEYOND, PHASES, Dialogue, Turn, Wanted, load_dialogues
from eval.fact_match import ANYTHING, same

ALL = load_dialogues()
WANTED = Wanted(tools=("kenaikan_pangkat",))
TARGET = Address("permendag-94-2020", pasal=55, ayat=1)


def test_dialogue_ids_are_unique() -> None:
    counts = Counter(dialogue.id for dialogue in ALL)
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_message_stands_twice_in_the_set() -> None:
    singles = Counter(dialogue.turns[0].say.casefold() for dialogue in ALL if len(dialogue.turns) == 1)
    assert [say for say, count in singles.items() if count > 1] == []


@pytest.mark.parametrize("phase", PHASES)
def test_the_unanswerable_kinds_are_asked_equally_often(phase: str) -> None:
    counts = Counter(d.kind for d in ALL if d.phase == phase and d.kind in BEYOND)
    assert len(set(counts.values())) <= 1 and (not counts or set(counts) == set(BEYOND))


def test_the_set_is_large_enough_and_a_third_of_it_was_written_later() -> None:
    sizes = Counter((d.phase, "beyond" if d.kind in BEYOND else "talk" if len(d.turns) > 1 else "single") for d in ALL)
    assert sizes["first", "single"] >= 200 and sizes["second", "single"] >= 100
    assert sizes["first", "talk"] >= 40 and sizes["second", "talk"] >= 20
    assert sizes["first", "beyond"] >= 80 and sizes["second", "beyond"] >= 40


def test_every_conversation_has_three_to_six_turns() -> None:
    lengths = {d.id: len(d.turns) for d in ALL if d.kind == "percakapan"}
    assert {name: count for name, count in lengths.items() if not 3 <= count <= 6} == {}


def test_every_calculator_is_asked_for_and_no_other() -> None:
    asked = {tool for d in ALL for turn in d.turns for wanted in turn.wants for tool in wanted.tools}
    assert asked == set(tools())


def test_wanted_provisions_stand_in_the_texts(corpus: Corpus) -> None:
    for dialogue in ALL:
        for turn in dialogue.turns:
            for wanted in turn.wants:
                for address in wanted.provisions:
                    assert corpus.node(address).address == address, dialogue.id


@pytest.mark.parametrize("dialogue", ALL, ids=lambda d: d.id)
def test_expected_facts_are_values_that_some_calculator_takes(dialogue: Dialogue) -> None:
    told = [turn.facts or {} for turn in dialogue.turns] + [turn.uses for turn in dialogue.turns]
    told += [{name: value} for name, (_, value) in dialogue.knows.items()]
    told += [other for turn in dialogue.turns for other in turn.instead.values()]
    for facts in told:
        for name, value in facts.items():
            assert _taken(name, value), f"{name} = {value!r}"


def _taken(name: str, value: Any) -> bool:
    """Whether any calculator takes this value; "*" stands for any, in a row for some wording."""
    if value == ANYTHING:
        return any(name in tool.facts.model_fields for tool in tools().values())
    for tool in tools().values():
        if name not in tool.facts.model_fields:
            continue
        plain = [_row(row) for row in value] if isinstance(value, list) else _amount(value)
        try:
            TypeAdapter[Any](tool.facts.model_fields[name].rebuild_annotation()).validate_python(plain)
            return True
        except ValidationError:
            continue
    return False


def _row(row: Any) -> Any:
    return {key: _amount(value) for key, value in row.items()} if isinstance(row, dict) else _amount(row)


def _amount(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, float) else value


@pytest.mark.parametrize(
    ("told", "read", "alike"),
    [
        (12.5, Decimal("12.50"), True),
        (12.5, Decimal("12.51"), False),
        ("2026-05-05", date(2026, 5, 5), True),
        ("2026-05-05", date(2026, 5, 6), False),
        (True, True, True),
        (True, 1, False),
        (["baik", "baik"], ("baik",), False),
        (["baik", "baik"], ("baik", "baik"), True),
        ([{"kegiatan": "riset", "volume": 3}], ({"kegiatan": "menyusun riset", "volume": Decimal(3)},), True),
        ([{"kegiatan": "riset", "volume": 3}], ({"kegiatan": "menyusun riset", "volume": Decimal(2)},), False),
        ([{"kegiatan": "1", "volume": 3}], ({"kegiatan": "12", "volume": Decimal(3)},), False),
        ([{"jenis": "*", "jam": 100}], ({"jenis": "apa pun", "jam": 100},), True),
    ],
)
def test_a_fact_is_compared_by_what_it_means(told: Any, read: Any, alike: bool) -> None:
    assert same(told, read) is alike


def heard(part: Part, kind: Any = "calculation", **answer: Any) -> Heard:
    return Heard(Answer("x", kind, answer.pop("answer", ""), **answer), Reading("id", (part,)), (), {}, False, 0.01)


def judged(turn: Turn, of: Heard) -> Judged:
    return judge(Dialogue("x", "first", "singkat", (turn,)), 1, turn, of)


def fact(name: str, value: Any) -> Fact:
    return Fact(name, value, 0, 0, "")


def test_the_wanted_calculator_is_right_and_another_is_not() -> None:
    turn = Turn("naik pangkat?", (WANTED,))
    assert judged(turn, heard(Part("", "calculation", "kenaikan_pangkat"))).right
    other = judged(turn, heard(Part("", "calculation", "kenaikan_jenjang")))
    assert not other.right and other.found == "kalkulator lain"


def test_a_provision_counts_only_when_its_words_are_shown() -> None:
    citation = Citation(TARGET, "Pasal 55 ayat (1) Permendag 94/2020", "(1) Target Angka kredit")
    turn = Turn("target?", (Wanted(provisions=(TARGET,)),))
    shown = heard(Part("", "clause"), "clause", answer="> (1) Target Angka kredit", citations=(citation,))
    assert judged(turn, shown).right
    linked = heard(Part("", "clause"), "clause", answer="Lihat juga Pasal 55 ayat (1).", citations=(citation,))
    assert not judged(turn, linked).right


@pytest.mark.parametrize(("quoted", "right"), [(("x", "y"), True), (("x", "y", "z"), False), (("y", "x", "z"), True)])
def test_of_a_long_checklist_only_the_provision_that_leads_it_counts(quoted: tuple[str, ...], right: bool) -> None:
    places = {"x": replace(TARGET, pasal=11), "y": TARGET, "z": replace(TARGET, pasal=12)}
    citations = tuple(Citation(places[name], name, f"({name}) words") for name in "xyz" if name in quoted)
    text = "\n\n".join(f"> ({name}) words" for name in quoted)
    found = Calculation("pemberhentian", {}, citations=citations)
    answer = heard(Part("", "calculation", "pemberhentian"), answer=text, citations=citations, calculations=(found,))
    assert judged(Turn("target?", (Wanted(provisions=(TARGET,)),)), answer).right is right


def test_a_calculation_that_was_held_back_is_counted() -> None:
    found = Calculation("pemberhentian", {}, result={"usia": 58})
    part, turn = Part("", "calculation", "pemberhentian"), Turn("berhenti?", (WANTED,))
    whole = heard(part, answer=say_calculation(found, "id"), calculations=(found,))
    assert judged(turn, whole).told is True
    assert judged(turn, replace(whole, answer=replace(whole.answer, answer="> kata pasal"))).told is False
    assert judged(turn, heard(part)).told is None


def test_a_fact_that_was_not_told_is_a_fault_and_one_told_before_is_not() -> None:
    turn = Turn("naik pangkat?", (WANTED,), facts={"golongan": "III/a"})
    facts = (fact("golongan", "III/a"), fact("angka_kredit", Decimal(80)))
    part = Part("", "calculation", "kenaikan_pangkat", facts=facts)
    assert judged(turn, heard(part)).facts is False
    assert judged(turn, replace(heard(part), known={"angka_kredit": Decimal(80)})).facts is True
    assert judged(turn, heard(replace(part, facts=facts[:1]))).facts is True
    assert judged(turn, heard(replace(part, facts=()))).facts is False


def test_a_fact_may_be_read_as_another_fact_that_says_the_same() -> None:
    turn = Turn(
        "1 semester", (WANTED,), {"perpanjangan_semester": 1}, {"perpanjangan_semester": {"perpanjangan_bulan": 6}}
    )
    part = Part("", "calculation", "kenaikan_pangkat", facts=(fact("perpanjangan_bulan", 6),))
    assert judged(turn, heard(part)).facts is True
    assert judged(turn, heard(replace(part, facts=(fact("perpanjangan_bulan", 7),)))).facts is False


@pytest.mark.parametrize("kind", BEYOND)
def test_a_provision_is_no_answer_to_what_the_texts_cannot_answer(kind: Any) -> None:
    turn = Turn("?", (Wanted(beyond=kind),))
    assert not judged(turn, heard(Part("", "clause"), "clause")).right
    declined = judged(turn, heard(Part("", "out_of_scope", beyond=kind), "out_of_scope"))
    assert declined.right and declined.found == kind


def test_asking_back_meets_an_underspecified_question_but_not_an_unrelated_one() -> None:
    asking = heard(Part("", "calculation", "kenaikan_pangkat"), "clarify")
    assert judged(Turn("?", (Wanted(beyond="underspecified"),)), asking).right
    assert not judged(Turn("?", (Wanted(beyond="unrelated"),)), asking).right


def test_a_false_premise_must_be_put_right() -> None:
    turn = Turn("kan 5 tahun?", (Wanted(beyond="false_premise"),))
    assert judged(turn, heard(Part("", "clause", premises=("Bukan 5 tahun.",)), "clause")).right
    assert not judged(turn, heard(Part("", "clause"), "clause")).right


def test_declining_what_the_texts_answer_is_counted() -> None:
    turn = Turn("naik pangkat?", (WANTED,))
    found = figures([judged(turn, heard(Part("", "out_of_scope", beyond="unrelated"), "out_of_scope"))])
    assert found["salah_ditolak"] == (1.0, 1) and found["benar"] == (0.0, 1)


def test_a_crash_is_never_right() -> None:
    turn = Turn("naik pangkat?", (WANTED,))
    crashed = judged(turn, replace(heard(Part("", "calculation", "kenaikan_pangkat")), crash="galat KeyError"))
    assert not crashed.right and crashed.found == "galat"


def test_the_confusion_table_counts_each_pair() -> None:
    turn = Turn("naik pangkat?", (WANTED,))
    one = judged(turn, heard(Part("", "calculation", "kenaikan_pangkat")))
    assert confusion([one, one]).splitlines()[-1].split() == ["kalkulator", "2"]


def test_the_recorder_times_only_the_understanding() -> None:
    class Slow:
        def read(self, message: str, conversation: Conversation) -> Reading:
            return Reading("en")

    ticks = iter((1.0, 1.25))
    recorder = Recorder(Slow(), clock=lambda: next(ticks))
    assert recorder.read("hello", Conversation("x")).language == "en"
    assert recorder.seconds == 0.25


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("zeroth-x.yaml", "[]", "must begin with"),
        ("first-x.yaml", "- {id: a, kind: k, message: m}", "say what must answer"),
        ("first-x.yaml", "- {id: a, kind: k, message: m, tols: x}", "tols"),
        ("first-x.yaml", "gossip: [hm]", "gossip"),
        ("first-x.yaml", '- {id: a, kind: k, message: m, provisions: ["permendag-94-2020 Pasl 5"]}', "Pasl 5"),
    ],
)
def test_a_broken_file_is_refused_with_its_name(tmp_path: Path, name: str, content: str, complaint: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=complaint) as refused:
        load_dialogues(tmp_path)
    assert name in str(refused.value)
