"""The measure of speed: every calculator is in it, and the figures are what they are called."""

from assistant.calculators.law import Law
from assistant.tools import tools
from eval.speed_calculators import case_inputs, measure


def test_every_calculator_has_inputs_to_be_measured_with() -> None:
    assert set(case_inputs()) == set(tools())


def test_a_refused_input_is_not_measured() -> None:
    assert all(inputs != {"jabatan": "pengawas", "golongan": "IV/e"} for inputs in case_inputs()["syarat_inpassing"])


def test_the_slowest_case_is_never_below_the_median(law: Law) -> None:
    found = measure({"organisasi_profesi": [{}, {"jabatan": "negosiator"}, {"jabatan": "pengawas"}]}, law, rounds=1)
    middle, worst = found["organisasi_profesi"]
    assert 0 <= middle <= worst
