"""What the words of a message tell of the facts that a calculator takes, without any likeness of meaning."""

from datetime import date
from typing import Any

from assistant.tools import tools
from assistant.understand.facts.context import Context
from assistant.understand.facts.facts import FactReader
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import fields, spelling_words

READER, SPELLER = FactReader(fields()), Speller(spelling_words())
TODAY = date(2026, 11, 22)


def told(tool: str, said: str) -> dict[str, Any]:
    """The facts told, by name."""
    context = Context(frozenset(tools()[tool].facts.model_fields))
    return {fact.field: fact.value for fact in READER.read(SPELLER.read(said), context, TODAY).facts}
