"""Promotion: more never hurts, nothing negative comes out, and a faster plan is never later."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.calculation import Calculation
from assistant.calculators.jenjang import golongan_of, jenjang_name, levels, next_golongan, ranks
from assistant.calculators.law import Law
from assistant.tools import run

JABATAN = st.sampled_from(["negosiator", "pengawas"])
AMOUNTS = st.decimals(min_value=0, max_value=400, places=2)
PACES = st.decimals(min_value=1, max_value=90, places=2)
RATINGS = st.lists(st.sampled_from(["sangat_baik", "baik", "cukup", "kurang", "sangat_kurang"]), max_size=3)
MONTHS = st.integers(0, 40)
STARTS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
few = settings(derandomize=True, deadline=None, max_examples=40)
ORDER = {"belum": 0, "tidak_dapat_ditentukan": 1, "memenuhi": 2}


def rank(law: Law, jabatan: str, place: int) -> str:
    every = ranks(law, jabatan)
    return every[place % len(every)]


def plan(law: Law, jabatan: str, held: Decimal, months: int, start: date, pace: Decimal) -> Calculation:
    """The plan of somebody who has III/a."""
    facts = {"jabatan": jabatan, "golongan": "III/a", "angka_kredit": held, "ak_setahun": pace}
    return run("rencana_kenaikan_pangkat", {**facts, "masa_pangkat_bulan": months, "tanggal": start}, law)


@few
@given(jabatan=JABATAN, place=st.integers(0, 8), held=AMOUNTS, more=AMOUNTS, months=st.integers(0, 60), ratings=RATINGS)
def test_more_credits_never_turn_a_yes_into_a_no(
    law: Law, jabatan: str, place: int, held: Decimal, more: Decimal, months: int, ratings: list[str]
) -> None:
    facts = {
        "jabatan": jabatan,
        "golongan": rank(law, jabatan, place),
        "masa_pangkat_bulan": months,
        "nilai_kinerja": ratings,
        "hasil_kerja_minimal": True,
    }
    before = run("kenaikan_pangkat", {**facts, "angka_kredit": held}, law)
    after = run("kenaikan_pangkat", {**facts, "angka_kredit": held + more}, law)
    assert ORDER[str(before.verdict)] <= ORDER[str(after.verdict)]


@few
@given(jabatan=JABATAN, place=st.integers(0, 8), held=AMOUNTS)
def test_credits_are_short_or_over_but_never_both_and_never_negative(
    law: Law, jabatan: str, place: int, held: Decimal
) -> None:
    found = run(
        "kelebihan_angka_kredit", {"jabatan": jabatan, "golongan": rank(law, jabatan, place), "angka_kredit": held}, law
    )
    over, short = found.result["kelebihan"], found.result.get("kekurangan", Decimal())
    assert over >= 0 and short >= 0 and min(over, short) == 0
    assert over <= held


@few
@given(jabatan=JABATAN, place=st.integers(0, 7), held=AMOUNTS, shares=st.lists(AMOUNTS, min_size=2, max_size=2))
def test_a_larger_supporting_part_never_counts_more(
    law: Law, jabatan: str, place: int, held: Decimal, shares: list[Decimal]
) -> None:
    low, high = (min(each, held) for each in sorted(shares))
    counted = [
        run(
            "kenaikan_pangkat",
            {"jabatan": jabatan, "golongan": rank(law, jabatan, place), "angka_kredit": held, "ak_penunjang": part},
            law,
        ).result.get("angka_kredit_diperhitungkan", Decimal())
        for part in (low, high)
    ]
    assert 0 <= counted[1] <= counted[0] <= held


@few
@given(jabatan=JABATAN, place=st.integers(0, 7))
def test_a_rank_rises_within_its_level_or_the_level_comes_first(law: Law, jabatan: str, place: int) -> None:
    golongan = rank(law, jabatan, place)
    found = run("kenaikan_pangkat", {"jabatan": jabatan, "golongan": golongan}, law)
    target = next_golongan(law, jabatan, golongan)
    level = str(found.result["jenjang"])
    blocked = target is None or target not in golongan_of(law, jabatan, level)
    assert (found.verdict == "belum") == blocked


@few
@given(
    jabatan=JABATAN,
    pace=PACES,
    faster=PACES,
    held=st.decimals(0, 49, places=2),
    months=MONTHS,
    start=STARTS,
)
def test_a_faster_pace_is_never_later(
    law: Law, jabatan: str, pace: Decimal, faster: Decimal, held: Decimal, months: int, start: date
) -> None:
    slow = plan(law, jabatan, held, months, start, pace).result
    fast = plan(law, jabatan, held, months, start, pace + faster).result
    assert fast["mulai_periode"] <= slow["mulai_periode"]


@few
@given(
    jabatan=JABATAN,
    pace=PACES,
    held=st.decimals(0, 60, places=2),
    months=MONTHS,
    start=STARTS,
)
def test_a_plan_keeps_its_own_dates_in_order(
    law: Law, jabatan: str, pace: Decimal, held: Decimal, months: int, start: date
) -> None:
    found = plan(law, jabatan, held, months, start, pace)
    result: dict[str, Any] = dict(found.result)
    assert start <= result["angka_kredit_terkumpul"] <= result["dupak_paling_lambat"] < result["mulai_periode"]
    assert result["masa_terpenuhi"] <= result["mulai_periode"]
    last = [point for point in found.series if point["rencana"] == "laju sekarang"][-1]
    assert last["angka_kredit"] >= min(last["disyaratkan"], held)


@few
@given(jabatan=JABATAN, place=st.integers(0, 3), held=AMOUNTS, more=AMOUNTS)
def test_the_test_before_level_promotion_opens_before_the_promotion_itself(
    law: Law, jabatan: str, place: int, held: Decimal, more: Decimal
) -> None:
    ladder = levels(law, jabatan)
    level = ladder[place % len(ladder)]
    sit = run(
        "syarat_uji_kompetensi",
        {"jabatan": jabatan, "jenis_uji": "kenaikan_jenjang", "jenjang": level, "angka_kredit": held},
        law,
    )
    rise = run("kenaikan_jenjang", {"jabatan": jabatan, "jenjang": level, "angka_kredit": held + more}, law)
    floor, needed = sit.result.get("angka_kredit_paling_sedikit"), rise.result.get("angka_kredit_disyaratkan")
    assert (floor is None) == (needed is None), jenjang_name(level)
    if floor is not None and needed is not None:
        assert 0 < floor < needed


def test_the_chart_goes_from_today_to_the_round_reached(law: Law) -> None:
    facts = {
        "jabatan": "pengawas",
        "golongan": "III/a",
        "angka_kredit": "30",
        "masa_pangkat_bulan": 15,
        "ak_setahun": "15",
        "tanggal": date(2021, 8, 10),
    }
    found = run("rencana_kenaikan_pangkat", facts, law)
    line = [point for point in found.series if point["rencana"] == "laju sekarang"]
    assert [(str(point["label"]), str(point["angka_kredit"])) for point in line] == [
        ("hari ini", "30.00"),
        ("April 2022", "35.00"),
        ("Oktober 2022", "42.50"),
        ("April 2023", "50.00"),
    ]
    assert {point["disyaratkan"] for point in found.series} == {Decimal(50)}
    assert "laju tertinggi" in {point["rencana"] for point in found.series}
