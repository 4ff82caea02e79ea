"""Asking: verdict, conditions and law, missing facts, corrections, what-if, copies and opinions."""

import json
import re
from pathlib import Path

import pytest
from journey import ACTIVITIES, DOUBT, FORM, PROMOTION, SHORT, answer_at_length, ask, clipboard
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser


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


def test_every_numeral_tells_where_it_comes_from(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    page.locator(".checklist .owned").filter(has_text="50").hover()
    expect(page.get_by_role("note")).to_contain_text("Angka ini dari perhitungan")
    page.locator(".origins summary").focus()
    page.keyboard.press("Enter")
    listed = page.locator(".origins li")
    expect(listed.filter(has_text="perhitungan").first).to_be_visible()
    expect(listed.filter(has_text="Permendag 82/2020").first).to_be_visible()


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


def test_html_in_a_question_is_shown_as_text(page: Page) -> None:
    page.goto("/")
    ask(page, "<img src=x onerror=alert(1)> **tebal** [klik](javascript:alert(1)) apa itu angka kredit?")
    expect(page.locator(".asked p")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".asked img, .answer img")).to_have_count(0)
    expect(page.locator("a[href^='javascript']")).to_have_count(0)


def test_an_answer_that_is_cut_off_says_so_and_keeps_the_question(page: Page) -> None:
    begun = 'event: stage\ndata: {"stage": "searching"}\n\nevent: piece\ndata: {"text": "Menurut "}\n\n'
    page.route("**/api/chat", lambda route: route.fulfill(content_type="text/event-stream", body=begun))
    page.goto("/")
    page.get_by_label("Pertanyaan Anda").fill("syarat naik jenjang?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Jawaban terputus")
    expect(page.get_by_label("Pertanyaan Anda")).to_have_value("syarat naik jenjang?")
    expect(page.locator(".answer.sheet")).to_have_count(0)


def test_verdict_conditions_and_questions_come_before_figures_and_law(page: Page) -> None:
    page.goto("/")
    ask(page, SHORT)
    expect(page.locator(".ask-one").first).to_be_visible()
    order = page.locator(".answer-body").evaluate(
        """(body) => ["verdict", "checklist", "asked-for", "steps", "quoted"]
            .map((name) => [...body.children].findIndex((node) => node.classList.contains(name)))"""
    )
    assert order[0] == 0
    assert order == sorted(order)


def test_what_is_typed_for_one_question_goes_along_with_the_answer_to_another(page: Page) -> None:
    page.goto("/")
    ask(page, SHORT)
    credits, ratings = (page.locator(".ask-one").filter(has_text=words) for words in ("angka kredit", "nilai kinerja"))
    credits.get_by_role("textbox").fill("52,5")
    for nth in (0, 1):
        ratings.get_by_role("combobox").nth(nth).select_option("baik")
    ratings.get_by_role("button", name="Jawab").click()
    expect(page.locator(".answer.sheet")).to_have_count(2)
    chips = page.locator(".turn").last.locator(".fact")
    expect(chips.filter(has_text="52,5")).to_be_visible()
    expect(chips.filter(has_text="baik, baik")).to_be_visible()
    expect(page.locator(".turn").last.get_by_label("Jawaban", exact=True)).to_be_focused()


def test_a_number_that_can_mean_several_things_is_asked_by_buttons(page: Page) -> None:
    page.goto("/")
    ask(page, DOUBT)
    page.get_by_role("button", name="Angka kredit pengembangan profesi").click()
    expect(page.locator(".answer.sheet")).to_have_count(2)
    expect(page.locator(".turn").last.locator(".fact").filter(has_text="pengembangan profesi")).to_contain_text("300")


def test_many_conditions_are_folded_and_those_not_met_always_stand(page: Page) -> None:
    answer_at_length(page)
    page.goto("/")
    ask(page, SHORT)
    standing = page.locator(".check:visible")
    expect(standing).to_have_count(8)
    expect(page.locator(".check.bad:visible")).to_have_count(2)
    page.get_by_role("button", name="Tampilkan 6 syarat lagi: 6 belum diketahui").click()
    expect(standing).to_have_count(14)
    expect(page.get_by_role("button", name="Ringkas kembali")).to_have_attribute("aria-expanded", "true")


def test_long_words_of_the_law_are_folded_and_open_at_once(page: Page) -> None:
    page.goto("/")
    ask(page, FORM)
    last = page.locator(".law-quote").get_by_text(
        "Diisi dengan daftar nama Pengawas Perdagangan yang belum dapat diusulkan"
    )
    expect(last).to_be_hidden()
    page.get_by_role("button", name=re.compile(r"Tampilkan \d+ baris lagi")).click()
    expect(last).to_be_visible()


def test_a_long_answer_appears_line_by_line(page: Page) -> None:
    page.add_init_script(
        """window.seen = [];
        new MutationObserver(() => {
            const body = document.querySelector(".coming .answer-body, .coming .stage-word");
            if (body) window.seen.push(body.matches(".stage-word") ? -1 : body.textContent.length);
        }).observe(document, {subtree: true, childList: true});"""
    )
    page.goto("/")
    ask(page, PROMOTION)
    seen = page.evaluate("window.seen")
    lengths = [length for length in seen if length >= 0]
    assert seen[0] == -1, "at first it says what it does"
    assert lengths == sorted(lengths)
    assert len(set(lengths)) > 1, "then line after line"


def test_the_words_of_one_provision_are_copied_from_the_answer(page: Page) -> None:
    page.goto("/")
    ask(page, PROMOTION)
    quoted = page.locator(".quoted").filter(has_text="Pasal 74 ayat (4) Permendag 82/2020")
    quoted.get_by_role("button", name="Salin kutipan").click()
    expect(quoted.locator("[data-copied]")).to_be_visible()
    words = quoted.locator("blockquote").inner_text()
    assert clipboard(page) == f"Pasal 74 ayat (4) Permendag 82/2020: “{words}”"
