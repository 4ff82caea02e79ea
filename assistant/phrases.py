"""The assistant's own sentences, read from `words/<language>.yaml`.

What is said of each calculator stands in `words/tools.<language>.yaml`, how its figures are named and measured in
`words/results.<language>.yaml`, and the English of its conditions, steps, refusals, warnings and corrections in `words/conditions.en.yaml`,
`words/refusals.en.yaml`, `words/warnings.en.yaml` and `words/corrections.en.yaml`.
"""

from functools import cache
from pathlib import Path
from typing import Any

from corpus.data import load_yaml
from corpus.errors import DataError

FOLDER = Path(__file__).parent / "words"
MORE = ("tools", "results")  # files beside the sentences, one for each language


@cache
def _load(language: str) -> dict[str, Any]:
    loaded: dict[str, Any] = load_yaml(FOLDER / f"{language}.yaml")
    more = {name: load_yaml(FOLDER / f"{name}.{language}.yaml") for name in MORE}
    return {**loaded, **{name: words or {} for name, words in more.items()}}


def phrase(language: str, *path: str, **filled: str) -> str:
    """One sentence with its placeholders filled; raises DataError naming the file and the key when it is missing."""
    node: Any = _load(language)
    for key in path:
        if not isinstance(node, dict) or key not in node:
            raise DataError(f"words/{language}.yaml: {'.'.join(path)!r} is missing; add the sentence")
        node = node[key]
    return str(node).format(**filled)


def find_phrase(language: str, *path: str) -> str | None:
    """One sentence as written, or None where there is none."""
    node: Any = _load(language)
    for key in path:
        if not isinstance(node, dict) or key not in node:
            return None
        node = node[key]
    return str(node)


def find_phrases(language: str, *path: str) -> tuple[str, ...]:
    """The sentences under a key that holds one or several, in order; () where there is none."""
    node: Any = _load(language)
    for key in path:
        if not isinstance(node, dict) or key not in node:
            return ()
        node = node[key]
    return tuple(map(str, node)) if isinstance(node, list) else (str(node),)


@cache
def patterns(name: str) -> tuple[tuple[str, str], ...]:
    """The Indonesian patterns of `words/<name>.en.yaml` with their English, the longest first: the exact wins."""
    table: dict[str, str] = load_yaml(FOLDER / f"{name}.en.yaml") or {}
    return tuple(sorted(table.items(), key=lambda row: len(row[0]), reverse=True))
