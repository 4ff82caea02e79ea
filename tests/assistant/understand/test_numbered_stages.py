"""A stage told with its right number is no wrong premise; one told with another's is."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.language.text import Speller
from assistant.understand.premises.numbered_stages import rightly_numbered
from assistant.understand.understanding import Understanding


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("manajemen pengetahuan: tahap kedua itu dokumentasi", True),
        ("manajemen pengetahuan, yang ke-6 pemantauan", True),
        ("in knowledge management the third is organizing", True),
        ("manajemen pengetahuan: tahap kedua itu penerapan", False),
        ("manajemen pengetahuan: ke-2 dokumentasi, ke-3 pemantauan", False),
        ("manajemen pengetahuan ada dokumentasi", False),
    ],
)
def test_the_number_of_a_stage_is_held_against_the_order(speller: Speller, said: str, right: bool) -> None:
    assert bool([*rightly_numbered(speller.read(said), None)]) is right


def test_a_right_number_told_beside_a_question_is_not_put_right(understanding: Understanding) -> None:
    asked = "apa tahap ke-6 manajemen pengetahuan? tahap ke-5 penerapan kan"
    (part,) = understanding.read(asked, Conversation("c")).parts
    assert (part.kind, part.tool) == ("calculation", "tahap_manajemen_pengetahuan")
