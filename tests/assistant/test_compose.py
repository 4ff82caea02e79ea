"""Whatever a calculator finds, in every case we know, its answer is made of proven words and owned numbers."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from assistant.calculators.law import Law
from assistant.compose import say_calculation
from assistant.errors import InputError
from assistant.tools import run
from assistant.verify import verify

FOLDER = Path(__file__).parent / "calculators"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    if "refused" not in case
]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("case", CASES)
def test_a_calculation_is_told_in_proven_words(case: dict[str, Any], language: str, law: Law) -> None:
    try:
        found = run(case["tool"], case["inputs"], law)
    except (ValidationError, InputError):
        pytest.fail(f"{case['tool']} refuses a case that its own test accepts")
    text = say_calculation(found, language)
    assert verify(text, found.citations, (found,), (), law.corpus).failures == ()
