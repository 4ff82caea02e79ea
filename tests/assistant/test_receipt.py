"""A receipt runs again to the same result, and says what changed when it does not."""

import copy
import json
import re
import zlib
from typing import Any

import pytest

from assistant.calculators.law import Law
from assistant.compose import say_calculation
from assistant.print_letters import latin
from assistant.receipt import identity, make_receipt, recheck, revised
from assistant.receipt_pdf import receipt_pdf
from assistant.reply import Answer
from assistant.tools import run
from corpus.errors import DataError
from eval.attack import calculations

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
    kept: dict[str, Any] = json.loads(json.dumps(made))  # as it comes back from a file
    return kept


def test_a_receipt_runs_again_to_the_same_result(receipt: dict[str, Any], law: Law) -> None:
    assert recheck(receipt, law) == ()


def test_a_result_changed_by_hand_is_noticed(receipt: dict[str, Any], law: Law) -> None:
    forged = copy.deepcopy(receipt)
    forged["calculations"][0]["result"]["nilai_akhir"] = "99"
    assert any("nomornya tidak cocok" in line for line in recheck(forged, law))
    assert any("memberi hasil yang lain" in line for line in recheck(forged, law))


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


@pytest.mark.parametrize(
    ("part", "junk"),
    [("provisions", [1]), ("provisions", 3), ("calculations", [{}]), ("calculations", ["x"]), ("answer", None)],
)
def test_a_receipt_with_a_broken_part_is_refused_in_plain_words(
    receipt: dict[str, Any], law: Law, part: str, junk: Any
) -> None:
    with pytest.raises(DataError, match="kuitansi tidak dapat dibaca"):
        recheck({**receipt, part: junk}, law)


def signed(receipt: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A receipt changed by someone who knows how its number is made."""
    body = {key: value for key, value in {**receipt, **changes}.items() if key != "id"}
    return {"id": identity(body), **body}


def test_an_answer_that_says_another_verdict_is_noticed_even_with_a_fitting_number(
    receipt: dict[str, Any], law: Law
) -> None:
    assert receipt["calculations"][0]["verdict"] == "memenuhi"
    assert recheck(signed(receipt, answer="**Ya.** Menurut data itu."), law) == ()
    assert any("putusan lain" in line for line in recheck(signed(receipt, answer="**Belum memenuhi.** Ada."), law))


def test_an_answer_with_a_quote_of_its_own_is_noticed(receipt: dict[str, Any], law: Law) -> None:
    quote = "\n".join(f"> {line}" for line in receipt["provisions"][0]["quote"].splitlines())
    assert recheck(signed(receipt, answer=quote), law) == ()
    assert any("mengutip" in line for line in recheck(signed(receipt, answer=f"{quote} atau lebih"), law))


def test_an_answer_with_another_mark_is_noticed(receipt: dict[str, Any], law: Law) -> None:
    text, status = receipt["calculations"][0]["requirements"][0]
    assert status == "terpenuhi"
    assert recheck(signed(receipt, answer=f"- ✅ {text} (terpenuhi): ..."), law) == ()
    assert any("syarat lain" in line for line in recheck(signed(receipt, answer=f"- ❌ {text} (belum)"), law))


@pytest.mark.parametrize("language", ["id", "en"])
def test_whatever_is_told_of_a_calculation_agrees_with_its_receipt(law: Law, language: str) -> None:
    for found in calculations(law)[::45]:
        answer = Answer("s", "calculation", say_calculation(found, language), found.citations, (found,))
        made = json.loads(json.dumps(make_receipt(answer, ["?"], "2026-11-21T08:00:00+07:00", law.corpus)))
        assert recheck(made, law) == (), found.tool


def test_a_receipt_says_when_texts_or_rules_were_revised_since(receipt: dict[str, Any], law: Law) -> None:
    assert revised(receipt, law) == ()
    assert revised({**receipt, "rules": "0"}, law) == ("Rumus perhitungan",)


def test_a_receipt_from_before_warnings_were_kept_still_runs(receipt: dict[str, Any], law: Law) -> None:
    body = {key: value for key, value in receipt.items() if key not in ("id", "warnings")}
    body["calculations"] = [{k: v for k, v in c.items() if k != "places"} for c in body["calculations"]]
    old = {"id": identity(body), **body}
    assert recheck(old, law) == ()
    assert pages(receipt_pdf(old)) == 1


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


def printed_words(pdf: bytes) -> str:
    """What is written on a page, piece by piece."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    written = b"".join(zlib.decompress(s) for s in streams if s[:1] == b"x")
    pieces = re.findall(rb"\(((?:[^()\\]|\\.)*)\) ?T[jJ]", written)
    return " ".join(piece.decode("latin-1").replace("\\", "") for piece in pieces)


def test_the_page_tells_verdict_conditions_places_and_warnings(receipt: dict[str, Any]) -> None:
    told = printed_words(receipt_pdf({**receipt, "warnings": ["Peraturan itu sudah diganti."]}))
    assert "Memenuhi semua syarat yang diperiksa" in told
    assert "Peraturan itu sudah diganti." in told
    found = receipt["calculations"][0]
    assert found["requirements"][0][0] in told and found["places"][0] in told
    assert receipt["provisions"][0]["label"] in told and receipt["id"] in told


def test_a_provision_is_printed_once_where_the_answer_quotes_it(receipt: dict[str, Any]) -> None:
    first = receipt["provisions"][0]
    answer = f"Menurut **{first['label']}**:\n\n> {first['quote']}"
    told = printed_words(receipt_pdf({**receipt, "calculations": [], "provisions": [first], "answer": answer}))
    assert told.count(first["quote"].split("\n")[0][:40]) == 1


def test_a_receipt_without_calculation_prints_the_answer(receipt: dict[str, Any]) -> None:
    assert pages(receipt_pdf({**receipt, "calculations": [], "answer": "**Ya**\n\n> bunyi\n\n[Pasal 1](/x)"})) == 1


@pytest.mark.parametrize(
    ("text", "printed"), [("✅ “ya” ≥ 5", '[v] "ya" >= 5'), ("naïve ½ ﬁ", "naïve ½ fi"), ("漢\u202e", "??")]
)
def test_a_sign_that_the_font_lacks_is_written_out_and_never_dropped(text: str, printed: str) -> None:
    assert latin(text) == printed
