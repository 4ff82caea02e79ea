"""A ministry's rule never answers for another: where one is named, no calculator of the other's is meant."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding

OF_PUPR = {"jenis_pelatihan", "penyelenggara_bimtek", "seleksi_peserta", "syarat_peserta_pelatihan", "jam_pelajaran"}
OF_TRADE = {"penyelenggara_pembelajaran", "bentuk_pembelajaran", "rekognisi_pembelajaran", "klaster_keahlian"}


@pytest.mark.parametrize(
    ("message", "strange"),
    [
        ("unit kerja kami di Kementerian PUPR mau menyelenggarakan pelatihan sendiri, boleh?", OF_TRADE),
        ("di Kementerian Perdagangan, unit kerja boleh menyelenggarakan pelatihan sendiri?", OF_PUPR),
    ],
)
def test_a_calculator_of_another_ministry_is_not_meant(
    understanding: Understanding, message: str, strange: set[str]
) -> None:
    parts = understanding.read(message, Conversation("c")).parts
    assert not strange & {part.tool for part in parts}


def test_where_no_ministry_is_named_any_calculator_may_be_meant(understanding: Understanding) -> None:
    message = "unit kerja boleh menyelenggarakan pembelajaran sendiri kalau ada di jadwal tahunan?"
    assert understanding.read(message, Conversation("c")).parts[0].tool == "penyelenggara_pembelajaran"
