"""Golden questions: a new index that does not answer them is not served, and the old one goes on."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from twins import WordEncoder

from corpus.errors import UnknownProvision
from corpus.library import Corpus
from eval.cases import load_cases
from index import golden
from index.build import build
from index.contents import Contents
from index.encoder import Vectors
from index.errors import IndexFault
from index.golden import load_golden
from index.manifest import served_folder
from index.search import Index, open_index

QUESTION = "berapa usia paling tinggi Negosiator"
AT_LEAST = 3


class Astray(WordEncoder):
    """An encoder that takes every question for one about something else."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return -super().encode_queries(texts)


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One golden question for one of the twins, and one for a regulation that is not there."""
    file = tmp_path / "golden.yaml"
    questions = {"permendag-1-2020": {"Pasal 2 ayat (2)": QUESTION}, "permendag-9-1999": {"Pasal 1": "apa saja?"}}
    lines = [f"  {name}:\n    {place}: '{text}'" for name, one in questions.items() for place, text in one.items()]
    file.write_text("found_within: 1\nquestions:\n" + "\n".join(lines) + "\n", "utf-8")
    monkeypatch.setattr(golden, "GOLDEN", file)
    return file


def test_an_index_that_misses_a_golden_question_leaves_the_old_one_served(
    asked: Path, twins: Corpus, data_dir: Path, words: WordEncoder
) -> None:
    old = build(twins, data_dir, progress=False, encoder=words).folder
    with pytest.raises(IndexFault) as told:
        build(twins, data_dir, progress=False, encoder=Astray("sesat"))
    assert str(told.value) == (
        "Indeks baru tidak menemukan Pasal 2 ayat (2) Permen Negosiator di antara 1 ketentuan teratas untuk pertanyaan "
        f"“{QUESTION}”; indeks lama tetap dipakai."
    )
    assert served_folder(data_dir) == old
    assert [path.name for path in (data_dir / "index").iterdir() if path.is_dir()] == [old.name]
    index = open_index(twins, data_dir, words)
    assert index.search(QUESTION)[0].address.key == "permendag-1-2020#pasal-2-ayat-2"
    index.close()


def test_without_golden_questions_any_whole_index_is_served(twins: Corpus, data_dir: Path) -> None:
    assert load_golden(twins) == ()
    folder = build(twins, data_dir, progress=False, encoder=Astray("sesat")).folder
    assert served_folder(data_dir) == folder


def test_a_golden_question_about_no_provision_is_refused(asked: Path, twins: Corpus) -> None:
    asked.write_text(asked.read_text("utf-8").replace("Pasal 2 ayat (2)", "Pasal 99"), "utf-8")
    with pytest.raises(UnknownProvision, match="Pasal 99"):
        load_golden(twins)


def test_every_regulation_has_golden_questions(corpus: Corpus) -> None:
    counts = {name: sum(one.address.regulation == name for one in load_golden(corpus)) for name in corpus.regulations}
    assert not {name: count for name, count in counts.items() if count < AT_LEAST}


def test_golden_questions_are_neither_searched_nor_measured(corpus: Corpus) -> None:
    elsewhere = {one.text.lower() for one in Contents.of(corpus).asked}
    elsewhere |= {case.question.lower() for case in load_cases()}
    assert not [one.question for one in load_golden(corpus) if one.question.lower() in elsewhere]


def test_the_served_index_answers_every_golden_question(real: Index, corpus: Corpus) -> None:
    golden.check_golden(real, corpus, load_golden(corpus))
