"""What a message denies twice, said plainly: "bukan tidak pernah dihukum" is "pernah", "tidak hanya lulus" is "lulus"."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from corpus.data import load_yaml


def plainly(text: Text) -> str:
    """The message with each such phrase replaced; as it stands where there is none."""
    raw = text.raw
    found = [(text.span(*place), instead) for phrase, instead in _phrases().items() for place in text.find(phrase)]
    for (start, end), instead in sorted(found, reverse=True):
        raw = raw[:start] + instead + raw[end:].removeprefix("" if instead else " ")
    return raw


@cache
def _phrases() -> Mapping[str, str]:
    loaded: Mapping[str, str] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
