"""Words that ask by their ending: "dapatkah Menteri melimpahkannya", "sudahkah cukup"."""

from functools import cache
from pathlib import Path

from assistant.understand.language.text import Text
from corpus.data import load_yaml

_ENDING = "kah"
_SHORTEST = 3  # letters before the ending


@cache
def _load() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_yaml(Path(__file__).parent / "inverted.yaml")
    return words


def is_inverted(word: str) -> bool:
    """Whether a word asks by its ending; "langkah" only ends alike, and "bukankah" claims what follows."""
    table = _load()
    stem = word.removesuffix(_ENDING)
    return stem != word and len(stem) >= _SHORTEST and word not in (*table["alike"], *table["claiming"])


def begins_inverted(text: Text) -> bool:
    """Whether words begin by asking whether something is so."""
    return is_inverted(text.at(0))
