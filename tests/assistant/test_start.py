"""What is learned from examples is made with the index, not when the first person waits."""

from pathlib import Path

import pytest

from assistant import start
from assistant.cli import main
from assistant.start import EXAMPLES, has_learned
from index.build import Report


@pytest.mark.parametrize(("built", "kept", "learns"), [(True, True, True), (False, False, True), (False, True, False)])
def test_examples_are_learned_with_a_new_index_or_where_nothing_was_learned(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, built: bool, kept: bool, learns: bool
) -> None:
    if kept:
        (tmp_path / EXAMPLES).mkdir()
        (tmp_path / EXAMPLES / "vectors-1.npy").touch()
    learned: list[Path] = []
    monkeypatch.setenv("TANYA_DATA", str(tmp_path))
    monkeypatch.setattr("index.build.build", lambda *_, **__: Report(built, 1, 1, 0.0, tmp_path))
    monkeypatch.setattr(start, "learn_examples", lambda corpus, data: learned.append(data))
    assert main(["index"]) == 0
    assert learned == ([tmp_path] if learns else [])


def test_an_empty_folder_has_learned_nothing(tmp_path: Path) -> None:
    assert not has_learned(tmp_path)
