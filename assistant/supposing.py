"""How long a supposition lasts: "kalau AK 105?" holds until the fact itself is told, and is said wherever it counts."""

from collections.abc import Collection, Mapping
from typing import Any

from assistant.conversation import Conversation
from assistant.reading import Part


def going_on(conversation: Conversation, part: Part) -> dict[str, Any]:
    """What was supposed and still is: all that the question does not tell in earnest."""
    told = {fact.field for fact in part.facts}
    return {name: value for name, value in conversation.supposed.items() if name not in told}


def still_supposed(conversation: Conversation, part: Part, inputs: Collection[str]) -> Mapping[str, Any]:
    """Of what a calculation in earnest takes, what is only supposed and other than what is known."""
    if part.what_if:
        return {}
    held, known = going_on(conversation, part), conversation.facts
    return {name: held[name] for name in inputs if name in held and name in known and known[name] != held[name]}
