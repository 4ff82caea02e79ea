"""The learned weights fit the traits they weigh, and weighing says how sure it is."""

from types import SimpleNamespace

import pytest

from assistant.conversation import Conversation
from assistant.understand.intent.traits import BEYOND, CLAUSE, TOOL, Weighing
from assistant.understand.intent.weigh import AMONG, Weigher, _planned, believe, choices, load_weights
from assistant.understand.language.text import Speller, Text
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.understanding import Understanding


def test_every_trait_has_a_weight_and_every_weight_a_trait(wordwise: Understanding) -> None:
    observer = wordwise._observer
    weighing, clues = Weighing(observer), observer.look_at("syarat naik pangkat", Conversation("s"))
    weights, question = load_weights(), weighing.of_question(clues)
    assert set(weights) == {AMONG, *weighing.kinds}
    assert all(set(weights[kind]) == set(question) for kind in weighing.kinds)
    assert set(weights[AMONG]) == set(weighing.of_tool(clues, weighing.tools(clues)[0]))


def test_what_speaks_for_a_choice_is_the_sum_of_its_traits_by_their_weights() -> None:
    weights = {TOOL: {"a": 2.0}, AMONG: {"b": -1.0}, "clause": {"a": 0.5}}
    found = dict(choices({"a": 3.0}, {"formasi": {"b": 4.0}}, (TOOL, "clause")))
    assert {label: believe(traits, weights) for label, traits in found.items()} == {"tool:formasi": 2, "clause": 1.5}


@pytest.mark.parametrize(("tool", "more", "less"), [(None, 0.35, 0.31), ("formasi", 0.82, 0.78)])
def test_a_question_is_declined_from_the_chance_of_all_reasons_on(
    monkeypatch: pytest.MonkeyPatch, tool: str | None, more: float, less: float
) -> None:
    """Two reasons together are likelier than the bound, or less likely.

    In a conversation the bound is higher: what sounds foreign is mostly about what was just said.
    """
    conversation = Conversation("s", tool=tool)
    goals = SimpleNamespace(fills_a_post=lambda clues: "", meant=lambda clues, tool: "")
    nobody = SimpleNamespace(observer=SimpleNamespace(inputs={}, facts_for=lambda clues, of: SimpleNamespace(facts=())))
    weigher = Weigher.__new__(Weigher)
    said = SimpleNamespace(text=Text("", ()), content=("kata",), cites=True, conversation=conversation)
    for chance, label in ((more, f"{BEYOND}unrelated"), (less, "")):
        known = {CLAUSE: 0.6 * (1 - chance), "tool:formasi": 0.4 * (1 - chance)}
        apart = {**known, f"{BEYOND}unrelated": chance - 0.05, f"{BEYOND}current_law": 0.05}
        monkeypatch.setattr("assistant.understand.intent.weigh.only_tells", lambda clues: False)
        monkeypatch.setattr(weigher, "_small_talk", lambda clues: None)
        monkeypatch.setattr(weigher, "_goals", goals, raising=False)
        monkeypatch.setattr(weigher, "_weighing", nobody, raising=False)
        monkeypatch.setattr(weigher, "_chances", lambda clues, apart=apart: apart)
        found = weigher.weigh(said)  # type: ignore[arg-type]
        assert (f"{BEYOND}{found.beyond}" if found.beyond else "") == label


def test_a_plain_case_is_surer_than_a_vague_one(understanding: Understanding) -> None:
    observer = understanding._observer
    weigher = Weigher(observer)
    plain = weigher.weigh(observer.look_at("negosiator III/c, ak 210, bisa naik pangkat ke III/d?", Conversation("s")))
    vague = weigher.weigh(observer.look_at("kalau begitu jadinya?", Conversation("s")))
    assert plain.tool == "kenaikan_pangkat" and plain.sure
    assert not vague.tool


def test_within_a_conversation_nothing_says_too_little(understanding: Understanding) -> None:
    observer = understanding._observer
    said = "mau tanya soal saya ini"
    talking = Conversation("s", tool="kenaikan_pangkat", said=["saya mau naik pangkat"])
    alone = Weigher(observer).weigh(observer.look_at(said, Conversation("s")))
    assert alone.beyond == "underspecified"
    observed = observer.look_at("hitung dong punyaku gimana nasibnya", talking)
    assert Weigher(observer).weigh(observed).beyond != "underspecified"


@pytest.mark.parametrize(
    ("said", "plan"),
    [
        ("the soonest promotion in rank for an ahli madya?", "rencana_kenaikan_pangkat"),
        ("paling cepat menjadi ahli utama kapan?", "rencana_kenaikan_jenjang"),
        ("saya III/b, AK 70, setahun 20. paling cepat kapan?", "rencana_kenaikan_jenjang"),
        ("sehabis naik pangkat, kapan bisa naik jenjang?", "rencana_kenaikan_jenjang"),
    ],
)
def test_of_the_plans_the_only_one_named_is_meant(said: str, plan: str) -> None:
    clues = SimpleNamespace(text=Speller(spelling_words()).read(said), conversation=Conversation("p"), amounts=())
    assert _planned(clues, "rencana_kenaikan_jenjang") == plan  # type: ignore[arg-type]


def test_what_is_no_plan_stays_what_it_is() -> None:
    clues = SimpleNamespace(
        text=Speller(spelling_words()).read("syarat naik pangkat"), conversation=Conversation("p"), amounts=()
    )
    assert _planned(clues, "kenaikan_pangkat") == "kenaikan_pangkat"  # type: ignore[arg-type]
