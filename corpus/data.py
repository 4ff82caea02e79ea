"""Data files: read YAML and complain by file, key, value and right form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import DataError


@dataclass(frozen=True)
class Sheet:
    """The mapping of one data file; an absent file is an empty sheet."""

    name: str
    content: Mapping[str, Any]

    def get(self, key: str) -> Any:
        """The value under a key, None where it is not written."""
        return self.content.get(key)

    def entries(self, key: str) -> tuple[Mapping[str, Any], ...]:
        """The list of mappings under a key, empty where it is not written."""
        value = self.content.get(key) or ()
        if not isinstance(value, list | tuple) or not all(isinstance(entry, Mapping) for entry in value):
            raise self.wrong(key, value, "write a list of entries, each with its own keys")
        return tuple(value)

    def mapping(self, key: str) -> Mapping[str, Any]:
        """The mapping under a key, empty where it is not written."""
        value = self.content.get(key) or {}
        if not isinstance(value, Mapping):
            raise self.wrong(key, value, "write a mapping of keys to values")
        return value

    def text(self, key: str) -> str:
        """The words under a key that must be written."""
        value = self.content.get(key)
        if value is None or isinstance(value, Mapping | list) or not str(value).strip():
            raise self.wrong(key, value, "write some words")
        return str(value)

    def known(self, keys: Iterable[str]) -> None:
        """Complain about keys nobody reads: a misspelt key must not pass in silence."""
        expected = tuple(keys)
        for key in self.content:
            if key not in expected:
                raise self.wrong(str(key), self.content[key], f"known keys are {', '.join(expected)}")

    def wrong(self, key: str, value: object, right: str) -> DataError:
        """The error that names this file, the key, the value and the right form."""
        return DataError(f"{self.name}: {key}: {_short(value)} is wrong; {right}")


def load_yaml(path: Path) -> Any:
    """The content of a YAML file, None where the file does not exist or is empty."""
    if not path.exists():
        return None
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(
            f"{path.name}: not readable as YAML: {_short(error)}; check indentation, quotes and keys written twice"
        ) from error


def load_sheet(path: Path) -> Sheet:
    """A YAML file that holds one mapping."""
    content = load_yaml(path)
    if content is None:
        content = {}
    if not isinstance(content, Mapping):
        raise DataError(f"{path.name}: {_short(content)} is wrong; write a mapping of keys to values")
    return Sheet(path.name, content)


def _short(value: object) -> str:
    words = " ".join(str(value).split())
    return repr(words if len(words) <= 120 else words[:117] + "...")


_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """Refuses a key written twice, the first of which YAML would forget in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.tag != _MERGE:
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"key {key.value!r} stands twice", key.start_mark
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep)


_MERGE = "tag:yaml.org,2002:merge"
