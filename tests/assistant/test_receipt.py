"""A receipt runs again to the same result, and says what changed when it does not."""

import copy
import json
from typing import Any

import pytest

from assistant.calculators.law import Law
from assistant.receipt import make_receipt, recheck
from assistant.receipt_pdf import latin, receipt_pdf
from assistant.reply import Answer
from assistant.tools import run
from corpus.errors import DataError

INPUTS = {
    "jabatan": "negosiator",
    "nilai_pengetahuan": "80",
    "nilai_makalah": "75",
    "nilai_wawancara": "70",
    "nilai_ukmsk": "72",
}


@pytest.fixture(scope="module")
def receipt(law: Law) -> dict[str, Any]:
    found = run("nilai_uji_kompetensi", INPUTS, law)
    answer = Answer("s", "eligibility", "Lulus.", citations=found.citations, calculations=(found,))
    made = make_receipt(answer, ["nilai saya 80, 75, 70, 72"], "2026-11-21T08:00:00+07:00", law.corpus)
    return json.loads(json.dumps(made))  # as it comes back from a file


def test_a_receipt_runs_again_to_the_same_result(receipt: dict[str, Any], law: Law) -> None:
    assert recheck(receipt, law) == ()


def test_a_result_changed_by_hand_is_noticed(receipt: dict[str, Any], law: Law) -> None:
    forged = copy.deepcopy(receipt)
    forged["calculations"][0]["result"]["nilai_akhir"] = "99"
    assert any("nomornya tidak cocok" in line for line in recheck(forged, law))
    assert any("memberi result yang lain" in line for line in recheck(forged, law))


def test_a_quote_changed_by_hand_is_noticed(receipt: dict[str, Any], law: Law) -> None:
    forged = copy.deepcopy(receipt)
    forged["provisions"][0]["quote"] += " dengan persetujuan"
    assert any(line.startswith("Bunyi") for line in recheck(forged, law))


def test_a_provision_that_is_gone_is_noticed(receipt: dict[str, Any], law: Law) -> None:
    forged = copy.deepcopy(receipt)
    forged["provisions"][0]["key"] = "permendag-94-2020#pasal-999"
    assert any("tidak ada lagi" in line for line in recheck(forged, law))


@pytest.mark.parametrize("junk", [{}, [], {"format": "lain"}])
def test_what_is_no_receipt_is_refused_in_plain_words(junk: Any, law: Law) -> None:
    with pytest.raises(DataError, match="kuitansi tidak dapat dibaca"):
        recheck(junk, law)


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


def test_a_receipt_is_printed_on_one_page(receipt: dict[str, Any]) -> None:
    printed = receipt_pdf(receipt)
    assert printed.startswith(b"%PDF-") and pages(printed) == 1


def test_a_receipt_of_any_length_is_printed_on_one_page(receipt: dict[str, Any]) -> None:
    long = copy.deepcopy(receipt)
    long["messages"] = ["kata " * 5000]
    long["provisions"] = [{**p, "quote": p["quote"] * 50} for p in long["provisions"] * 60]
    long["calculations"] *= 5
    assert pages(receipt_pdf(long)) == 1


def test_a_receipt_without_calculation_prints_the_answer(receipt: dict[str, Any]) -> None:
    assert pages(receipt_pdf({**receipt, "calculations": [], "answer": "**Ya**\n\n> bunyi\n\n[Pasal 1](/x)"})) == 1


@pytest.mark.parametrize(
    ("text", "printed"), [("✅ “ya” ≥ 5", '[v] "ya" >= 5'), ("naïve ½ ﬁ", "naïve ½ fi"), ("漢\u202e", "??")]
)
def test_a_sign_that_the_font_lacks_is_written_out_and_never_dropped(text: str, printed: str) -> None:
    assert latin(text) == printed
