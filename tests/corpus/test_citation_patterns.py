"""The citation patterns are data that carries its own examples; here every example is read."""

import re
from typing import Any

import pytest
import yaml

from corpus.mentions import Grammar, Mention
from corpus.metadata import Regulation
from corpus.patterns import FILE
from corpus.tokens import normal
from corpus.tree import Node

DATA: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
STEPS = [
    pytest.param(entry, words, value, id=f"{section} {entry['unit']}: {words}")
    for section in ("steps", "shorthand", "carry")
    for entry in DATA[section]
    for words, value in entry["examples"].items()
]
LINKS = [pytest.param(e["pattern"], words, id=words) for e in DATA["links"] for words in e["examples"]]
NAMES = [pytest.param(words, r, id=words) for e in DATA["regulations"] for words, r in e["examples"].items()]
NAMES += [pytest.param(words, e["regulation"], id=words) for e in DATA["names"] for words in e["examples"]]
IDENTITIES = {
    "permendag-4-2026": ("4", 2026),
    "permendag-79-2014": ("79/M-DAG/PER/10/2014", 2014),
    "permendag-82-2020": ("82", 2020),
    "permendag-94-2020": ("94", 2020),
    "permen-pupr-2-2023": ("2", 2023),
}


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(
        Regulation(name, name, name, number, year, None, (), {}, Node("peraturan", None), (), ())
        for name, (number, year) in IDENTITIES.items()
    )


def written(mention: Mention) -> str:
    at = mention.regulation or mention.outside
    return f"{mention.place} @ {at}".strip() if at else mention.place


@pytest.mark.parametrize(("entry", "words", "value"), STEPS)
def test_each_step_pattern_reads_its_examples(entry: dict[str, Any], words: str, value: str) -> None:
    found = re.fullmatch(entry["pattern"], words, re.IGNORECASE)
    if found is None and "(?=" in entry["pattern"]:
        found = re.match(entry["pattern"], words, re.IGNORECASE)
    assert found, f"{entry['pattern']} does not match its example {words!r}"
    groups = found.groupdict()
    assert normal(entry["unit"], groups.get("value") or groups.get("value2") or "") == value


@pytest.mark.parametrize(
    "entry", [e for s in ("steps", "shorthand", "carry", "links", "regulations", "names") for e in DATA[s]]
)
def test_each_pattern_carries_an_example(entry: dict[str, Any]) -> None:
    assert entry.get("examples"), f"add an example to {entry['pattern']}"


@pytest.mark.parametrize(("pattern", "words"), LINKS)
def test_each_link_pattern_reads_its_examples(pattern: str, words: str) -> None:
    assert re.fullmatch(pattern, words, re.IGNORECASE)


@pytest.mark.parametrize(("words", "regulation"), NAMES)
def test_each_name_of_a_regulation_is_read(grammar: Grammar, words: str, regulation: str | None) -> None:
    (mention,) = grammar.find(words)
    assert mention.regulation == regulation
    assert bool(mention.outside) == (regulation is None)
    assert mention.text == words


@pytest.mark.parametrize("case", DATA["citations"], ids=[case["text"] for case in DATA["citations"]])
def test_each_citation_is_read_as_the_file_says(grammar: Grammar, case: dict[str, Any]) -> None:
    assert [written(mention) for mention in grammar.find(case["text"])] == case["reads"]


@pytest.mark.parametrize("case", DATA["citations"], ids=[case["text"] for case in DATA["citations"]])
def test_each_mention_says_which_characters_it_came_from(grammar: Grammar, case: dict[str, Any]) -> None:
    for mention in grammar.find(case["text"]):
        assert case["text"][mention.start : mention.end] == mention.text != ""
