"""A chat model answers within its limits or not at all, and never keeps anyone waiting."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from assistant.chat_model import AT_ONCE, LONGEST_REPLY, ChatModel, ModelSettings, open_model
from assistant.errors import AssistantError


class Reply:
    def __init__(self, text: Any) -> None:
        self.text = text


class Fake:
    """A langchain chat model by its one method that is called."""

    def __init__(self, does: Callable[[], Any]) -> None:
        self.does = does
        self.calls: list[Any] = []

    def invoke(self, messages: Any) -> Any:
        self.calls.append(messages)
        return self.does()


@pytest.fixture
def open_end() -> Iterator[threading.Event]:
    """An event that a hanging call waits for; set at the end, so that its thread ends too."""
    event = threading.Event()
    yield event
    event.set()


def model(does: Callable[[], Any], **limits: Any) -> ChatModel:
    return ChatModel(Fake(does), ModelSettings("openai:uji", **limits))  # type: ignore[arg-type]


def fail() -> Any:
    raise RuntimeError("mati")


def test_what_it_writes_is_handed_on() -> None:
    assert model(lambda: Reply("halo")).write("perintah", "bukti") == "halo"


@pytest.mark.parametrize("reply", [Reply(""), Reply("  \n"), Reply(None), Reply(7), None, object()])
def test_a_reply_without_text_is_none(reply: Any) -> None:
    assert model(lambda: reply).write("perintah", "bukti") is None


def test_an_endless_reply_is_cut() -> None:
    assert len(model(lambda: Reply("x" * 10**6)).write("perintah", "bukti") or "") == LONGEST_REPLY


def test_a_fault_of_the_model_is_none() -> None:
    assert model(fail).write("perintah", "bukti") is None


def test_a_model_that_hangs_is_left_alone_and_its_place_is_kept(open_end: threading.Event) -> None:
    hanging = model(open_end.wait, seconds=0.02)
    assert [hanging.write("perintah", "bukti") for _ in range(AT_ONCE + 3)] == [None] * (AT_ONCE + 3)
    assert len(hanging._model.calls) == AT_ONCE  # type: ignore[attr-defined]


def test_a_budget_that_is_spent_is_none_until_the_next_day() -> None:
    days = iter([date(2026, 1, 1)] * 5 + [date(2026, 1, 2)] * 5)
    today = [next(days)]
    spending = ChatModel(Fake(lambda: Reply("halo")), ModelSettings("openai:uji", calls_a_day=2), lambda: today[0])  # type: ignore[arg-type]
    assert [spending.write("p", "b") for _ in range(3)] == ["halo", "halo", None]
    today[0] = date(2026, 1, 2)
    assert spending.write("p", "b") == "halo"


def test_a_call_that_hangs_does_not_keep_the_program_from_ending() -> None:
    script = (
        "import time\n"
        "from assistant.chat_model import ChatModel, ModelSettings\n"
        "class Hangs:\n"
        "    def invoke(self, messages): time.sleep(3600)\n"
        "print(ChatModel(Hangs(), ModelSettings('openai:uji', seconds=0.05)).write('p', 'b'))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "None")


@pytest.mark.parametrize(
    ("name", "url", "external"),
    [
        ("openai:gpt", "", True),
        ("anthropic:claude", "", True),
        ("ollama:llama3.1", "", False),
        ("openai:lokal", "http://127.0.0.1:8080/v1", False),
        ("openai:lokal", "http://[::1]:8080/v1", False),
        ("openai:jauh", "https://api.contoh.id/v1", True),
        ("openai:jauh", "https://localhost.contoh.id/v1", True),
        ("openai:jauh", "https://contoh.id/127.0.0.1", True),
        ("ollama:llama3.1", "http://10.1.2.3:11434", True),
    ],
)
def test_it_is_known_whether_a_question_leaves_the_machine(name: str, url: str, external: bool) -> None:
    assert ModelSettings(name, url).external is external


@pytest.mark.parametrize("name", ["tanpa-penyedia", "entah:model"])
def test_a_setting_that_names_no_model_is_told_in_plain_words(name: str) -> None:
    with pytest.raises(AssistantError, match="TANYA_MODEL"):
        open_model(ModelSettings(name))
