"""Where a provision stands: one address per node, with three written forms that can all be read back.

place   "Pasal 72 ayat (3) huruf c"            for lawyers: data files and labels
anchor  "pasal-72-ayat-3-huruf-c"              for links
key     "permendag-94-2020#pasal-72-ayat-3-huruf-c"   for the index
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from corpus.errors import DataError

_BODY_PLACE = re.compile(
    r"Pasal (?P<pasal>\d+)(?: ayat \((?P<ayat>\d+)\))?(?: huruf (?P<huruf>[a-z]+))?(?: angka (?P<angka>\d+))?"
)
_LAMPIRAN_PLACE = re.compile(r"Lampiran (?P<lampiran>[IVX]+)")
# These parts of a regulation stand alone; every other unit carries a number or letter.
_TRAIL_PLACE = re.compile(
    r" (?:(?P<alone>judul|menimbang|mengingat|menetapkan|penutup|pembuka)|(?P<unit>[a-z]+) (?P<number>[0-9A-Za-z./]+))"
)


@dataclass(frozen=True)
class Address:
    """One provision of one regulation; parts that do not apply are None.

    `trail` holds what Pasal/ayat/huruf/angka cannot: the inside of an attachment
    (("huruf", "A"), ("nomor", "12")), deeper levels of a Pasal, or the preamble (("menimbang", ""), ("huruf", "a")).
    """

    regulation: str
    pasal: int | None = None
    ayat: int | None = None
    huruf: str | None = None
    angka: int | None = None
    lampiran: str | None = None
    trail: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """The address as a lawyer writes it, without the regulation: "Pasal 72 ayat (3) huruf c"."""
        words = []
        if self.pasal is not None:
            words.append(f"Pasal {self.pasal}")
        if self.lampiran is not None:
            words.append(f"Lampiran {self.lampiran}")
        if self.ayat is not None:
            words.append(f"ayat ({self.ayat})")
        if self.huruf is not None:
            words.append(f"huruf {self.huruf}")
        if self.angka is not None:
            words.append(f"angka {self.angka}")
        words.extend(f"{unit} {number}".strip() for unit, number in self.trail)
        text = " ".join(words)
        return text[:1].upper() + text[1:]

    @property
    def anchor(self) -> str:
        """The address as a link fragment: "pasal-72-ayat-3-huruf-c"; "" for the regulation itself."""
        return re.sub(r"[() ]+", "-", self.place.lower()).replace("/", ".").strip("-").replace("--", "-")

    @property
    def key(self) -> str:
        """The address as one unique string: "permendag-94-2020#pasal-72-ayat-3-huruf-c"."""
        return f"{self.regulation}#{self.anchor}" if self.anchor else self.regulation

    @property
    def url(self) -> str:
        """The address as a path of the web page: "/peraturan/permendag-94-2020#pasal-72"."""
        return f"/peraturan/{self.key}"

    @property
    def parent(self) -> "Address | None":
        """The address one level up, or None for the regulation itself."""
        if self.trail:
            return replace(self, trail=self.trail[:-1])
        for part in ("angka", "huruf", "ayat", "pasal", "lampiran"):
            if getattr(self, part) is not None:
                above: dict[str, Any] = {part: None}
                return replace(self, **above)
        return None

    def contains(self, other: "Address") -> bool:
        """Whether `other` is this provision or stands inside it."""
        return self.regulation == other.regulation and other._steps[: len(self._steps)] == self._steps

    def meets(self, other: "Address") -> bool:
        """Whether one of two provisions is the other or stands inside it."""
        return self.contains(other) or other.contains(self)

    @cached_property
    def _steps(self) -> tuple[tuple[str, str], ...]:
        """The way down from the regulation, one unit and number a step; kept, since every citation asks for it."""
        named = (
            ("lampiran", self.lampiran),
            ("pasal", self.pasal),
            ("ayat", self.ayat),
            ("huruf", self.huruf),
            ("angka", self.angka),
        )
        return (*((unit, str(number)) for unit, number in named if number is not None), *self.trail)

    @classmethod
    def parse(cls, place: str, regulation: str) -> "Address":
        """Read a place back; raises DataError with the right form when it is not one."""
        body = _BODY_PLACE.match(place)
        attachment = _LAMPIRAN_PLACE.match(place)
        head = body or attachment
        rest = place[head.end() :] if head else " " + place[:1].lower() + place[1:]
        trail = tuple((m["alone"] or m["unit"], m["number"] or "") for m in _TRAIL_PLACE.finditer(rest))
        address = cls(regulation, trail=trail)
        if body:
            address = replace(
                address,
                pasal=int(body["pasal"]),
                ayat=int(body["ayat"]) if body["ayat"] else None,
                huruf=body["huruf"],
                angka=int(body["angka"]) if body["angka"] else None,
            )
        if attachment:
            address = replace(address, lampiran=attachment["lampiran"])
        if address.place != place:
            raise DataError(
                f"place {place!r} cannot be read; write it like 'Pasal 72 ayat (3) huruf c' or 'Lampiran I huruf A nomor 12'"
            )
        return address
