"""How many things a list names, and which class a score falls in, are put right where a message says otherwise."""

from datetime import date

import pytest

from assistant.calculators.law import Law
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.premises.counted import misclassed, misnumbered
from assistant.understand.premises.premises import nods
from assistant.understand.premises.tabled import mislevelled
from assistant.understand.quantities.amounts import read_amounts
from corpus.library import Corpus

SPELLER = Speller(spelling_words())


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("rumpun jabatan di kementerian perdagangan terdiri dari delapan, promosi masuk mana?", "permendag-79-2014"),
        ("dari enam rumpun jabatan Kemendag, mana yang mengurus promosi?", "permendag-79-2014"),
        ("klaster pembelajaran Trade CorpU cuma tujuh kan?", "permendag-4-2026"),
        ("what are the ten learning clusters of Trade CorpU?", "permendag-4-2026"),
        ("negosiator terdiri dari 3 jenjang, saya di jenjang kedua", "permendag-94-2020"),
        ("rumpun jabatan Kemendag ada lima, promosi masuk mana?", None),
        ("apakah rumpun jabatan Kemendag ada enam?", None),
        ("saya ikut 3 klaster pembelajaran corpu", None),
        ("negosiator punya empat jenjang, saya paling bawah", None),
        ("tugas dua jenjang di atas saya, negosiator muda", None),
    ],
)
def test_a_list_names_as_many_as_the_law_does(corpus: Corpus, said: str, place: str | None) -> None:
    found = [c.address.regulation for c in misnumbered(SPELLER.read(said), Law(corpus), nods())]
    assert found == ([place] if place else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("wawancara saya 90, berarti baik dong, ditambah apa lagi", True),
        ("nilai wawancara 62 itu kurang kan", True),
        ("I scored 68 in the interview, which is merely poor", True),
        ("wawancara saya 78, masuk kategori baik ya", False),
        ("wawancara 90, masuk sangat baik atau baik?", False),
        ("wawancara 65, sudah cukup untuk lulus?", False),
        ("nilai wawancara 62 kurang berapa lagi", False),
        ("wawancara 78, berarti bukan cukup kan", False),
    ],
)
def test_a_score_falls_in_its_own_class(corpus: Corpus, said: str, wrong: bool) -> None:
    text = SPELLER.read(said)
    found = list(misclassed(text, read_amounts(text, date(2026, 7, 1)), Law(corpus), "pengawas", nods()))
    assert bool(found) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("negosiator ahli utama mentok di IV/d", True),
        ("ahli madya golongan tertingginya IV/a kan", True),
        ("ahli muda mentok di III/d", False),
        ("ahli madya IV/a sampai IV/b berapa lama", False),
    ],
)
def test_a_level_ends_with_its_own_rank(corpus: Corpus, said: str, wrong: bool) -> None:
    assert bool(list(mislevelled(SPELLER.read(said), Law(corpus), "negosiator", nods()))) == wrong
