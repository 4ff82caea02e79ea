"""A time told by what it stays under or exceeds is answered as it was told; an exact one is answered exactly."""

from typing import Any

from assistant.bounds import loosened, noted
from assistant.calculation import Calculation
from assistant.calculators.law import Law
from assistant.english import in_english
from assistant.reading import Fact, Part
from assistant.tools import run

FIELD = "masa_pangkat_bulan"


def told(months: int, bound: str = "") -> Part:
    return Part("", "calculation", "kenaikan_pangkat", facts=(Fact(FIELD, months, 0, 1, "x", bound),))


def promotion(law: Law, months: int) -> Calculation:
    inputs: dict[str, Any] = {"jabatan": "negosiator", "golongan": "III/c", FIELD: months}
    return run("kenaikan_pangkat", inputs, law)


def texts(found: Calculation) -> list[str]:
    return [r.text for r in found.requirements if r.field == FIELD]


def test_no_shortfall_is_told_of_a_time_known_only_by_its_limit(law: Law) -> None:
    found = loosened(promotion(law, 23), noted({}, told(23, "under")))
    assert "kekurangan_masa_bulan" not in found.result
    assert texts(found) == ["Kurang dari 2 tahun dalam pangkat terakhir, disyaratkan paling singkat 2 tahun"]
    wanted = "Less than 2 years in the present rank; at least 2 years required"
    assert in_english(texts(found)[0]) == wanted


def test_an_exact_time_keeps_its_shortfall(law: Law) -> None:
    found = loosened(promotion(law, 23), noted({}, told(23)))
    assert found.result["kekurangan_masa_bulan"] == 1
    assert texts(found)[0].startswith("1 tahun 11 bulan")


def test_an_exact_time_told_later_replaces_the_limit(law: Law) -> None:
    bounds = noted({}, told(23, "under"))
    assert noted(bounds, told(20)) == {}
    assert loosened(promotion(law, 20), bounds).result["kekurangan_masa_bulan"] == 4
