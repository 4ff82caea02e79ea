"""Building: nothing twice, nothing half, and the old index served until the new one is whole."""

import json
import sqlite3
from pathlib import Path

import pytest
from filelock import FileLock
from twins import WordEncoder, write_regulation

from corpus.library import Corpus, load_corpus
from index import build as building
from index.build import build
from index.errors import IndexBusy, IndexFault, IndexMissing, IndexStale
from index.manifest import served_folder
from index.search import open_index
from index.store import VectorStore

QUESTION = "usia paling tinggi Negosiator"


def test_a_second_build_does_nothing(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    first = build(twins, data_dir, progress=False, encoder=words)
    second = build(twins, data_dir, progress=False, encoder=words)
    assert (first.built, first.embedded, first.passages) == (True, 12, 12)
    assert (second.built, second.embedded, second.folder) == (False, 0, first.folder)


def test_a_changed_text_embeds_only_what_changed(
    texts: Path, twins: Corpus, data_dir: Path, words: WordEncoder
) -> None:
    build(twins, data_dir, progress=False, encoder=words)
    file = texts / "permendag-1-2020.txt"
    file.write_text(file.read_text("utf-8").replace("53 (lima puluh tiga)", "55 (lima puluh lima)"), "utf-8")
    words.embedded.clear()
    changed = load_corpus(texts)
    assert build(changed, data_dir, progress=False, encoder=words).embedded == 1
    assert ["55" in text for text in words.embedded] == [True]
    index = open_index(changed, data_dir, words)
    assert "55" in index.search(QUESTION)[0].passage.text
    index.close()


def test_one_more_regulation_embeds_only_its_own(
    texts: Path, twins: Corpus, data_dir: Path, words: WordEncoder
) -> None:
    build(twins, data_dir, progress=False, encoder=words)
    write_regulation(texts, "permendag-3-2021", "Analis")
    assert build(load_corpus(texts), data_dir, progress=False, encoder=words).embedded == 6


def test_another_encoder_embeds_everything_anew(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    build(twins, data_dir, progress=False, encoder=words)
    assert build(twins, data_dir, progress=False, encoder=WordEncoder("lain")).embedded == 12


def test_an_index_that_was_never_built_says_how_to_build_it(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    with pytest.raises(IndexMissing, match="tanya index"):
        open_index(twins, data_dir, words)


def test_an_index_of_other_texts_is_not_served(texts: Path, twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    build(twins, data_dir, progress=False, encoder=words)
    write_regulation(texts, "permendag-3-2021", "Analis")
    with pytest.raises(IndexStale, match=r"teks peraturan.*tanya index"):
        open_index(load_corpus(texts), data_dir, words)


def test_an_index_of_another_encoder_is_not_served(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    build(twins, data_dir, progress=False, encoder=words)
    with pytest.raises(IndexStale, match="penyandi"):
        open_index(twins, data_dir, WordEncoder("lain"))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"identity": 1}', '{"identity": {}, "files": {}, "count": "x"}'])
def test_a_corrupt_manifest_is_told_in_one_line(
    twins: Corpus, data_dir: Path, words: WordEncoder, content: str
) -> None:
    (build(twins, data_dir, progress=False, encoder=words).folder / "manifest.json").write_text(content)
    with pytest.raises(IndexMissing, match=r"manifesnya rusak.*tanya index") as told:
        open_index(twins, data_dir, words)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "pattern",
    [
        "passages/chroma/*/data_level0.bin",
        "passages/chroma/*/header.bin",
        "passages/keywords/*.npy",
        "passages/vectors.npy",
    ],
)
def test_a_damaged_file_is_never_opened(twins: Corpus, data_dir: Path, words: WordEncoder, pattern: str) -> None:
    folder = build(twins, data_dir, progress=False, encoder=words).folder
    damaged = next(folder.glob(pattern))
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"!")
    with pytest.raises(IndexMissing, match=damaged.name):
        open_index(twins, data_dir, words)


def test_a_store_that_lost_passages_is_not_served(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    folder = build(twins, data_dir, progress=False, encoder=words).folder
    with sqlite3.connect(folder / "passages" / "chroma" / "chroma.sqlite3") as database:
        database.execute("delete from embeddings where embedding_id = 'permendag-1-2020#pasal-3~1'")
    database.close()
    with pytest.raises(IndexMissing, match="tidak lengkap"):
        open_index(twins, data_dir, words)


def test_a_store_that_is_no_database_is_told_in_one_line(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    folder = build(twins, data_dir, progress=False, encoder=words).folder
    (folder / "passages" / "chroma" / "chroma.sqlite3").write_bytes(b"rusak" * 1000)
    with pytest.raises(IndexMissing, match="tanya index"):
        open_index(twins, data_dir, words)


def test_a_damaged_index_is_made_whole_by_the_next_build(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    folder = build(twins, data_dir, progress=False, encoder=words).folder
    (folder / "manifest.json").write_text("{")
    assert build(twins, data_dir, progress=False, encoder=words).built
    open_index(twins, data_dir, words).close()


def test_an_interrupted_build_leaves_the_old_index_served(
    texts: Path, twins: Corpus, data_dir: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = build(twins, data_dir, progress=False, encoder=words).folder
    write_regulation(texts, "permendag-3-2021", "Analis")

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "_check", die)
    with pytest.raises(KeyboardInterrupt):
        build(load_corpus(texts), data_dir, progress=False, encoder=words)
    assert served_folder(data_dir) == old
    index = open_index(twins, data_dir, words)
    assert index.search(QUESTION)
    index.close()
    assert [path.name for path in (data_dir / "index").iterdir() if path.is_dir()] == [old.name]


def test_a_build_that_does_not_find_its_own_passages_is_not_served(
    twins: Corpus, data_dir: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VectorStore, "search", lambda _, vectors, __: [[] for _ in vectors])
    with pytest.raises(IndexFault, match="tidak menemukan"):
        build(twins, data_dir, progress=False, encoder=words)
    assert served_folder(data_dir) is None


def test_two_builders_do_not_build_at_once(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    data_dir.mkdir()
    with FileLock(data_dir / "build.lock"), pytest.raises(IndexBusy, match="proses lain"):
        build(twins, data_dir, progress=False, encoder=words, wait=0)


def test_builds_older_than_the_last_two_are_swept(
    texts: Path, twins: Corpus, data_dir: Path, words: WordEncoder
) -> None:
    folders = [build(twins, data_dir, progress=False, encoder=words).folder]
    for number in (3, 4):
        write_regulation(texts, f"permendag-{number}-2021", f"Analis{number}")
        folders.append(build(load_corpus(texts), data_dir, progress=False, encoder=words).folder)
    assert [folder.exists() for folder in folders] == [False, True, True]


def test_the_manifest_names_what_the_index_is_made_of(twins: Corpus, data_dir: Path, words: WordEncoder) -> None:
    folder = build(twins, data_dir, progress=False, encoder=words).folder
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["identity"]["corpus"] == twins.hash
    assert manifest["identity"]["encoder"] == "kata"
    assert manifest["count"] == 12
