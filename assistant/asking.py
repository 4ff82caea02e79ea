"""Asking for the position in so many words, once an answer, where the rules of both positions are told."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.calculation import Missing
from assistant.draft import Draft
from assistant.facts import fact_words
from assistant.phrases import phrase

POSITION = "jabatan"


def ask_position(missing: Sequence[Missing], language: str) -> str:
    """The question for the position; "" where it is not among what is missing."""
    if all(item.field != POSITION for item in missing):
        return ""
    words = fact_words()[POSITION]
    question = words.question if language == "id" else words.question_en
    return "\n".join((phrase(language, "asking_you"), "", f"- {question}"))


def asked_once(drafts: Sequence[Draft], language: str) -> list[Draft]:
    """The answers of one message, of which only the last that asks for the position asks for it."""
    block = f"\n\n{ask_position([Missing(POSITION, '')], language)}"
    asking = [at for at, draft in enumerate(drafts) if draft.text.endswith(block)]
    return [
        replace(draft, text=draft.text.removesuffix(block)) if at in asking[:-1] else draft
        for at, draft in enumerate(drafts)
    ]
