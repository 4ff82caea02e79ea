"""The register of mistakes: scan damage, repaired in the text, and the legislator's own, left as they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.address import Address
from corpus.data import Sheet, load_yaml
from corpus.errors import DataError
from corpus.metadata import places

_KEYS = ("id", "kind", "severity", "places", "lines", "words", "reading", "reason", "note", "repair")


@dataclass(frozen=True)
class Repair:
    """Characters of one physical line that the scan got wrong, and what they read."""

    line: int
    find: str
    replace: str


@dataclass(frozen=True)
class Erratum:
    """One mistake: where, its words ("" where they are lost), the right reading (None: cannot be known), why, and a short note for users."""

    id: str
    regulation: str
    places: tuple[Address, ...]
    words: str
    reading: str | None
    reason: str
    note: str
    kind: str
    severity: str
    lines: tuple[int, ...]
    repairs: tuple[Repair, ...] = ()

    def touches(self, address: Address, own_lines: Mapping[Address, Sequence[int]]) -> bool:
        """Whether a provision is touched: the mistake is in it, inside it, or in the own words of one it stands in."""
        for place in self.places:
            if address.contains(place):
                return True
            if place.contains(address) and set(self.lines) & set(own_lines.get(place, self.lines)):
                return True
        return False


def load_errata(folder: Path, identity: str) -> tuple[Erratum, ...]:
    """All entries of `<id>.errata*.yaml`."""
    found: list[Erratum] = []
    for path in sorted(folder.glob(f"{identity}.errata*.yaml")):
        entries = load_yaml(path)
        entries = [] if entries is None else entries
        if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
            raise DataError(f"{path.name}: the file is wrong; write a list of entries that begin with '- id:'")
        found.extend(_erratum(entry, identity, path.name) for entry in entries)
    seen: set[str] = set()
    for erratum in found:
        if erratum.id in seen:
            raise DataError(f"{identity}.errata.yaml: id: {erratum.id!r} is wrong; give every entry its own id")
        seen.add(erratum.id)
    return tuple(found)


def _erratum(entry: Mapping[str, Any], identity: str, name: str) -> Erratum:
    sheet = Sheet(f"{name}: {entry.get('id')}", entry)
    sheet.known(_KEYS)
    kind, severity = entry.get("kind"), entry.get("severity")
    if kind not in ("pindaian", "pembentuk"):
        raise sheet.wrong("kind", kind, "write pindaian (scan damage) or pembentuk (the legislator's own)")
    if severity not in ("H", "M", "L"):
        raise sheet.wrong("severity", severity, "write H, M or L")
    lines = entry.get("lines")
    if not isinstance(lines, list) or not all(isinstance(line, int) for line in lines):
        raise sheet.wrong("lines", lines, "write a list of physical line numbers, like [855]")
    repairs = tuple(_repair(repair, sheet) for repair in sheet.entries("repair"))
    if repairs and kind == "pembentuk":
        raise sheet.wrong("repair", entry["repair"], "leave it out: the legislator's words are never changed")
    reading = entry.get("reading")
    return Erratum(
        id=sheet.text("id"),
        regulation=identity,
        places=places(entry.get("places"), identity, "places", sheet),
        words=str(entry.get("words") or ""),
        reading=None if reading is None else str(reading),
        reason=sheet.text("reason"),
        note=sheet.text("note"),
        kind=kind,
        severity=severity,
        lines=tuple(lines),
        repairs=repairs,
    )


def _repair(entry: Mapping[str, Any], sheet: Sheet) -> Repair:
    line, find, words = entry.get("line"), entry.get("find"), entry.get("replace")
    if not isinstance(line, int) or not isinstance(find, str) or not isinstance(words, str):
        raise sheet.wrong(
            "repair", dict(entry), 'write {line: 855, find: "words as scanned", replace: "words as meant"}'
        )
    return Repair(line, find, words)
