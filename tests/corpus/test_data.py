"""Data files that say a thing twice, or cannot be read, are refused with the file, the key and the right form."""

from pathlib import Path

import pytest

from corpus.data import load_yaml
from corpus.errors import DataError

PROJECT = Path(__file__).parents[2]


def test_a_key_written_twice_is_refused_and_not_half_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "nilai.yaml"
    file.write_text("batas: [1]\nlain: {batas: 2}\nbatas: [3]\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"nilai\.yaml.*'batas\\?'? stands twice.*keys written twice"):
        load_yaml(file)


def test_the_same_key_in_two_mappings_is_fine_and_a_merged_one_may_be_said_anew(tmp_path: Path) -> None:
    file = tmp_path / "nilai.yaml"
    file.write_text("satu: &dasar {batas: 1, lain: 2}\ndua: {<<: *dasar, batas: 3}\n", encoding="utf-8")
    assert load_yaml(file)["dua"] == {"batas": 3, "lain": 2}


def test_no_file_of_the_project_says_a_thing_twice() -> None:
    folders = ("assistant", "corpus", "eval", "index", "tests")
    files = [path for folder in folders for path in sorted((PROJECT / folder).rglob("*.yaml"))]
    assert files
    for path in files:
        load_yaml(path)
