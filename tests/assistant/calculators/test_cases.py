"""Every case file beside this test is run through the same list of tools that the doors use."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from assistant.calculation import plain
from assistant.calculators.law import Law
from assistant.errors import InputError
from assistant.tools import problems, run, tools

HERE = Path(__file__).parent
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(HERE.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
KNOWN_KEYS = {
    "name",
    "tool",
    "inputs",
    "verdict",
    "result",
    "cites",
    "missing",
    "refused",
    "warns",
    "silent",
    "requirements",
    "steps",
    "asks",
    "says",
}


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], law: Law) -> None:
    assert set(case) <= KNOWN_KEYS
    if "refused" in case:
        with pytest.raises((ValidationError, InputError)) as refusal:
            run(case["tool"], case["inputs"], law)
        error = refusal.value
        fields = list(problems(error)) if isinstance(error, ValidationError) else [error.field]
        assert case["refused"] in fields
        return
    found = run(case["tool"], case["inputs"], law)
    assert json.dumps(found.to_json())
    assert found.tool == case["tool"]
    assert {need.field for need in found.requirements} <= {"", *tools()[case["tool"]].facts.model_fields}
    if "verdict" in case:
        assert found.verdict == case["verdict"]
    result = plain(found.result)
    for key, value in case.get("result", {}).items():
        assert result.get(key) == value, key
    keys = [citation.address.key for citation in found.citations]
    for cited in case.get("cites", []):
        assert cited in keys
    if "missing" in case:
        assert [missing.field for missing in found.missing] == case["missing"]
    for code in case.get("warns", []):
        assert code in [warning.code for warning in found.warnings]
    for words in case.get("asks", []):
        assert any(words in missing.question for missing in found.missing), words
    for words in case.get("says", []):
        assert any(words in warning.message for warning in found.warnings), words
    for code in case.get("silent", []):
        assert code not in [warning.code for warning in found.warnings]
    for words, value in case.get("steps", {}).items():
        wanted = value if isinstance(value, list) else [value]
        assert [step.value for step in found.steps if words in step.text] == wanted, words
    for words, status in case.get("requirements", {}).items():
        matching = [r.status for r in found.requirements if words in r.text]
        assert matching == [status], words
