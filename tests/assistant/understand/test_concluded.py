"""Who tells a case, offers alternatives or concludes rightly is not put right; a wrong claim of the like still is."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.conversation import Conversation
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.premises.concluded import concluded, conclusion
from assistant.understand.premises.named import misnamed
from assistant.understand.premises.premises import nods
from assistant.understand.understanding import Understanding

SPELLER = Speller(spelling_words())
ROWS = yaml.safe_load((Path(__file__).parent / "concluded.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["about"]) for row in ROWS])
def test_a_case_told_is_calculated_and_a_wrong_claim_put_right(
    understanding: Understanding, row: dict[str, Any]
) -> None:
    for said in row["case"]:
        parts = understanding.read(said, Conversation("c")).parts
        assert row["tool"] in {part.tool for part in parts}, said
        assert not [part.premises for part in parts if part.premises], said
    for said in row["wrong"]:
        assert any(part.premises for part in understanding.read(said, Conversation("c")).parts), said


@pytest.mark.parametrize(
    ("message", "so"),
    [
        ("lagi kena hukdis berat, tubel gagal ya?", False),
        ("umur 50, belum lewat kan?", True),
        ("S3, pernah JPT pratama. aman kan?", True),
        ("lagi kena hukdis berat, tubel bisa tidak ya?", None),
        ("target 25 AK kan?", None),
    ],
)
def test_the_last_clause_concludes_or_only_asks(message: str, so: bool | None) -> None:
    end = conclusion(SPELLER.read(message), nods())
    assert (concluded(end.text) if end is not None else None) is so


def test_what_is_required_of_a_case_names_nobody_who_does_it() -> None:
    told = "dengan 95 dari 100 angka kredit yang disyaratkan, menjalani hukuman disiplin ringan, ikut uji kompetensi?"
    assert not [*misnamed(SPELLER.read(told), "pengawas", claimed=False)]
    claimed = SPELLER.read("hukuman disiplin ringan bikin tidak lolos syarat ikut uji kompetensi kan")
    assert [*misnamed(claimed, "pengawas", claimed=True)]
