"""Legal numbers live in YAML with their provision; the formulas hold arithmetic only."""

import ast
import re
from pathlib import Path

import pytest

import assistant.calculators

FILES = sorted(Path(assistant.calculators.__file__).parent.glob("*.py"))
# Nothing, one, the next one; months of a year; percent.
ARITHMETIC = {0, 1, 2, 12, 100}
QUANTITY = re.compile(r"\d[\d.,]*\s*(?:%|persen|tahun|bulan|minggu|hari|jam|orang|kali|angka kredit)\b|\d%")


def numbers_in(source: str) -> list[str]:
    """Every number of a module that a reader could take for the law's: numerals, and quantities in messages."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    indices = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        for part in ast.walk(node.slice)
        if isinstance(part, ast.Constant)
    }
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, int | float) and not isinstance(node.value, bool):
            if node.value not in ARITHMETIC and id(node) not in indices:
                found.append(f"line {node.lineno}: {node.value}")
        elif isinstance(node.value, str):
            if re.fullmatch(r"-?\d+(?:[.,]\d+)?", node.value) and float(node.value.replace(",", ".")) not in ARITHMETIC:
                found.append(f"line {node.lineno}: {node.value!r}")
            found.extend(f"line {node.lineno}: {quantity[0]!r}" for quantity in QUANTITY.finditer(node.value))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_legal_number_in_python(path: Path) -> None:
    assert numbers_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    ["cap = Decimal('37.5')", "share = 80", "x = 0.2", "text = 'paling singkat 2 tahun'", "text = 'sebesar 80%'"],
)
def test_a_legal_number_would_be_found(line: str) -> None:
    assert numbers_in(line)


@pytest.mark.parametrize("line", ["half = total / 2", "first = rows[5]", "year = months // 12"])
def test_arithmetic_is_not_taken_for_law(line: str) -> None:
    assert not numbers_in(line)
