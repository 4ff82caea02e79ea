"""The report of all figures fails when one of them lies outside its bound, and says which."""

from pathlib import Path

import pytest

from assistant.cli import main
from corpus.errors import DataError
from eval import report
from eval.metrics import Estimate
from eval.report import FLOORS, held, load_floors


def figure(value: float) -> Estimate:
    return Estimate(value, value, value, 10)


@pytest.fixture
def bounds(tmp_path: Path) -> Path:
    path = tmp_path / "floors.yaml"
    path.write_text("test/pasal/semua/R@1: 0.9\nwaktu/median: {most: 40}\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("found", "milliseconds", "kept"), [(0.9, 40, True), (0.899, 40, False), (0.9, 40.1, False), (1.0, 0, True)]
)
def test_a_figure_keeps_its_bound_up_to_the_bound_itself(
    bounds: Path, found: float, milliseconds: float, kept: bool
) -> None:
    figures = {"test/pasal/semua/R@1": figure(found), "waktu/median": figure(milliseconds), "lain": figure(0)}
    assert held(figures, load_floors(bounds)) is kept


def test_a_broken_bound_and_a_figure_not_measured_are_named(bounds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not held({"waktu/median": figure(41)}, load_floors(bounds))
    assert capsys.readouterr().out.splitlines() == [
        "DI LUAR BATAS: test/pasal/semua/R@1 tidak diukur, batasnya paling sedikit 0.9",
        "DI LUAR BATAS: waktu/median 41.000, batasnya paling banyak 40",
    ]


def test_a_bound_that_is_no_number_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text("sebutan/R@1: {atleast: 1}\n", "utf-8")
    with pytest.raises(DataError, match=r"floors.yaml: sebutan/R@1: .*\{most: number\}"):
        load_floors(path)


def test_the_bounds_in_use_hold_the_held_back_questions_citations_and_the_time_of_a_search() -> None:
    bounds = load_floors(FLOORS)
    assert bounds["test/pasal/semua/R@1"].least >= 0.88 and bounds["test/ayat/semua/R@1"].least >= 0.8
    assert bounds["test/pasal/semua/R@5"].least >= 0.97 and bounds["test/pasal/semua/R@10"].least >= 0.99
    assert bounds["test/pasal/sehari-hari/R@10"].least >= 0.96
    assert bounds["sebutan/R@1"].least == 1
    assert bounds["waktu/median"].most <= 40 and bounds["waktu/persentil-95"].most <= 60


@pytest.mark.parametrize(("kept", "status"), [(True, 0), (False, 1)])
def test_the_command_fails_when_a_bound_is_broken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kept: bool, status: int
) -> None:
    monkeypatch.setattr(report, "main", lambda data, quick: kept)
    assert main(["eval", "--quick"]) == status
    assert ("di luar batas" in capsys.readouterr().err) is not kept
