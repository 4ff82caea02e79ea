"""Statements known to be true or false of each provision, as people say them: data for telling what a message takes wrongly."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.address import Address
from corpus.data import load_yaml
from corpus.errors import DataError

FOLDER = Path(__file__).parent / "statements"
_WRONG, _RIGHT = "salah", "benar"


@dataclass(frozen=True)
class Statement:
    """What people believe wrongly of one provision, and what it really says of the same point."""

    address: Address
    wrong: str
    right: str


@cache
def load_statements() -> tuple[Statement, ...]:
    """All statements of the folder, a file a regulation; DataError names the file and what is wrong with it."""
    return tuple(statement for path in sorted(FOLDER.glob("*.yaml")) for statement in _read(path))


def _read(path: Path) -> Iterator[Statement]:
    raw: Mapping[str, Sequence[Mapping[str, str]]] = load_yaml(path)
    for place, pairs in raw.items():
        for pair in pairs:
            if set(pair) != {_WRONG, _RIGHT} or not all(isinstance(said, str) for said in pair.values()):
                raise DataError(
                    f"statements/{path.name}: {place}: {pair!r} is wrong; write {{{_WRONG}: ..., {_RIGHT}: ...}}"
                )
            yield Statement(Address.parse(place, path.stem), pair[_WRONG], pair[_RIGHT])
