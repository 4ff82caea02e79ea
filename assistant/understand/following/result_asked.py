"""What the calculation at work comes to, asked for once more: "AK nya berapa?", "cukup?"."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.understand.following.followups import content
from assistant.understand.language.text import Text
from assistant.understand.message.split import asks
from corpus.data import load_yaml


def asks_result(text: Text, tool: str) -> bool:
    """Whether a question names nothing but the outcome of a calculator, by its own words or by those of any verdict."""
    said, named = content(text), _load_names()
    own = {*named.get(tool, ()), *named["verdict"]}
    return bool(said) and asks(text) and {word.removesuffix("nya") for word in said} <= own


@cache
def _load_names() -> Mapping[str, list[str]]:
    names: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return names
