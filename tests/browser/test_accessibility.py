"""No view breaks the rules that axe-core can check, in either theme and on a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from journey import DOUBT, PLAN, SHORT, answer_at_length, ask
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK: ViewportSize = {"width": 1280, "height": 860}
PHONE: ViewportSize = {"width": 360, "height": 740}
VIEWS = {
    "the welcome": "/",
    "an answer with its Pasal open": "/",
    "a plan": "/",
    "many conditions": "/",
    "a number of several meanings": "/",
    "the regulations": "/peraturan",
    "a regulation": "/peraturan/permendag-79-2014#pasal-13-ayat-1",
    "a Lampiran": "/peraturan/permendag-79-2014#lampiran-i",
    "the calculators": "/kalkulator",
    "a calculator": "/kalkulator/angka_kredit_kegiatan",
    "a calculator with its result": "/kalkulator/rencana_kenaikan_pangkat?jabatan=negosiator&golongan=III/c&jenjang=ahli_muda&angka_kredit=60&ak_setahun=20&masa_pangkat_bulan=20",
    "activities to pick from": "/kalkulator/formasi",
    "an empty search": "/cari",
    "search results": "/cari?q=uji+kompetensi",
    "the history": "/riwayat",
    "the page about it": "/tentang",
    "the description of the API": "/docs",
    "a lost page": "/tidak-ada",
}
READY = {
    "a calculator with its result": ".picture",
    "search results": ".hit",
    "a regulation": ".place-tools",
    "the welcome": ".example",
}


def open_answer(page: Page) -> None:
    ask(page, SHORT)
    expect(page.locator(".ask-one").first).to_be_visible()
    page.locator(".check .cite").first.click()
    expect(page.get_by_role("complementary").locator(".cited")).to_be_visible()


def plan(page: Page) -> None:
    ask(page, PLAN)
    expect(page.locator(".answer.sheet .picture").first).to_be_visible()
    page.locator(".origins summary").click()


def many_conditions(page: Page) -> None:
    answer_at_length(page)
    ask(page, SHORT)
    page.locator(".fold").click()


def several_meanings(page: Page) -> None:
    ask(page, DOUBT)
    expect(page.locator(".reply").first).to_be_visible()


def explain_a_term(page: Page) -> None:
    page.locator("#pasal-13 .term").first.press("Enter")
    expect(page.get_by_role("note")).to_be_visible()


def pick_activities(page: Page) -> None:
    page.get_by_role("radio", name="Pengawas Perdagangan").check()
    page.get_by_label("Kegiatan, Baris 1").click()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".options [aria-selected=true]")).to_be_visible()


PREPARED: dict[str, Callable[[Page], None]] = {
    "an answer with its Pasal open": open_answer,
    "a plan": plan,
    "many conditions": many_conditions,
    "a number of several meanings": several_meanings,
    "a regulation": explain_a_term,
    "activities to pick from": pick_activities,
}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_wrong_with(browser: Browser, server: str, view: str) -> None:
    # The page's own policy would stop the checker from running in it.
    context = browser.new_context(
        base_url=server, viewport=DESK, color_scheme="light", bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(VIEWS[view])
    if view in PREPARED:
        PREPARED[view](page)
    page.locator(READY.get(view, "main h1, main h2")).first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE)
    found = {"light": violations(page, RULES)}
    page.locator("html").evaluate("(html) => { html.dataset.theme = 'dark'; }")
    found["dark"] = violations(page, ["color-contrast"])
    page.set_viewport_size(PHONE)
    found["phone"] = violations(page, RULES)
    context.close()
    assert found == {"light": [], "dark": [], "phone": []}


def violations(page: Page, rules: list[str]) -> list[str]:
    """What axe finds, each with the elements; scrolled to the top, where nothing lies half below the bar."""
    page.evaluate("scrollTo(0, 0)")
    told = page.evaluate("(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)
    return [f"{bad['id']}: {[node['html'][:160] for node in bad['nodes'][:4]]}" for bad in told["violations"]]
