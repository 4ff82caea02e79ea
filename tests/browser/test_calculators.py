"""Calculators as forms, and the pictures of what they find."""

import re
from pathlib import Path

import pytest
from journey import PLAN, ask
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


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


def test_activities_are_picked_by_typing_and_their_total_grows_against_target_and_cap(page: Page) -> None:
    page.goto("/kalkulator/angka_kredit_kegiatan")
    pick = page.get_by_label("Kegiatan, Baris 1")
    pick.click()
    options = page.get_by_role("listbox", name="Pilihan").get_by_role("option")
    expect(options).to_contain_text("Pilih jabatan fungsional dahulu")
    page.get_by_role("radio", name="Negosiator Perdagangan").check()
    page.get_by_role("radio", name="Ahli Muda").check()
    pick.fill("riset")
    expect(options).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".options [aria-selected=true]")).to_contain_text("Ahli Muda · 0,4")
    page.keyboard.press("Enter")
    expect(pick).to_have_value("12 Menyusun riset/kajian")
    page.get_by_label("Volume, Baris 1").fill("10")
    picture = page.locator(".picture").filter(has_text="Angka kredit setahun")
    # 10 x 0,4 = 4 of 25, then 120 x 0,4 = 48, of which 37,5 counts
    expect(picture.get_by_role("img")).to_have_accessible_name(
        "Angka kredit setahun. Terkumpul 4 dari target 25 (16%); paling banyak dihitung 37,5."
    )
    page.get_by_label("Volume, Baris 1").fill("120")
    expect(picture).to_contain_text("Terkumpul 48 dari target 25 (192%)")
    expect(page.locator(".calc-result .figures").filter(has_text="Dihitung")).to_contain_text("37,5")


def test_a_list_of_activities_is_put_away_by_escape_and_picked_from_by_pointer(page: Page) -> None:
    page.goto("/kalkulator/formasi")
    page.get_by_role("radio", name="Pengawas Perdagangan").check()
    pick = page.get_by_label("Kegiatan, Baris 1")
    pick.click()
    options = page.get_by_role("listbox", name="Pilihan").get_by_role("option")
    expect(options).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    pick.fill("tidak ada kegiatan begini")
    expect(options).to_contain_text("Tidak ada kegiatan yang cocok")
    pick.fill("pelarangan")
    expect(options.first).to_contain_text("pelarangan")
    options.first.click()
    expect(pick).to_have_value(re.compile(r"^\d+ .*pelarangan"))
    expect(pick).to_be_focused()


def test_the_total_stays_in_sight_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/kalkulator/angka_kredit_kegiatan")
    page.get_by_role("radio", name="Negosiator Perdagangan").check()
    page.get_by_role("radio", name="Ahli Muda").check()
    page.get_by_label("Kegiatan, Baris 1").fill("12")
    page.get_by_label("Volume, Baris 1").fill("3")
    total = page.get_by_role("button", name="Jumlah: 1,2")
    expect(total).to_be_in_viewport()
    total.click()
    expect(page.locator(".calc-result")).to_be_in_viewport()


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
