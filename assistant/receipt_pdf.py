"""A receipt as one printed page for a personnel file: what was asked, found, and by which provisions.

The page always is one: where a receipt is long, letters get smaller, then quotes are cut, then the list; what was left
out is said, and the receipt itself (JSON) holds all of it. The standard PDF fonts know Latin letters only; other signs
are written out.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from assistant.compose import show

_SIGNS = {
    "✅": "[v]", "❌": "[x]", "❔": "[?]", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-",
    "…": "...", "≥": ">=", "≤": "<=", "→": "->", "•": "-", "\t": " | ", "\u00a0": " ",
}  # fmt: skip
_STATUS = {"terpenuhi": "[v] terpenuhi", "belum": "[x] belum terpenuhi", "tidak_diketahui": "[?] belum diketahui"}
_VERDICT = {
    "memenuhi": "Memenuhi semua syarat yang diperiksa",
    "belum": "Belum memenuhi semua syarat yang diperiksa",
    "tidak_dapat_ditentukan": "Belum dapat ditentukan",
}
_FONT = "Helvetica"
_INK, _GREY, _LINE = (20, 24, 31), (92, 98, 108), (190, 150, 70)
_MARGIN = 16.0  # millimetres


@dataclass(frozen=True)
class Fit:
    """How much a page shows: the size of its letters, how long a text may be, and how many entries a list may have."""

    size: float
    longest: int
    entries: int


_FITS = (
    Fit(10, 2000, 99), Fit(9, 900, 99), Fit(8, 500, 60), Fit(7.5, 260, 40), Fit(7, 160, 25), Fit(6.5, 110, 14),
    Fit(6, 80, 8), Fit(6, 60, 4),
)  # fmt: skip


def receipt_pdf(receipt: Mapping[str, Any]) -> bytes:
    """The receipt as a PDF of one A4 page."""
    for fit in _FITS:
        page = _Page(receipt, fit)
        page.draw()
        if page.page_no() == 1:
            break
    return bytes(page.output())


class _Page(FPDF):
    """One attempt to put a receipt on a page."""

    def __init__(self, receipt: Mapping[str, Any], fit: Fit) -> None:
        super().__init__(format="A4")
        self._receipt = receipt
        self._fit = fit
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(True, margin=_MARGIN + 8)
        made = _moment(receipt["made"])
        self.set_creation_date(made)
        self.set_title(f"Kuitansi jawaban {receipt['id']}")
        self.set_lang("id")
        self.add_page()

    def footer(self) -> None:
        """How to check the receipt, at the foot."""
        self.set_y(-_MARGIN - 4)
        self._letters(7, colour=_GREY)
        text = f"Periksa ulang: tanya verify kuitansi-{self._receipt['id']}.json  |  Bukan keputusan pejabat yang berwenang."
        self._write(text, 3.5)

    def draw(self) -> None:
        """Everything from the heading to the hashes."""
        self._heading()
        self._section("Pertanyaan", [str(self._receipt["messages"][-1])] if self._receipt["messages"] else [])
        if self._receipt["calculations"]:
            for found in self._receipt["calculations"][: self._fit.entries]:
                self._calculation(found)
        else:
            self._section("Jawaban", [_unmarked(str(self._receipt["answer"]))])
        provisions = [f"{p['label']}: {' '.join(p['quote'].split())}" for p in self._receipt["provisions"]]
        self._section("Dasar (bunyi ketentuan)", provisions)
        self._section(
            "Sidik naskah dan rumus",
            [f"Naskah (SHA-256): {self._receipt['corpus']}", f"Rumus (SHA-256): {self._receipt['rules']}"],
        )

    def _heading(self) -> None:
        self._letters(17, bold=True)
        self._write("Kuitansi jawaban", 8)
        self._letters(9, colour=_GREY)
        made = _moment(self._receipt["made"]).strftime("%d-%m-%Y %H.%M %Z")
        self._write(f"Tanya Pasal  |  nomor {self._receipt['id']}  |  dibuat {made}", 5)
        self.set_draw_color(*_LINE)
        self.set_line_width(0.5)
        self.line(_MARGIN, self.get_y() + 1, self.w - _MARGIN, self.get_y() + 1)
        self.ln(3)

    def _calculation(self, found: Mapping[str, Any]) -> None:
        title = f"Hasil: {str(found['tool']).replace('_', ' ')}"
        result = {k: show(v) for k, v in found["result"].items()}
        verdict = [_VERDICT[found["verdict"]]] if found["verdict"] else []
        self._section(title, verdict + [f"{k.replace('_', ' ')}: {v}" for k, v in result.items() if v])
        inputs = {k: show(v) for k, v in found["inputs"].items()}
        self._section("Data yang dipakai", ["; ".join(f"{k.replace('_', ' ')}: {v}" for k, v in inputs.items() if v)])
        self._section("Syarat yang diperiksa", [f"{_STATUS[status]}: {text}" for text, status in found["requirements"]])
        self._section("Cara menghitung", [f"{text}: {value}" for text, value in found["steps"]])

    def _section(self, title: str, lines: list[str]) -> None:
        told = [line for line in lines if line.strip()]
        if not told:
            return
        size = self._fit.size
        self.ln(size / 6)
        self._letters(size + 0.5, bold=True)
        self._write(title, size * 0.5)
        self._letters(size)
        for line in told[: self._fit.entries]:
            cut = line if len(line) <= self._fit.longest else f"{line[: self._fit.longest].rstrip()} ..."
            self._write(cut, size * 0.46)
        if len(told) > self._fit.entries:
            self._write(f"... dan {len(told) - self._fit.entries} lagi dalam berkas JSON kuitansi ini.", size * 0.46)

    def _letters(self, size: float, *, bold: bool = False, colour: tuple[int, int, int] = _INK) -> None:
        self.set_font(_FONT, "B" if bold else "", size)
        self.set_text_color(*colour)

    def _write(self, text: str, height: float) -> None:
        self.multi_cell(0, height, latin(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def latin(text: str) -> str:
    """The text in the letters that the standard fonts have; every other sign is written out, none is dropped."""
    for sign, written in _SIGNS.items():
        text = text.replace(sign, written)
    return "".join(_letter(char) for char in text)


def _letter(char: str) -> str:
    if char == "\n" or (char.isprintable() and ord(char) < 256):
        return char
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return plain if plain and all(ord(c) < 256 and c.isprintable() for c in plain) else "?"


def _unmarked(answer: str) -> str:
    """The answer without its marks: links by their label, no bold, no quote signs."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", answer)
    return re.sub(r"^> ?|\*\*", "", text, flags=re.MULTILINE).replace("\n\n", "\n")


def _moment(made: str) -> datetime:
    when = datetime.fromisoformat(made)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
