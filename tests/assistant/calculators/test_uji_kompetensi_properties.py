"""Scores of the competency test stay on their scale and rise with every part."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.calculators.law import Law
from assistant.tools import run

JABATAN = st.sampled_from(["negosiator", "pengawas"])
SCORES = st.decimals(min_value=0, max_value=100, places=2)
PARTS = ("nilai_pengetahuan", "nilai_makalah", "nilai_wawancara", "nilai_ukmsk")
CLASSES = ("kurang", "cukup", "baik", "sangat_baik")
few = settings(derandomize=True, deadline=None, max_examples=60)


@few
@given(jabatan=JABATAN, scores=st.lists(SCORES, min_size=4, max_size=4), part=st.integers(0, 3), better=SCORES)
def test_a_better_part_never_lowers_the_final_score(
    law: Law, jabatan: str, scores: list[Decimal], part: int, better: Decimal
) -> None:
    facts = dict(zip(PARTS, scores, strict=True))
    raised = {**facts, PARTS[part]: max(better, facts[PARTS[part]])}
    before = run("nilai_uji_kompetensi", {"jabatan": jabatan, **facts}, law).result
    after = run("nilai_uji_kompetensi", {"jabatan": jabatan, **raised}, law).result
    assert 0 <= before["nilai_akhir"] <= after["nilai_akhir"] <= 100
    assert before["lulus"] <= after["lulus"]


@few
@given(jabatan=JABATAN, score=SCORES)
def test_equal_parts_give_just_that_score(law: Law, jabatan: str, score: Decimal) -> None:
    found = run("nilai_uji_kompetensi", {"jabatan": jabatan, **dict.fromkeys(PARTS, score)}, law)
    assert found.result["nilai_akhir"] == score


@few
@given(jabatan=JABATAN, low=SCORES, high=SCORES)
def test_a_better_interview_is_never_in_a_lower_class(law: Law, jabatan: str, low: Decimal, high: Decimal) -> None:
    low, high = sorted((low, high))
    found = [
        str(run("kategori_wawancara", {"jabatan": jabatan, "nilai_wawancara": score}, law).result["kategori"])
        for score in (low, high)
    ]
    known = [CLASSES.index(each) for each in found if each in CLASSES]
    assert known == sorted(known)


@few
@given(jabatan=JABATAN, met=st.integers(0, 200), required=st.integers(1, 200))
def test_evidence_scores_by_its_share(law: Law, jabatan: str, met: int, required: int) -> None:
    facts = {"jabatan": jabatan, "bukti_memenuhi": met, "bukti_disyaratkan": required}
    score = run("nilai_bukti_kerja", facts, law).result["nilai_bukti_kerja"]
    assert (score > 100) == (met > required)
    assert abs(score * required - met * 100) < Decimal(1) / 100
