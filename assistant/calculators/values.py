"""Legal values: every number a calculator uses, read from YAML with its unit, date, provision and quoted words.

One file per rule family, beside its formula. Its shape:

    target_minimal:                       # name of the value
      unit: angka kredit per tahun
      entries:
        - key: negosiator ahli_pertama    # what the value is for; "" when there is only one
          since: 2020-12-01
          until: 2025-01-13               # optional: last day it holds
          value: "12.5"                   # text in quotes: an exact decimal, a date or a word
          regulation: permendag-94-2020
          place: Pasal 55 ayat (1) huruf a
          quote: "12,5 (dua belas koma lima) untuk Negosiator Perdagangan Ahli Pertama"

A value from outside the corpus carries `outside: {source: ..., certainty: ..., checked: 2026-11-21}` instead of
regulation, place and quote. A value without unit, date or origin is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from assistant.errors import ValueMissing
from corpus.address import Address
from corpus.data import load_yaml
from corpus.errors import DataError

_ENTRY_KEYS = {"key", "since", "until", "value", "regulation", "place", "quote", "outside", "note"}
_OUTSIDE_KEYS = {"source", "certainty", "checked"}


@dataclass(frozen=True)
class Outside:
    """Where a value from outside the corpus comes from, how sure it is, and when it was last checked."""

    source: str
    certainty: str
    checked: date


@dataclass(frozen=True)
class Value:
    """One legal value: `text` as written in the YAML; `number` when it is one."""

    name: str
    key: str
    text: str
    unit: str
    since: date
    until: date | None
    address: Address | None
    quote: str
    outside: Outside | None = None

    @property
    def number(self) -> Decimal:
        """The value as an exact decimal; raises ValueMissing when it is not a number."""
        try:
            return Decimal(self.text)
        except InvalidOperation:
            raise ValueMissing(f"nilai {self.name}/{self.key} adalah {self.text!r}, bukan angka") from None


class Values:
    """The values of one YAML file, picked by name, key and date."""

    def __init__(self, source: str, entries: tuple[Value, ...]) -> None:
        self.source = source
        self.entries = entries

    def get(self, name: str, *key: str, on: date | None = None) -> Value:
        """The value that holds on a date (default: the newest); raises ValueMissing naming file and key."""
        found = self.find(name, *key, on=on)
        if found is None:
            raise ValueMissing(f"{self.source}: tidak ada nilai {name!r} untuk {' '.join(key)!r}")
        return found

    def find(self, name: str, *key: str, on: date | None = None) -> Value | None:
        """As `get`, but None where the law sets no such value."""
        wanted = " ".join(key)
        fitting = [
            v
            for v in self.entries
            if v.name == name
            and v.key == wanted
            and (on is None or (v.since <= on and (v.until is None or on <= v.until)))
        ]
        return max(fitting, key=lambda v: v.since, default=None)

    def keys(self, name: str) -> tuple[str, ...]:
        """All keys under which a value of this name stands, in file order."""
        return tuple(dict.fromkeys(v.key for v in self.entries if v.name == name))


def load_values(path: Path) -> Values:
    """Read one YAML of values; raises DataError naming file, name, key and the right form."""
    raw = load_yaml(path) or {}
    entries: list[Value] = []
    for name, block in raw.items():
        if not isinstance(block, dict) or set(block) != {"unit", "entries"}:
            raise DataError(f"{path.name}: {name!r} must have exactly 'unit' and 'entries'")
        entries.extend(_read_entry(path.name, name, str(block["unit"]), entry) for entry in block["entries"])
    return Values(path.name, tuple(entries))


def _read_entry(source: str, name: str, unit: str, entry: Mapping[str, Any]) -> Value:
    where = f"{source}: {name}/{entry.get('key', '')}"
    unknown = set(entry) - _ENTRY_KEYS
    if unknown:
        raise DataError(f"{where}: unknown keys {sorted(unknown)}; allowed are {sorted(_ENTRY_KEYS)}")
    if not isinstance(entry.get("value"), str):
        raise DataError(f'{where}: value {entry.get("value")!r} must be text in quotes, like "12.5"')
    if not isinstance(entry.get("since"), date):
        raise DataError(f"{where}: since {entry.get('since')!r} must be a date, like 2020-12-01")
    address, outside = _read_origin(where, entry)
    return Value(
        name=name,
        key=str(entry.get("key", "")),
        text=entry["value"],
        unit=unit,
        since=entry["since"],
        until=entry.get("until"),
        address=address,
        quote=str(entry.get("quote", "")),
        outside=outside,
    )


def _read_origin(where: str, entry: Mapping[str, Any]) -> tuple[Address | None, Outside | None]:
    if "outside" in entry:
        if set(entry["outside"]) != _OUTSIDE_KEYS:
            raise DataError(f"{where}: outside must have exactly {sorted(_OUTSIDE_KEYS)}")
        return None, Outside(**entry["outside"])
    for needed in ("regulation", "place", "quote"):
        if not entry.get(needed):
            raise DataError(f"{where}: {needed!r} is missing; every value names the provision and quotes its words")
    return Address.parse(entry["place"], entry["regulation"]), None
