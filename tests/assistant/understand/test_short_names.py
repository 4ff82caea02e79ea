"""What a case calls by one word once it has been spoken of in full."""

from typing import Any

import pytest
from last_read import last_read, told

from assistant.answer import Assistant

HELD = "unit kerja kami mau bikin seminar, koordinator pembelajaran belum setuju. boleh?"
MOVED = "mau pindah jabatan pelaksana ke kelas lebih tinggi di kemendag, masa kerja 4 tahun, bisa?"
COURSE = "prodi swasta akreditasi B untuk tubel PUPR beasiswa, kelas malam. boleh?"


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ((HELD, "koordinatornya siapa?", "sip, persetujuannya sudah turun"), {"persetujuan_koordinator": True}),
        ((HELD, "we already have the approval"), {"persetujuan_koordinator": True}),
        ((MOVED, "boleh pakai ijazah?", "buktinya belum ada"), {"bukti_kompetensi": False}),
        ((COURSE, "kampusnya sudah punya izin"), {"izin_kelas_khusus": True}),
    ],
)
def test_one_word_names_what_the_case_asks_for(
    assistant: Assistant, said: tuple[str, ...], facts: dict[str, Any]
) -> None:
    assert told(last_read(assistant, *said)) == facts


@pytest.mark.parametrize(
    "said",
    [
        (HELD, "persetujuan dari siapa yang wajib?"),
        (HELD, "persetujuan Menteri sudah ada"),
        (MOVED, "bukti kerja itu apa?"),
        ("persetujuannya sudah turun",),
    ],
)
def test_one_word_of_something_else_tells_nothing(assistant: Assistant, said: tuple[str, ...]) -> None:
    facts = told(last_read(assistant, *said))
    assert not {"persetujuan_koordinator", "persetujuan_atasan", "bukti_kompetensi"} & facts.keys()
