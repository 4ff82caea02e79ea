"""What a person gets when a fact cannot be, or a rule is missing for one of two positions."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from assistant.answer import Assistant
from assistant.calculating import for_both
from assistant.calculation import Calculation
from assistant.calculators import jenjang
from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.declining import refused
from assistant.draft import Draft
from assistant.errors import InputError, ValueMissing
from assistant.tools import run, tools
from assistant.verify import verify
from corpus.library import Corpus
from eval.checker import Checker

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "calculators").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    if "refused" in case
]


def leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    return [leaf for inner in value for leaf in leaves(inner)] if isinstance(value, list) else [str(value)]


@pytest.fixture(scope="module")
def checker(corpus: Corpus) -> Checker:
    return Checker(corpus)


def refusal_of(case: dict[str, Any], law: Law, language: str = "id") -> Draft:
    with pytest.raises((ValidationError, InputError)) as refusal:
        run(case["tool"], case["inputs"], law)
    error = refusal.value
    assert isinstance(error, (ValidationError, InputError))
    return refused(error, language)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("case", CASES)
def test_whatever_a_refusal_says_is_told_or_cited(
    case: dict[str, Any], language: str, law: Law, checker: Checker
) -> None:
    draft, said = refusal_of(case, law, language), leaves(case["inputs"])
    checked = verify(draft.text, draft.citations, (), said, law.corpus, refusals=draft.refusals)
    assert checked.failures == ()
    seen = {"answer": draft.text, "citations": [c.to_json() for c in draft.citations], "calculations": []}
    assert (checker.unproven(seen), checker.unowned(seen, said)) == ([], [])


def test_a_refused_level_shows_the_list_of_levels(law: Law) -> None:
    assert jenjang.jenjang_entry(law, "negosiator", "ahli_utama").text == "Ahli Utama"
    with pytest.raises(InputError) as refusal:
        jenjang.jenjang_entry(law, "pengawas", "ahli_utama")
    assert [c.label for c in refusal.value.sources] == ["Pasal 2 ayat (3) Permendag 82/2020"]
    assert "Pasal" not in str(refusal.value)  # the citation says it, exactly


def test_a_refused_rank_is_answered_with_the_ranks_that_there_are(assistant: Assistant, checker: Checker) -> None:
    question = "Saya negosiator ahli muda golongan III/a dengan angka kredit 100, kapan bisa naik pangkat?"
    answer = assistant.ask(question, Conversation("x")).to_json()
    assert "Golongan III/a bukan golongan Negosiator Perdagangan Ahli Muda" in answer["answer"]
    assert [c["label"] for c in answer["citations"]] == ["Pasal 3 Permendag 94/2020"]
    assert (checker.unproven(answer), checker.unowned(answer, [question])) == ([], [])


@pytest.mark.parametrize("asked", ["apa syarat naik ke Ahli Utama", "berapa angka kredit untuk naik ke Ahli Utama"])
def test_the_own_position_counts_where_the_regulation_of_the_other_one_was_named(
    assistant: Assistant, asked: str
) -> None:
    question = f"Saya Pengawas Perdagangan. {asked} menurut Permendag 94/2020?"
    answer = assistant.ask(question, Conversation("x"))
    assert "Pasal 2 ayat (3) Permendag 82/2020" in [c.label for c in answer.citations]
    assert "tidak lolos" not in answer.answer


def test_a_refusal_with_a_number_of_its_own_is_held_back(law: Law) -> None:
    draft = refusal_of({"tool": "pengembangan_talenta", "inputs": {"kotak_talenta": 12}}, law)
    lied = draft.text.replace("memuat 9 kotak", "memuat 11 kotak")
    assert lied != draft.text
    told = tuple(line.replace("memuat 9 kotak", "memuat 11 kotak") for line in draft.refusals)
    assert verify(lied, draft.citations, (), ("kotak 12",), law.corpus, refusals=told).failures


def test_a_refusal_that_names_a_provision_it_does_not_cite_is_held_back(law: Law) -> None:
    line = "- Hal itu tidak boleh (Pasal 5)."
    assert verify(line, (), (), ("Pasal 5",), law.corpus, refusals=(line,)).failures


def test_a_value_beyond_its_limit_is_named_by_its_label(assistant: Assistant) -> None:
    answer = assistant.ask("Nilai makalah 120, wawancara 90, lulus uji kompetensi negosiator?", Conversation("x"))
    assert "Nilai makalah: 120 terlalu besar" in answer.answer
    assert [m.field for m in answer.missing] == ["nilai_makalah"]


def test_a_rule_that_one_position_lacks_is_no_fault(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The question is for both positions, and the values of one are missing: the position is asked for."""
    tool = tools()["kuorum_sidang_pleno"]
    found = tool.run({}, assistant.law)
    assert any(m.field == "jabatan" for m in found.missing)

    def half(inputs: dict[str, Any], law: Law) -> Calculation:
        if inputs.get("jabatan") == "pengawas":
            raise ValueMissing("x.yaml: tidak ada nilai 'kuorum' untuk 'pengawas'")
        return replace(found, missing=())

    class Half:
        facts = tool.facts
        run = staticmethod(half)

    assert for_both(Half(), {}, found, "id", assistant.law) is None  # type: ignore[arg-type]


def test_that_a_rule_holds_for_both_positions_is_said_after_the_rule(assistant: Assistant) -> None:
    found = assistant.ask("kuorum sidang pleno berapa", Conversation("x")).answer
    first = found.index("Ketentuan yang sama berlaku untuk kedua jabatan")
    assert found.index("50% (lima puluh persen)") < first < found.rindex("50% (lima puluh persen)")


def test_that_a_calculation_holds_for_both_positions_is_said_after_it(assistant: Assistant) -> None:
    tool, inputs = tools()["organisasi_profesi"], dict[str, Any]()
    drafted = for_both(tool, inputs, tool.run(inputs, assistant.law), "id", assistant.law)
    assert drafted is not None and "berlaku untuk kedua jabatan" in drafted.text
    assert not drafted.text.startswith("Ketentuan yang sama")
    assert drafted.text.index("berlaku untuk kedua jabatan") < drafted.text.index("Lihat juga: ")


def test_a_rule_is_told_for_both_positions_before_the_position_is_asked(assistant: Assistant) -> None:
    """The answer does not depend on the position: the verdict comes at once, with the place of each regulation."""
    inputs = {"nilai_kinerja": ["cukup"]}
    tool = tools()["kenaikan_pangkat"]
    drafted = for_both(tool, inputs, tool.run(inputs, assistant.law), "id", assistant.law)
    assert drafted is not None and drafted.text.startswith("**Belum memenuhi.**")
    assert drafted.text.count("Nilai kinerja cukup") == 1
    assert [m.field for m in drafted.missing] == ["jabatan"]


def test_what_was_told_and_fits_nothing_is_asked_for_each_position(assistant: Assistant) -> None:
    tool = tools()["kegiatan_penunjang"]
    inputs = {"kegiatan_penunjang": [{"jenis": "mengajar"}, {"jenis": "seminar sebagai peserta"}]}
    drafted = for_both(tool, inputs, tool.run(inputs, assistant.law), "id", assistant.law)
    assert drafted is not None and drafted.text.count("“seminar sebagai peserta” tidak saya temukan") == 2
    assert [m.field for m in drafted.missing] == ["jabatan"]


def test_rules_that_differ_are_told_apart_and_only_the_position_is_asked(assistant: Assistant) -> None:
    tool = tools()["target_tahunan"]
    drafted = for_both(tool, {}, tool.run({}, assistant.law), "id", assistant.law)
    assert drafted is not None and [m.field for m in drafted.missing] == ["jabatan"]
    first = drafted.text.index("**Negosiator Perdagangan**")
    assert (
        first < drafted.text.index("Negosiator Perdagangan Ahli Utama") < drafted.text.index("**Pengawas Perdagangan**")
    )
    assert "Jenjang jabatan Anda sekarang apa?" not in drafted.text
    checked = verify(drafted.text, drafted.citations, drafted.calculations, (), assistant.law.corpus, own=drafted.own)
    assert checked.failures == ()


def test_provisions_alone_are_told_before_what_is_asked(assistant: Assistant) -> None:
    tool = tools()["kuorum_sidang_pleno"]
    drafted = for_both(tool, {}, tool.run({}, assistant.law), "id", assistant.law)
    assert drafted is not None
    assert drafted.text.index("Bunyi ketentuannya:") < drafted.text.index("Berapa orang seluruh tim")
    assert [m.field for m in drafted.missing] == ["jabatan", "jumlah_tim"]
