"""Conversations that survive a restart: one SQLite file, readable and deletable only by whoever holds their key.

A session id and a holder key are 128 random bits each; knowing them is the right to them. The id opens one
conversation, the holder key (a cookie of the page) lists all conversations begun from the same browser.
"""

import json
import secrets
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from assistant.conversation import Conversation
from assistant.memory import recall, remember

_TABLES = """
CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY, holder TEXT NOT NULL, begun TEXT NOT NULL, touched TEXT NOT NULL, memory TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sessions_of_holder ON sessions (holder, touched);
CREATE TABLE IF NOT EXISTS turns (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL, asked TEXT NOT NULL, message TEXT NOT NULL, answer TEXT NOT NULL,
    PRIMARY KEY (session, number)
) STRICT;
CREATE TABLE IF NOT EXISTS receipts (
    session TEXT NOT NULL, number INTEGER NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (session, number),
    FOREIGN KEY (session, number) REFERENCES turns (session, number) ON DELETE CASCADE
) STRICT;
CREATE TABLE IF NOT EXISTS feedback (
    session TEXT NOT NULL, number INTEGER NOT NULL, given TEXT NOT NULL, verdict TEXT NOT NULL, comment TEXT NOT NULL,
    PRIMARY KEY (session, number),
    FOREIGN KEY (session, number) REFERENCES turns (session, number) ON DELETE CASCADE
) STRICT;
"""


@dataclass(frozen=True)
class Turn:
    """One question and the answer object that was given to it."""

    number: int
    asked: str
    message: str
    answer: Mapping[str, Any]
    verdict: str | None = None  # of the person: membantu / keliru
    comment: str = ""


@dataclass(frozen=True)
class Listing:
    """One conversation as a list shows it."""

    id: str
    title: str
    begun: str
    touched: str
    turns: int


class Sessions:
    """All conversations; safe to share between threads."""

    def __init__(self, path: Path | str) -> None:
        self._lock = threading.RLock()
        self._busy = tuple(threading.Lock() for _ in range(64))  # two conversations may share one, never a key two
        if path != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(str(path), check_same_thread=False, timeout=10)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.executescript(_TABLES)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    def begin(self) -> Conversation:
        """A new conversation, not kept until its first turn is."""
        return Conversation(secrets.token_urlsafe(16))

    def conversation(self, session: str) -> Conversation | None:
        """The memory of a conversation, None where no such session is kept."""
        row = self._one("SELECT memory FROM sessions WHERE id = ?", session)
        return None if row is None else recall(session, row[0])

    @contextmanager
    def turn_of(self, session: str) -> Iterator[None]:
        """Hold a conversation so that two messages sent at once are answered one after the other."""
        with self._busy[hash(session) % len(self._busy)]:
            yield

    def keep(
        self,
        conversation: Conversation,
        holder: str,
        message: str,
        answer: Mapping[str, Any],
        receipt: Mapping[str, Any] | None = None,
    ) -> int:
        """Keep one turn, its receipt and the memory after it; returns the turn's number, counted from 1."""
        now = _now()
        with self._lock, self._db:
            self._db.execute(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET touched = excluded.touched, memory = excluded.memory",
                (conversation.id, holder, now, now, remember(conversation)),
            )
            last = self._db.execute("SELECT max(number) FROM turns WHERE session = ?", (conversation.id,)).fetchone()[0]
            number = int(last or 0) + 1
            self._db.execute(
                "INSERT INTO turns VALUES (?, ?, ?, ?, ?)",
                (conversation.id, number, now, message, json.dumps(answer, ensure_ascii=False)),
            )
            if receipt is not None:
                kept = json.dumps(receipt, ensure_ascii=False)
                self._db.execute("INSERT INTO receipts VALUES (?, ?, ?)", (conversation.id, number, kept))
        return number

    def held_by(self, holder: str, limit: int = 100) -> tuple[Listing, ...]:
        """The conversations of one holder, the latest first."""
        rows = self._all(
            "SELECT s.id, (SELECT message FROM turns WHERE session = s.id ORDER BY number LIMIT 1), s.begun, s.touched,"
            " (SELECT count(*) FROM turns WHERE session = s.id)"
            " FROM sessions s WHERE holder = ? ORDER BY touched DESC, s.rowid DESC LIMIT ?",
            holder,
            limit,
        )
        return tuple(Listing(*row) for row in rows)

    def turns(self, session: str) -> tuple[Turn, ...]:
        """All turns of a conversation, oldest first."""
        rows = self._all(
            "SELECT t.number, t.asked, t.message, t.answer, f.verdict, coalesce(f.comment, '') FROM turns t"
            " LEFT JOIN feedback f ON f.session = t.session AND f.number = t.number"
            " WHERE t.session = ? ORDER BY t.number",
            session,
        )
        return tuple(Turn(row[0], row[1], row[2], json.loads(row[3]), row[4], row[5]) for row in rows)

    def receipt(self, session: str, number: int) -> dict[str, Any] | None:
        """The receipt of one turn, None where there is none."""
        row = self._one("SELECT content FROM receipts WHERE session = ? AND number = ?", session, number)
        found: dict[str, Any] | None = None if row is None else json.loads(row[0])
        return found

    def delete(self, session: str) -> bool:
        """Forget a conversation with all its turns and feedback; False where there was none."""
        with self._lock, self._db:
            return self._db.execute("DELETE FROM sessions WHERE id = ?", (session,)).rowcount > 0

    def delete_all(self, holder: str) -> int:
        """Forget every conversation of one holder; returns how many there were."""
        with self._lock, self._db:
            return self._db.execute("DELETE FROM sessions WHERE holder = ?", (holder,)).rowcount

    def delete_older(self, days: int) -> int:
        """Forget conversations untouched for so many days; returns how many there were."""
        before = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
        with self._lock, self._db:
            return self._db.execute("DELETE FROM sessions WHERE touched < ?", (before,)).rowcount

    def judge(self, session: str, number: int, verdict: str, comment: str) -> bool:
        """Keep what a person thinks of one answer, the latest opinion wins; False where there is no such turn."""
        if self._one("SELECT 1 FROM turns WHERE session = ? AND number = ?", session, number) is None:
            return False
        with self._lock, self._db:
            self._db.execute(
                "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)", (session, number, _now(), verdict, comment)
            )
        return True

    def feedback(self, holder: str | None = None) -> tuple[dict[str, Any], ...]:
        """What people thought of answers, of one holder or (None, for whoever runs the machine) of all."""
        rows = self._all(
            "SELECT f.given, f.verdict, f.comment, t.message, t.answer FROM feedback f"
            " JOIN turns t ON t.session = f.session AND t.number = f.number"
            " JOIN sessions s ON s.id = f.session WHERE ? IS NULL OR s.holder = ? ORDER BY f.given, f.rowid",
            holder,
            holder,
        )
        return tuple(
            {"given": given, "verdict": verdict, "comment": comment, "message": message, **_summary(json.loads(answer))}
            for given, verdict, comment, message, answer in rows
        )

    def _one(self, query: str, *values: Any) -> Any:
        with self._lock:
            return self._db.execute(query, values).fetchone()

    def _all(self, query: str, *values: Any) -> list[Any]:
        with self._lock:
            return self._db.execute(query, values).fetchall()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _summary(answer: Mapping[str, Any]) -> dict[str, Any]:
    labels = [citation["label"] for citation in answer.get("citations", ())]
    return {"kind": answer.get("kind"), "answer": answer.get("answer"), "citations": labels}
