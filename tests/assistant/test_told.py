"""Facts set and withdrawn by hand: said in plain words, and computed with at once."""

from decimal import Decimal

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.told import say_told


def test_facts_set_by_hand_are_said_in_plain_words() -> None:
    assert say_told({"jenjang": "ahli_muda"}, []) == "Jenjang: Ahli Muda"
    assert say_told({"masa_pangkat_bulan": 27}, []).endswith(": 2 tahun 3 bulan")
    assert say_told({"angka_kredit": "37.5"}, []).endswith(": 37,5")
    assert say_told({"hasil_kerja_minimal": True}, []).endswith(": ya")
    rows = [{"kegiatan": "12", "volume": "3"}, {"kegiatan": "15", "volume": 2, "persen": None}]
    assert say_told({"kegiatan": rows}, []).endswith(": 12 × 3; 15 × 2")


def test_withdrawn_facts_are_named_and_unknown_ones_are_not() -> None:
    assert say_told({}, ["jenjang"]) == "Tanpa Jenjang"
    assert say_told({"karangan": 1}, ["karangan"]) == ""


def test_a_fact_corrected_by_hand_repeats_the_calculation(assistant: Assistant) -> None:
    conversation = Conversation("satu")
    asked = "hitung angka kredit negosiator ahli muda: kegiatan nomor 12 volume 3, kegiatan nomor 15 volume 2"
    first = assistant.ask(asked, conversation)
    conversation.facts["kegiatan"] = [{"kegiatan": "12", "volume": Decimal(1)}]
    again = assistant.again("Kegiatan dan volumenya: 12 × 1", conversation)
    assert [found.tool for found in again.calculations] == [found.tool for found in first.calculations]
    assert "Jumlah angka kredit: **0,4**" in again.answer


def test_a_withdrawn_fact_is_asked_for_again_and_not_looked_up(assistant: Assistant) -> None:
    conversation = Conversation("dua")
    assistant.ask("hitung angka kredit negosiator ahli muda: kegiatan nomor 12 volume 3", conversation)
    del conversation.facts["kegiatan"]
    again = assistant.again("Tanpa Kegiatan dan volumenya", conversation)
    assert (again.kind, [item.field for item in again.missing]) == ("clarify", ["kegiatan"])
