"""A receipt as one printed page for a personnel file: what was asked, found, and by which provisions.

The page always is one: where a receipt is long, letters get smaller, then quotes are cut, then the list; what was left
out is said, and the receipt itself (JSON) holds all of it. The standard PDF fonts know Latin letters only; other signs
are written out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from assistant.calculation import Calculation
from assistant.calculators.kalender import long_date
from assistant.listing import say_results
from assistant.page import Line, read_page
from assistant.phrases import find_phrase
from assistant.print_letters import latin
from assistant.told import say_told
from corpus.errors import DataError
from corpus.prose import flat

_STATUS = {"terpenuhi": "terpenuhi", "belum": "belum terpenuhi", "tidak_diketahui": "belum diketahui"}
_MARK = {"terpenuhi": "4", "belum": "8", "tidak_diketahui": "o"}  # a tick, a cross and a box of the sign font
_VERDICT = {
    "memenuhi": "Memenuhi semua syarat yang diperiksa",
    "belum": "Belum memenuhi semua syarat yang diperiksa",
    "tidak_dapat_ditentukan": "Belum dapat ditentukan: ada data yang belum diberikan",
}
_BAND = {"memenuhi": (228, 241, 231), "belum": (250, 232, 228), "tidak_dapat_ditentukan": (242, 240, 232)}
_FONT, _SIGNS = "Helvetica", "ZapfDingbats"
_INK, _GREY, _LINE = (20, 24, 31), (92, 98, 108), (190, 150, 70)
_MARGIN = 16.0  # millimetres
_FOOT = 28.0  # millimetres kept free at the foot for the signatures


@dataclass(frozen=True)
class Fit:
    """How much a page shows: the size of its letters, how long a text may be, and how many entries a list may have."""

    size: float
    longest: int
    entries: int


_FITS = (
    Fit(10, 6000, 99), Fit(9, 6000, 99), Fit(8.5, 4000, 99), Fit(8, 2500, 99), Fit(8, 1500, 99), Fit(8, 900, 99),
    Fit(8, 500, 60), Fit(7.5, 260, 40), Fit(7, 160, 25), Fit(6.5, 110, 14), Fit(6, 80, 8), Fit(6, 60, 4),
)  # fmt: skip


def receipt_pdf(receipt: Mapping[str, Any]) -> bytes:
    """The receipt as a PDF of one A4 page."""
    for fit in _FITS:
        try:
            return _Page(receipt, fit).printed()
        except _Full:
            continue
    raise DataError("kuitansi ini terlalu panjang untuk satu halaman; simpan berkas JSON-nya")


class _Full(Exception):
    """The page holds no more in this fit."""


class _Page(FPDF):
    """One attempt to put a receipt on a page."""

    def __init__(self, receipt: Mapping[str, Any], fit: Fit) -> None:
        super().__init__(format="A4")
        self._receipt = receipt
        self._fit = fit
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(True, margin=_FOOT)
        self.set_creation_date(_moment(receipt["made"]))
        self.set_title(f"Kuitansi jawaban {receipt['id']}")
        self.set_lang("id")
        self.add_page()

    def footer(self) -> None:
        """Who checked it, and how to check it again."""
        self.set_y(-_FOOT + 5)
        self._letters(8)
        self._write(
            "Diperiksa oleh: ______________________   NIP: ______________________   Tanggal: ____________   Paraf: ________",
            5,
        )
        self.set_draw_color(*_LINE)
        self.line(_MARGIN, self.get_y() + 2, self.w - _MARGIN, self.get_y() + 2)
        self.ln(3)
        self._letters(7, colour=_GREY)
        self._write(
            "Kuitansi ini bukan keputusan pejabat yang berwenang. Periksa ulang kapan saja dengan berkas JSON-nya: "
            f"tanya verify kuitansi-{self._receipt['id']}.json",
            3.3,
        )

    def add_page(self, *args: Any, **kwargs: Any) -> None:
        """The first page, and no second."""
        if self.page_no():
            raise _Full
        super().add_page(*args, **kwargs)

    def printed(self) -> bytes:
        """Everything from the heading to the hashes, as a file; _Full when one page does not hold it."""
        self._heading()
        self._section("Pertanyaan", [str(self._receipt["messages"][-1])] if self._receipt["messages"] else [])
        for found in self._receipt["calculations"][: self._fit.entries]:
            self._calculation(found)
        if not self._receipt["calculations"]:
            self._section("Jawaban", _answer(self._receipt))
        self._section("Catatan", self._receipt.get("warnings", ()))
        self._provisions()
        self._section(
            "Sidik naskah dan rumus",
            [f"Naskah (SHA-256): {self._receipt['corpus']}", f"Rumus (SHA-256): {self._receipt['rules']}"],
        )
        return bytes(self.output())

    def _heading(self) -> None:
        self._letters(17, bold=True)
        self._write("Kuitansi jawaban", 8)
        self._letters(9, colour=_GREY)
        made = _moment(self._receipt["made"])
        self._write(
            f"Tanya Pasal  |  nomor {self._receipt['id']}  |  {long_date(made.date())} pukul {made:%H.%M} {made:%Z}", 5
        )
        self.set_draw_color(*_LINE)
        self.set_line_width(0.5)
        self.line(_MARGIN, self.get_y() + 1, self.w - _MARGIN, self.get_y() + 1)
        self.ln(3)

    def _calculation(self, found: Mapping[str, Any]) -> None:
        topic = find_phrase("id", "tools", found["tool"], "topic") or str(found["tool"]).replace("_", " ")
        self._title(f"Hasil: {topic}")
        if found["verdict"]:
            self._band(found["verdict"])
        told = Calculation(found["tool"], found["inputs"], result=found["result"])
        self._lines([line.removeprefix("- ").replace("**", "") for line in say_results(told, "id").splitlines()])
        inputs = [say_told({name: value}, ()) for name, value in found["inputs"].items()]
        self._section("Data yang dipakai", ["; ".join(line for line in inputs if line)])
        self._conditions(found["requirements"], found.get("places", ()))
        self._section("Cara menghitung", [f"{text}: {value}" for text, value in found["steps"]])

    def _band(self, verdict: str) -> None:
        """The verdict on a band of its own."""
        size = self._fit.size
        self.set_fill_color(*_BAND[verdict])
        self._letters(size + 1, bold=True)
        self.multi_cell(0, size * 0.75, latin(f"  {_VERDICT[verdict]}"), fill=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(1)
        self._letters(size)

    def _conditions(self, requirements: Sequence[Sequence[str]], places: Sequence[str]) -> None:
        """Each condition behind its mark, with the provision that sets it."""
        if not requirements:
            return
        self._title("Syarat yang diperiksa")
        size, shown = self._fit.size, requirements[: self._fit.entries]
        for at, (text, status) in enumerate(shown):
            self.set_font(_SIGNS, "", size)
            self.cell(size * 0.5, size * 0.46, _MARK[status])
            self._letters(size)
            place = f" ({places[at]})" if at < len(places) else ""
            self._write(self._cut(f"{text}: {_STATUS[status]}{place}"), size * 0.46)
        self._left_out(len(requirements) - len(shown))

    def _provisions(self) -> None:
        """Every provision by its bold name, with its words."""
        provisions = self._receipt["provisions"]
        if not provisions:
            return
        self._title("Dasar (bunyi ketentuan)")
        height = self._fit.size * 0.46
        for at, provision in enumerate(provisions[: self._fit.entries]):
            answers = not at and not self._receipt["calculations"]  # its lists are read line by line
            words = provision["quote"] if answers else flat(provision["quote"])
            self._letters(self._fit.size, bold=True)
            self.write(height, latin(f"{provision['label']}: "))
            self._letters(self._fit.size)
            self.write(height, latin(self._cut(words)))
            self.ln(height)
        self._left_out(len(provisions) - self._fit.entries)

    def _section(self, title: str, lines: Sequence[str]) -> None:
        told = [line for line in lines if line.strip()]
        if told:
            self._title(title)
            self._lines(told)

    def _title(self, title: str) -> None:
        size = self._fit.size
        self.ln(size / 6)
        self._letters(size + 0.5, bold=True)
        self._write(title, size * 0.5)
        self._letters(size)

    def _lines(self, lines: Sequence[str]) -> None:
        for line in lines[: self._fit.entries]:
            self._write(self._cut(line), self._fit.size * 0.46)
        self._left_out(len(lines) - self._fit.entries)

    def _left_out(self, number: int) -> None:
        if number > 0:
            self._write(f"... dan {number} lagi dalam berkas JSON kuitansi ini.", self._fit.size * 0.46)

    def _cut(self, text: str) -> str:
        longest = self._fit.longest
        return text if len(text) <= longest else f"{text[:longest].rstrip()} ... (selengkapnya dalam berkas JSON)"

    def _letters(self, size: float, *, bold: bool = False, colour: tuple[int, int, int] = _INK) -> None:
        self.set_font(_FONT, "B" if bold else "", size)
        self.set_text_color(*colour)

    def _write(self, text: str, height: float) -> None:
        self.multi_cell(0, height, latin(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _answer(receipt: Mapping[str, Any]) -> list[str]:
    """The answer's own sentences; what it quotes is printed once, below, with the other provisions."""
    lines, quotes = read_page(str(receipt["answer"]))
    held = {flat(p["quote"]) for p in receipt["provisions"]}
    kept = [line for line in lines if not line.bare_link and not line.text.endswith(":")]
    kept += [Line(quote.words, quote.start) for quote in quotes if quote.words not in held]
    return [_unmarked(line.text) for line in sorted(kept, key=lambda line: line.start)]


def _unmarked(text: str) -> str:
    """A line without its marks: links by their label, no bold."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")


def _moment(made: str) -> datetime:
    when = datetime.fromisoformat(made)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
