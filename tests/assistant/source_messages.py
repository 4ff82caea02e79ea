"""What calculators say, as it stands in their source: for tests that every line of it has its English one."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

from assistant.calculators.law import HERE
from assistant.phrases import patterns

_SLOT = re.compile(r"\{\w+\}")


def messages_of(is_meant: Callable[[ast.expr], bool], folder: Path = HERE, at: int = 1) -> list[str]:
    """This argument of every call to what is meant, written as text; what is filled in is a mark."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and is_meant(node.func)]
    told = [call.args[at] for call in calls]
    return [_skeleton(message) for message in told if isinstance(message, ast.JoinedStr | ast.Constant)]


def known_messages(kind: str) -> set[str]:
    """Those with an English line, written the same way."""
    return {_together(_SLOT.sub("*", told)) for told, _ in patterns(kind)}


def _skeleton(message: ast.JoinedStr | ast.Constant) -> str:
    parts = message.values if isinstance(message, ast.JoinedStr) else [message]
    return _together("".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts))


def _together(words: str) -> str:
    return re.sub(r"\*(?: \*)+", "*", words)
