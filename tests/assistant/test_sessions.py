"""Conversations that survive a restart."""

import threading
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.conversation import Conversation
from assistant.sessions import Sessions
from corpus.address import Address


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "percakapan.sqlite"


def keep(sessions: Sessions, holder: str = "pemegang-satu", message: str = "Halo?") -> Conversation:
    conversation = sessions.begin()
    sessions.keep(conversation, holder, message, {"answer": "Ya.", "citations": [{"label": "Pasal 1"}]})
    return conversation


def test_a_conversation_survives_a_restart_with_every_fact_in_its_own_type(path: Path) -> None:
    before = Sessions(path)
    conversation = before.begin()
    conversation.facts = {
        "angka_kredit": Decimal("37.50"),
        "tanggal_lahir": date(1990, 4, 1),
        "nilai_kinerja": ("baik", "sangat_baik"),
        "lulus_uji_kompetensi": True,
        "masa_pangkat_bulan": 27,
        "kegiatan": [{"butir": "12", "volume": Decimal(2)}],
    }
    conversation.said = ["Saya punya 37,5 angka kredit"]
    conversation.skipped = {"usia_tahun", "ijazah"}
    conversation.asked = ("jabatan",)
    conversation.cited = (Address("permendag-94-2020", lampiran="I", trail=(("huruf", "A"), ("nomor", "12"))),)
    before.keep(conversation, "pemegang", "Saya punya 37,5 angka kredit", {"answer": "Baik."})
    before.close()
    assert Sessions(path).conversation(conversation.id) == conversation


def test_turns_come_back_in_order_with_their_answers(path: Path) -> None:
    sessions = Sessions(path)
    conversation = keep(sessions, message="satu")
    assert sessions.keep(conversation, "pemegang-satu", "dua", {"answer": "Tidak."}) == 2
    assert [(t.number, t.message, t.answer["answer"]) for t in sessions.turns(conversation.id)] == [
        (1, "satu", "Ya."),
        (2, "dua", "Tidak."),
    ]


def test_a_holder_sees_only_own_conversations_the_latest_first(path: Path) -> None:
    sessions = Sessions(path)
    first, second = keep(sessions, message="pertama"), keep(sessions, message="kedua")
    keep(sessions, holder="orang-lain")
    assert [(known.id, known.title) for known in sessions.held_by("pemegang-satu")] == [
        (second.id, "kedua"),
        (first.id, "pertama"),
    ]


def test_a_deleted_conversation_leaves_nothing_behind_in_the_file(path: Path) -> None:
    sessions = Sessions(path)
    conversation = keep(sessions, message="rahasia-saya")
    sessions.judge(conversation.id, 1, "keliru", "komentar-rahasia")
    assert sessions.delete(conversation.id)
    assert sessions.conversation(conversation.id) is None
    assert sessions.turns(conversation.id) == ()
    assert sessions.feedback() == ()
    sessions.close()
    assert b"rahasia" not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_deleting_what_is_not_there_says_so(path: Path) -> None:
    assert not Sessions(path).delete("tidak-ada")


def test_deleting_all_leaves_the_conversations_of_others(path: Path) -> None:
    sessions = Sessions(path)
    keep(sessions), keep(sessions)
    other = keep(sessions, holder="orang-lain")
    assert sessions.delete_all("pemegang-satu") == 2
    assert sessions.conversation(other.id) is not None


def test_old_conversations_are_forgotten_and_fresh_ones_kept(path: Path) -> None:
    sessions = Sessions(path)
    keep(sessions)
    assert sessions.delete_older(1) == 0
    assert sessions.delete_older(-1) == 1


def test_the_latest_opinion_on_an_answer_replaces_the_earlier_one(path: Path) -> None:
    sessions = Sessions(path)
    conversation = keep(sessions)
    sessions.judge(conversation.id, 1, "membantu", "")
    sessions.judge(conversation.id, 1, "keliru", "Pasalnya lain.")
    assert [(f["verdict"], f["comment"], f["citations"]) for f in sessions.feedback()] == [
        ("keliru", "Pasalnya lain.", ["Pasal 1"])
    ]
    assert sessions.feedback("orang-lain") == ()


def test_an_opinion_on_an_answer_that_was_never_given_is_refused(path: Path) -> None:
    sessions = Sessions(path)
    assert not sessions.judge(keep(sessions).id, 2, "membantu", "")


def test_session_ids_cannot_be_guessed_and_never_repeat(path: Path) -> None:
    sessions = Sessions(path)
    ids = {sessions.begin().id for _ in range(500)}
    assert len(ids) == 500
    assert min(map(len, ids)) >= 22


def test_many_threads_keep_all_their_turns(path: Path) -> None:
    sessions = Sessions(path)
    conversation = keep(sessions)

    def talk() -> None:
        for _ in range(20):
            with sessions.turn_of(conversation.id):
                known = sessions.conversation(conversation.id)
                assert known is not None
                known.facts["hitung"] = known.facts.get("hitung", 0) + 1
                sessions.keep(known, "pemegang-satu", "lagi", {"answer": "Ya."})

    threads = [threading.Thread(target=talk) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    known = sessions.conversation(conversation.id)
    assert known is not None
    assert known.facts["hitung"] == 120
    assert [turn.number for turn in sessions.turns(conversation.id)] == list(range(1, 122))
