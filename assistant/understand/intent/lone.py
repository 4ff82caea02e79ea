"""Messages that tell one fact and ask nothing: "AK saya 80" says too little to know what is wanted of it."""

from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.clues import Clues
from corpus.data import load_yaml


@cache
def _table() -> dict[str, Any]:
    raw: dict[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {"most": raw["most"], "words": frozenset((*raw["words"], *raw["names"]))}


def only_tells(clues: Clues) -> bool:
    """Whether a first message is one fact and the words that name it, and nothing else."""
    text, conversation, facts = clues.text, clues.conversation, clues.told.facts
    begun = conversation.tool or conversation.cited or conversation.asked or clues.within
    if begun or clues.cites or "?" in text.raw or text.raw != clues.whole.raw or len(text.words) > _table()["most"]:
        return False
    spans = [(fact.start - clues.at, fact.end - clues.at) for fact in facts]
    fields = {fact.field for fact in facts}
    rest = [w for w in text.words if not any(start <= w.start and w.end <= end for start, end in spans)]
    return len(fields) == 1 and all(word.text in _table()["words"] for word in rest)
