"""Learning which fact an amount is: words and sizes are counted for the facts told, and faults are told apart."""

from pathlib import Path

import pytest

from assistant.understand.chances import load_weights
from assistant.understand.facts.amount_words import NONE, AmountWords, buckets
from assistant.understand.facts.attribution import TRAITS, WEIGHTS
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.quantities.values import Value
from eval.learn_attribution import Told, count, faults, save

SPELLER = Speller(spelling_words())


def message(said: str, place: int, right: bool, value: int, name: str = "usia_tahun") -> Told:
    """A message whose amount could be a fact, an age if not said otherwise."""
    text = SPELLER.read(said)
    start, end = text.span(place, place)
    amount = Value({name: value}, start, end, place, place, bare=True)
    return Told(text, [(name, amount)], [right], [0.0], [], [], 0)


TAUGHT = [
    message("umur saya 54", 2, True, 54),
    message("umurku 51 sekarang", 1, True, 51),
    message("tahap 3 apa", 1, False, 3),
    message("jp saya 4", 2, True, 4, "jumlah_jp"),
]


def test_words_speak_for_the_facts_they_were_told_with_and_against_the_others() -> None:
    words, own = count(TAUGHT), TAUGHT[0]
    around = buckets(own.text, 2, 2)
    assert words.speak("usia_tahun", around) > 0 > words.speak(NONE, around)
    assert words.fits("usia_tahun", 53) > words.fits("usia_tahun", 2)
    assert words.told["usia_tahun"] == 2


def test_the_table_comes_back_from_its_file(tmp_path: Path) -> None:
    words = count(TAUGHT)
    save(words, tmp_path / "words.safetensors")
    again = AmountWords.of(tmp_path / "words.safetensors")
    around = buckets(TAUGHT[0].text, 2, 2)
    assert again.speak("usia_tahun", around) == pytest.approx(words.speak("usia_tahun", around), abs=0.01)
    assert again.fits("usia_tahun", 53) == pytest.approx(words.fits("usia_tahun", 53), abs=0.01)


@pytest.mark.parametrize(
    ("right", "taken", "count_of_faults"), [(True, True, 0), (True, False, 1), (False, True, 1), (False, False, 0)]
)
def test_a_fact_missed_and_one_that_nobody_told_are_faults(right: bool, taken: bool, count_of_faults: int) -> None:
    one = message("umur saya 54", 2, right, 54)
    assert faults(one, {("usia_tahun", one.pairs[0][1].start)} if taken else set()) == count_of_faults


def test_the_weights_are_of_these_traits() -> None:
    weights = load_weights(WEIGHTS)
    assert weights.means.shape == weights.spreads.shape == (len(TRAITS),) and 0 < weights.least < 1
