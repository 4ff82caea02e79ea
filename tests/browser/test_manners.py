"""Manners: phone, dark, paper, keyboard, reload, no network, history, weight."""

import json
import re
from pathlib import Path

import pytest
from journey import PROMOTION, SHORT, answer_at_length, ask, clipboard, close, printed, tab_to
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


def test_an_answer_on_paper_has_verdict_conditions_law_source_and_date_and_no_buttons(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    expect(page.locator(".fact").first).to_be_visible()
    paper = printed(page)
    told = page.request.get("/api/sessions").json()["sessions"][0]["id"]
    answer = page.request.get(f"/api/sessions/{told}").json()["turns"][0]["answer"]
    conditions = answer["calculations"][0]["requirements"]
    wanted = [PROMOTION, "semua syarat kenaikan pangkat yang diperiksa terpenuhi", "Bukan keputusan pejabat", "Dicetak"]
    wanted += [one["text"] for one in conditions] + [one["citation"]["label"] for one in conditions]
    wanted += [line[2:] for line in answer["answer"].splitlines() if line.startswith("> ")]
    wanted += [one["message"] for one in answer["warnings"]]
    wanted += ["Angka kredit terkumpul: 52", answer["receipt"], day_in_words(page)]
    assert [words for words in wanted if close(words) not in paper] == []
    buttons = ("Salin", "Membantu", "Keliru", "Bagaimana jika", "Percakapan baru", "Kuitansi PDF", "Riwayat")
    assert [words for words in buttons if close(words) in paper] == []


def day_in_words(page: Page) -> str:
    words = 'new Date().toLocaleDateString("id-ID", {day: "numeric", month: "long", year: "numeric"})'
    return str(page.evaluate(words))


def test_what_is_folded_on_the_screen_is_whole_on_paper(page: Page) -> None:
    answer_at_length(page)
    page.goto("/")
    ask(page, SHORT)
    expect(page.get_by_text("Syarat 12 ")).to_be_hidden()
    paper = printed(page)
    assert close("Syarat 12 (belum diketahui)") in paper
    assert "syaratlagi" not in paper


def test_a_calculation_on_paper_says_what_was_entered(page: Page) -> None:
    page.goto("/kalkulator/kenaikan_pangkat?jabatan=pengawas&golongan=III/a&angka_kredit=52")
    expect(page.locator(".calc-result .checklist")).to_be_visible()
    paper = printed(page)
    assert close("Angka kredit terkumpul: 52") in paper
    assert close("Pasal 73 ayat (3) huruf a Permendag 82/2020") in paper
    assert "Kosongkan" not in paper


def test_one_pasal_is_printed_without_the_rest_of_its_regulation(page: Page) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto("/peraturan/permendag-94-2020#pasal-13-ayat-1-huruf-h")
    page.get_by_role("button", name="Cetak").click()
    paper = printed(page)
    assert close("berusia paling tinggi:") in paper
    assert close("tampaknya sudah diganti Permendag 4/2025") in paper
    other = page.request.get("/api/regulations/permendag-94-2020/pasal/10").json()
    assert close(other["children"][0]["text"])[:60] not in paper


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


def test_a_whole_journey_needs_no_mouse(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".example").first).to_be_visible()
    tab_to(page, page.get_by_label("Pertanyaan Anda"))
    page.keyboard.type(SHORT)
    page.keyboard.press("Enter")
    expect(page.locator(".ask-one").first).to_be_visible()
    tab_to(page, page.locator(".ask-one").first.get_by_role("textbox"), "Shift+Tab")
    page.keyboard.type("52,5")
    page.keyboard.press("Enter")
    expect(page.locator(".answer.sheet")).to_have_count(2)
    latest = page.locator(".turn").last
    expect(latest.get_by_label("Jawaban", exact=True)).to_be_focused()
    cite = latest.locator(".check .cite").first
    tab_to(page, cite)
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary")
    expect(panel.locator(".cited")).to_be_visible()
    tab_to(page, panel.get_by_role("button", name="Salin kutipan"))
    page.keyboard.press("Enter")
    expect(panel.get_by_role("button", name="Tersalin")).to_be_visible()
    assert clipboard(page).startswith("Pasal 73 ayat (3) huruf a Permendag 82/2020: “")
    page.keyboard.press("Escape")
    expect(cite).to_be_focused()
    tab_to(page, latest.get_by_role("button", name="Salin jawaban"))
    page.keyboard.press("Enter")
    expect(latest.get_by_role("button", name="Tersalin")).to_be_visible()
    assert "Angka kredit 52,5 dari 50" in clipboard(page)


def test_both_languages_of_the_interface_say_the_same_things() -> None:
    folder = Path(__file__).parents[2] / "assistant" / "web" / "js" / "text"
    said = [re.findall(r'(?:^|[ ,{])(\w+): "', (folder / f"{name}.js").read_text("utf-8")) for name in ("id", "en")]
    assert set(said[0]) == set(said[1])
    assert all(len(keys) == len(set(keys)) for keys in said)
