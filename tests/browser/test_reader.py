"""Reading the law: deep links, references, terms, repairs, tables, search."""

import re

import pytest
from journey import clipboard
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_a_clause_is_found_and_copied_as_a_memo_cites_it(page: Page) -> None:
    page.goto("/cari")
    page.get_by_label("Kata atau pertanyaan").fill("umur maksimal pindah jadi negosiator ahli madya")
    page.keyboard.press("Enter")
    hit = page.locator(".hit").first
    expect(hit).to_contain_text("Permendag 94/2020")
    hit.get_by_role("heading").get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/peraturan/permendag-94-2020#pasal-13"))
    page.goto("/peraturan/permendag-94-2020#pasal-13-ayat-1-huruf-h")
    tools = page.locator(".place-tools")
    tools.get_by_role("button", name="Salin kutipan").click()
    expect(tools.get_by_role("button", name="Tersalin")).to_be_visible()
    assert clipboard(page).startswith("Pasal 13 ayat (1) huruf h Permendag 94/2020: “berusia paling tinggi:")
    tools.get_by_role("button", name="Salin tautan").click()
    expect(tools.get_by_role("button", name="Tersalin")).to_have_count(2)
    assert clipboard(page).endswith("/peraturan/permendag-94-2020#pasal-13-ayat-1-huruf-h")


def test_a_deep_link_opens_at_its_huruf_and_keys_turn_the_pasal(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#pasal-72-ayat-3-huruf-c")
    cited = page.locator(".cited")
    expect(cited).to_contain_text("2 (dua) tahun dalam pangkat terakhir")
    expect(cited).to_be_in_viewport()
    page.get_by_role("button", name="Lihat baris sumber").click()
    expect(page.locator(".source-rows li").first).to_be_visible()
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("#pasal-73$"))
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("#pasal-72$"))
    page.keyboard.press("/")
    page.keyboard.type("hukuman disiplin")
    expect(page.locator(".find-count")).to_contain_text("dari")


def test_a_lampiran_is_a_table_and_a_row_can_be_linked_to(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#lampiran-i-huruf-a-nomor-12")
    row = page.locator("tr.cited")
    expect(row).to_be_in_viewport()
    expect(row.locator("td").first).to_have_text("12")
    expect(page.locator(".law-table thead").first).to_contain_text("Angka kredit")


def test_cross_references_lead_there_and_back(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#pasal-13-ayat-1-huruf-h")
    page.locator(".referrers a").first.click()
    expect(page.locator(".cited")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile("pasal-13-ayat-1-huruf-h$"))


def test_a_defined_term_is_explained_by_keyboard_pointer_and_touch(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#pasal-13-ayat-1-huruf-h")
    term = page.locator("#pasal-13 .term").first
    tip = page.get_by_role("note")
    term.focus()
    page.keyboard.press("Enter")
    expect(tip).to_contain_text("Definisi: ")
    expect(term).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    term.hover()
    expect(tip).to_be_in_viewport()
    tip.hover()
    expect(tip).to_be_visible()
    tip.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"#pasal-1-"))
    expect(page.locator(".cited")).to_be_in_viewport()


def test_a_defined_term_is_explained_by_a_finger(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto("/peraturan/permendag-94-2020#pasal-13")
    page.locator("#pasal-13 .term").first.tap()
    expect(page.get_by_role("note")).to_be_in_viewport()
    page.locator("#pasal-13 .pasal-head").tap(position={"x": 4, "y": 4})
    expect(page.get_by_role("note")).to_have_count(0)
    context.close()


def test_a_repaired_word_shows_what_the_scan_had(page: Page) -> None:
    page.goto("/peraturan/permen-pupr-2-2023")
    repaired = page.locator("mark.repair").first
    repaired.press("Enter")
    expect(page.get_by_role("note")).to_contain_text("Diperbaiki dari pindaian; tertulis “")


def test_the_interface_speaks_english_and_the_law_stays_indonesian(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#pasal-13-ayat-1-huruf-h")
    page.get_by_role("button", name="switch to English").click()
    expect(page.get_by_role("link", name="Calculators")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".law")).to_have_attribute("lang", "id")
    expect(page.locator(".cited")).to_contain_text("berusia paling tinggi")


def test_an_address_that_is_not_there_shows_a_way_on(page: Page) -> None:
    page.goto("/tidak-ada")
    expect(page.get_by_role("heading", name="Halaman tidak ditemukan")).to_be_visible()
    page.goto("/peraturan/uu-1-1945")
    expect(page.get_by_role("main")).to_contain_text("Permendag 94/2020")


def test_a_search_is_narrowed_and_shows_the_words_that_fit(page: Page) -> None:
    page.goto("/cari")
    page.get_by_role("link", name="usia paling tinggi perpindahan").click()
    first = page.locator(".hit").first
    expect(first.locator("mark")).not_to_have_count(0)
    expect(page.locator(".hit mark").filter(has_text="perpindahan")).not_to_have_count(0)
    page.get_by_label("Peraturan", exact=True).select_option("Permendag 82/2020")
    expect(page).to_have_url(re.compile("regulation=permendag-82-2020"))
    expect(page.locator(".hit").filter(has_not_text="Permendag 82/2020")).to_have_count(0)
    expect(page.locator(".hit").filter(has_text="Lihat juga").first.locator(".hit-foot a").first).to_be_visible()
    page.get_by_label("Jenis ketentuan").select_option(index=1)
    expect(page).to_have_url(re.compile("kind="))
    first.get_by_role("button", name="Baca Pasalnya").click()
    expect(page.get_by_role("complementary").locator(".cited").first).to_be_visible()


def test_a_long_provision_is_cut_between_words_around_those_that_fit(page: Page) -> None:
    page.goto("/cari?q=yang+dijatuhi+hukuman+disiplin")
    cut = page.locator(".hit-words").filter(has_text=re.compile("^…")).first
    assert re.match(r"…\S", cut.inner_text())
    whole = page.request.get("/api/search", params={"q": "yang dijatuhi hukuman disiplin", "k": "20"}).json()
    words = set(" ".join(hit["text"] for hit in whole["hits"]).split())
    pieces = cut.inner_text().strip("…").split()
    assert {pieces[0], pieces[-1]} <= words | {word.rstrip(",;:.") for word in words}
    expect(page.locator(".hit-words mark").filter(has_text=re.compile("^yang$"))).to_have_count(0)


def test_what_touches_a_whole_regulation_is_said_before_what_touches_a_part(page: Page) -> None:
    page.goto("/peraturan")
    shelf = page.locator(".volume").filter(has_text="Permendag 94/2020").filter(has_text="Negosiator")
    expect(shelf.locator(".status-note").first).to_contain_text("tampaknya sudah diganti Permendag 4/2025")
    part = shelf.get_by_text("Hukuman disiplin atas nilai SKP")
    expect(part).to_be_hidden()
    shelf.get_by_text("catatan lain tentang sebagian ketentuan").click()
    part.click()
    expect(shelf.get_by_role("link", name="Pasal 59 ayat (2)")).to_be_visible()


def test_a_filter_that_fits_nothing_says_so(page: Page) -> None:
    page.goto("/kalkulator")
    page.get_by_label("Saring kalkulator").fill("tidak ada yang begini")
    said = page.locator(".empty")
    expect(said).to_contain_text("Tidak ada kalkulator yang cocok")
    page.get_by_label("Saring kalkulator").fill("")
    expect(said).to_be_hidden()
