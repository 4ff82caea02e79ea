"""What the last message of a conversation is understood as."""

from typing import Any

from assistant.answer import Assistant
from assistant.calculation import plain
from assistant.conversation import Conversation
from assistant.reading import Part


def last_read(assistant: Assistant, *said: str) -> Part:
    """What the last of these messages is understood as, after the others were answered."""
    conversation = Conversation("r")
    for message in said[:-1]:
        assistant.ask(message, conversation)
    return assistant.understanding.read(said[-1], conversation).parts[0]


def told(part: Part) -> dict[str, Any]:
    """The facts that a question tells, by name."""
    return {fact.field: plain(fact.value) for fact in part.facts}
