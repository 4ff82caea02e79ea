"""Questions stand beside their provision: each place exists, and the person's words find what the law's words do not."""

from pathlib import Path

import pytest
from twins import WordEncoder

from corpus.errors import CorpusError
from corpus.library import Corpus
from index import contents
from index.build import build
from index.passages import make_passages
from index.questions import QUESTIONS, load_questions
from index.search import open_index


def write(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "permendag-1-2020.yaml").write_text(text, "utf-8")
    return folder


def test_every_place_exists_and_every_question_leads_to_a_passage(corpus: Corpus) -> None:
    passages = make_passages(corpus)
    asked = load_questions(corpus, passages)
    assert {path.stem for path in QUESTIONS.glob("*.yaml")} <= set(corpus.regulations)
    assert {one.address for one in asked} <= {passage.address for passage in passages}
    assert len({one.id for one in asked}) == len(asked)


def test_every_pasal_of_the_five_regulations_is_asked_about(corpus: Corpus) -> None:
    passages = make_passages(corpus)
    asked = {(one.regulation, one.address.pasal) for one in load_questions(corpus, passages)}
    lacking = {
        (passage.regulation, passage.address.pasal)
        for passage in passages
        if passage.address.pasal is not None and passage.address.pasal > 1
    } - asked
    assert not lacking


def test_a_place_that_does_not_exist_is_told(twins: Corpus, tmp_path: Path) -> None:
    folder = write(tmp_path / "questions", "Pasal 99:\n  - berapa lama?\n")
    with pytest.raises(CorpusError, match="Pasal 99"):
        load_questions(twins, make_passages(twins), folder)


def test_a_question_on_a_whole_pasal_leads_to_its_first_ayat(twins: Corpus, tmp_path: Path) -> None:
    folder = write(tmp_path / "questions", "Pasal 2:\n  - siapa yang boleh jadi?\n")
    assert [one.address.place for one in load_questions(twins, make_passages(twins), folder)] == ["Pasal 2 ayat (1)"]


def test_a_question_in_peoples_words_finds_its_provision(
    twins: Corpus, tmp_path: Path, data_dir: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "questions", "Pasal 3:\n  - gimana caranya resign kalau bosan?\n")
    monkeypatch.setattr(contents, "load_questions", lambda corpus, passages: load_questions(corpus, passages, folder))
    assert build(twins, data_dir, progress=False, encoder=words).embedded == 13
    index = open_index(twins, data_dir, words)
    hits = index.search("caranya kalau bosan")
    index.close()
    assert hits[0].address.key == "permendag-1-2020#pasal-3"


def test_a_new_question_embeds_only_itself(
    twins: Corpus, tmp_path: Path, data_dir: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(twins, data_dir, progress=False, encoder=words)
    folder = write(tmp_path / "questions", "Pasal 3:\n  - bagaimana berhenti?\n")
    monkeypatch.setattr(contents, "load_questions", lambda corpus, passages: load_questions(corpus, passages, folder))
    assert build(twins, data_dir, progress=False, encoder=words).embedded == 1
