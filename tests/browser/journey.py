"""What the journeys share: questions, asking them, and what was copied."""

import json
import re
from io import BytesIO

from playwright.sync_api import Locator, Page, Route, expect
from pypdf import PdfReader

PROMOTION = (
    "Saya Pengawas Perdagangan Ahli Pertama III/a, angka kredit 52, sudah 2 tahun 3 bulan di pangkat terakhir, "
    "kinerja baik dua tahun terakhir, hasil kerja minimal terpenuhi. Bisakah saya naik pangkat?"
)
ACTIVITIES = "hitung angka kredit negosiator ahli muda: kegiatan nomor 12 volume 3, kegiatan nomor 15 volume 2"
PLAN = (
    "rencana kenaikan pangkat negosiator ahli muda III/c, angka kredit 60, tambah 20 per tahun, masa pangkat 20 bulan"
)
DOUBT = "Bisa naik jenjang? negosiator ahli muda III/d, 20 dan 300"
FORM = "cara ngisi berita acara penilaian AK pengawas gimana?"
SHORT = "Saya Pengawas Perdagangan Ahli Pertama III/a, sudah 2 tahun 3 bulan di pangkat terakhir. Bisakah naik pangkat?"


def ask(page: Page, question: str) -> None:
    before = page.locator(".answer.sheet").count()
    page.get_by_label("Pertanyaan Anda").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".answer.sheet")).to_have_count(before + 1)


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def printed(page: Page) -> str:
    """The words on paper without any space: where lines break on paper is not what a test is about."""
    return close(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages))


def close(words: str) -> str:
    return re.sub(r"\s+", "", words)


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press a key until something has the focus, as somebody without a mouse does."""
    for _ in range(150):
        if wanted.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{wanted} is not reached by {key}")


PLACE = "[Pasal 15 ayat (1) huruf a Permendag 94/2020](/peraturan/permendag-94-2020#pasal-15-ayat-1-huruf-a)"
SIGNS = ("❔ Syarat {} (belum diketahui)",) * 12 + ("❌ Syarat {} (belum terpenuhi)",) * 2
LONG = "\n".join(
    (
        "**Belum memenuhi.** Ada syarat yang tidak terpenuhi.\n\nSyarat yang diperiksa:\n",
        *(f"- {sign.format(nth)}: {PLACE}" for nth, sign in enumerate(SIGNS, 1)),
    )
)


def answer_at_length(page: Page) -> None:
    """Let the next answers have fourteen conditions, the last two of them not met."""
    page.route("**/api/chat", _at_length)


def _at_length(route: Route) -> None:
    found = {
        "verdict": "belum",
        "tool": "syarat_inpassing",
        "inputs": {},
        "result": {},
        "requirements": [],
        "steps": [],
    }
    answer = {"session_id": "panjang", "answer": LONG, "calculations": [found], "citations": [], "warnings": []}
    whole = json.dumps({**answer, "missing": [], "numbers": [], "facts": [], "kind": "eligibility", "language": "id"})
    route.fulfill(content_type="text/event-stream", body=f"event: answer\ndata: {whole}\n\n")
