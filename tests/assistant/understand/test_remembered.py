"""What was made of the last text is made once for it, and never given for another one."""

from assistant.understand.language.remembered import Remembered
from assistant.understand.language.text import Text, Word

ONE = Text("ya", (Word("ya", 0, 2),))
ALIKE = Text("ya", (Word("ya", 0, 2),))


def test_what_was_made_of_a_text_is_not_made_again() -> None:
    remembered: Remembered[list[str]] = Remembered()
    made = remembered.of(ONE, lambda: ["first"], "key")
    assert remembered.of(ONE, lambda: ["second"], "key") is made


def test_another_key_or_another_text_is_made_anew() -> None:
    remembered: Remembered[str] = Remembered()
    assert remembered.of(ONE, lambda: "first", "key") == "first"
    assert remembered.of(ONE, lambda: "second", "other") == "second"
    assert remembered.of(ALIKE, lambda: "third", "key") == "third"
    assert remembered.of(ONE, lambda: "fourth", "key") == "fourth"
