"""Conversations are followed turn by turn as the table beside this test says."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculation import plain
from assistant.conversation import Conversation
from assistant.reading import Part, Reading
from assistant.understand.understanding import Understanding
from corpus.address import Address

HERE = Path(__file__).parent
DIALOGUES: list[list[dict[str, Any]]] = yaml.safe_load((HERE / "dialogues.yaml").read_text(encoding="utf-8"))
ANSWERED = Address("permendag-94-2020", pasal=72, ayat=3)


def meant(part: Part) -> set[str]:
    return {part.kind, part.tool or "", part.beyond or ""}


def expect(turn: dict[str, Any], reading: Reading) -> None:
    part = reading.parts[0]
    if "tool" in turn:
        wanted = turn["tool"] if isinstance(turn["tool"], list) else [turn["tool"]]
        assert [each.tool for each in reading.parts] == wanted
    if "parts" in turn:
        assert [
            each.tool or (each.beyond if each.kind == "out_of_scope" else each.kind) for each in reading.parts
        ] == turn["parts"]
    for name in ("kind", "beyond", "topic", "what_if"):
        if name in turn:
            assert getattr(part, name) == turn[name], name
    if "any" in turn:
        assert meant(part) & set(turn["any"])
    told = {fact.field: plain(fact.value) for fact in part.facts}
    assert {field: told.get(field) for field in turn.get("facts", {})} == turn.get("facts", {})
    assert not part.regulations or set(turn.get("in", [])) <= set(part.regulations)
    assert not set(turn.get("not_in", [])) & set(part.regulations)
    assert part.regulations or not turn.get("not_in")
    if "cites" in turn:
        assert [address.key for address in part.provisions] == turn["cites"]
    assert turn.get("unresolved", "") in " ".join(part.unresolved)
    if "skipped" in turn:
        assert list(part.skipped) == turn["skipped"]
    assert turn.get("language", reading.language) == reading.language


def remember(conversation: Conversation, turn: dict[str, Any], reading: Reading) -> None:
    """What the assistant would keep of a turn."""
    conversation.said.append(turn["say"])
    conversation.language = reading.language
    conversation.asked = ()
    for part in reading.parts:
        if part.kind == "forget":
            conversation.forget()
        elif part.kind == "calculation":
            if not part.what_if:
                conversation.facts.update({fact.field: fact.value for fact in part.facts if fact.value is not None})
            conversation.tool = part.tool
        if part.kind in ("calculation", "clause"):
            conversation.cited = part.provisions or conversation.cited or (ANSWERED,)
            answering = [r for r in part.regulations if r.endswith("2020")] or [ANSWERED.regulation]
            conversation.regulations = tuple(answering[:1])


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=[dialogue[0]["say"] for dialogue in DIALOGUES])
def test_a_conversation_is_followed(understanding: Understanding, dialogue: list[dict[str, Any]]) -> None:
    conversation = Conversation("s")
    for turn in dialogue:
        if "asked" in turn:
            conversation.asked = tuple(turn["asked"])
        for written in turn.get("cited", []):
            regulation, _, place = written.partition(" ")
            conversation.cited = (Address.parse(place, regulation),)
        reading = understanding.read(turn["say"], conversation)
        expect(turn, reading)
        remember(conversation, turn, reading)


def test_reading_changes_nothing_in_the_conversation(understanding: Understanding) -> None:
    conversation = Conversation("s", facts={"jabatan": "negosiator"}, said=["halo"], tool="kenaikan_pangkat")
    understanding.read("eh saya pengawas III/a", conversation)
    assert conversation == Conversation("s", facts={"jabatan": "negosiator"}, said=["halo"], tool="kenaikan_pangkat")


@pytest.mark.parametrize(
    "message",
    [
        *("", "   ", "?!", "\x00\x07", "a" * 20000, "III/c " * 4000, "<script>alert(1)</script>", "🙂🙂"),
        *("sejak ² maret ²⁰²⁰", "sejak 2 Maret ²", "pasal ² ayat (³)"),
    ],
)
def test_any_message_is_read_without_an_error(understanding: Understanding, message: str) -> None:
    assert understanding.read(message, Conversation("s")).parts


def test_facts_told_once_serve_the_second_question_of_a_message(understanding: Understanding) -> None:
    reading = understanding.read(
        "saya negosiator III/c AK 105, bisa naik pangkat? terus target setahun buat ahli muda berapa?",
        Conversation("s"),
    )
    second = {fact.field: fact.value for fact in reading.parts[1].facts}
    assert second["jabatan"] == "negosiator"
    assert second["jenjang"] == "ahli_muda"


def test_a_case_to_try_leaves_the_old_rank_behind(understanding: Understanding) -> None:
    conversation = Conversation(
        "s", facts={"jabatan": "negosiator", "golongan": "III/c"}, said=["x"], tool="target_tahunan", cited=(ANSWERED,)
    )
    (part,) = understanding.read("kalau untuk ahli madya?", conversation).parts
    assert part.what_if
    assert {fact.field: fact.value for fact in part.facts} == {"jenjang": "ahli_madya", "golongan": None}


def test_what_a_correction_denies_is_not_told(understanding: Understanding) -> None:
    conversation = Conversation("s", facts={"jabatan": "negosiator"}, said=["x"], tool="kenaikan_pangkat")
    (part,) = understanding.read("bukan 80 tapi 105", conversation).parts
    assert {fact.field: plain(fact.value) for fact in part.facts} == {"angka_kredit": "105"}
