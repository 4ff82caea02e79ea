"""The classifier by itself: what makes texts alike, and that what it learned can be kept."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.understand.intent.classifier import Classifier, Shape
from assistant.understand.intent.vectors import example_vectors, keep_learned
from assistant.understand.language.bags import Bags

TEXTS = ["syarat naik pangkat", "angka kredit naik pangkat", "berapa hari cuti tahunan", "sisa cuti tahun ini"]
LABELS = ["pangkat", "pangkat", "cuti", "cuti"]


def vectors(texts: list[str]) -> NDArray[np.float32]:
    """The same vector for the same text, whatever the order."""
    made = [np.random.default_rng([ord(letter) for letter in text]).normal(size=8) for text in texts]
    return np.array(made, np.float32)


def test_a_misspelt_word_is_like_the_word_it_misspells() -> None:
    alike = Bags(["kenaikan pangkat", "cuti tahunan"]).likeness("kenaikn")[0]
    assert alike[0] > 0.2 > alike[1]


def test_words_nobody_said_make_a_text_less_alike_to_all() -> None:
    bags = Bags(TEXTS)
    assert bags.likeness("naik pangkat qwx").max() < bags.likeness("naik pangkat").max()


def test_an_unknown_text_is_like_none_and_a_known_one_fully_like_itself() -> None:
    bags = Bags(TEXTS)
    assert bags.likeness("qwx zzz").max() == 0
    assert bags.likeness(TEXTS[2])[0] == pytest.approx([*(bags.rows @ bags.rows.T).toarray()[2]])
    assert bags.likeness(TEXTS[2])[0][2] == pytest.approx(1)


@pytest.mark.parametrize("shape", [Shape(), Shape(evening=10)])
def test_each_example_is_given_its_own_label_first_and_is_most_like_it(shape: Shape) -> None:
    classifier = Classifier(TEXTS, LABELS, vectors(TEXTS), shape=shape)
    for text, label in zip(TEXTS, LABELS, strict=True):
        best, other = classifier.rank(text, vectors([text])[0])
        assert best.label == label and best.score > other.score
        assert best.near == pytest.approx(1) and other.near < 0.9


def test_without_any_meaning_words_alone_decide() -> None:
    nothing = np.zeros((4, 8), np.float32)
    best = Classifier(TEXTS, LABELS, nothing, shape=Shape(evening=10)).rank("cuti tahun depan", nothing[0])[0]
    assert best.label == "cuti"


def test_evening_shrinks_what_examples_of_one_label_differ_in() -> None:
    """Along the first axis labels differ, along the second only the examples of each."""
    told = np.array([[1, 3], [1, -3], [-1, 3], [-1, -3]], np.float32)
    asked = np.array([-0.9, 3.0], np.float32)

    def margin(evening: float) -> float:
        classifier = Classifier(["a", "b", "c", "d"], ["x", "x", "y", "y"], told, shape=Shape(evening=evening))
        scores = {guess.label: guess.score for guess in classifier.rank("", asked)}
        return scores["y"] - scores["x"]

    assert margin(0.1) > margin(10) > margin(0) > 0


def test_what_was_learned_is_read_back_for_the_same_examples_only(tmp_path: Path) -> None:
    made = vectors(TEXTS)
    learned = Classifier(TEXTS, LABELS, made, keep_learned(TEXTS, LABELS, made, tmp_path)).answer
    again = keep_learned(TEXTS, LABELS, made, tmp_path)(lambda: pytest.fail("it was learned before"))
    assert np.array_equal(again, learned)
    other = ["cuti", *LABELS[1:]]
    assert keep_learned(TEXTS, other, made, tmp_path)(lambda: np.ones((4, 2))).tolist() == [[1, 1]] * 4


def test_another_encoder_makes_the_vectors_anew(tmp_path: Path) -> None:
    assert np.array_equal(example_vectors(TEXTS, vectors, tmp_path), vectors(TEXTS))
    doubled = example_vectors(TEXTS, lambda texts: 2 * vectors(list(texts)), tmp_path)
    assert np.array_equal(doubled, 2 * vectors(TEXTS))


def test_what_lies_broken_on_the_disk_is_made_again(tmp_path: Path) -> None:
    example_vectors(TEXTS, vectors, tmp_path)
    for file in tmp_path.glob("*.npy"):
        file.write_bytes(file.read_bytes()[:20])
    assert np.array_equal(example_vectors(TEXTS, vectors, tmp_path), vectors(TEXTS))


def test_only_texts_that_are_new_are_encoded(tmp_path: Path) -> None:
    asked: list[str] = []

    def counting(texts: list[str]) -> NDArray[np.float32]:
        asked.extend(texts)
        return vectors(texts)

    example_vectors(TEXTS, counting, tmp_path)
    changed = [TEXTS[2], "cuti besar", *TEXTS[:2]]
    asked.clear()
    assert np.array_equal(example_vectors(changed, counting, tmp_path), vectors(changed))
    assert asked[1:] == ["cuti besar"]  # behind the probe
    asked.clear()
    assert np.array_equal(example_vectors(TEXTS, counting, tmp_path), vectors(TEXTS))
    assert asked[1:] == []  # what was left out for a while is still known
