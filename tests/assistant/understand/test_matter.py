"""A question that follows on who does something is about the very thing that was asked: its team, its post."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    ("first", "then", "place"),
    [
        ("yang membentuk tim uji kompetensi pengawas siapa?", "isinya berapa orang?", "permendag-82-2020#pasal-35-ayat-2"),
        ("who selects an administrator in the ministry of trade?", "and who appoints them?", "permendag-79-2014#pasal-12-ayat-3"),
    ],
)  # fmt: skip
def test_what_follows_is_about_what_was_asked(assistant: Assistant, first: str, then: str, place: str) -> None:
    conversation = Conversation("x")
    assistant.ask(first, conversation)
    assert assistant.ask(then, conversation).citations[0].address.key == place
