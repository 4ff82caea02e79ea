"""No facts break a calculator: what its fields allow gives a result or a plain refusal, what they do not is refused."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.calculation import Calculation
from assistant.calculators.law import Law
from assistant.compose import say_calculation
from assistant.errors import InputError
from assistant.tools import problems, run, tools

Form = Mapping[str, Any]
NAMES = list(tools())
# A difference may be negative; every other figure of a result may not.
DIFFERENCES = {"selisih", "selisih_pak", "selisih_hitungan", "belum_terjelaskan"}
# Words that people use for activities, so that some are recognised.
WORDINGS = ["1", "52", "8c", "80", "briefing notes", "pengawasan barang beredar", "seminar", "artikel", "ijazah S2", ""]
# Figures at which rules turn, so that they meet.
AMOUNTS = ["0", "0.01", "12.5", "20", "30", "49.99", "50", "70", "100", "150", "960.5", "1000000000"]


def forms(field: Form) -> list[Form]:
    """The forms of a field; a decimal may also be written as text, which is no form of its own."""
    every = [form for form in field.get("anyOf", [field]) if form.get("type") != "null"]
    decimal = any(form.get("type") == "number" for form in every)
    return [form for form in every if not (decimal and form.get("type") == "string")]


def allowed(form: Form, defs: Mapping[str, Form]) -> st.SearchStrategy[Any]:
    """Values that a form of the schema allows, those at which rules turn more often than others."""
    if "$ref" in form:
        return rows(defs[form["$ref"].rpartition("/")[2]], defs)
    if "anyOf" in form:
        return st.one_of([allowed(each, defs) for each in forms(form)])
    if "enum" in form or "const" in form:
        return st.sampled_from(form.get("enum", [form.get("const")]))
    match form["type"]:
        case "boolean":
            return st.booleans()
        case "integer":
            low = max(int(form.get("minimum", 0)), int(form.get("exclusiveMinimum", -1)) + 1)
            high = int(form["maximum"])
            return st.integers(low, min(high, low + 40)) | st.integers(low, high)
        case "number":
            return st.sampled_from(AMOUNTS).filter(lambda amount: Decimal(amount) <= Decimal(str(form["maximum"])))
        case "array":
            return st.lists(allowed(form["items"], defs), min_size=form.get("minItems", 0), max_size=4)
    if form.get("format") == "date":
        return st.dates(date(1950, 1, 1), date(2040, 12, 31)).map(str) | st.dates().map(str)
    return st.sampled_from(WORDINGS).filter(lambda text: len(text) >= form.get("minLength", 0))


def rows(model: Form, defs: Mapping[str, Form]) -> st.SearchStrategy[dict[str, Any]]:
    """Facts as a model allows them: those required, and any of the others."""
    fields = {name: allowed(shape, defs) for name, shape in model.get("properties", {}).items()}
    required = set(model.get("required", ()))
    must = {name: each for name, each in fields.items() if name in required}
    return st.fixed_dictionaries(must, optional={name: fields[name] for name in fields if name not in required})


def facts(name: str) -> st.SearchStrategy[dict[str, Any]]:
    schema = tools()[name].schema()
    return rows(schema, schema.get("$defs", {}))


def figures(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every figure of a result with the name it stands under."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from figures(inner, key)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from figures(inner, name)
    elif isinstance(value, (int, Decimal, Fraction)) and not isinstance(value, bool):
        yield name, value


def check(found: Calculation) -> None:
    """A result that can be shown: JSON, words in both languages, no impossible figure."""
    assert json.dumps(found.to_json(), allow_nan=False)
    for name, figure in (*figures(found.result), *figures(found.series)):
        assert Decimal(figure).is_finite() if isinstance(figure, Decimal) else True, name
        assert figure >= 0 or name in DIFFERENCES, (name, figure)
    assert all(citation.quote for citation in found.citations)
    asked = [missing.field for missing in found.missing]
    assert len(asked) == len(set(asked))
    assert found.verdict != "tidak_dapat_ditentukan" or found.missing or found.requirements or found.warnings
    for language in ("id", "en"):
        assert say_calculation(found, language)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_its_fields_allow_gives_a_result_or_a_plain_refusal(name: str, law: Law) -> None:
    fields = tools()[name].facts.model_fields

    @given(facts(name))
    @settings(derandomize=True, deadline=None, max_examples=40)
    def tried(inputs: dict[str, Any]) -> None:
        try:
            found = run(name, inputs, law)
        except InputError as refusal:
            assert refusal.field.partition(".")[0] in fields
            assert str(refusal).strip()[-1] in ".?"
        else:
            check(found)

    tried()


def wrong(form: Form) -> list[Any]:
    """Values that a form of the schema does not allow."""
    if "enum" in form or "const" in form:
        return ["tidak ada", 7]
    match form.get("type"):
        case "boolean":
            return ["mungkin", 7]
        case "integer":
            return [form.get("minimum", 1) - 1, form["maximum"] + 1, "dua", 1.5, True]
        case "number":
            return [-0.01, "-1", "NaN", "Infinity", "1e400", float(form["maximum"]) * 10, "banyak"]
        case "array":
            return ["satu", 7, [None]]
        case "string" if form.get("format") == "date":
            return ["2026-02-30", "besok", "30/02/2026"]
        case "string" if "maxLength" in form:
            return [7, "x" * (form["maxLength"] + 1)]
    return []


@pytest.mark.parametrize("name", NAMES)
def test_a_single_wrong_value_is_refused_with_its_field_and_what_is_allowed(name: str, law: Law) -> None:
    for field, shape in tools()[name].schema().get("properties", {}).items():
        for told in [told for form in forms(shape) for told in wrong(form)]:
            with pytest.raises(ValidationError) as refusal:
                run(name, {field: told}, law)
            found = problems(refusal.value)
            assert {key.partition(".")[0] for key in found} == {field}
            for key, message in found.items():
                assert message.startswith(key) and message.endswith(".")
                assert not {"Input", "should", "valid", "value", "must"} & set(message.replace(",", " ").split())
                assert isinstance(told, list) or "terlalu panjang" in message or str(told)[:20] in message
