"""What a conversation remembers, as JSON and back: amounts stay exact, dates dates, provisions provisions."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from assistant.conversation import Conversation
from corpus.address import Address


def remember(conversation: Conversation) -> str:
    """All that a conversation knows, as text that `recall` turns back."""
    memory = {name: value for name, value in vars(conversation).items() if name != "id"}
    return json.dumps(_pack(memory), ensure_ascii=False)


def recall(session: str, memory: str) -> Conversation:
    """The conversation of a session as it was remembered; what this version does not know any more is left out."""
    known = Conversation.__dataclass_fields__
    kept = {name: value for name, value in _unpack(json.loads(memory)).items() if name in known}
    return replace(Conversation(session), **kept)


def _pack(value: Any) -> Any:
    """A remembered value as JSON that `_unpack` turns back into the same type."""
    if isinstance(value, Decimal):
        return {"$decimal": str(value)}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, Address):
        return {"$address": asdict(value)}
    if isinstance(value, BaseModel):
        return _pack(value.model_dump())
    if isinstance(value, tuple):
        return {"$tuple": [_pack(inner) for inner in value]}
    if isinstance(value, set | frozenset):
        return {"$set": sorted(_pack(inner) for inner in value)}
    if isinstance(value, Mapping):
        return {str(key): _pack(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_pack(inner) for inner in value]
    return value


def _unpack(value: Any) -> Any:
    if isinstance(value, list):
        return [_unpack(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    match value:
        case {"$decimal": str(text)}:
            return Decimal(text)
        case {"$date": str(text)}:
            return date.fromisoformat(text)
        case {"$address": dict(parts)}:
            return Address(**{**parts, "trail": tuple((unit, number) for unit, number in parts["trail"])})
        case {"$tuple": list(inner)}:
            return tuple(_unpack(part) for part in inner)
        case {"$set": list(inner)}:
            return {_unpack(part) for part in inner}
    return {key: _unpack(inner) for key, inner in value.items()}
