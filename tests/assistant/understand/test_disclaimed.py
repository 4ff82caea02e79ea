"""What a message says it does not ask is not read as asked; what it asks instead is."""

import pytest

from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.message.disclaimed import without_disclaimed

SPELLER = Speller(spelling_words())


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I'm not asking whether I'll pass, just what they score.", "what they score."),
        ("bukan nanya lulus atau enggak, cuma nanya yang dinilai apa aja", "yang dinilai apa aja"),
        (
            "Wawancara besok. Saya tidak menanyakan hasilnya, hanya bobotnya berapa?",
            "Wawancara besok. bobotnya berapa?",
        ),
        ("I'm not asking for a favour. Who signs it?", "I'm not asking for a favour. Who signs it?"),
        ("bukan negosiator tapi pengawas, target berapa?", "bukan negosiator tapi pengawas, target berapa?"),
        ("saya tidak tanya atasan dulu, boleh?", "saya tidak tanya atasan dulu, boleh?"),
    ],
)
def test_only_what_is_asked_is_left(said: str, asked: str) -> None:
    assert without_disclaimed(SPELLER.read(said)) == asked
