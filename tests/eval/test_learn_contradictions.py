"""Learning what messages take for granted wrongly: claims are read, and the statement that each takes is found."""

from pathlib import Path

import numpy as np
import pytest

from assistant.understand.premises.contradictions import TRAITS, Case
from assistant.understand.premises.statements import Statement
from corpus.address import Address
from corpus.library import Corpus
from eval.learn_contradictions import CLAIMS, Claim, Heard, _rows, _taken, claims

PLACE = Address.parse("Pasal 29 huruf b", "permendag-94-2020")


def heard(wrong: bool, statement: str = "") -> Heard:
    """A claim about one provision that has two statements; the second is the one that it comes nearest to."""
    near, far = np.zeros(len(TRAITS)), np.zeros(len(TRAITS))
    near[TRAITS.index("salah")], far[TRAITS.index("salah")] = 0.95, 0.88
    cases = [Case(Statement(PLACE, "cukup 30%", "minimal 50%"), far, far), Case(Statement(PLACE, "x", "y"), near, near)]
    return Heard(Claim("...", wrong, PLACE, statement), cases, 0)


@pytest.mark.parametrize("folder", [CLAIMS, CLAIMS / "in_passing"], ids=["learned from", "held against"])
def test_every_claim_is_about_a_provision_that_is_there(corpus: Corpus, folder: Path) -> None:
    known = list(claims(folder))
    assert len(known) > 900 and all(claim.address and corpus.cite(claim.address).label for claim in known)
    assert sum(claim.wrong for claim in known) > 0.4 * len(known) > sum(not claim.wrong for claim in known) * 0.6


def test_a_claim_takes_the_statement_that_is_named_else_the_nearest() -> None:
    assert _taken(heard(wrong=True, statement="cukup 30%"), [0, 1], None) == 0
    assert _taken(heard(wrong=False, statement="minimal 50%"), [0, 1], None) == 0
    assert _taken(heard(wrong=True), [0, 1], None) == 1
    assert _taken(heard(wrong=True), [], None) is None


def test_of_a_right_claim_no_false_statement_is_taken() -> None:
    taken = [row for row, told in _rows(heard(wrong=False), None) if told]
    left = [row for row, told in _rows(heard(wrong=False), None) if not told]
    assert len(taken) == 1 and len(left) == 2


def test_a_folder_of_claims_is_read(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        '- {text: "AK cukup 30% kan?", wrong: true, place: "permendag-94-2020 Pasal 29 huruf b"}\n', encoding="utf-8"
    )
    assert list(claims(tmp_path)) == [Claim("AK cukup 30% kan?", True, PLACE)]
