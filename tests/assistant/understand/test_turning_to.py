""" "O iya" leads on to something else; it asks nobody to nod to a rule."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding

CASE = "negosiator III/c sejak 1 Mei 2025, AK 61, setahun 22, kapan naik pangkat kalau begini. "


@pytest.mark.parametrize("turn", ["o iya", "oh ya", "eh iya"])
def test_a_number_behind_a_turn_to_something_else_is_ones_own(understanding: Understanding, turn: str) -> None:
    parts = understanding.read(f"{CASE}{turn} mau ikut satu kegiatan yang nilainya 6", Conversation("c")).parts
    told = {fact.field: fact.value for part in parts for fact in part.facts}
    assert told.get("ak_tambahan") == 6


def test_a_rule_that_a_nod_is_asked_to_is_none_of_ones_own(understanding: Understanding) -> None:
    said = "o iya target setahun kan 25, saya negosiator muda dapat 22, aman?"
    (part,) = understanding.read(said, Conversation("c")).parts
    assert {fact.field: fact.value for fact in part.facts}["ak_setahun"] == 22
