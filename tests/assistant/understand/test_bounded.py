"""What holds for one group only is barred where a message speaks of other matters, and stays where it speaks of the group."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.intent.bounded import barred
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words

SPELLER = Speller(spelling_words())


@pytest.mark.parametrize(
    "said",
    [
        "pelatihan wajib tidak diikuti, ada sanksinya?",
        "JP kurang dari target kena sanksi apa?",
        "telat setor DUPAK hukumannya apa?",
        "is there a sanction for skipping the training?",
    ],
)
def test_the_sanctions_of_study_leave_are_barred_elsewhere(said: str) -> None:
    assert barred(SPELLER.read(said), Conversation("x"))


@pytest.mark.parametrize(
    ("said", "earlier"),
    [
        ("lagi tubel, bolos pelatihan kena sanksi apa?", ()),
        ("kuliah S2 saya gagal, pelatihannya juga, sanksinya?", ()),
        ("kalau bolos pelatihan sanksinya apa?", ("saya sedang tugas belajar di Jepang",)),
        ("sanksi apa saja yang diatur?", ()),
        ("biaya pelatihan harus dikembalikan?", ()),
    ],
)
def test_they_stay_where_it_may_be_a_matter_of_study_leave(said: str, earlier: tuple[str, ...]) -> None:
    assert not barred(SPELLER.read(said), Conversation("x", said=[*earlier]))


def test_they_stay_where_the_conversation_is_on_them() -> None:
    assert not barred(SPELLER.read("pelatihannya bagaimana?"), Conversation("x", tool="ikatan_dinas"))
