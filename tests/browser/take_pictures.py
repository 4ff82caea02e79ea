"""Take the pictures of the page that the README shows: `python tests/browser/take_pictures.py http://127.0.0.1:8000`."""

import sys
from collections.abc import Callable
from pathlib import Path

from conftest import FLAGS, find_chromium
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

FOLDER = Path(__file__).parents[2] / "assistant" / "web" / "gambar"
DESK: ViewportSize = {"width": 1280, "height": 860}
PHONE: ViewportSize = {"width": 390, "height": 844}
PROMOTION = (
    "Saya Pengawas Perdagangan Ahli Pertama III/a, angka kredit 52, sudah 2 tahun 3 bulan di pangkat terakhir, "
    "kinerja baik dua tahun terakhir, hasil kerja minimal terpenuhi. Bisakah saya naik pangkat?"
)
ASKED_PLAN = (
    "rencana kenaikan pangkat negosiator ahli muda III/c, angka kredit 60, tambah 20 per tahun, masa pangkat 20 bulan"
)
PLAN = "jabatan=negosiator&golongan=III/c&jenjang=ahli_muda&angka_kredit=60&ak_setahun=20&masa_pangkat_bulan=20"


def welcome(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".example").first).to_be_visible()


def ask(page: Page, question: str) -> None:
    page.goto("/")
    page.locator("#pertanyaan").fill(question)
    page.keyboard.press("Enter")


def answer(page: Page) -> None:
    ask(page, PROMOTION)
    expect(page.locator(".verdict").first).to_be_visible()


def answer_and_pasal(page: Page) -> None:
    answer(page)
    page.locator(".check .cite").first.click()
    expect(page.get_by_role("complementary").locator(".cited")).to_be_visible()


def planned(page: Page) -> None:
    ask(page, ASKED_PLAN)
    expect(page.locator(".answer.sheet .picture").first).to_be_visible()


def explained(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#pasal-13-ayat-2")
    expect(page.locator(".place-tools")).to_be_visible()
    page.locator("[data-anchor='pasal-13-ayat-2'] .term").first.press("Enter")
    expect(page.get_by_role("note")).to_be_visible()


def reader(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#pasal-13-ayat-1-huruf-h")
    expect(page.locator(".place-tools")).to_be_visible()


def lampiran(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#lampiran-i-huruf-a-nomor-12")
    expect(page.locator(".place-tools")).to_be_visible()


def plan(page: Page) -> None:
    page.goto(f"/kalkulator/rencana_kenaikan_pangkat?{PLAN}")
    expect(page.locator(".picture").first).to_be_visible()
    page.locator(".picture").first.evaluate(
        "(drawn) => { const box = drawn.closest('.calc-result'); box.scrollTop = drawn.offsetTop - box.offsetTop - 16; }"
    )


def activities(page: Page) -> None:
    page.goto("/kalkulator/angka_kredit_kegiatan")
    page.get_by_role("radio", name="Negosiator Perdagangan").check()
    page.get_by_role("radio", name="Ahli Muda").check()
    page.get_by_label("Kegiatan, Baris 1").fill("12")
    page.get_by_label("Volume, Baris 1").fill("70")
    expect(page.locator(".picture").first).to_contain_text("28")
    page.get_by_role("button", name="Tambah baris").click()
    page.keyboard.type("rancangan")
    expect(page.locator(".options:not([hidden]) [data-value]").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def search(page: Page) -> None:
    page.goto("/cari?q=umur+maksimal+pindah+jadi+negosiator")
    expect(page.locator(".hit").first).to_be_visible()


PICTURES: dict[str, tuple[Callable[[Page], None], ViewportSize, str]] = {
    "beranda": (welcome, DESK, "light"),
    "jawaban": (answer_and_pasal, DESK, "light"),
    "jawaban-gelap": (answer_and_pasal, DESK, "dark"),
    "jawaban-ponsel": (answer, PHONE, "light"),
    "rencana": (planned, DESK, "light"),
    "rencana-ponsel": (planned, PHONE, "dark"),
    "definisi": (explained, DESK, "light"),
    "pembaca": (reader, DESK, "light"),
    "pembaca-ponsel": (reader, PHONE, "dark"),
    "lampiran": (lampiran, DESK, "light"),
    "kalkulator": (plan, DESK, "light"),
    "kegiatan": (activities, DESK, "light"),
    "pencarian": (search, DESK, "light"),
}


def take(browser: Browser, address: str, name: str) -> None:
    draw, size, scheme = PICTURES[name]
    context = browser.new_context(base_url=address, viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    draw(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")
    context.close()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for each in sys.argv[2:] or PICTURES:
            take(opened, sys.argv[1], each)
        opened.close()
