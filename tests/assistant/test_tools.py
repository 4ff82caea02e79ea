"""Every calculator is described for people, bounded in its inputs, and shown at work in its cases."""

import string
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculation import Calculation
from assistant.calculators.law import Law
from assistant.numerals import values_of
from assistant.phrases import find_phrase
from assistant.tools import run, tools

CASES = Path(__file__).parent / "calculators"
WORDS = Path(__file__).parent.parent.parent / "assistant" / "words"
NAMES = list(tools())
LANGUAGES = ("id", "en")
# Calculators that show the law's own table or deadline when nothing is told.
ANSWER_WITHOUT_FACTS = {
    "evaluasi_pembelajaran",
    "forum_pembelajaran",
    "kewajiban_tugas_belajar",
    "reentry_program",
    "struktur_trade_corpu",
    "tahap_manajemen_pengetahuan",
}


def cases_by_tool() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found[case["tool"]].append(case)
    return found


CASES_BY_TOOL = cases_by_tool()


def told_words(language: str) -> Mapping[str, Mapping[str, Any]]:
    read: dict[str, Any] = yaml.safe_load((WORDS / f"tools.{language}.yaml").read_text(encoding="utf-8"))
    return read


def fields(schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every field of an input and of its rows."""
    for model in (schema, *schema.get("$defs", {}).values()):
        yield from model.get("properties", {}).items()


def forms(field: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The forms that a field's value may take, those of a list's items included."""
    for form in field.get("anyOf", [field]):
        yield form
        if form.get("type") == "array":
            yield from forms(form["items"])


def unbounded(form: Mapping[str, Any], others: list[Mapping[str, Any]]) -> bool:
    """Whether a value of this form could be as large as one likes."""
    match form.get("type"):
        case "integer" | "number":
            return "minimum" not in form or "maximum" not in form
        case "array":
            return "maxItems" not in form
        case "string":
            exact = any(other.get("type") == "number" for other in others)  # a decimal written as text
            return not exact and not {"enum", "const", "maxLength", "format"} & set(form)
    return False


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described_in_words_of_its_own(name: str) -> None:
    for field, shape in fields(tools()[name].schema()):
        words = shape.get("description", "")
        assert len(words) >= 5, field
        assert words[0].isupper() or words[0].isdigit(), field
        assert "_" not in words and words.lower() != field, field


@pytest.mark.parametrize("name", NAMES)
def test_every_field_has_choices_or_limits(name: str) -> None:
    for field, shape in fields(tools()[name].schema()):
        every = list(forms(shape))
        assert not any(unbounded(form, every) for form in every), field


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_described_as_the_calculator_is(name: str) -> None:
    tool = tools()[name]
    assert tool.schema()["description"] == tool.description
    assert tool.description.endswith(".") and tool.description[0].isupper()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ANSWER_WITHOUT_FACTS])
def test_a_case_shows_what_is_asked_when_a_fact_is_missing(name: str) -> None:
    assert any(case.get("missing") for case in CASES_BY_TOOL[name])


@pytest.mark.parametrize("name", sorted(ANSWER_WITHOUT_FACTS))
def test_a_calculator_that_needs_no_facts_answers_without_any(name: str, law: Law) -> None:
    found = run(name, {}, law)
    assert found.result and not found.missing
    assert any(not case["inputs"] for case in CASES_BY_TOOL[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_case_shows_what_is_refused(name: str) -> None:
    can_be_wrong = any(
        form.get("type") not in ("null", "boolean")
        for _, shape in fields(tools()[name].schema())
        for form in forms(shape)
    )
    assert any("refused" in case for case in CASES_BY_TOOL[name]) or not can_be_wrong


@pytest.fixture(scope="module")
def results(law: Law) -> dict[str, list[Calculation]]:
    """What the cases of every calculator give."""
    return {
        name: [run(name, case["inputs"], law) for case in cases if "refused" not in case]
        for name, cases in CASES_BY_TOOL.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_calculator_has_a_topic_and_nothing_else_has(language: str) -> None:
    words = told_words(language)
    assert set(words) == set(NAMES)
    assert all(entry.get("topic") for entry in words.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_case_fills_every_place_of_the_headline(
    name: str, language: str, results: dict[str, list[Calculation]]
) -> None:
    told: str | list[str] = told_words(language)[name].get("headline", [])
    for headline in [told] if isinstance(told, str) else told:  # the first that a result fills is said
        places = {place for _, place, _, _ in string.Formatter().parse(headline) if place}
        assert any(places <= set(found.result) for found in results[name]), headline


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_name_of_a_calculator_counts_anything(language: str, law: Law) -> None:
    """A number in a name would be a number that nobody owns, wherever the name is said; a regulation's name is owned."""
    topics = [find_phrase(language, "tools", name, "topic") or "" for name in tools()]
    for regulation in law.corpus.regulations.values():
        topics = [topic.replace(regulation.short, "") for topic in topics]
    assert [topic for topic in topics if values_of(topic)] == []
