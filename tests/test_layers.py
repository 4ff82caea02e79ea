"""Data flows one way: corpus, index, assistant, eval. A lower layer never imports a higher one."""

import ast
from pathlib import Path

import pytest

LAYERS = ("corpus", "index", "assistant", "eval")
PROJECT = Path(__file__).parent.parent
FILES = [path for layer in LAYERS for path in sorted((PROJECT / layer).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_layer_imports_only_itself_and_those_below(path: Path) -> None:
    layer = path.relative_to(PROJECT).parts[0]
    above = LAYERS[LAYERS.index(layer) + 1 :]
    assert not {name for name in imported(path) if name.split(".")[0] in above and path.name != "cli.py"}


def test_only_the_command_line_opens_the_evaluation() -> None:
    users = [path for path in FILES if "eval" not in path.parts and any(n.startswith("eval") for n in imported(path))]
    assert [path.name for path in users] == ["cli.py"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_nothing_shadows_the_builtin_eval(path: Path) -> None:
    assert "eval" not in imported(path)
