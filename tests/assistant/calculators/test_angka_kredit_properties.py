"""Credits never come out negative, above their limit, or lower for more work."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.calculators.formasi import headcount
from assistant.calculators.jenjang import levels, ranks
from assistant.calculators.kegiatan import daftar_kegiatan
from assistant.calculators.kredit import credit
from assistant.calculators.law import Law
from assistant.calculators.penulis_bersama import writer_share
from assistant.calculators.target_tahunan import year_rule
from assistant.tools import run

JABATAN = st.sampled_from(["negosiator", "pengawas"])
AMOUNTS = st.decimals(min_value=0, max_value=500, places=2)
few = settings(derandomize=True, deadline=None, max_examples=30)
many = settings(derandomize=True, deadline=None, max_examples=200)


def result(law: Law, tool: str, **inputs: Any) -> Any:
    return run(tool, inputs, law).result


@many
@given(jabatan=JABATAN, level=st.integers(0, 3), credits=AMOUNTS, more=AMOUNTS)
def test_a_year_counts_no_more_than_its_cap_and_never_less_for_more(
    law: Law, jabatan: Any, level: int, credits: Decimal, more: Decimal
) -> None:
    ladder = levels(law, jabatan)
    rule = year_rule(law, jabatan, ladder[min(level, len(ladder) - 1)])
    assert rule.maximum is not None
    assert 0 <= rule.counted(credits) <= min(credits, rule.maximum.number)
    assert rule.counted(credits) <= rule.counted(credits + more)


@many
@given(jabatan=JABATAN, row=st.integers(0, 78), level=st.integers(0, 2), volume=AMOUNTS, more=AMOUNTS)
def test_an_activity_earns_no_more_than_its_value_and_never_less_for_more(
    law: Law, jabatan: Any, row: int, level: int, volume: Decimal, more: Decimal
) -> None:
    activity = daftar_kegiatan(law, jabatan).rows[row]
    jenjang = levels(law, jabatan)[level]
    earned = credit(law, jabatan, jenjang, activity, volume)
    assert 0 <= earned.credits <= activity.angka_kredit * volume
    assert earned.credits <= credit(law, jabatan, jenjang, activity, volume + more).credits
    assert (earned.percent is None) == (abs(earned.distance) > 1)


@many
@given(jabatan=JABATAN, writers=st.integers(1, 4))
def test_the_writers_of_a_paper_share_all_of_it(law: Law, jabatan: Any, writers: int) -> None:
    main = writer_share(law, jabatan, writers, "utama").part
    equal = writer_share(law, jabatan, writers, "setara").part
    assert main is not None and equal is not None
    helpers = writer_share(law, jabatan, writers, "pembantu").part if writers > 1 else Fraction(0)
    assert helpers is not None
    assert main + (writers - 1) * helpers == 1
    assert equal * writers == 1
    assert main >= equal >= helpers


@few
@given(jabatan=JABATAN, rank=st.integers(0, 8), months=st.integers(0, 70), more=st.integers(0, 30))
def test_inpassing_gives_no_less_for_a_longer_time_or_a_higher_degree(
    law: Law, jabatan: Any, rank: int, months: int, more: int
) -> None:
    golongan = ranks(law, jabatan)[rank % len(ranks(law, jabatan))]
    given_for = {
        (degree, held): result(
            law, "angka_kredit_inpassing", jabatan=jabatan, golongan=golongan, ijazah=degree, masa_pangkat_bulan=held
        )
        for degree in ("S1", "S2", "S3")
        for held in (months, months + more)
    }
    numbers = {at: found["angka_kredit"] for at, found in given_for.items() if found["angka_kredit"] != "tidak_diatur"}
    for (degree, held), amount in numbers.items():
        needed = given_for[degree, held]["ak_kenaikan_pangkat_berikutnya"]
        assert amount > 0
        assert needed is None or amount < Decimal(needed)
        assert all(amount <= other for (d, h), other in numbers.items() if d >= degree and h >= held)


@many
@given(jabatan=JABATAN, hours=AMOUNTS.map(lambda amount: amount * 20), more=AMOUNTS)
def test_more_hours_never_need_fewer_people_and_rounding_stays_within_half_a_person(
    law: Law, jabatan: Any, hours: Decimal, more: Decimal
) -> None:
    persons, whole = headcount(law, jabatan, Fraction(hours))
    assert whole <= headcount(law, jabatan, Fraction(hours + more))[1]
    assert abs(persons - whole) <= Fraction(1, 2)


@few
@given(jabatan=JABATAN, hours=st.integers(1, 1200), more=st.integers(0, 400))
def test_a_longer_course_never_earns_less_and_a_technical_one_twice_a_managerial_one(
    law: Law, jabatan: Any, hours: int, more: int
) -> None:
    def earned(kind: str, length: int) -> Any:
        rows = [{"jenis": kind, "jam": length}]
        return result(law, "pengembangan_profesi", jabatan=jabatan, kegiatan_profesi=rows)["baris"][0]["angka_kredit"]

    amounts = [earned("pelatihan_teknis", length) for length in (hours, hours + more)]
    if "tidak_diatur" not in amounts:
        assert 0 < amounts[0] <= amounts[1]
        assert amounts[0] == 2 * earned("pelatihan_manajerial", hours)


@few
@given(jabatan=JABATAN, rank=st.integers(0, 4), support=AMOUNTS)
def test_supporting_credits_count_up_to_a_fifth_of_what_the_rank_needs(
    law: Law, jabatan: Any, rank: int, support: Decimal
) -> None:
    golongan = ranks(law, jabatan)[rank]
    found = result(law, "kegiatan_penunjang", jabatan=jabatan, golongan=golongan, ak_penunjang=support)
    assert found["dihitung"] == min(support, found["batas"])
    assert found["dihitung"] + found["tidak_dihitung"] == support


@many
@given(
    level=st.sampled_from(["ahli_pertama", "ahli_muda", "ahli_madya", "ahli_utama"]),
    months=st.integers(1, 11),
    better=st.integers(0, 3),
)
def test_a_better_or_longer_year_converts_to_more(law: Law, level: str, months: int, better: int) -> None:
    def converted(predicate: str, length: int) -> Fraction:
        found = result(law, "konversi_predikat", jenjang=level, predikat_kinerja=predicate, bulan_dinilai=length)[
            "angka_kredit"
        ]
        return Fraction(str(found))

    predicates = ("sangat_kurang", "kurang", "cukup", "baik", "sangat_baik")
    assert converted(predicates[better], months) < converted(predicates[better + 1], months)
    assert converted(predicates[better], months) < converted(predicates[better], months + 1)
