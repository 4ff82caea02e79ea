"""Small talk is understood in words never seen, and swallows no question; a few questions are declined, others not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.understand.intent.examples import load_examples
from assistant.understand.understanding import Understanding

HERE = Path(__file__).parent
TOPICS = ("greeting", "thanks", "bye", "identity", "help", "forget")
SMALL = yaml.safe_load((HERE / "small_talk.yaml").read_text(encoding="utf-8"))
DECLINED = yaml.safe_load((HERE / "declined.yaml").read_text(encoding="utf-8"))


def first(understanding: Understanding, say: str, conversation: Conversation | None = None) -> Part:
    return understanding.read(say, conversation or Conversation("s")).parts[0]


def meant(part: Part) -> str:
    return "forget" if part.kind == "forget" else part.topic if part.kind == "smalltalk" else part.kind


def test_no_message_of_these_tests_is_an_example() -> None:
    examples = {example.text.casefold() for example in load_examples()}
    said = [say for table in (SMALL, DECLINED) for messages in table.values() for say in messages]
    assert [say for say in said if say.casefold() in examples] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_small_talk_is_understood_in_words_never_seen(understanding: Understanding, topic: str) -> None:
    found = {say: meant(first(understanding, say)) for say in SMALL[topic]}
    assert {say: other for say, other in found.items() if other != topic} == {}


def test_a_question_in_polite_words_is_no_small_talk(understanding: Understanding) -> None:
    found = {say: first(understanding, say).kind for say in SMALL["question"]}
    assert {say: kind for say, kind in found.items() if kind in ("smalltalk", "forget", "out_of_scope")} == {}


def test_a_greeting_does_not_hide_that_too_little_is_asked(understanding: Understanding) -> None:
    found = {say: first(understanding, say) for say in SMALL["too_little"]}
    assert {say: part.kind for say, part in found.items() if part.beyond != "underspecified"} == {}


def kinds_of(understanding: Understanding, messages: list[str]) -> Iterator[tuple[str, bool]]:
    for say in messages:
        yield say, any(part.kind == "out_of_scope" for part in understanding.read(say, Conversation("s")).parts)


@pytest.mark.parametrize("kind", [kind for kind in DECLINED if kind != "answered"])
def test_what_no_text_answers_is_declined(understanding: Understanding, kind: str) -> None:
    assert [say for say, declined in kinds_of(understanding, DECLINED[kind]) if not declined] == []


def test_what_is_meant_is_not_said_only_in_a_first_message(understanding: Understanding) -> None:
    said = "pejabat yang disebut ketentuan itu siapa"
    talking = Conversation("s", tool="tugas_belajar", said=["mau tugas belajar"])
    assert first(understanding, said).beyond == "underspecified"
    assert first(understanding, said, talking).beyond != "underspecified"


def test_what_only_looks_like_it_is_answered(understanding: Understanding) -> None:
    assert [say for say, declined in kinds_of(understanding, DECLINED["answered"]) if declined] == []


def test_a_question_beside_a_greeting_is_answered_alone(understanding: Understanding) -> None:
    parts = understanding.read("Halo, apa kabar? Syarat naik jenjang apa saja?", Conversation("s")).parts
    assert [part.kind for part in parts if part.kind == "smalltalk"] == []
    assert parts


def test_thanks_within_a_conversation_calculate_nothing(understanding: Understanding) -> None:
    talking = Conversation("s", tool="kenaikan_pangkat", at_work=("kenaikan_pangkat",), said=["mau naik pangkat"])
    talking.facts = {"jabatan": "negosiator", "golongan": "III/c"}
    assert meant(first(understanding, "baik pak, makasih penjelasannya", talking)) == "thanks"
    assert first(understanding, "oke makasih, kalau AK saya 105?", talking).kind == "calculation"


def test_nothing_stays_when_all_is_forgotten() -> None:
    talking = Conversation(
        "s", tool="target_tahunan", said=["umur saya 50", "lupakan"], regulations=("permendag-94-2020",)
    )
    talking.facts = {"umur": 50}
    talking.forget()
    assert talking.said == ["lupakan"] and talking.recent == []
    assert not (talking.facts or talking.tool or talking.cited or talking.regulations or talking.asked)


def test_a_wish_to_be_forgotten_beside_a_question_is_met_first_and_once(understanding: Understanding) -> None:
    talking = Conversation("s", tool="kenaikan_pangkat", said=["mau naik pangkat"])
    talking.facts = {"jabatan": "negosiator", "golongan": "III/c"}
    asked = "hapus dulu data saya. Kalau pengawas ahli muda, target setahunnya berapa?"
    assert [part.kind for part in understanding.read(asked, talking).parts] == ["forget", "calculation"]
    assert [part.kind for part in understanding.read("lupain yang tadi ya, makasih", talking).parts] == ["forget"]
    for other in ("waduh lupa nyebut, AK saya 105", "kalau namanya dihapus dari jabatan, terus syarat kembalinya apa?"):
        assert all(part.kind != "forget" for part in understanding.read(other, talking).parts), other
