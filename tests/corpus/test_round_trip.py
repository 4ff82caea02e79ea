"""Nothing of a source gets lost: every character is in exactly one node or in a listed drop."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.library import TEXTS, Corpus, load_corpus

IDS = sorted(path.stem for path in TEXTS.glob("*.txt"))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


def _owners(corpus: Corpus, identity: str) -> Counter[tuple[int, int]]:
    spans = [span for node in corpus.regulations[identity].root.walk() for span in node.spans]
    spans += [span for drop in corpus.drops[identity] for span in drop.spans]
    return Counter((span.line, column) for span in spans for column in range(span.start, span.end))


def _letters(path: Path) -> dict[tuple[int, int], str]:
    rows = path.read_bytes().decode("utf-8").split("\n")
    return {
        (line, column): letter
        for line, row in enumerate(rows, 1)
        for column, letter in enumerate(row)
        if not letter.isspace()
    }


@pytest.mark.parametrize("identity", IDS)
def test_every_character_of_a_source_is_in_a_node_or_in_a_listed_drop(corpus: Corpus, identity: str) -> None:
    owners = _owners(corpus, identity)
    lost = sorted(at for at in _letters(TEXTS / f"{identity}.txt") if not owners[at])
    assert not lost, (
        f"{len(lost)} characters of {identity} belong nowhere; lines {sorted({line for line, _ in lost})[:20]}"
    )


@pytest.mark.parametrize("identity", IDS)
def test_no_character_of_a_source_is_in_two_places(corpus: Corpus, identity: str) -> None:
    letters = _letters(TEXTS / f"{identity}.txt")
    twice = sorted(at for at, times in _owners(corpus, identity).items() if times > 1 and at in letters)
    assert not twice, (
        f"{len(twice)} characters of {identity} belong twice; lines {sorted({line for line, _ in twice})[:20]}"
    )


@pytest.mark.parametrize("identity", IDS)
def test_every_drop_says_why(corpus: Corpus, identity: str) -> None:
    assert all(len(drop.why) > 10 for drop in corpus.drops[identity])


@pytest.mark.parametrize("identity", IDS)
def test_no_two_provisions_share_an_address(corpus: Corpus, identity: str) -> None:
    keys = Counter(node.address.key for node in corpus.regulations[identity].root.walk() if node.address)
    assert not [key for key, times in keys.items() if times > 1]


@pytest.mark.parametrize("identity", IDS)
def test_a_place_is_read_back_to_the_same_provision(corpus: Corpus, identity: str) -> None:
    for node in corpus.regulations[identity].root.walk():
        if node.address and node.address.place:
            assert corpus.find(node.address.place, identity).address == node.address


def test_a_lost_character_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Pasal 1\nIsi.\nSisa", encoding="utf-8")
    (tmp_path / "x.yaml").write_text("{short: X, title: X, number: '1', year: 2020}", encoding="utf-8")
    (tmp_path / "x.susunan.yaml").write_text("drops: [{line: 3, words: isa, why: sisa halaman}]", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    owners = _owners(corpus, "x")
    assert all(owners[at] == 1 for at in _letters(tmp_path / "x.txt"))
    spans = [span for node in corpus.regulations["x"].root.walk() for span in node.spans]
    assert (3, 1) not in {(span.line, column) for span in spans for column in range(span.start, span.end)}
