"""What is made of the examples, kept on disk so that a start need not make it again."""

import hashlib
import itertools
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], Any]
Keep = Callable[[Callable[[], NDArray[Any]]], NDArray[Any]]
_LETTERS = 16  # of the name of a text
_REMEMBERED = 60  # texts: those of a few messages
_FILES = 3  # of one kind: two versions of the examples may be at work side by side
_PROBE = "syarat kenaikan pangkat"
_RECIPE = ("intent/classifier.py", "language/bags.py")  # what the classifier is made by: changed, it is made again


def example_vectors(
    texts: Sequence[str], encode: Encode, folder: Path | None, kind: str = "vectors"
) -> NDArray[np.float32]:
    """One vector per text; only those are made that the same encoder has not made before.

    The file of a kind, which begins its name, holds the vectors of its texts and of as many others made before.
    """
    if folder is None:
        return np.asarray(encode(texts), np.float32)
    probe = np.round(np.asarray(encode([_PROBE]), np.float32), 3)  # another encoder gives the probe another vector
    path = folder / f"{kind}-{_name(probe.tobytes())}.npy"
    names = [_name(text.encode()).encode() for text in texts]
    known = _made_before(path, probe.shape[1])
    fresh = {name: text for name, text in zip(names, texts, strict=True) if name not in known}
    if fresh:
        made = np.asarray(encode([*fresh.values()]), np.float32)
        known = dict(zip(fresh, made, strict=True)) | {name: known[name] for name in names if name in known} | known
        _keep(path, kind, _rows(dict(itertools.islice(known.items(), 2 * len(texts))), probe.shape[1]))
    return np.array([known[name] for name in names], np.float32)


def _made_before(path: Path, size: int) -> dict[bytes, NDArray[np.float32]]:
    """The vectors of a file by the names of their texts; none where it is not there, or not whole."""
    try:
        rows = np.load(path, allow_pickle=False)
    except (OSError, ValueError):
        return {}
    if rows.dtype != _row(size):
        return {}
    return dict(zip(rows["name"].tolist(), rows["vector"], strict=True))


def _rows(known: Mapping[bytes, NDArray[np.float32]], size: int) -> NDArray[Any]:
    rows = np.empty(len(known), _row(size))
    rows["name"], rows["vector"] = [*known], [*known.values()]
    return rows


def _row(size: int) -> np.dtype[Any]:
    return np.dtype([("name", f"S{_LETTERS}"), ("vector", np.float32, (size,))])


def keep_learned(
    texts: Sequence[str],
    labels: Sequence[str],
    vectors: NDArray[np.float32],
    folder: Path | None,
    kind: str = "learned",
    shape: object = None,
) -> Keep:
    """Gives back what was learned from the same texts, labels and vectors in the same way before, or has it made."""
    if folder is None:
        return lambda make: make()
    recipe = b"".join((Path(__file__).parents[1] / name).read_bytes() for name in _RECIPE)
    name = _name("\n".join((*texts, *labels)).encode(), vectors.tobytes(), recipe, repr(shape).encode())
    return lambda make: _kept(folder, kind, name, make, len(texts))


def _name(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:_LETTERS]


def _kept(folder: Path, kind: str, name: str, make: Callable[[], NDArray[Any]], rows: int) -> NDArray[Any]:
    path = folder / f"{kind}-{name}.npy"
    try:
        found: NDArray[Any] = np.load(path, allow_pickle=False)
        if found.shape[:1] == (rows,):
            return found
    except (OSError, ValueError):
        pass  # not there, or not whole: made again below
    made = make()
    _keep(path, kind, made)
    return made


def _keep(path: Path, kind: str, made: NDArray[Any]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        others = sorted(path.parent.glob(f"{kind}-*.npy"), key=lambda other: other.stat().st_mtime, reverse=True)
        for old in others[_FILES - 1 :]:
            old.unlink(missing_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.part")
        with beside.open("wb") as file:
            np.save(file, made)
        beside.replace(path)
    except OSError:
        return  # a folder that cannot be written only costs time


class Remembering:
    """An encoder that remembers the last few texts: a whole message is weighed beside each of its questions."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._known: dict[str, NDArray[np.float32]] = {}

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector per text."""
        known = dict(self._known)
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        if fresh:
            known |= zip(fresh, np.asarray(self._encode(fresh), np.float32), strict=True)
            self._known = known if len(known) <= _REMEMBERED else {}
        return np.asarray([known[text] for text in texts], np.float32)
