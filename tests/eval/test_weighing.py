"""Learning the weights: an example is judged as if it were none, and what tells intents apart is found."""

import numpy as np
import pytest

from assistant.understand.intent.classifier import Classifier
from assistant.understand.intent.traits import TOOL
from eval.weighing import LeftOut, Weighable, fit, likeliest

KINDS = (TOOL, "clause", "out_of_scope:unrelated")


def test_an_example_left_out_is_scored_as_if_it_had_never_been_learned() -> None:
    random = np.random.default_rng(7)
    texts = [f"kata{n % 5} lain{n % 3} isi{n}" for n in range(12)]
    labels = [f"label{n % 4}" for n in range(12)]
    vectors = random.normal(size=(12, 6)).astype(np.float32)
    classifier = Classifier(texts, labels, vectors)
    left_out, held = LeftOut(classifier, labels), classifier.held_back(labels)
    wanted = np.array([[float(own == label) for label in classifier.labels] for own in labels])
    for number in (0, 5, 11):
        rest = [at for at in range(12) if at != number]
        answer = np.linalg.solve(held[np.ix_(rest, rest)], wanted[rest])
        expected = classifier.likeness(texts[number], vectors[number])[0][rest] @ answer
        left_out.number = number
        scores = {guess.label: guess.score for guess in left_out.rank(texts[number], vectors[number])}
        assert [scores[label] for label in classifier.labels] == pytest.approx(expected.tolist(), abs=1e-6)


def test_an_example_left_out_is_not_near_to_itself() -> None:
    texts, vectors = ["satu dua", "tiga empat"], np.eye(2, 4, dtype=np.float32)
    left_out = LeftOut(Classifier(texts, ["a", "b"], vectors), ["a", "b"])
    assert next(g.near for g in left_out.rank(texts[0], vectors[0]) if g.label == "a") == pytest.approx(1)
    left_out.number = 0
    assert next(g.near for g in left_out.rank(texts[0], vectors[0]) if g.label == "a") == 0


def _messages() -> list[Weighable]:
    """Of two calculators the one is meant that reads more; a question that asks what something is, is looked up."""
    random = np.random.default_rng(3)
    found = []
    for number in range(120):
        read = {"formasi": float(random.integers(0, 5)), "jenis": float(random.integers(0, 5)) + 0.5}
        tools = {name: {"dibaca": count, "sembarang": float(random.normal())} for name, count in read.items()}
        asks, strange = number % 3 == 0, number % 3 == 1
        label = "clause" if asks else KINDS[2] if strange else f"tool:{max(read, key=lambda name: read[name])}"
        found.append(Weighable({"tetap": 1.0, "apa_itu": asks, "asing": strange}, tools, frozenset({label})))
    return found


def test_what_tells_intents_apart_is_found() -> None:
    found = _messages()
    weights = fit(found, KINDS)
    assert all(likeliest(one, KINDS, weights) in one.labels for one in found)
    assert weights["clause"]["apa_itu"] > 0 > weights[TOOL]["apa_itu"]
    assert weights["among"]["dibaca"] > 10 * abs(weights["among"]["sembarang"])


def test_a_message_whose_calculator_is_not_offered_teaches_nothing() -> None:
    found = _messages()
    lost = Weighable(found[0].question, found[0].tools, frozenset({"tool:lain"}))
    assert fit([*found, lost], KINDS) == fit(found, KINDS)
