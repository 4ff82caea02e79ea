"""How long a supposition lasts: "kalau AK 105?" ends with the next fact of one's own case, "kalau PPPK?" of a rule goes on."""

import re
from typing import Any

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.understand.signs import load_signs

_CASE = 3  # facts from which a conversation is about a case, whoever's it is


def overruled(conversation: Conversation, part: Part) -> set[str]:
    """What was supposed of a case against what is known of it, and is not told now: from here on the case counts again."""
    known, told = conversation.facts, {fact.field for fact in part.facts}
    against = {name for name, value in conversation.supposed.items() if name in known and known[name] != value}
    return against - told if is_case(conversation, part) else set()


def going_on(conversation: Conversation, part: Part) -> dict[str, Any]:
    """What was supposed and still is: where nothing else is known, or no case was told ("targetnya berapa?")."""
    over = conversation.facts.keys() if is_case(conversation, part) else {fact.field for fact in part.facts}
    return {name: value for name, value in conversation.supposed.items() if name not in over}


def is_case(conversation: Conversation, part: Part) -> bool:
    """Whether a case was told before this part of the last message: by "saya", or by so many facts."""
    before = " ".join(conversation.recent[:-1]).casefold()
    told = conversation.facts.keys() - {fact.field for fact in part.facts}
    return len(told) >= _CASE or not load_signs()["personal"].isdisjoint(re.findall(r"\w+", before))
