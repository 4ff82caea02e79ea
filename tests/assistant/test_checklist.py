"""A checklist tells what decides: the failed conditions first, a long list cut, a bare rule without marks."""

from collections import Counter

import pytest

from assistant.calculation import Calculation
from assistant.calculators.law import Law
from assistant.checklist import SHOWN_AT_MOST, SPARE, say_checklist, shown_conditions
from assistant.compose import say_calculation
from assistant.tools import run

STUDY = {"masa_kerja_pns_bulan": 6, "nilai_kinerja": ["baik", "baik"]}


def study(law: Law, **facts: object) -> Calculation:
    return run("tugas_belajar", facts, law)


def test_a_condition_that_fails_is_told_before_all_others(law: Law) -> None:
    lines = [line for line in say_checklist(study(law, **STUDY), "id").splitlines() if line.startswith("- ")]
    assert lines[0].startswith("- ❌") and "diangkat sebagai PNS" in lines[0]
    assert [line[2] for line in lines] == sorted((line[2] for line in lines), key="❌✅❔".index)


def test_a_long_list_is_cut_and_says_where_the_rest_stands(law: Law) -> None:
    found = study(law, **{**STUDY, "masa_kerja_pns_bulan": 60})
    assert len(found.requirements) > SHOWN_AT_MOST + SPARE
    told = say_checklist(found, "id")
    assert told.count("\n- ") == SHOWN_AT_MOST
    assert "Masih ada syarat lain yang belum dapat diperiksa, dalam Pasal 28" in told


def test_of_a_long_list_with_a_failure_what_is_unknown_is_only_named(law: Law) -> None:
    found = study(law, **STUDY)
    shown = Counter(r.status for r in shown_conditions(found.requirements))
    assert shown["belum"] == 1 and shown["terpenuhi"] >= 1 and shown["tidak_diketahui"] == 0
    assert "Masih ada syarat lain yang belum dapat diperiksa, dalam Pasal 28" in say_checklist(found, "id")


def test_a_short_list_is_told_whole(law: Law) -> None:
    found = run("kenaikan_pangkat", {"jabatan": "negosiator", "golongan": "III/c", "angka_kredit": "105"}, law)
    assert say_checklist(found, "id").count("\n- ") == len(found.requirements)


def test_a_bare_rule_has_no_verdict_and_no_marks(law: Law) -> None:
    told = say_calculation(study(law), "id")
    assert told.startswith("**Syarat calon peserta tugas belajar:**")
    assert "❔" not in told and "Belum dapat ditentukan" not in told


def test_a_provision_is_quoted_once(law: Law) -> None:
    told = say_calculation(run("forum_pembelajaran", {}, law), "id")
    headings = [line for line in told.splitlines() if line.startswith("[") and line.endswith(")")]
    assert len(headings) == len(set(headings)) > 1


def test_a_list_of_documents_is_told_once(law: Law) -> None:
    told = say_calculation(
        run("dokumen_persyaratan", {"jabatan": "pengawas", "keperluan_dokumen": "perpindahan"}, law), "id"
    )
    assert told.count("salinan surat keputusan pengangkatan CPNS") == 1


def test_what_is_met_so_far_is_said_before_what_is_not_known(law: Law) -> None:
    """Who tells one thing and asks whether it stands in the way reads first that it does not."""
    told = say_calculation(run("tugas_belajar", {"hukuman_terberat": "ringan"}, law), "id")
    assert "Yang sudah dapat diperiksa terpenuhi" in told
    assert "could be checked is met" in say_calculation(run("tugas_belajar", {"hukuman_terberat": "ringan"}, law), "en")


@pytest.mark.parametrize("punished", ["sedang", None])
def test_nothing_is_said_to_be_met_where_a_condition_fails_or_none_is_known(punished: str | None, law: Law) -> None:
    facts = {"hukuman_terberat": punished} if punished else {}
    assert "sudah dapat diperiksa" not in say_calculation(run("tugas_belajar", facts, law), "id")
