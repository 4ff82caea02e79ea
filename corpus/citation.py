"""A citation: one provision, its label for people, and its words."""

from dataclasses import dataclass
from typing import Any

from corpus.address import Address


@dataclass(frozen=True)
class Citation:
    """A provision quoted: `quote` stands word for word in it; `label` is "Pasal 72 ayat (3) huruf c Permendag 94/2020"."""

    address: Address
    label: str
    quote: str

    def to_json(self) -> dict[str, Any]:
        """The citation object of the public interface."""
        at = self.address
        return {
            "regulation": at.regulation,
            "pasal": at.pasal,
            "ayat": at.ayat,
            "huruf": at.huruf,
            "angka": at.angka,
            "lampiran": at.lampiran,
            "label": self.label,
            "quote": self.quote,
            "url": at.url,
        }
