"""Whether a way that is open for a time is still open is told by no text, and not by a list of its conditions."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


@pytest.mark.parametrize(
    "message",
    [
        "jalur inpassing pengawas masih dibuka nggak sih",
        "inpassing negosiator itu sampai kapan?",
        "is inpassing still open for trade negotiators?",
        "kata teman di BKD inpassing sudah ditutup, betul?",
        "dulu banyak yang lewat penyesuaian, sekarang masih ada jalurnya?",
    ],
)
def test_what_is_ruled_of_its_time_is_shown_behind_that_nothing_is_known_of_today(
    message: str, understanding: Understanding
) -> None:
    (part,) = understanding.read(message, Conversation("c")).parts
    assert part.beyond == "current_law" and part.ruled is not None and part.ruled.provisions
    assert all("periode" in key or "pasal" in key for key in (place.key for place in part.ruled.provisions))


@pytest.mark.parametrize(
    "message",
    [
        "umur 49 masih bisa inpassing pengawas?",
        "syarat inpassing pengawas apa saja?",
        "hukuman disiplin saya sudah berakhir, boleh inpassing?",
        "kuota formasinya masih ada, boleh inpassing negosiator?",
        "penyesuaian ijazah masih ada?",
        "sertifikat ujikom inpassing berlaku sampai kapan?",
    ],
)
def test_what_one_must_be_to_go_it_is_another_question(message: str, understanding: Understanding) -> None:
    parts = understanding.read(message, Conversation("c")).parts
    assert not any(part.beyond == "current_law" and part.ruled is not None for part in parts)


@pytest.mark.parametrize(
    "message",
    [
        "asosiasi profesi pengawas perdagangan sudah berdiri belum?",
        "have the negotiators formed their professional association, has it been established?",
        "kelompok keahlian di trade corpu sudah ditetapkan belum?",
    ],
)
def test_whether_what_was_due_was_done_is_told_by_no_text(message: str, understanding: Understanding) -> None:
    part = understanding.read(message, Conversation("c")).parts[0]
    assert part.beyond == "current_law" and part.ruled is not None and part.ruled.provisions


@pytest.mark.parametrize(
    "message",
    [
        "organisasi profesi pengawas perdagangan harus berdiri paling lambat tahun berapa?",
        "kapan asosiasi profesi negosiator harus sudah terbentuk?",
        "jadi anggota organisasi profesi dapat angka kredit?",
        "siapa saja anggota kelompok keahlian trade corpu?",
    ],
)
def test_what_is_ruled_of_it_is_answered(message: str, understanding: Understanding) -> None:
    assert all(part.beyond is None for part in understanding.read(message, Conversation("c")).parts)
