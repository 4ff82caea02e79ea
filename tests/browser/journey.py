"""What the journeys share: questions, asking them, and what was copied."""

from playwright.sync_api import Page, expect

PROMOTION = (
    "Saya Pengawas Perdagangan Ahli Pertama III/a, angka kredit 52, sudah 2 tahun 3 bulan di pangkat terakhir, "
    "kinerja baik dua tahun terakhir, hasil kerja minimal terpenuhi. Bisakah saya naik pangkat?"
)
ACTIVITIES = "hitung angka kredit negosiator ahli muda: kegiatan nomor 12 volume 3, kegiatan nomor 15 volume 2"
PLAN = (
    "rencana kenaikan pangkat negosiator ahli muda III/c, angka kredit 60, tambah 20 per tahun, masa pangkat 20 bulan"
)
SHORT = "Saya Pengawas Perdagangan Ahli Pertama III/a, sudah 2 tahun 3 bulan di pangkat terakhir. Bisakah naik pangkat?"


def ask(page: Page, question: str) -> None:
    before = page.locator(".answer.sheet").count()
    page.get_by_label("Pertanyaan Anda").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".answer.sheet")).to_have_count(before + 1)


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))
