"""What is kept of conversations is in the hands of whoever runs the machine."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.api import open_service
from assistant.cli import main
from assistant.sessions import Sessions
from assistant.settings import Settings
from corpus.library import Corpus


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("TANYA_DATA", str(tmp_path))
    return Settings.read()


def judged(settings: Settings, holder: str, verdict: str, comment: str) -> None:
    sessions = Sessions(settings.conversations)
    conversation = sessions.begin()
    sessions.keep(
        conversation, holder, "Umur paling tinggi?", {"kind": "pasal", "answer": "55 tahun.", "citations": []}
    )
    sessions.judge(conversation.id, 1, verdict, comment)
    sessions.close()


def test_opinions_of_everybody_are_printed_one_object_a_line(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    judged(settings, "orang-pertama", "membantu", "")
    judged(settings, "orang-kedua", "keliru", "Golongan saya III/b,\nbukan III/a.")
    assert main(["feedback"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["verdict"], one["comment"]) for one in told] == [
        ("membantu", ""),
        ("keliru", "Golongan saya III/b,\nbukan III/a."),
    ]
    assert told[0]["message"] == "Umur paling tinggi?" and told[0]["answer"] == "55 tahun."
    assert "orang-pertama" not in json.dumps(told), "whose opinion it is stays out of the export"


def test_without_any_conversation_nothing_is_printed_and_nothing_made(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feedback"]) == 0
    assert capsys.readouterr().out == "" and not settings.conversations.exists()


def test_conversations_are_kept_for_180_days_unless_told_otherwise() -> None:
    assert Settings.read({}).keep_days == 180
    assert Settings.read({"TANYA_KEEP_DAYS": "30"}).keep_days == 30


@pytest.mark.parametrize("text", ["0", "-1", "selamanya", "1.5", "²"])
def test_a_wrong_number_of_days_is_refused_with_the_right_form(text: str) -> None:
    with pytest.raises(ValueError, match=r"TANYA_KEEP_DAYS=.*misalnya 180"):
        Settings.read({"TANYA_KEEP_DAYS": text})


def test_the_server_forgets_old_conversations_when_it_starts(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, corpus: Corpus
) -> None:
    opened = SimpleNamespace(corpus=corpus, index=None, law=None)
    monkeypatch.setattr("assistant.start.open_assistant", lambda settings: opened)
    monkeypatch.setenv("TANYA_KEEP_DAYS", "30")
    judged(settings, "orang-lama", "membantu", "lama")
    judged(settings, "orang-baru", "membantu", "baru")
    for holder, days in (("orang-lama", 31), ("orang-baru", 29)):
        touched = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
        with sqlite3.connect(settings.conversations) as file:
            file.execute("UPDATE sessions SET touched = ? WHERE holder = ?", (touched, holder))
        file.close()
    service = open_service(Settings.read())
    assert [one["comment"] for one in service.sessions.feedback()] == ["baru"]
    service.sessions.close()
