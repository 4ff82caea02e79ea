"""Manners: phone, dark, paper, keyboard, reload, no network, history, weight."""

import json
from pathlib import Path

import pytest
from journey import PROMOTION, ask
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def test_the_dark_theme_stays_after_a_reload(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Pakai tampilan gelap").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/peraturan",
        "/peraturan/permendag-94-2020",
        "/kalkulator",
        "/kalkulator/formasi",
        "/cari?q=uji",
        "/riwayat",
        "/docs",
    ],
)
def test_nothing_sticks_out_of_a_phone_of_320_pixels(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    expect(page.get_by_role("heading").first).to_be_attached()
    expect(page.get_by_role("main")).not_to_be_empty()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_answer_on_a_phone_fits_and_its_pasal_opens_over_it(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    ask(page, PROMOTION)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator(".check .cite").first.click()
    panel = page.get_by_role("complementary")
    expect(panel.locator(".cited")).to_be_in_viewport()
    panel.get_by_role("button", name="Tutup").click()
    expect(panel).to_be_hidden()


def test_an_answer_prints_without_the_tools_of_the_page(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.emulate_media(media="print")
    expect(page.locator(".composer")).to_be_hidden()
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.locator(".warnings li").first).to_be_visible()
    printed = page.pdf(path=str(tmp_path / "jawaban.pdf"), format="A4")
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") + printed.count(b"/Type /Page/") >= 1


def test_a_reload_keeps_the_conversation_with_its_citations(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    cited = page.locator(".cite").all_inner_texts()
    page.reload()
    expect(page.locator(".verdict.good")).to_be_visible()
    assert page.locator(".cite").all_inner_texts() == cited
    page.locator(".check .cite").first.click()
    expect(page.get_by_role("complementary").locator(".cited")).to_be_visible()


def test_without_the_server_the_page_says_so_and_keeps_what_was_typed(page: Page, context: BrowserContext) -> None:
    page.goto("/")
    expect(page.locator(".example").first).to_be_visible()
    context.set_offline(True)
    page.get_by_label("Pertanyaan Anda").fill("syarat naik jenjang?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Tidak dapat menghubungi server")
    expect(page.get_by_label("Pertanyaan Anda")).to_have_value("syarat naik jenjang?")
    context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.locator(".answer.sheet")).to_have_count(1)


def test_what_was_typed_is_still_there_after_a_reload(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Pertanyaan Anda").fill("belum selesai saya ketik")
    page.reload()
    expect(page.get_by_label("Pertanyaan Anda")).to_have_value("belum selesai saya ketik")


def test_a_conversation_is_found_again_continued_and_deleted(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.get_by_role("button", name="Percakapan baru").click()
    expect(page.locator(".hero")).to_be_visible()
    page.get_by_role("link", name="Riwayat").click()
    page.locator(".session-open").first.click()
    expect(page.locator(".verdict.good")).to_be_visible()
    page.get_by_role("link", name="Riwayat").click()
    page.on("dialog", lambda dialog: dialog.accept())
    expect(page.locator(".session").first).to_be_visible()
    before = page.locator(".session").count()
    page.locator(".session").first.get_by_role("button").click()
    expect(page.locator(".session")).to_have_count(before - 1)
    page.goto("/")
    expect(page.locator(".hero")).to_be_visible()


def test_own_opinions_are_exported_from_the_history(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.get_by_role("button", name="Membantu").click()
    expect(page.get_by_role("button", name="Membantu")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Riwayat").click()
    with page.expect_download() as kept:
        page.get_by_role("link", name="Unduh penilaian saya").click()
    told = json.loads(Path(kept.value.path()).read_text(encoding="utf-8"))["feedback"]
    assert [(one["verdict"], one["message"]) for one in told] == [("membantu", PROMOTION)]


def test_the_page_is_used_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".example").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.get_by_label("Pertanyaan Anda").focus()
    page.keyboard.type(PROMOTION)
    page.keyboard.press("Enter")
    expect(page.locator(".answer.sheet")).to_have_count(1)
    cite = page.locator(".check .cite").first
    cite.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary").get_by_role("heading").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(cite).to_be_focused()


def test_a_first_visit_transfers_less_than_200_kilobytes(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".example").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    loads = "JSON.stringify([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((one) => one.transferSize))"
    assert sum(json.loads(page.evaluate(loads))) < 200_000


def test_the_description_of_the_interface_works_without_a_network(page: Page) -> None:
    page.goto("/docs")
    call = page.locator(".call").filter(has_text="/api/regulations/{identity}/pasal/{number}")
    call.locator("summary").click()
    call.get_by_label("identity").fill("permendag-94-2020")
    call.get_by_label("number").fill("99")
    call.get_by_role("button", name="Coba").click()
    expect(call.locator("pre")).to_contain_text("berakhir pada Pasal 82")
