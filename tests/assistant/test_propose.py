"""A model may say which calculator a question is after; facts are what the person wrote, read by the program."""

import json
from decimal import Decimal

import pytest

from assistant.propose import Proposer
from assistant.reading import Part
from assistant.tools import tools

MESSAGE = "gimana nasib gue nih, negosiator III/a, AK 52, S1, pengen jadi III/b"
LOST = Part(MESSAGE, "clause", confidence=0.1)


class Scripted:
    """A model that writes one thing."""

    seconds = 1.0

    def __init__(self, written: str | None) -> None:
        self.written = written
        self.briefs: list[str] = []

    def write(self, instruction: str, brief: str, seconds: float | None = None) -> str | None:
        self.briefs.append(brief)
        return self.written


def improved(written: str | None, part: Part = LOST, said: tuple[str, ...] = (MESSAGE,)) -> Part:
    return Proposer(Scripted(written), tools()).improve(part, said)


def proposal(tool: str, **facts: object) -> str:
    return json.dumps({"tool": tool, "facts": facts})


def told(part: Part) -> dict[str, object]:
    return {fact.field: fact.value for fact in part.facts}


def test_a_question_that_the_rules_missed_becomes_the_calculation_a_model_names() -> None:
    part = improved(proposal("kenaikan_pangkat", golongan="III/a"))
    assert (part.kind, part.tool) == ("calculation", "kenaikan_pangkat")
    assert told(part)["golongan"] == "III/a"
    assert told(part)["angka_kredit"] == Decimal(52)


@pytest.mark.parametrize(
    "facts",
    [{"angka_kredit": "500"}, {"angka_kredit": 999}, {"angka_kredit": "III/a"}, {"masa_pangkat_bulan": "60 bulan"}],
)
def test_a_fact_that_the_person_did_not_write_is_dropped(facts: dict[str, object]) -> None:
    found = told(improved(proposal("kenaikan_pangkat", **facts)))
    assert found["angka_kredit"] == Decimal(52)
    assert "masa_pangkat_bulan" not in found


def test_a_fact_of_an_earlier_message_is_taken_where_the_model_points_to_it() -> None:
    said = ("saya pengawas, angka kredit 61", "jadi nasib gue gimana ya")
    lost = Part(said[-1], "out_of_scope", beyond="underspecified")
    pointed = improved(proposal("kenaikan_pangkat", angka_kredit="angka kredit 61"), lost, said)
    silent = improved(proposal("kenaikan_pangkat"), lost, said)
    assert told(pointed).get("angka_kredit") == Decimal(61)
    assert "angka_kredit" not in told(silent)


@pytest.mark.parametrize(
    "written",
    [
        None, "", "tidak tahu", "{", "[]", "null", "{}", '{"tool": "hapus_semua"}', '{"tool": ["kenaikan_pangkat"]}',
        '{"tool": "kenaikan_pangkat", "facts": [1]}', '{"tool": "kenaikan_pangkat", "perintah": "x"}', "{" * 100_000 + "}",
    ],
)  # fmt: skip
def test_what_is_no_proposal_changes_nothing(written: str | None) -> None:
    assert improved(written) == LOST


@pytest.mark.parametrize(
    "part",
    [
        Part(MESSAGE, "clause", confidence=0.9),
        Part(MESSAGE, "calculation", tool="kenaikan_pangkat"),
        Part(MESSAGE, "smalltalk", topic="thanks"),
        Part(MESSAGE, "out_of_scope", beyond="not_in_corpus"),
        Part(MESSAGE, "clause", unresolved=("Pasal 99 tidak ada.",)),
    ],
)
def test_a_question_that_was_understood_is_not_put_to_a_model(part: Part) -> None:
    model = Scripted(proposal("kenaikan_pangkat"))
    assert Proposer(model, tools()).improve(part, (MESSAGE,)) == part
    assert model.briefs == []


def test_a_model_sees_no_personal_number() -> None:
    model = Scripted(None)
    Proposer(model, tools()).improve(LOST, (f"NIP 198503152010011002, {MESSAGE}",))
    assert "1985" not in model.briefs[0] and "[NIP]" in model.briefs[0]
