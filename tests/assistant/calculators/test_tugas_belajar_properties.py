"""What must hold for any study leave: more service never harms, a bond is never shorter than the study."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.calculators.law import Law
from assistant.tools import run

MONTHS = st.integers(min_value=0, max_value=600)
ORDER = {"belum": 0, "memenuhi": 1}


def remaining(law: Law, months_left: int, study: int, freed: bool) -> str:
    inputs = {"lama_studi_bulan": study, "dibebaskan_tugas_jabatan": freed, "sisa_masa_kerja_bulan": months_left}
    found = run("tugas_belajar", inputs, law)
    return next(r.status for r in found.requirements if r.text.startswith("Sisa masa kerja"))


@settings(derandomize=True, deadline=None, max_examples=50)
@given(left=MONTHS, more=MONTHS, study=st.integers(min_value=1, max_value=72), freed=st.booleans())
def test_more_service_left_never_harms(law: Law, left: int, more: int, study: int, freed: bool) -> None:
    if remaining(law, left, study, freed) == "terpenuhi":
        assert remaining(law, left + more, study, freed) == "terpenuhi"


@settings(derandomize=True, deadline=None, max_examples=50)
@given(left=MONTHS, study=st.integers(min_value=1, max_value=72))
def test_leaving_the_post_never_asks_for_less(law: Law, left: int, study: int) -> None:
    if remaining(law, left, study, True) == "terpenuhi":
        assert remaining(law, left, study, False) == "terpenuhi"


@settings(derandomize=True, deadline=None, max_examples=50)
@given(study=MONTHS, extension=MONTHS, freed=st.booleans(), own=st.booleans())
def test_a_bond_is_never_shorter_than_the_study(law: Law, study: int, extension: int, freed: bool, own: bool) -> None:
    inputs = {
        "lama_studi_bulan": study,
        "perpanjangan_bulan": extension,
        "dibebaskan_tugas_jabatan": freed,
        "biaya_mandiri": own,
    }
    bond = run("ikatan_dinas", inputs, law).result["ikatan_dinas_bulan"]
    assert bond >= study + extension
    assert own is False or bond == study + extension
