"""What people do on the page, from the question to the printed result."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

pytestmark = pytest.mark.browser

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


def test_a_promotion_is_asked_answered_and_checked_against_its_pasal(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    expect(page.locator(".verdict.good .verdict-word")).to_have_text("Ya")
    checks = page.locator(".check.good")
    expect(checks).to_have_count(5)
    checks.filter(has_text="Angka kredit 52 dari 50").locator(".cite").click()
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("heading", name="Pasal 73 Permendag 82/2020")).to_be_visible()
    expect(panel.locator(".cited")).to_contain_text("memenuhi jumlah Angka Kredit kumulatif")
    expect(panel.locator("[data-anchor='pasal-73-ayat-3-huruf-c']")).to_contain_text("2 (dua) tahun")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


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


def test_missing_facts_are_asked_for_and_answered_by_small_inputs(page: Page) -> None:
    page.goto("/")
    ask(page, SHORT)
    expect(page.locator(".verdict.open")).to_be_visible()
    asked = page.locator(".ask-one").filter(has_text="angka kredit")
    asked.get_by_role("textbox").fill("52,5")
    asked.get_by_role("button", name="Jawab").click()
    expect(page.locator(".answer.sheet")).to_have_count(2)
    expect(page.locator(".turn").last.locator(".check").filter(has_text="52,5")).to_have_class(re.compile("good"))
    chips = page.locator(".turn").last.locator(".fact")
    expect(chips.filter(has_text="52,5")).to_be_visible()
    expect(chips.filter(has_text="Ahli Pertama")).to_be_visible()


def test_a_fact_is_corrected_by_its_chip(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.locator(".fact").filter(has_text="Angka kredit").click()
    form = page.locator("form.correct")
    form.get_by_role("textbox").fill("40")
    form.get_by_role("button", name="Hitung ulang").click()
    expect(page.locator(".answer.sheet")).to_have_count(2)
    expect(page.locator(".turn").last.locator(".verdict.bad")).to_be_visible()


def test_what_if_shows_another_result_and_leaves_the_conversation_alone(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.get_by_text("Bagaimana jika…").click()
    result = page.locator(".what-if-result")
    expect(result.locator(".verdict.good")).to_be_visible()
    page.get_by_label("Angka kredit terkumpul").fill("49.5")
    expect(result.locator(".verdict.bad")).to_be_visible()
    expect(result.locator(".check.bad")).to_contain_text("49,5")
    expect(page.locator(".turn")).to_have_count(1)


def test_a_calculator_form_shows_result_steps_and_wrong_fields(page: Page) -> None:
    page.goto("/kalkulator")
    page.get_by_label("Saring kalkulator").fill("nilai akhir uji")
    page.get_by_role("link", name="Nilai uji kompetensi", exact=True).click()
    page.get_by_role("radio", name="Pengawas Perdagangan").check()
    for name, score in (("pengetahuan substansi", "80"), ("makalah", "70"), ("wawancara", "75"), ("manajerial", "72")):
        page.get_by_label(re.compile(name)).fill(score)
    result = page.locator(".calc-result")
    # (80 x 20 + 70 x 40 + 75 x 40) / 100 = 74; 74 x 60 / 100 + 72 x 40 / 100 = 73,2
    expect(result.locator(".figures")).to_contain_text("73,2")
    expect(result.locator(".verdict.good")).to_be_visible()
    expect(result.locator(".steps tbody tr").first).to_contain_text("Lampiran V")
    page.get_by_label(re.compile("makalah")).fill("130")
    expect(page.locator(".field-wrong").filter(has_text="130")).to_contain_text("paling banyak 100")


def test_every_calculator_is_listed_and_opens_as_a_form(page: Page) -> None:
    page.goto("/kalkulator")
    expect(page.locator(".tool").first).to_be_visible()
    listed = {str(link.get_attribute("href")) for link in page.locator(".tool a").all()}
    tools = page.request.get("/api/tools").json()
    assert listed == {f"/kalkulator/{tool['name']}" for tool in tools}
    longest = max(tools, key=lambda tool: len(tool["schema"]["properties"]))
    page.goto(f"/kalkulator/{longest['name']}")
    expect(page.locator(".form-row")).to_have_count(len(longest["schema"]["properties"]))


def test_activities_are_picked_by_typing_and_their_credits_add_up(page: Page) -> None:
    page.goto("/kalkulator/angka_kredit_kegiatan")
    page.get_by_role("radio", name="Negosiator Perdagangan").check()
    page.get_by_role("radio", name="Ahli Pertama").check()
    pick = page.get_by_label("Kegiatan, Baris 1")
    pick.focus()
    expect(page.locator("datalist option")).not_to_have_count(0)
    option = page.locator("datalist option").first.get_attribute("value")
    pick.fill(str(option))
    page.get_by_label("Volume, Baris 1").fill("10")
    expect(page.locator(".calc-result .figures, .calc-result .steps").first).to_contain_text("0,7")


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


def test_an_answer_is_judged_with_a_comment(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.get_by_role("button", name="Keliru").click()
    page.get_by_placeholder("Apa yang membantu").fill("Golongan saya III/b.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Terima kasih, tersimpan.")).to_be_visible()
    kept = page.request.get("/api/feedback").json()["feedback"]
    assert "Golongan saya III/b." in [one["comment"] for one in kept]
    page.reload()
    expect(page.get_by_role("button", name="Keliru")).to_have_attribute("aria-pressed", "true")


def test_an_answer_is_copied_with_its_citations(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.get_by_role("button", name="Salin jawaban").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    copied = clipboard(page)
    assert copied.startswith(PROMOTION)
    assert "**" not in copied and "](" not in copied
    assert "/peraturan/permendag-82-2020#pasal-73-ayat-3-huruf-a" in copied


def test_a_shared_link_asks_the_same_question(page: Page) -> None:
    page.goto("/#tanya=umur%20maksimal%20pindah%20jadi%20negosiator%20ahli%20madya%3F")
    expect(page.locator(".answer.sheet")).to_contain_text("55 (lima puluh lima) tahun")
    expect(page).to_have_url(re.compile(r"/$"))


def test_the_interface_speaks_english_and_the_law_stays_indonesian(page: Page) -> None:
    page.goto("/peraturan/permendag-94-2020#pasal-13-ayat-1-huruf-h")
    page.get_by_role("button", name="switch to English").click()
    expect(page.get_by_role("link", name="Calculators")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".law")).to_have_attribute("lang", "id")
    expect(page.locator(".cited")).to_contain_text("berusia paling tinggi")


def test_html_in_a_question_is_shown_as_text(page: Page) -> None:
    page.goto("/")
    ask(page, "<img src=x onerror=alert(1)> **tebal** [klik](javascript:alert(1)) apa itu angka kredit?")
    expect(page.locator(".asked p")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".asked img, .answer img")).to_have_count(0)
    expect(page.locator("a[href^='javascript']")).to_have_count(0)


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


def test_an_address_that_is_not_there_shows_a_way_on(page: Page) -> None:
    page.goto("/tidak-ada")
    expect(page.get_by_role("heading", name="Halaman tidak ditemukan")).to_be_visible()
    page.goto("/peraturan/uu-1-1945")
    expect(page.get_by_role("main")).to_contain_text("Permendag 94/2020")


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


def test_activities_told_are_corrected_and_withdrawn_in_their_chip(page: Page) -> None:
    page.goto("/")
    ask(page, ACTIVITIES)
    expect(page.locator(".answer.sheet")).to_contain_text("1,88")
    page.locator(".fact").filter(has_text="Kegiatan").click()
    form = page.locator("form.correct")
    form.get_by_label("Volume, Baris 1").fill("1")
    form.get_by_role("button", name="Hapus baris 2").click()
    form.get_by_role("button", name="Hitung ulang").click()
    expect(page.locator(".turn").last.locator(".answer-body")).to_contain_text("Jumlah angka kredit: 0,4")
    page.locator(".fact").filter(has_text="Kegiatan").click()
    page.get_by_role("button", name="Tarik data ini").click()
    expect(page.locator(".turn")).to_have_count(3)
    expect(page.locator(".fact").filter(has_text="Ahli Muda")).to_be_visible()
    expect(page.locator(".fact").filter(has_text="Kegiatan")).to_have_count(0)


def test_every_numeral_tells_where_it_comes_from(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.locator(".checklist .owned").filter(has_text="50").hover()
    expect(page.get_by_role("note")).to_contain_text("Angka ini dari perhitungan")
    page.locator(".origins summary").focus()
    page.keyboard.press("Enter")
    listed = page.locator(".origins li")
    expect(listed.filter(has_text="perhitungan").first).to_be_visible()
    expect(listed.filter(has_text="Pasal 73 ayat (3) huruf c Permendag 82/2020").first).to_be_visible()


def test_an_answer_says_that_no_language_model_wrote_it_and_hands_out_its_receipts(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    expect(page.locator(".answer .mode")).to_contain_text("tanpa model bahasa")
    with page.expect_download() as printed:
        page.get_by_role("link", name="Kuitansi PDF").click()
    assert Path(printed.value.path()).read_bytes().startswith(b"%PDF")
    with page.expect_download() as kept:
        page.get_by_role("link", name="Kuitansi JSON").click()
    receipt = json.loads(Path(kept.value.path()).read_text(encoding="utf-8"))
    assert receipt["messages"] == [PROMOTION]
    assert "Pasal 73 ayat (3) huruf a Permendag 82/2020" in [one["label"] for one in receipt["provisions"]]


def test_a_plan_shows_dates_in_words_and_pictures_with_their_text(page: Page) -> None:
    page.goto("/")
    ask(page, PLAN)
    answer = page.locator(".answer-body")
    expect(answer).to_contain_text(re.compile(r"\d{1,2} (Januari|April|Oktober|November) 20\d\d"))
    assert not re.search(r"\d{4}-\d{2}-\d{2}|\b(true|false|None|null)\b|[a-z]_[a-z]", answer.inner_text())
    picture = page.locator(".picture").filter(has_text="Tanggal-tanggal")
    expect(picture.get_by_role("img")).to_have_accessible_name(re.compile("angka kredit terkumpul"))
    with page.expect_download() as saved:
        picture.get_by_role("button", name="Simpan SVG").click()
    assert "<svg" in Path(saved.value.path()).read_text(encoding="utf-8")
    with page.expect_download() as painted:
        picture.get_by_role("button", name="Simpan PNG").click()
    assert Path(painted.value.path()).read_bytes().startswith(b"\x89PNG")


def test_a_long_table_stands_row_by_row_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    ask(page, PLAN)
    cell = page.locator(".stacks td[data-head='DUPAK paling lambat']").first
    expect(cell).to_contain_text(re.compile(r"20\d\d"))
    assert cell.evaluate("(cell) => cell.getBoundingClientRect().right") <= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_repaired_word_shows_what_the_scan_had(page: Page) -> None:
    page.goto("/peraturan/permen-pupr-2-2023")
    repaired = page.locator("mark.repair").first
    repaired.press("Enter")
    expect(page.get_by_role("note")).to_contain_text("Diperbaiki dari pindaian; tertulis “")


def test_it_is_said_when_questions_leave_the_machine_and_when_a_model_wrote(page: Page) -> None:
    healthy = page.request.get("/healthz").json()
    page.route("**/healthz", lambda route: route.fulfill(json={**healthy, "external_model": True}))
    page.route("**/api/chat", written_by_a_model)
    page.goto("/")
    expect(page.locator(".hero, .welcome").first).to_contain_text("dikirim ke model bahasa di luar mesin ini")
    ask(page, "umur maksimal pindah jadi negosiator ahli madya?")
    expect(page.locator(".answer .mode")).to_contain_text("ditulis model bahasa dan diperiksa")


def written_by_a_model(route: Route) -> None:
    given = route.fetch()
    route.fulfill(response=given, body=given.text().replace('"mode": "extractive"', '"mode": "model"'))


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


def test_an_answer_that_is_cut_off_says_so_and_keeps_the_question(page: Page) -> None:
    begun = 'event: stage\ndata: {"stage": "searching"}\n\nevent: piece\ndata: {"text": "Menurut "}\n\n'
    page.route("**/api/chat", lambda route: route.fulfill(content_type="text/event-stream", body=begun))
    page.goto("/")
    page.get_by_label("Pertanyaan Anda").fill("syarat naik jenjang?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Jawaban terputus")
    expect(page.get_by_label("Pertanyaan Anda")).to_have_value("syarat naik jenjang?")
    expect(page.locator(".answer.sheet")).to_have_count(0)
