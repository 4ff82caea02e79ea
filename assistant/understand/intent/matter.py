"""What a calculator was asked about, where its subject alone does not tell: a question that follows on is about that."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.facts import fact_words
from corpus.data import load_yaml


@cache
def _fields() -> dict[str, str]:
    loaded: dict[str, str] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded


def matter(tool: str, facts: Mapping[str, object]) -> str:
    """The choice told, in its own words: "membentuk tim uji kompetensi"; "" where none is told or the subject says it all."""
    field = _fields().get(tool, "")
    said = fact_words()[field].choices.get(str(facts.get(field)), "") if field else ""
    return said.replace("/", " ")  # of several names each may be the law's
