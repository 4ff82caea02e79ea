"""The question bank: open questions with the provisions that answer them, split so that no answer is seen in training."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from corpus.address import Address
from corpus.data import Sheet, load_sheet, load_yaml
from corpus.errors import CorpusError, DataError

Split = Literal["train", "dev", "test"]

CASES = Path(__file__).parent / "cases"
TWINS = Path(__file__).parent / "twins.yaml"
STYLES = ("formal", "sehari-hari", "kata-kunci", "inggris", "salah-ketik", "situasi", "dua-ketentuan")
# From loosest to strictest: a question takes the strictest split among its provisions.
SPLITS: tuple[Split, ...] = ("train", "dev", "test")
_KEYS = ("id", "question", "style", "provisions", "also", "words")
# Hundredths of all provisions; a question with two provisions is held back when either is.
_TRAIN, _DEV = 56, 15


@dataclass(frozen=True)
class Case:
    """One question: `provisions` are all needed, `also` answer it as well, `words` stand verbatim in the first provision."""

    id: str
    regulation: str
    question: str
    style: str
    provisions: tuple[Address, ...]
    also: tuple[Address, ...]
    words: str
    file: str


def load_cases(folder: Path = CASES) -> tuple[Case, ...]:
    """Every question of a folder of `<regulation-id>[-n].yaml`, in order of file and entry."""
    return tuple(case for path in sorted(folder.glob("*.yaml")) for case in load_file(path))


def load_file(path: Path) -> tuple[Case, ...]:
    """The questions of one file; the regulation is read from the file's name."""
    entries = load_yaml(path)
    if not isinstance(entries, list):
        raise DataError(f"{path.name}: the file must hold a list; write entries that begin with '- id: ...'")
    return tuple(_case(path, number, entry) for number, entry in enumerate(entries, 1))


def split(case: Case) -> Split:
    """Where a question belongs: by the hash of its Pasal or Lampiran part, so that all questions on one stand together."""
    return max((_split_of(group) for group in map(group_of, case.provisions)), key=SPLITS.index)


def group_of(address: Address) -> str:
    """The Pasal, Lampiran part or table row an address stands in; twins of two regulations, alike in wording, are one."""
    steps = _steps(address)
    twin = _twins().get(address.regulation)
    if twin is not None:
        other, units = twin
        for end in range(len(steps), 0, -1):
            found = units.get(" ".join(steps[:end]))
            if found is not None:
                return " ".join((other, found, *steps[end:]))
    return " ".join((address.regulation, *steps))


def _steps(address: Address) -> tuple[str, ...]:
    if address.pasal is not None:
        return (f"Pasal {address.pasal}",)
    trail = [f"{unit} {number}".strip() for unit, number in address.trail]
    # A numbered row of a table is a provision of its own, or one long table would fill a split.
    row = next((end for end, step in enumerate(trail, 1) if step.startswith("nomor ")), 1)
    head = () if address.lampiran is None else (f"Lampiran {address.lampiran}",)
    return (*head, *trail[:row]) or ("peraturan",)


def _split_of(group: str) -> Split:
    place = int.from_bytes(hashlib.sha256(group.encode()).digest()[:8], "big") % 100
    if place < _TRAIN:
        return "train"
    return "dev" if place < _TRAIN + _DEV else "test"


@cache
def _twins(path: Path = TWINS) -> Mapping[str, tuple[str, Mapping[str, str]]]:
    content = load_sheet(path).content
    return {regulation: (entry["of"], entry["units"]) for regulation, entry in content.items()}


def _case(path: Path, number: int, entry: Any) -> Case:
    name = f"{path.name} entry {number}"
    if not isinstance(entry, Mapping):
        raise DataError(f"{name}: {entry!r} is wrong; write a mapping with {', '.join(_KEYS)}")
    sheet = Sheet(f"{name} ({entry.get('id', 'no id')})", entry)
    sheet.known(_KEYS)
    regulation = _regulation_of(path)
    if sheet.text("style") not in STYLES:
        raise sheet.wrong("style", sheet.get("style"), f"known styles are {', '.join(STYLES)}")
    return Case(
        id=sheet.text("id"),
        regulation=regulation,
        question=sheet.text("question"),
        style=sheet.text("style"),
        provisions=tuple(_address(sheet, "provisions", place, regulation) for place in _places(sheet, "provisions")),
        also=tuple(_elsewhere(sheet, place, regulation) for place in _places(sheet, "also")),
        words=sheet.text("words"),
        file=path.name,
    )


def _regulation_of(path: Path) -> str:
    found = re.fullmatch(r"(?P<id>.+-\d{4})(?:-\d+)?", path.stem)
    if found is None:
        raise DataError(f"{path.name}: the name must be '<regulation-id>.yaml' or '<regulation-id>-<n>.yaml'")
    return found["id"]


def _places(sheet: Sheet, key: str) -> tuple[str, ...]:
    value = sheet.get(key) or []
    if not isinstance(value, list) or not all(isinstance(place, str) for place in value):
        raise sheet.wrong(key, value, 'write a list of places like ["Pasal 13 ayat (1) huruf h"]')
    if key == "provisions" and not value:
        raise sheet.wrong(key, value, "write at least one place")
    return tuple(value)


def _elsewhere(sheet: Sheet, place: str, regulation: str) -> Address:
    """A place that may stand in another regulation: "permendag-82-2020: Pasal 13"."""
    other, _, rest = place.rpartition(": ")
    return _address(sheet, "also", rest, other or regulation)


def _address(sheet: Sheet, key: str, place: str, regulation: str) -> Address:
    try:
        return Address.parse(place, regulation)
    except CorpusError as error:
        raise sheet.wrong(key, place, str(error)) from error
