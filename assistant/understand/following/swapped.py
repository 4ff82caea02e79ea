"""A look-up asked again of another thing of the same kind: "kalau negosiator?" after "definisi pengawas perdagangan"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.conversation import Conversation
from corpus.data import load_yaml

_WORD = re.compile(r"[^\W_]+")


def swapped(message: str, conversation: Conversation) -> str:
    """The question before, with the thing it was asked of put in another's place; "" where none is meant.

    Where a calculator was at work its facts tell what is asked.
    """
    if conversation.tool is not None or not conversation.cited:
        return ""
    table = _table()
    for earlier in reversed(conversation.recent[-table["back"] :]):
        for group in table["groups"]:
            said, before = _named(message, group), _named(earlier, group)
            if said is None or before is None or not _bare(message, said) or _bare(earlier, before):
                continue
            place = _place(group, said)
            if place != _place(group, before):
                return f"{earlier[: before.start()]}{group[place][0]}{earlier[before.end() :]}"
    return ""


def _named(text: str, group: Sequence[Sequence[str]]) -> re.Match[str] | None:
    """The one thing of a group that a text names; None where it names none or several."""
    names = sorted((name for things in group for name in things), key=len, reverse=True)
    found = list(re.finditer(rf"\b(?:{'|'.join(map(re.escape, names))})\b", text, re.IGNORECASE))
    return found[0] if len(found) == 1 else None


def _place(group: Sequence[Sequence[str]], named: re.Match[str]) -> int:
    return next(at for at, names in enumerate(group) if named[0].lower() in names)


def _bare(message: str, named: re.Match[str]) -> bool:
    """Whether a message says nothing but the name."""
    rest = f"{message[: named.start()]} {message[named.end() :]}"
    return all(word.lower() in _table()["beside"] for word in _WORD.findall(rest))


@cache
def _table() -> Mapping[str, Any]:
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "swapped.yaml")
    return {**raw, "beside": frozenset(raw["beside"])}
