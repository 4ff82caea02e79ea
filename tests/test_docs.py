"""The README is tested: what exists is named there, and what it shows is what happens."""

import re
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.cli import _parser
from assistant.conversation import Conversation
from assistant.tools import tools
from corpus.library import Corpus

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    actions = [action for action in _parser()._actions if action.dest == "command"]
    return list(actions[0].choices or ())


@pytest.mark.parametrize("name", commands())
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"tanya {name}" in README


@pytest.mark.parametrize("name", list(tools()))
def test_every_calculator_is_in_the_readme(name: str) -> None:
    assert f"`{name}`" in README


def test_every_regulation_is_in_the_readme(corpus: Corpus) -> None:
    assert [r for r in corpus.regulations if f"`{r}`" not in README] == []


def test_every_setting_is_in_the_readme() -> None:
    used = {
        name
        for path in PROJECT.glob("*/**/*.py")
        if path.parts[len(PROJECT.parts)] in ("assistant", "index", "corpus", "eval")
        for name in re.findall(r"\"(TANYA_[A-Z_]+)\"", path.read_text(encoding="utf-8"))
    }
    assert used and [name for name in sorted(used) if f"`{name}`" not in README] == []


def test_every_target_of_the_makefile_in_the_readme_exists() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"make ([a-z]+)", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_file_named_in_the_readme_exists() -> None:
    for path in set(re.findall(r"`((?:assistant|corpus|index|eval|tests)/[\w./-]+\.\w+)`", README)):
        assert (PROJECT / path).exists(), path


def tools_table() -> str:
    """The README's table of calculators, as it must stand between its two markers."""
    rows = [f"| `{tool.name}` | {tool.description} |" for tool in tools().values()]
    return "\n".join(("| calculator | what it does |", "|---|---|", *rows))


def test_the_table_of_calculators_is_up_to_date() -> None:
    shown = README.split("<!-- tools:start -->")[1].split("<!-- tools:end -->")[0].strip()
    assert shown == tools_table(), "put the output of tests.test_docs.tools_table() between the markers"


def test_the_example_in_the_readme_is_what_the_assistant_answers(assistant: Assistant) -> None:
    example = README.split("<!-- example:start -->")[1].split("<!-- example:end -->")[0]
    question, shown = re.findall(r"```\n\$ tanya ask \"(.+?)\"\n(.+?)\n```", example, re.DOTALL)[0]
    assert shown == assistant.ask(question, Conversation("contoh")).answer
