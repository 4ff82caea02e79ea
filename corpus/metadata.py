"""What is known about a regulation beside its text: title, dates, names people use, validity, and what the source lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from corpus.address import Address
from corpus.data import Sheet
from corpus.tree import Node

KEYS = (
    "short",
    "title",
    "number",
    "year",
    "ditetapkan",
    "diundangkan",
    "berita_negara",
    "issuer",
    "jabatan",
    "aliases",
    "sha256",
    "counts",
    "lampiran",
    "absent",
    "status",
)
_CERTAINTY = ("pasti", "sangat tinggi", "tinggi", "sedang", "rendah")


@dataclass(frozen=True)
class StatusNote:
    """What is known of a regulation's validity: short message, detail, where it is known from, how sure, and when checked.

    `inside` notes rest on the corpus itself; notes that do not warn are for the page of the regulation, not for every answer.
    """

    code: str
    message: str
    detail: str
    source: str
    certainty: str
    dated: date
    inside: bool
    warns: bool
    places: Literal["semua"] | tuple[Address, ...]

    def touches(self, address: Address) -> bool:
        """Whether the note concerns this provision, something in it, or something it stands in."""
        if self.places == "semua":
            return True
        return any(place.meets(address) for place in self.places)


@dataclass(frozen=True)
class Absent:
    """A provision that the regulation has but the source text lacks; `reason` is plain Indonesian for users."""

    address: Address
    reason: str


@dataclass(frozen=True)
class Regulation:
    """One regulation: its identity, its tree, and what is known about both."""

    id: str
    short: str
    title: str
    number: str
    year: int
    jabatan: str | None
    aliases: tuple[str, ...]
    meta: Mapping[str, Any]
    root: Node
    status: tuple[StatusNote, ...]
    absent: tuple[Absent, ...]


def build(identity: str, sheet: Sheet, root: Node) -> Regulation:
    """The regulation that a metadata file and a tree describe."""
    sheet.known(KEYS)
    year = sheet.get("year")
    if not isinstance(year, int):
        raise sheet.wrong("year", year, "write the year as a number, like 2020")
    aliases = sheet.get("aliases") or []
    if not isinstance(aliases, list):
        raise sheet.wrong("aliases", aliases, "write a list of names people use")
    return Regulation(
        id=identity,
        short=sheet.text("short"),
        title=sheet.text("title"),
        number=sheet.text("number"),
        year=year,
        jabatan=sheet.get("jabatan"),
        aliases=tuple(str(alias) for alias in aliases),
        meta=sheet.content,
        root=root,
        status=tuple(_status(entry, identity, sheet) for entry in sheet.entries("status")),
        absent=tuple(_absent(entry, identity, sheet) for entry in sheet.entries("absent")),
    )


def places(value: object, identity: str, key: str, sheet: Sheet) -> tuple[Address, ...]:
    """The addresses that a list of places names."""
    if not isinstance(value, list) or not value:
        raise sheet.wrong(key, value, 'write a list of places, like ["Pasal 55 ayat (3) huruf d"]')
    return tuple(Address.parse(str(place), identity) for place in value)


def _status(entry: Mapping[str, Any], identity: str, sheet: Sheet) -> StatusNote:
    note = Sheet(f"{sheet.name}: status {entry.get('code')}", entry)
    note.known(("code", "message", "detail", "source", "certainty", "dated", "inside", "warns", "places"))
    where, dated = entry.get("places"), entry.get("dated")
    if not isinstance(dated, date):
        raise note.wrong("dated", dated, "write the date of the check like 2026-11-21")
    if entry.get("certainty") not in _CERTAINTY:
        raise note.wrong("certainty", entry.get("certainty"), f"write one of {', '.join(_CERTAINTY)}")
    return StatusNote(
        code=note.text("code"),
        message=note.text("message").strip(),
        detail=note.text("detail").strip(),
        source=note.text("source").strip(),
        certainty=note.text("certainty"),
        dated=dated,
        inside=bool(entry.get("inside", False)),
        warns=bool(entry.get("warns", True)),
        places="semua" if where == "semua" else places(where, identity, "places", note),
    )


def _absent(entry: Mapping[str, Any], identity: str, sheet: Sheet) -> Absent:
    note = Sheet(f"{sheet.name}: absent", entry)
    note.known(("place", "reason"))
    return Absent(Address.parse(note.text("place"), identity), note.text("reason").strip())
