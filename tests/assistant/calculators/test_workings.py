"""The whole working of a choice of cases, word for word, as a person reads it: `workings/<family>.md`.

The cases pin figures; these pages pin what is said around them, which provision stands beside each line, and what is
asked. A lawyer can read them without running anything. After a change of words, look at the difference and accept it:

    python -m tests.assistant.calculators.test_workings         writes every page, with the cases that say something new
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from assistant.calculation import Calculation, Caveat, Missing, plain
from assistant.calculators.law import Law
from assistant.errors import InputError
from assistant.facts import question_for
from assistant.tools import problems, run
from corpus.citation import Citation

HERE = Path(__file__).parent
PAGES = HERE / "workings"
FAMILIES = sorted(path.stem for path in HERE.glob("*.yaml"))
# Said by the corpus of every provision that is cited, not by the calculators.
_OF_THE_CORPUS = ("erratum:", "status:")
_VARIES = re.compile(
    r"\[[^]]*\]|\{.*\}|\"[^\"]*\"|: (?:terpenuhi|belum|tidak_diketahui)|[Aa]hli[ _]\w+|I[IV]*/[a-e]|S[123]|[\d.,/:-]*\d|(?<=lain: ).*"
)


def cases_of(family: str) -> dict[str, dict[str, Any]]:
    """The cases of a family by name."""
    return {case["name"]: case for case in yaml.safe_load((HERE / f"{family}.yaml").read_text(encoding="utf-8"))}


def read(case: dict[str, Any], law: Law) -> list[str]:
    """What a person reads of a case: the working, or why the inputs are refused."""
    try:
        return list(working(run(case["tool"], case["inputs"], law)))
    except ValidationError as error:
        return [f"{case['tool']}: ditolak", *(f"- {message}" for message in problems(error).values())]
    except InputError as error:
        return [f"{case['tool']}: ditolak", f"- {error.field}: {error}{''.join(map(place, error.sources))}"]


def working(found: Calculation) -> Iterator[str]:
    """A result line by line: what a person reads, and the provision each line rests on."""
    yield f"{found.tool}: {found.verdict or 'tanpa putusan'}"
    for key, value in plain(found.result).items():
        yield f"- hasil {key}: {json.dumps(value, ensure_ascii=False)}"
    for step in found.steps:
        yield f"- langkah {step.text}: {step.value}{place(step.citation)}"
    for need in found.requirements:
        yield f"- syarat {need.text}: {need.status}{place(need.citation)}{f' ← {need.field}' if need.field else ''}"
    for missing in found.missing:
        yield f"- tanya {missing.field}{asked(missing)}{place(missing.citation)}"
    for warning in own(found):
        yield f"- peringatan {warning.code}: {warning.message}{place(warning.citation)}"
    for row in plain(found.series):
        yield f"- deret {json.dumps(row, ensure_ascii=False)}"
    beside = {citation.address.key for citation in cited_beside(found)}
    others = [citation.address.key for citation in found.citations if citation.address.key not in beside]
    if others:
        yield f"- rujukan lain: {', '.join(others)}"


def cited_beside(found: Calculation) -> list[Citation]:
    """The provisions that stand beside a line already."""
    beside = [step.citation for step in found.steps] + [need.citation for need in found.requirements]
    beside += [missing.citation for missing in found.missing] + [warning.citation for warning in own(found)]
    return [citation for citation in beside if citation]


def own(found: Calculation) -> list[Caveat]:
    """The warnings that the calculator itself gives."""
    return [warning for warning in found.warnings if not warning.code.startswith(_OF_THE_CORPUS)]


def place(citation: Citation | None) -> str:
    return f" [{citation.address.key}]" if citation else ""


def asked(missing: Missing) -> str:
    """The question, where it is not the usual one."""
    return "" if missing.question == question_for(missing.field) else f": {missing.question}"


def chosen(family: str) -> list[str]:
    """The names of the cases that stand on the page."""
    page = PAGES / f"{family}.md"
    if not page.exists():
        return []
    return [line.removeprefix("## ") for line in page.read_text(encoding="utf-8").splitlines() if line[:3] == "## "]


def write_page(family: str, names: list[str], law: Law) -> str:
    """The page of a family: one section a case."""
    cases = cases_of(family)
    sections = ["\n".join([f"## {name}", "", *read(cases[name], law)]) for name in names]
    return "\n\n".join([f"# {family}", *sections]) + "\n"


@pytest.mark.parametrize("family", FAMILIES)
def test_every_working_reads_as_on_its_page(family: str, law: Law) -> None:
    names = chosen(family)
    assert names, f"no page for {family}; write it with: python -m tests.assistant.calculators.test_workings"
    assert set(names) <= set(cases_of(family)), "a case on the page has gone; write the pages anew"
    expected = (PAGES / f"{family}.md").read_text(encoding="utf-8").splitlines()
    assert write_page(family, names, law).splitlines() == expected


def kind(line: str) -> str:
    """A line without what varies in it: figures, places, levels, ranks and statuses."""
    return _VARIES.sub("#", line)


def choose(family: str, law: Law) -> list[str]:
    """The cases on the page, and enough others that every kind of line stands on it once."""
    kinds = {name: {kind(line) for line in read(case, law)} for name, case in cases_of(family).items()}
    names = [name for name in chosen(family) if name in kinds]
    seen = {kind for name in names for kind in kinds[name]}
    while left := {name: lines - seen for name, lines in kinds.items() if lines - seen}:
        best = max(left, key=lambda name: len(left[name]))
        names.append(best)
        seen |= kinds[best]
    return [name for name in kinds if name in names]


if __name__ == "__main__":
    from corpus.library import load_corpus

    opened = Law(load_corpus())
    PAGES.mkdir(exist_ok=True)
    for stem in FAMILIES:
        (PAGES / f"{stem}.md").write_text(write_page(stem, choose(stem, opened), opened), encoding="utf-8")
