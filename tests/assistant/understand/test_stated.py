"""A number that a message states of a rule is put right by the legal value, and a fact, a question or a trial is not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.premises.premises import nods
from assistant.understand.premises.stated import misstated
from assistant.understand.premises.tabled import miscounted, mislevelled
from assistant.understand.quantities.amounts import read_amounts
from assistant.understand.understanding import Understanding
from corpus.library import Corpus

SPELLER = Speller(spelling_words())
SAID = yaml.safe_load((Path(__file__).parent / "stated.yaml").read_text(encoding="utf-8"))


def corrected(message: str, jabatan: str | None = None) -> list[str]:
    """The places of the rules that are put right."""
    text = SPELLER.read(message)
    found = misstated(text, read_amounts(text, date(2026, 7, 1)), jabatan)
    return list(dict.fromkeys(correction.address.key for correction in found))


@pytest.mark.parametrize("row", SAID["wrong"], ids=lambda row: row["say"])
def test_a_wrong_number_stated_of_a_rule_is_put_right(row: dict[str, Any]) -> None:
    assert corrected(row["say"], row.get("jabatan")) == [row["place"]]


@pytest.mark.parametrize("row", [*SAID["right"], *SAID["harmless"]], ids=lambda row: row["say"])
def test_a_right_number_and_a_case_told_are_left_alone(row: dict[str, Any]) -> None:
    assert corrected(row["say"], row.get("jabatan")) == []


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("III/a itu termasuk ahli muda, jadi target saya 25", "permendag-94-2020#pasal-3-huruf-a"),
        ("IV/c masih ahli muda kan", "permendag-94-2020#pasal-3-huruf-c"),
        ("III/a itu termasuk ahli pertama, jadi target saya 12,5", None),
        ("saya III/a mau jadi ahli muda", None),
        ("dari III/b naik ke III/c jenjangnya jadi ahli muda", None),
    ],
)
def test_a_rank_belongs_to_its_own_level(corpus: Corpus, said: str, place: str | None) -> None:
    found = [c.address.key for c in mislevelled(SPELLER.read(said), Law(corpus), "negosiator", nods())]
    assert found == ([place] if place else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("dari III/a ke III/b perlu 100 AK, punya saya 70", True),
        ("naik ke IV/b harus 100 AK", True),
        ("dari III/a ke III/b perlu 50 AK, punya saya 70", False),
        ("saya punya 70 AK, mau ke III/b dari III/a", False),
        ("AK kumulatif 200 untuk III/c", False),
    ],
)
def test_the_credits_for_the_next_rank_are_those_of_the_table(corpus: Corpus, said: str, wrong: bool) -> None:
    text = SPELLER.read(said)
    found = list(miscounted(text, read_amounts(text, date(2026, 7, 1)), Law(corpus), "negosiator", nods()))
    assert bool(found) == wrong


def test_what_is_asked_is_calculated_from_the_facts_without_the_wrong_number(understanding: Understanding) -> None:
    said = "anggota tim penilai negosiator menjabat 6 tahun; saya mulai 1 April 2023, kapan berakhir?"
    (part,) = understanding.read(said, Conversation("c")).parts
    assert part.premises and part.tool == "masa_tim_penilai"
    assert [fact.value for fact in part.facts if fact.field == "tanggal_mulai_masa"] == [date(2023, 4, 1)]
