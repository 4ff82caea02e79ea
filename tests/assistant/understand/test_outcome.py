"""A clause taken for a fact is held against what a calculator finds and what the texts say outright, and against nothing else."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.conversation import Conversation
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.premises.doers import doers
from assistant.understand.premises.stages import load_stages
from assistant.understand.premises.taken import taken
from assistant.understand.understanding import Understanding
from corpus.address import Address
from corpus.library import Corpus

SPELLER = Speller(spelling_words())
ROWS = yaml.safe_load((Path(__file__).parent / "outcome.yaml").read_text(encoding="utf-8"))


def put_right(understanding: Understanding, message: str) -> list[str]:
    """The Pasal of all that is put right."""
    parts = [part for part in understanding.read(message, Conversation("c")).parts if part.premises]
    return [f"{place.regulation} {place.pasal}" for part in parts for place in part.provisions]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["place"]) for row in ROWS])
def test_what_the_rule_says_otherwise_is_put_right(understanding: Understanding, row: dict[str, Any]) -> None:
    for claim in row["wrong"]:
        assert row["place"] in put_right(understanding, claim), claim
    for said in row["right"]:
        assert put_right(understanding, said) == [], said


@pytest.mark.parametrize(
    ("message", "clauses"),
    [
        ("dirjen diangkat menteri, yang mengusulkan siapa?", ["dirjen diangkat menteri"]),
        ("kalau dirjen diangkat menteri, yang mengusulkan siapa?", []),
        ("dirjen diangkat menteri?", []),
        ("bos saya diangkat menteri, yang mengusulkan siapa?", []),
        ("kepala kantor diangkat menteri kemarin, suratnya mana?", []),
        ("sekretaris tim dari keuangan, sah?", []),
        ("Kepala LAN yang mengetuai dewan pengarah dibantu siapa?", ["kepala lan yang mengetuai dewan pengarah"]),
        ("siapa yang mengetuai dewan pengarah dibantu LAN?", []),
        ("dapatkah menteri mengangkat dirjen, dan siapa yang mengusulkan?", []),
        ("langkah menteri mengangkat dirjen, siapa yang mengusulkan?", ["langkah menteri mengangkat dirjen"]),
    ],
)
def test_only_what_is_told_of_nobody_beside_a_question_is_taken_for_a_fact(message: str, clauses: list[str]) -> None:
    assert [clause.bare for clause in taken(SPELLER.read(message))] == clauses


@pytest.mark.parametrize(
    ("clause", "offices"),
    [
        ("SK-nya diteken sekjen", ["sekjen"]),
        ("usulannya disampaikan ke sekjen", []),
        ("ditetapkan presiden atas usul menteri", ["presiden"]),
        ("bukan diangkat oleh menteri", []),
        ("ditetapkan sekjen atau menteri", []),
        ("the Minister signs the decree", ["menteri"]),
    ],
)
def test_an_office_does_what_stands_beside_it(clause: str, offices: list[str]) -> None:
    assert [doer.office for doer in doers(SPELLER.read(clause))] == offices


def test_every_order_of_stages_stands_in_the_texts(corpus: Corpus) -> None:
    for row in load_stages()["stages"]:
        assert corpus.node(Address.parse(row["place"], row["regulation"])).words
